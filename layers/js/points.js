// @ts-check
// All point layers on one canvas: filtered by row, spread where they crowd, stamped from symbols.
import { findLooks, symbolRadius } from "./looks.js";
import { paintNames } from "./names.js";
import { paintOutlines, prepareOutlines } from "./outlines.js";
import { isShown, isVisible, listPointLayers } from "./scene.js";
import { spreadItems } from "./spread.js";
import { stampSymbol } from "./symbols.js";
import { thinItems } from "./thinning.js";
import { project } from "./world.js";

/** @import { Arrangement, Frame, Item, Key, Pen, PointLayer } from "./types.d.ts" */
/** @import { Rows, Scene, Style } from "./types.d.ts" */

const NAMES_BELOW_FROM = 6.6; // zoom: on a smaller map symbols would cover the names
const MANY = 1500; // more rows than this stay where they are and move none of the others

export function preparePoints(/** @type {any} */ payload) {
  const { style, points } = payload;
  const layers = style.pointLayers.map((id) => [id, prepareLayer(id, points[id], style)]);
  return Object.fromEntries(layers);
}

/** @param {string} id @param {Rows} rows @param {Style} style @returns {PointLayer} */
export function prepareLayer(id, rows, style) {
  const layerStyle = style.layers[id];
  return {
    id,
    rows,
    places: rows.at.map((at) => (at ? project(...at) : null)),
    looks: findLooks(rows, layerStyle),
    ground: layerStyle.look.ground,
    dense: rows.id.length > MANY,
    outlines: rows.outlines ? prepareOutlines(rows.outlines) : [],
  };
}

/**
 * Items of the visible layers with their pixel offsets; kept until the zoom or a layer changes.
 * @param {Scene} scene @param {number} zoom @returns {Arrangement}
 */
function arrangeItems(scene, zoom) {
  const visible = listPointLayers(scene).filter((id) => isVisible(scene, id));
  const key = [zoom, scene.state.own, ...visible].join("|");
  if (scene.view.arrangement?.key === key) return scene.view.arrangement;
  /** @type {Arrangement} */
  const arrangement = { key, layers: {} };
  /** @type {Item[]} */
  let crowd = [];
  for (const id of visible) {
    const layer = scene.data.layers[id];
    const items = makeItems(layer, zoom);
    arrangement.layers[id] = items;
    if (!layer.ground && !layer.dense) {
      crowd = crowd.concat(/** @type {Item[]} */ (items.filter(Boolean)));
    }
  }
  // Symbols of all layers share the ground: all of them keep clear of one another.
  // On a small map they may overlap a little rather than drift out of their county.
  spreadItems(crowd, Math.max(0.72, Math.min(1.12, 0.25 * zoom - 0.65)));
  scene.view.arrangement = arrangement;
  return arrangement;
}

function makeItems(/** @type {PointLayer} */ { id, places, looks, ground, dense }, zoom) {
  const scale = 2 ** zoom;
  const small = dense ? 0.6 : 1;
  return places.map((place, row) => {
    if (!place) return null;
    const radius = symbolRadius(looks[row], zoom) * small;
    return { layer: id, row, x: place.x * scale, y: place.y * scale, dx: 0, dy: 0, radius, ground };
  });
}

/** Items that the filter shows, one for each few pixels of a dense layer. */
function listShownItems(/** @type {Scene} */ scene, /** @type {Frame} */ frame) {
  const { layers } = arrangeItems(scene, frame.zoom);
  return Object.entries(layers).flatMap(([id, items]) => {
    const rows = /** @type {Item[]} */ (
      items.filter((item) => item && isShown(scene, id, item.row))
    );
    const thin = scene.data.layers[id].dense && rows.length > MANY;
    return thin ? thinItems(rows, frame) : rows;
  });
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintPoints(pen, frame, scene) {
  const items = listShownItems(scene, frame);
  paintOutlines(pen, frame, scene);
  const namesOnTop = frame.zoom < NAMES_BELOW_FROM;
  if (!namesOnTop) paintNames(pen, frame, scene, items);
  paintLeaders(pen, frame, items, scene.view.palette);
  for (const item of items) paintItem(pen, frame, item, scene);
  if (namesOnTop) paintNames(pen, frame, scene, items);
  paintEmphasis(pen, frame, items, scene);
  scene.view.items = items;
  scene.view.hits = null; // made when the pointer first asks
}

/** What is selected or pointed at, once more and on top. */
function paintEmphasis(pen, frame, /** @type {Item[]} */ items, /** @type {Scene} */ scene) {
  const { selected } = scene.state;
  const { hovered } = scene.choices;
  if (!selected && !hovered) return;
  const matches = (/** @type {Item} */ item, /** @type {Key | null | undefined} */ key) =>
    key && key[0] === item.layer && key[1] === scene.data.layers[item.layer].rows.id[item.row];
  for (const item of items) {
    if (matches(item, selected)) paintItem(pen, frame, item, scene, "selected");
    else if (matches(item, hovered)) paintItem(pen, frame, item, scene, "hovered");
  }
}

/** @param {Pen} pen @param {Frame} frame @param {Item} item @param {Scene} scene */
function paintItem(pen, frame, item, { data, view }, emphasis = "") {
  const x = item.x + item.dx + frame.x;
  const y = item.y + item.dy + frame.y;
  if (x < -40 || y < -40 || x > frame.size.x + 40 || y > frame.size.y + 40) return;
  const look = data.layers[item.layer].looks[item.row];
  const dress = { theme: view.theme, style: data.style, emphasis };
  const { canvas, half } = stampSymbol(look, item.radius, dress);
  pen.drawImage(canvas, x - half, y - half, half * 2, half * 2);
}

/** Thin lines from symbols that were moved to their true places, which are dots. */
function paintLeaders(/** @type {Pen} */ pen, frame, /** @type {Item[]} */ items, palette) {
  const far = items.filter(({ dx, dy, radius }) => (dx || dy) && Math.hypot(dx, dy) > radius * 1.1);
  pen.beginPath();
  for (const { x, y, dx, dy } of far) {
    pen.moveTo(x + frame.x, y + frame.y);
    pen.lineTo(x + dx + frame.x, y + dy + frame.y);
  }
  pen.strokeStyle = palette.text_soft;
  pen.globalAlpha = 0.75;
  pen.lineWidth = 0.9;
  pen.stroke();
  pen.globalAlpha = 1;
  pen.fillStyle = palette.text_soft;
  pen.beginPath();
  for (const { x, y } of far) {
    pen.moveTo(x + frame.x + 1.8, y + frame.y);
    pen.arc(x + frame.x, y + frame.y, 1.8, 0, 2 * Math.PI);
  }
  pen.fill();
}
