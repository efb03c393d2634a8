// @ts-check
// Which symbol is under the pointer: a grid of cells, made anew for each frame that is asked. Which
// belt: the one whose name is there, or the nearest line.

import { addToList, cellKey, NEAR } from "./grid.js";
import { findNearest, listSteps } from "./lines.js";
import { isVisible, listShownBelts } from "./scene.js";

/** @import { Belt, Item, Point, Scene } from "./types.d.ts" */

const CELL = 40;
const GROUND = 6; // pixels by which anything else that is near wins over a point of the ground
const SMALL = ["dot", "glyph"]; // and over these

export function gridItems(/** @type {Item[]} */ items) {
  /** @type {Map<number, Item[]>} */
  const grid = new Map();
  for (const item of items)
    addToList(grid, cellKey(item.x + item.dx, item.y + item.dy, CELL), item);
  return grid;
}

/**
 * Find the nearest symbol within reach of a point, in world pixels of the current zoom.
 * @param {Map<number, Item[]>} grid
 */
export function findItemAt(grid, { x, y }, /** @type {number} */ slack) {
  /** @type {Item | null} */
  let nearest = null;
  let least = Number.POSITIVE_INFINITY;
  const key = cellKey(x, y, CELL);
  for (const item of NEAR.flatMap((step) => grid.get(key + step) || [])) {
    const distance = Math.hypot(item.x + item.dx - x, item.y + item.dy - y);
    const rank = distance + (item.ground || SMALL.includes(item.form) ? GROUND : 0);
    if (distance <= item.radius + slack && rank < least) [nearest, least] = [item, rank];
  }
  return nearest;
}

/**
 * Find the belt whose name or line is near a point of the world.
 * @param {Scene} scene @param {Point} place @param {number} slack in the world
 * @returns {Belt | null}
 */
export function findBeltAt(scene, place, slack) {
  if (!isVisible(scene, "axis") || scene.state.bare) return null;
  const belts = listShownBelts(scene);
  const scale = 2 ** scene.map.getZoom();
  const name = scene.view.beltNames.find(({ signs, size }) =>
    signs.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) * scale < size * 0.7),
  );
  if (name) return belts.find(({ id }) => id === name.id) || null;
  /** @type {Belt | null} */
  let nearest = null;
  let least = slack;
  for (const belt of belts) {
    const { distance } = findNearest(listSteps(belt.line), place);
    if (distance < least) [nearest, least] = [belt, distance];
  }
  return nearest;
}
