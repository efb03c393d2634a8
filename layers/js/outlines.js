// @ts-check
// True shapes of the reader's own rows that are more than a point.
import { isSelected, isShown, isVisible } from "./scene.js";
import { askPaths, drawInWorld } from "./sheet.js";
import { tracePath, unrollRing } from "./world.js";

/** @import { Frame, Outline, Pen, Point, Rows, Scene } from "./types.d.ts" */

const TINY = 4; // pixels; what is smaller is hidden by its symbol
const MOST = 5000; // outlines at once
const INFINITE = Number.POSITIVE_INFINITY;

/** Outlines by row, the largest first, each with its box in the world. @returns {Outline[]} */
export function prepareOutlines(/** @type {NonNullable<Rows["outlines"]>} */ sent) {
  /** @type {Map<number, Outline>} */
  const outlines = new Map();
  sent.rows.forEach((row, place) => {
    const closed = Boolean(sent.closed[place]);
    const outline = outlines.get(row) || makeOutline(row, sent.unit, closed);
    outlines.set(row, outline);
    outline.rings.push(sent.rings[place]);
    widenBox(outline, unrollRing(sent.rings[place], sent.unit));
  });
  for (const outline of outlines.values()) {
    const [west, north, east, south] = outline.box;
    outline.size = Math.max(east - west, south - north);
  }
  return [...outlines.values()].sort((left, right) => right.size - left.size);
}

/** @returns {Outline} */
function makeOutline(/** @type {number} */ row, unit, closed) {
  return { row, unit, rings: [], closed, box: [INFINITE, INFINITE, -INFINITE, -INFINITE], size: 0 };
}

function widenBox(/** @type {Outline} */ { box }, /** @type {Point[]} */ vertices) {
  for (const { x, y } of vertices) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
}

/**
 * Outlines that are shown, in sight, and large enough to be seen at a scale.
 * @param {Scene} scene @param {number} scale @param {number[]} sight west, north, east, south
 */
function listOutlinesIn(scene, scale, [left, top, right, bottom]) {
  const { ownLayer } = scene.data.style;
  const layer = scene.data.layers[ownLayer];
  /** @type {Outline[]} */
  const outlines = [];
  if (!layer || !isVisible(scene, ownLayer)) return outlines;
  for (const outline of layer.outlines) {
    // The rest is smaller still.
    if (outline.size * scale < TINY || outlines.length === MOST) break;
    const [west, north, east, south] = outline.box;
    const inSight = west <= right && east >= left && north <= bottom && south >= top;
    if (inSight && isShown(scene, ownLayer, outline.row)) outlines.push(outline);
  }
  return outlines;
}

function pathOf(/** @type {Outline} */ outline) {
  outline.path = outline.path || tracePath(outline.rings, outline.unit, outline.closed);
  return outline.path;
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintOutlines(pen, frame, scene) {
  const { x, y, size, scale } = frame;
  const sight = [-x, -y, size.x - x, size.y - y].map((pixels) => pixels / scale);
  scene.view.outlines = listOutlinesIn(scene, scale, sight);
  drawInWorld(pen, frame, (px) => {
    for (const outline of scene.view.outlines) paintOutline(pen, px, outline, scene);
  });
}

/** @param {Pen} pen @param {Outline} outline @param {Scene} scene */
function paintOutline(pen, px, outline, scene) {
  const { palette } = scene.view;
  const { ownLayer } = scene.data.style;
  const id = scene.data.layers[ownLayer].rows.id[outline.row];
  const selected = isSelected(scene, ownLayer, id);
  const path = pathOf(outline);
  const stroke = (colour, width) => {
    pen.strokeStyle = colour;
    pen.lineWidth = px(width);
    pen.stroke(path);
  };
  if (selected) stroke(palette.selected, 6.5);
  if (outline.closed) {
    pen.globalAlpha = 0.12;
    pen.fillStyle = palette.own;
    pen.fill(path, "evenodd");
    pen.globalAlpha = 1;
  }
  stroke(palette.outline, 3.2);
  stroke(selected ? palette.selected : palette.own, 1.8);
}

/**
 * Find the smallest of the drawn outlines at a point of the world, as an item like a symbol.
 * One that fills the view is met along its line alone, else it would hide the ground.
 * @param {Scene} scene @param {Point} point @param {number} scale @param {Pen} pen
 */
export function findOutlineAt(scene, { x, y }, scale, pen) {
  const slack = 4 / scale;
  const size = scene.map.getSize();
  const wide = Math.min(size.x, size.y) / scale / 2;
  const near = listOutlinesIn(scene, scale, [x - slack, y - slack, x + slack, y + slack]);
  const holds = (/** @type {Outline} */ outline) =>
    outline.closed && outline.size < wide && pen.isPointInPath(pathOf(outline), x, y, "evenodd");
  const outline = askPaths(pen, () => {
    pen.lineWidth = 2 * slack;
    return near.findLast((shape) => holds(shape) || pen.isPointInStroke(pathOf(shape), x, y));
  });
  return outline ? { layer: scene.data.style.ownLayer, row: outline.row } : null;
}
