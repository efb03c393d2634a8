// @ts-check
// Words along a line: each sign stands upright on the line's side, from left to right.
import { listSteps, measureSteps, walkAlong } from "./lines.js";
import { boxesMeet, isInside } from "./placement.js";

/** @import { Point } from "./types.d.ts" */
/** @import { Box } from "./placement.js" */
/** @typedef {Point & { text: string, angle: number }} Sign */

const SHARPEST = 0.3; // radians between neighbouring signs
const LEAST_APART = 0.72; // of a sign's width
const SMOOTH = 14; // pixels on either side, over which a bend is rounded
const STEPS = 24; // places along the line that are tried
const MOST_COVERED = 0.3; // of the boxes of a name, by symbols

/**
 * Find the best place of words along a line; null where they do not fit.
 * @param {Point[]} line pixels
 * @param {{ signs: { text: string, width: number }[], size: number, off: number }} words
 *     `off`: pixels between the line and the middle of the signs
 * @param {{ names: Box[], symbols: Box[], sight: Box }} taken
 * @returns {{ signs: Sign[], boxes: Box[] } | null}
 */
export function letterLine(line, { signs, size, off }, taken) {
  const steps = listSteps(line);
  const width = signs.reduce((sum, sign) => sum + sign.width, 0);
  const room = measureSteps(steps) - width;
  if (room < 0) return null;
  const tries = Array.from({ length: 2 * (STEPS + 1) }, (_, number) => {
    const part = Math.floor(number / 2) / STEPS;
    const isBelow = number % 2 === 1;
    const lettered = placeSigns(steps, room * part, signs, isBelow ? off : -off);
    const boxes = boxSigns(lettered, size);
    const share = findShareCovered(boxes, taken);
    const cost = share + 0.5 * Math.abs(part - 0.5) + (isBelow ? 0.02 : 0);
    return { cost, signs: lettered, boxes };
  });
  const best = tries.reduce((least, place) => (place.cost < least.cost ? place : least));
  return Number.isFinite(best.cost) ? best : null;
}

/** How much of a name covers symbols; infinite where it may not stand. @param {Box[]} boxes */
function findShareCovered(boxes, { names, symbols, sight }) {
  const isFree = (/** @type {Box} */ box) =>
    isInside(box, sight) && !names.some((/** @type {Box} */ name) => boxesMeet(box, name));
  if (!boxes.length || !boxes.every(isFree)) return Number.POSITIVE_INFINITY;
  const share = countCovered(boxes, symbols) / boxes.length;
  return share > MOST_COVERED ? Number.POSITIVE_INFINITY : share;
}

/** Signs from `start` on, never upside down; none round too sharp a bend. @returns {Sign[]} */
function placeSigns(steps, start, signs, /** @type {number} */ off) {
  const width = signs.reduce((sum, sign) => sum + sign.width, 0);
  const first = walkAlong(steps, start);
  const last = walkAlong(steps, start + width);
  const way = first.x <= last.x ? 1 : -1; // against the line, where it leads to the left
  let along = way > 0 ? start : start + width;
  /** @type {Sign[]} */
  const lettered = [];
  for (const { text, width: step } of signs) {
    const middle = along + (way * step) / 2;
    const before = walkAlong(steps, middle - way * SMOOTH);
    const after = walkAlong(steps, middle + way * SMOOTH);
    const angle = Math.atan2(after.y - before.y, after.x - before.x);
    const { x, y } = walkAlong(steps, middle);
    const sign = { text, angle, x: x - Math.sin(angle) * off, y: y + Math.cos(angle) * off };
    const previous = lettered[lettered.length - 1];
    if (Math.abs(angle) > Math.PI / 2 + 0.02 || (previous && isCramped(previous, sign, step))) {
      return [];
    }
    lettered.push(sign);
    along += way * step;
  }
  return lettered;
}

/** Whether two signs turn away from one another, or into one another on the inside of a bend. */
function isCramped(
  /** @type {Sign} */ previous,
  /** @type {Sign} */ sign,
  /** @type {number} */ step,
) {
  const apart = Math.hypot(sign.x - previous.x, sign.y - previous.y);
  return Math.abs(sign.angle - previous.angle) > SHARPEST || apart < step * LEAST_APART;
}

/** A box for each piece of the words that is about as wide as high. @returns {Box[]} */
function boxSigns(/** @type {Sign[]} */ signs, /** @type {number} */ size) {
  const half = size * 0.6;
  /** @type {Sign[]} */
  const spaced = [];
  signs.forEach((sign, place) => {
    const last = spaced[spaced.length - 1];
    const isEnd = place === signs.length - 1;
    if (!last || isEnd || Math.hypot(sign.x - last.x, sign.y - last.y) >= half) spaced.push(sign);
  });
  return spaced.map(({ x, y }) => [x - half, y - half, x + half, y + half]);
}

const countCovered = (/** @type {Box[]} */ boxes, /** @type {Box[]} */ symbols) =>
  boxes.filter((box) => symbols.some((symbol) => boxesMeet(box, symbol))).length;
