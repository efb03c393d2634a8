// @ts-check
/** @import { Frame, Item } from "./types.d.ts" */

const CELL = 4; // pixels; where more points than one fall into a cell, one is drawn
const MARGIN = 40;

/**
 * Keep one item a cell and only what is in sight: nobody sees more, and a hundred thousand
 * stay quick.
 * @param {Item[]} items @param {Pick<Frame, "x" | "y" | "size">} frame
 */
export function thinItems(items, frame) {
  const width = frame.size.x + 2 * MARGIN;
  const height = frame.size.y + 2 * MARGIN;
  const across = Math.ceil(width / CELL);
  const taken = new Uint8Array(across * Math.ceil(height / CELL));
  return items.filter((item) => {
    const x = item.x + frame.x + MARGIN;
    const y = item.y + frame.y + MARGIN;
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const cell = Math.floor(y / CELL) * across + Math.floor(x / CELL);
    if (taken[cell]) return false;
    taken[cell] = 1;
    return true;
  });
}
