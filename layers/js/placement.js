// @ts-check
// Where names go: each where it covers no other name and as few symbols as can be. Boxes are
// left, top, right, bottom in pixels.

/** @typedef {[number, number, number, number]} Box */
/** @typedef {[across: number, down: number]} Shift */

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

/**
 * Find the cheapest free place of a name, or null when there is none.
 * @param {{ x: number, y: number, width: number, size: number }} name its place, width and height
 * @param {{ shifts: Shift[], centred: boolean, clear: boolean, zoom: number }} rule
 *     `clear`: never over a symbol
 * @param {{ names: Box[], symbols: Box[] }} taken
 */
export function placeName({ x, y, width, size }, { shifts, centred, clear, zoom }, taken) {
  /** @type {{ cost: number, left: number, middle: number, box: Box } | null} */
  let best = null;
  for (const [across, down] of shifts) {
    const left = x + across - (centred ? width / 2 : 0);
    const middle = y + down;
    /** @type {Box} */
    const box = [left - 2, middle - size * 0.62, left + width + 2, middle + size * 0.62];
    if (taken.names.some((name) => boxesMeet(box, name))) continue;
    const covered = taken.symbols.filter((symbol) => boxesMeet(box, symbol)).length;
    if (clear && covered) continue;
    // Rather across a symbol than far from home: on a small map a little way is a county.
    const cost = 1.1 * covered + Math.hypot(across, down) / Math.max(6, 3 * zoom - 6);
    if (!best || cost < best.cost) best = { cost, left, middle, box };
  }
  return best;
}
