// @ts-check
// What the map really shows, for whoever asks: tests, benchmarks and the page around it.
import { findShownItem } from "./arrangement.js";
import { listCorridors } from "./belts.js";
import { findDisc, listMembers } from "./discs.js";
import { isVisible, listRecords, listShownRecords } from "./scene.js";
import { measureKilometre, ORIGIN, unproject } from "./world.js";

/** @import { Point, Scene } from "./types.d.ts" */

/** Ids that the last frame drew, by layer, those of a disc too; areas and belts as well. */
export function listDrawn(/** @type {Scene} */ scene) {
  const { layers, style } = scene.data;
  /** @type {Record<string, string[]>} */
  const ids = {};
  for (const [layer, { records }] of Object.entries(style.layers)) {
    if (!isVisible(scene, layer)) continue;
    if (layer === "corridor") ids[layer] = listCorridors(scene).map(({ id }) => id);
    else if (records) ids[layer] = listShownRecords(scene, records).map(({ id }) => id);
    else if (layers[layer]) ids[layer] = [];
  }
  const rows = scene.view.items.flatMap((item) => listMembers(scene, item));
  rows.sort((left, right) => left.row - right.row);
  for (const { layer, row } of rows) ids[layer].push(layers[layer].rows.id[row]);
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

/** How far from its place each symbol stands, in km, and whether a disc stands for it. */
export function listOffsets(/** @type {Scene} */ scene) {
  const { layers } = scene.data;
  return scene.view.items.flatMap((drawn) =>
    listMembers(scene, drawn).map(({ layer, row, x, y }) => {
      const place = /** @type {Point} */ (layers[layer].places[row]);
      const pixels = Math.hypot(drawn.x + drawn.dx - x, drawn.y + drawn.dy - y);
      const km = pixels / 2 ** scene.map.getZoom() / measureKilometre(place);
      return { layer, id: layers[layer].rows.id[row], km, gathered: Boolean(drawn.members) };
    }),
  );
}

/** Names of areas that the last frame wrote, and where the middle of each is. */
export function listNames(/** @type {Scene} */ { view }) {
  return view.names.map(({ id, text, badge, x, y }) => ({ id, text, badge, ...unproject(x, y) }));
}

/** What the names of areas and points take of the frame, in pixels. */
export function listNameBoxes(/** @type {Scene} */ scene) {
  const scale = 2 ** scene.map.getZoom();
  return scene.view.nameBoxes.map(({ text, west, north, east, south }) => {
    const { x: left, y: top } = inFrame(scene, west * scale, north * scale);
    const { x: right, y: bottom } = inFrame(scene, east * scale, south * scale);
    return { text, left, top, right, bottom };
  });
}

/** Names of belts along their lines: where each sign stands in the frame, and its turn. */
export function listBeltNames(/** @type {Scene} */ scene) {
  const scale = 2 ** scene.map.getZoom();
  return scene.view.beltNames.map(({ id, text, signs }) => ({
    id,
    text,
    signs: signs.map(({ x, y, angle }) => ({ ...inFrame(scene, x * scale, y * scale), angle })),
  }));
}

/**
 * Where a symbol stands, or the label point of an area, in pixels of the frame; null if not drawn.
 * @param {Scene} scene @param {string} layer @param {string} id
 * Of a row in a disc the place of the disc, and how many `members` it has.
 * @returns {(Point & { members?: number }) | null}
 */
export function locateOnScreen(scene, layer, id) {
  const scale = 2 ** scene.map.getZoom();
  if (scene.view.arrangement?.layers[layer]) {
    const item = findShownItem(scene, layer, id);
    if (!item) return null;
    const disc = findDisc(scene, item);
    const { x, y, dx, dy } = disc || item;
    return { ...inFrame(scene, x + dx, y + dy), members: disc?.number || 1 };
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
