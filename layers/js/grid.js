// @ts-check
// Things by the cell of a square grid in which they lie, so that only near ones are compared.

const STRIDE = 1000003; // more than any grid has lines
const STEPS = [-1, 0, 1];

/** What to add to the key of a cell for its neighbours and itself. */
export const NEAR = STEPS.flatMap((across) => STEPS.map((down) => across * STRIDE + down));

/** Key of the cell that holds a point. @param {number} x @param {number} y @param {number} size */
export function cellKey(x, y, size) {
  return Math.floor(x / size) * STRIDE + Math.floor(y / size);
}

/** Add a value to the list of its key. @template T @param {Map<any, T[]>} lists @param {T} value */
export function addToList(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
