// @ts-check
// Where names go: each where it covers no other name and as few symbols as can be. Boxes are
// left, top, right, bottom in pixels.

/** @typedef {[number, number, number, number]} Box */
/** @typedef {[across: number, down: number]} Shift */

const OTHER_SIDE = 0.5; // what the left of a symbol costs; a symbol that is covered costs 1.1
const DOWN = [0, -14, 14, -28, 28, -42, 42, 56];
const ACROSS = [0, -26, 26, -52, 52];
const length = (/** @type {Shift} */ [across, down]) => Math.hypot(across, down);

/** Ways to move a name from its place, the shortest first. */
export const SHIFTS = DOWN.flatMap((down) =>
  ACROSS.map((across) => /** @type {Shift} */ ([across, down])),
).sort((left, right) => length(left) - length(right));

/** Beside a point, so that the name does not cover it. @type {Shift[]} */
export const BESIDE = [
  [7, 0],
  [7, -11],
  [7, 11],
  [14, 0],
  [14, -14],
  [14, 14],
  [-18, 20],
  [-18, -20],
  [26, 0],
];

/** @param {Box} box @param {Box} other */
export function boxesMeet(box, other) {
  return box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
}

/** @param {Box} box @param {Box} other */
export function isInside(box, other) {
  return box[0] >= other[0] && box[1] >= other[1] && box[2] <= other[2] && box[3] <= other[3];
}

/** Whether a name lies on the same side of an edge as its point. @param {Box} edge @param {Box} box */
function staysWithin(edge, box, { x, y }) {
  return isInside([x, y, x, y], edge) ? isInside(box, edge) : !boxesMeet(box, edge);
}

/** Where a name may begin: a centred one by each shift, another also on the other side. */
function listStarts({ x, width }, { shifts, centred }) {
  if (centred)
    return shifts.map(([across, down]) => ({ left: x + across - width / 2, down, across, fee: 0 }));
  return [0, OTHER_SIDE].flatMap((fee) =>
    shifts.map(([across, down]) => ({
      left: fee ? x - across - width : x + across,
      down,
      across,
      fee,
    })),
  );
}

/**
 * Find the cheapest free place of a name, or null when there is none.
 * @param {{ x: number, y: number, width: number, size: number }} name its place, width and height
 * @param {{ shifts: Shift[], centred: boolean, clear: boolean, zoom: number }} rule
 *     `clear`: never over a symbol
 * @param {{ names: Box[], symbols: Box[], edges?: Box[] }} taken `edges`: a name lies within
 *     those in which its point lies, and outside of the others
 */
export function placeName(name, rule, taken) {
  const { y, width, size } = name;
  const { clear, zoom } = rule;
  const { edges = [] } = taken;
  /** @type {{ cost: number, left: number, middle: number, box: Box } | null} */
  let best = null;
  for (const { left, down, across, fee } of listStarts(name, rule)) {
    const middle = y + down;
    /** @type {Box} */
    const box = [left - 2, middle - size * 0.62, left + width + 2, middle + size * 0.62];
    if (taken.names.some((name) => boxesMeet(box, name))) continue;
    if (!edges.every((edge) => staysWithin(edge, box, name))) continue;
    const covered = taken.symbols.filter((symbol) => boxesMeet(box, symbol)).length;
    if (clear && covered) continue;
    // Rather across a symbol than far from home: on a small map a little way is a county.
    const cost = 1.1 * covered + fee + Math.hypot(across, down) / Math.max(6, 3 * zoom - 6);
    if (!best || cost < best.cost) best = { cost, left, middle, box };
  }
  return best;
}
