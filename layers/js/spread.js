// @ts-check
// Symbols that would cover one another move apart until each can be seen and hit; a thin line
// leads from each to its true place. The same rows at the same zoom always end in the same spots.
import { addToList, cellKey, NEAR } from "./grid.js";

/** @import { Item } from "./types.d.ts" */

export const SPREAD_LIMIT = 2000;
const TURN = 2.399963; // golden angle: a spiral without rows
const ROUNDS = 60;

/**
 * Set `dx` and `dy` (pixels) on items with `x`, `y` and `radius`.
 * @param {Item[]} items
 * @param {number} room 1 lets symbols just touch
 */
export function spreadItems(items, room) {
  seedSpirals(items);
  if (items.length > SPREAD_LIMIT) return;
  const cell = 2 * Math.max(1, ...items.map((item) => item.radius)) + 3;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!relaxOnce(items, cell, room)) break;
  }
}

/** Rows at one point start on a spiral around it, in the order of their table. */
function seedSpirals(/** @type {Item[]} */ items) {
  /** @type {Map<string, Item[]>} */
  const piles = new Map();
  for (const item of items) {
    item.dx = 0;
    item.dy = 0;
    addToList(piles, `${item.x.toFixed(1)}:${item.y.toFixed(1)}`, item);
  }
  for (const pile of piles.values()) {
    if (pile.length === 1) continue;
    pile.forEach((item, number) => {
      const reach = item.radius * 1.3 * Math.sqrt(number + 1);
      item.dx = Math.cos(number * TURN - 1.2) * reach;
      item.dy = Math.sin(number * TURN - 1.2) * reach;
    });
  }
}

/** One round of pushing neighbours apart; false when nobody was too near. */
function relaxOnce(/** @type {Item[]} */ items, cell, room) {
  /** @type {Map<number, number[]>} */
  const grid = new Map();
  items.forEach((item, number) => {
    addToList(grid, keyOfItem(item, cell), number);
  });
  let moved = false;
  items.forEach((item, number) => {
    for (const step of NEAR) {
      for (const other of grid.get(keyOfItem(item, cell) + step) || []) {
        if (other > number && pushApart(item, items[other], room)) moved = true;
      }
    }
  });
  return moved;
}

const keyOfItem = (/** @type {Item} */ { x, y, dx, dy }, /** @type {number} */ cell) =>
  cellKey(x + dx, y + dy, cell);

function pushApart(/** @type {Item} */ left, /** @type {Item} */ right, room) {
  const x = right.x + right.dx - left.x - left.dx;
  const y = right.y + right.dy - left.y - left.dy;
  const distance = Math.hypot(x, y) || 0.01;
  const lack = (left.radius + right.radius + 1.5) * room - distance;
  if (lack <= 0.3) return false;
  const share = (0.5 * lack) / distance;
  left.dx -= x * share;
  left.dy -= y * share;
  right.dx += x * share;
  right.dy += y * share;
  return true;
}
