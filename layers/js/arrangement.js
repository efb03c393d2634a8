// @ts-check
// Where the symbols of the visible layers stand: the rows that crowd keep clear of one another.
import { foldDiscs, gatherDiscs, hasDiscs } from "./discs.js";
import { symbolRadius } from "./looks.js";
import { findForms } from "./marks.js";
import { isShown, isVisible, listPointLayers } from "./scene.js";
import { spreadItems } from "./spread.js";
import { thinItems } from "./thinning.js";

/** @import { Arrangement, Frame, Item, PointLayer, Scene } from "./types.d.ts" */

export const MANY = 1500; // more rows than this stay where they are and move none of the others

/**
 * Items of the visible layers with their pixel offsets; kept until the zoom or a layer changes.
 * @param {Scene} scene @param {number} zoom @returns {Arrangement}
 */
function arrangeItems(scene, zoom) {
  const { own, pins = [], quiet = [], reach, bare } = scene.state;
  const visible = listPointLayers(scene).filter((id) => isVisible(scene, id));
  const { proven } = scene.choices;
  const key = [zoom, own, bare, proven, Boolean(reach), ...visible, "", ...pins, "", ...quiet].join(
    "|",
  );
  if (scene.view.arrangement?.key === key) return scene.view.arrangement;
  /** @type {Arrangement} */
  const arrangement = { key, layers: {} };
  /** @type {Item[]} */
  let crowd = [];
  for (const id of visible) {
    const layer = scene.data.layers[id];
    const items = makeItems(scene, layer, zoom);
    arrangement.layers[id] = items;
    if (!layer.ground && !layer.dense) crowd = crowd.concat(items.filter(isCrowding));
  }
  // Symbols of all layers share the ground: all of them keep clear of one another.
  // On a small map they may overlap a little rather than drift out of their county; but numbers
  // are read.
  const room = Math.max(0.72, Math.min(1.12, 0.25 * zoom - 0.65));
  spreadItems(crowd, pins.length ? Math.max(1, room) : room);
  const discs = hasDiscs(scene, zoom) ? gatherDiscs(scene, crowd) : [];
  if (discs.length) spreadItems([...crowd.filter(({ disc }) => !disc), ...discs], room);
  scene.view.arrangement = arrangement;
  return arrangement;
}

/** Whether an item takes part in the spreading; what is small stays. @returns {item is Item} */
const isCrowding = (/** @type {Item | null} */ item) =>
  item !== null && item.form !== "dot" && item.form !== "glyph";

/** @param {Scene} scene @param {PointLayer} layer @returns {(Item | null)[]} */
function makeItems(scene, { id, rows, places, looks, ground, dense }, zoom) {
  const scale = 2 ** zoom;
  const small = dense || scene.state.bare ? 0.6 : 1;
  const findForm = findForms(scene, id, zoom);
  return places.map((place, row) => {
    if (!place) return null;
    const symbol = { form: "symbol", number: 0, radius: symbolRadius(looks[row], zoom) * small };
    const { form, number, radius } = findForm(rows.id[row]) || symbol;
    const at = { x: place.x * scale, y: place.y * scale, dx: 0, dy: 0 };
    return { layer: id, row, ...at, radius, ground, form, number };
  });
}

/** Items that the filter shows, one for each few pixels of a dense layer; numbers come last. */
export function listShownItems(/** @type {Scene} */ scene, /** @type {Frame} */ frame) {
  const { layers } = arrangeItems(scene, frame.zoom);
  const items = Object.entries(layers).flatMap(([id, all]) => {
    const rows = /** @type {Item[]} */ (all.filter((item) => item && isShown(scene, id, item.row)));
    const thin = scene.data.layers[id].dense && rows.length > MANY;
    return thin ? thinItems(rows, frame) : rows;
  });
  const symbols = foldDiscs(scene, items);
  const numbered = symbols.filter(({ number }) => number);
  numbered.sort((left, right) => right.number - left.number);
  return [...symbols.filter(({ number }) => !number), ...numbered];
}

/** The item of a thing that the filter shows, wherever it stands. @param {Scene} scene */
export function findShownItem(scene, /** @type {string} */ layer, /** @type {string} */ id) {
  const items = scene.view.arrangement?.layers[layer];
  const item = items?.[scene.data.layers[layer].rows.id.indexOf(id)];
  return item && isShown(scene, layer, item.row) ? item : null;
}
