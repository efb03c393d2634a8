// @ts-check
// What the map really shows, for whoever asks: tests, benchmarks and the page around it.
import { isShown, isVisible, listRecords, listShownRecords } from "./scene.js";
import { ORIGIN, unproject } from "./world.js";

/** @import { Point, Scene } from "./types.d.ts" */

/** Ids that the last frame drew, by layer; areas and belts too. */
export function listDrawn(/** @type {Scene} */ scene) {
  const { layers, style } = scene.data;
  /** @type {Record<string, string[]>} */
  const ids = {};
  for (const [layer, { records }] of Object.entries(style.layers)) {
    if (!isVisible(scene, layer)) continue;
    if (records) ids[layer] = listShownRecords(scene, records).map(({ id }) => id);
    else if (layers[layer]) ids[layer] = [];
  }
  for (const { layer, row } of scene.view.items) ids[layer].push(layers[layer].rows.id[row]);
  return ids;
}

/** Ids of the reader's rows whose outline the last frame drew. */
export function listOutlined(/** @type {Scene} */ { data, view }) {
  return view.outlines.map(({ row }) => data.layers[data.style.ownLayer].rows.id[row]);
}

/** Places that are shaded because a document names what is looked for: "layer:id". */
export function listShaded(/** @type {Scene} */ { state }) {
  return Object.keys(state.shaded || {});
}

/** Names of areas that the last frame wrote, and where the middle of each is. */
export function listNames(/** @type {Scene} */ { view }) {
  return view.names.map(({ id, text, badge, x, y }) => ({ id, text, badge, ...unproject(x, y) }));
}

/**
 * Where a symbol stands, or the label point of an area, in pixels of the frame; null if not drawn.
 * @param {Scene} scene @param {string} layer @param {string} id
 * @returns {Point | null}
 */
export function locateOnScreen(scene, layer, id) {
  const scale = 2 ** scene.map.getZoom();
  const items = scene.view.arrangement?.layers[layer];
  if (items) {
    const item = items[scene.data.layers[layer].rows.id.indexOf(id)];
    if (!item || !isShown(scene, layer, item.row)) return null;
    return inFrame(scene, item.x + item.dx, item.y + item.dy);
  }
  const area = (listRecords(scene, layer) || []).find((record) => record.id === id);
  return area?.label ? inFrame(scene, area.label.x * scale, area.label.y * scale) : null;
}

/** World pixels of the current zoom → pixels of the frame. */
function inFrame(/** @type {Scene} */ { map }, /** @type {number} */ x, /** @type {number} */ y) {
  const scale = 2 ** map.getZoom();
  const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  const box = map.getContainer().getBoundingClientRect();
  return {
    x: x + ORIGIN.x * scale - corner.x + box.left,
    y: y + ORIGIN.y * scale - corner.y + box.top,
  };
}
