// @ts-check
// Along a line of points: how long it is, where one stands on it, what on it is nearest.
/** @import { Point } from "./types.d.ts" */

/** @typedef {{ from: Point, to: Point, start: number, length: number }} Step */

/** The straight pieces of a line, each with where it starts. @param {Point[]} line @returns {Step[]} */
export function listSteps(line) {
  let start = 0;
  return line.slice(1).map((to, place) => {
    const from = line[place];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    start += length;
    return { from, to, start: start - length, length };
  });
}

/** How long the pieces are together. @param {Step[]} steps */
export const measureSteps = (steps) => {
  const last = steps[steps.length - 1];
  return last ? last.start + last.length : 0;
};

/** The point so far along; before the start and behind the end the line goes straight on. */
export function walkAlong(/** @type {Step[]} */ steps, /** @type {number} */ along) {
  const step =
    steps.find(({ start, length }) => along <= start + length) || steps[steps.length - 1];
  const share = (along - step.start) / (step.length || 1);
  return {
    x: step.from.x + share * (step.to.x - step.from.x),
    y: step.from.y + share * (step.to.y - step.from.y),
  };
}

/** How far a point is from a line, and where along it the nearest point lies. */
export function findNearest(/** @type {Step[]} */ steps, /** @type {Point} */ { x, y }) {
  let nearest = { distance: Number.POSITIVE_INFINITY, along: 0 };
  for (const { from, to, start, length } of steps) {
    const across = to.x - from.x;
    const down = to.y - from.y;
    const square = length * length || 1;
    const share = ((x - from.x) * across + (y - from.y) * down) / square;
    const part = Math.max(0, Math.min(1, share));
    const distance = Math.hypot(from.x + part * across - x, from.y + part * down - y);
    if (distance < nearest.distance) nearest = { distance, along: start + part * length };
  }
  return nearest;
}

/** Every point of a line moved and scaled. @param {Point[]} line @param {Point & { scale: number }} by */
export const placeLine = (line, { x, y, scale }) =>
  line.map((point) => ({ x: point.x * scale + x, y: point.y * scale + y }));
