// @ts-check
// All point layers on one canvas: items as they are arranged, stamped from symbols.
import { findShownItem, listShownItems, MANY } from "./arrangement.js";
import { paintDisc } from "./disc_symbol.js";
import { findLooks, symbolRadius } from "./looks.js";
import { isFaint } from "./marks.js";
import { paintNames } from "./names.js";
import { paintOutlines, prepareOutlines } from "./outlines.js";
import { paintPossibleArea } from "./possible_area.js";
import { judgeRow } from "./reach.js";
import { findGrowth } from "./results.js";
import { stampSymbol } from "./symbols.js";
import { project } from "./world.js";

/** @import { Frame, Item, Key, Pen, PointLayer, Rows, Scene, Style } from "./types.d.ts" */

const NAMES_BELOW_FROM = 8; // zoom: on a smaller map symbols would cover the names
const GHOST = 0.22; // how much is left of what is not proven

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

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintPoints(pen, frame, scene) {
  const items = listShownItems(scene, frame);
  paintOutlines(pen, frame, scene);
  const namesOnTop = frame.zoom < NAMES_BELOW_FROM;
  if (!namesOnTop) paintNames(pen, frame, scene, items);
  paintLeaders(pen, frame, items, scene.view.palette);
  for (const item of items) {
    if (item.members) paintDisc(pen, frame, item, scene);
    else paintItem(pen, frame, item, scene);
  }
  if (namesOnTop) paintNames(pen, frame, scene, items);
  paintEmphasis(pen, frame, scene);
  scene.view.items = items;
  scene.view.hits = null; // made when the pointer first asks
}

/** What is selected or pointed at, once more and on top, in the area where it may lie. */
function paintEmphasis(/** @type {Pen} */ pen, frame, /** @type {Scene} */ scene) {
  const { selected } = scene.state;
  const { hovered } = scene.choices;
  const paint = (/** @type {Key | null | undefined} */ key, emphasis) => {
    const item = key && findShownItem(scene, ...key);
    if (!item) return;
    paintPossibleArea(pen, frame, item, scene);
    paintItem(pen, frame, showWhole(item, frame, scene), scene, emphasis);
  };
  if (String(hovered) !== String(selected)) paint(hovered, "hovered");
  paint(selected, "selected");
}

/** An item with its true symbol, which a small form stands for. @returns {Item} */
function showWhole(/** @type {Item} */ item, /** @type {Frame} */ { zoom }, { data }) {
  if (item.form === "pin" || item.form === "symbol") return item;
  const look = data.layers[item.layer].looks[item.row];
  return { ...item, form: "symbol", radius: symbolRadius(look, zoom) };
}

/** @param {Pen} pen @param {Frame} frame @param {Item} item @param {Scene} scene */
function paintItem(pen, frame, item, scene, emphasis = "") {
  const { layer, row, form, number } = item;
  const radius = item.radius * findGrowth(scene, item);
  const x = item.x + item.dx + frame.x;
  const y = item.y + item.dy + frame.y;
  if (x < -40 || y < -40 || x > frame.size.x + 40 || y > frame.size.y + 40) return;
  const { data, view } = scene;
  const look = data.layers[layer].looks[row];
  const verdict = judgeRow(scene, layer, row);
  const dress = { theme: view.theme, style: data.style, emphasis, form, number, verdict };
  const { canvas, half } = stampSymbol(look, radius, dress);
  pen.globalAlpha = isFaint(scene, layer, row) && !emphasis ? GHOST : 1;
  pen.drawImage(canvas, x - half, y - half, half * 2, half * 2);
  pen.globalAlpha = 1;
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
  pen.lineWidth = 1.2;
  pen.stroke();
  pen.fillStyle = palette.text_soft;
  pen.beginPath();
  for (const { x, y } of far) {
    pen.moveTo(x + frame.x + 1.8, y + frame.y);
    pen.arc(x + frame.x, y + frame.y, 1.8, 0, 2 * Math.PI);
  }
  pen.fill();
}
