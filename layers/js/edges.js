// @ts-check
// What no name may cross: the edge of the map, and what of the page and the map's own controls lies
// over it.
import { readPanels } from "./address.js";

/** @import { Frame, Scene } from "./types.d.ts" */
/** @import { Box } from "./placement.js" */

const MARGIN = 0.12 / 1.24; // of the canvas, on each side out of sight; see `sheet.js`

/** The part of the canvas that is in sight. @param {Frame} frame @returns {Box} */
export function findSight({ size }) {
  const across = size.x * MARGIN;
  const down = size.y * MARGIN;
  return [across, down, size.x - across, size.y - down];
}

/** Where panels lie on the canvas. @param {Scene} scene @param {Frame} frame @returns {Box[]} */
export function listPanels({ state }, frame) {
  const [left, top, right, bottom] = findSight(frame);
  const panels = readPanels(Boolean(state.selected));
  const low = state.selected || state.claims ? panels.bottom : 0;
  /** @type {Box[]} */
  const boxes = [
    [left, top, left + panels.left, bottom],
    [right - panels.right, top, right, bottom],
    [left, bottom - low, right, bottom],
  ];
  return boxes.filter((_, side) => [panels.left, panels.right, low][side] > 0);
}

/** Where the map's own controls lie on the canvas. @param {Scene} scene @param {Frame} frame */
export function listControls({ map }, frame) {
  const [left, top] = findSight(frame);
  const corner = map.getContainer().getBoundingClientRect();
  const [x, y] = [left - corner.left, top - corner.top];
  return [...map.getContainer().querySelectorAll(".leaflet-control, .atlas-results")]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map((box) => /** @type {Box} */ ([box.left + x, box.top + y, box.right + x, box.bottom + y]));
}
