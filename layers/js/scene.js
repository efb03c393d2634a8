// @ts-check
// The one scene of this frame: what Python sent, what the reader did, and what follows from both.
import { everyRow } from "./shared/bits.js";

/** @import { Scene } from "./types.d.ts" */

/** Data, map and parts are there from `start` on. @type {any} */
const empty = null;

/** @type {Scene} */
export const scene = {
  map: empty,
  home: empty,
  options: empty,
  data: empty,
  parts: empty,
  state: { lang: "zh" },
  choices: { switched: {}, linked: null, hovered: null, proven: false },
  view: {
    theme: "light",
    palette: null,
    tiles: false,
    tests: {},
    proven: {},
    extra: [],
    arrangement: null,
    items: [],
    outlines: [],
    hits: null,
    names: [],
    nameBoxes: [],
    beltNames: [],
    results: [],
    named: [],
  },
};

/** @param {Scene} scene @param {string} key */
export function findWord({ state, data }, key) {
  return state.labels?.[key] || data.texts[state.lang]?.[key] || key;
}

/** Layers whose rows are points, in the order in which they are drawn; the own one lies on top. */
export function listPointLayers(/** @type {Scene} */ { data }) {
  const { pointLayers, ownLayer } = data.style;
  return data.layers[ownLayer] ? [...pointLayers, ownLayer] : pointLayers;
}

/** Whether a layer is on before the reader switches anything. @param {Scene} scene */
export function startsOn({ state, data }, id) {
  const wish = state.layers?.[id];
  return wish === undefined ? data.style.layers[id].on : Boolean(wish);
}

/** Layers that a link may switch: it knows nothing of the reader's own. */
export function listLinkedLayers(/** @type {Scene} */ { data }) {
  return Object.keys(data.style.layers).filter((id) => id !== data.style.ownLayer);
}

/** @param {Scene} scene @param {string} id */
export function isVisible(scene, id) {
  const { switched, linked } = scene.choices;
  if (id in switched) return switched[id];
  if (!linked || id === scene.data.style.ownLayer) return startsOn(scene, id);
  return linked.has(id);
}

/** Whether the filter shows a row of a layer. @param {Scene} scene */
export function isShown({ view }, layer, row) {
  return (view.tests[layer] || everyRow)(row);
}

/** @param {Scene} scene */
export function isSelected({ state }, layer, id) {
  return Boolean(state.selected && state.selected[0] === layer && state.selected[1] === id);
}

/** Belts that the filter shows. */
export function listShownBelts(/** @type {Scene} */ scene) {
  return scene.data.areas.belts.filter(({ row }) => isShown(scene, "belts", row));
}

/** Records of the payload that an area layer draws. @param {Scene} scene @returns {any[]} */
export function listRecords({ data }, records) {
  return records === "belts" ? data.areas.belts : data.areas.records[records];
}

/** Records of an area layer that the filter shows. @param {Scene} scene @returns {any[]} */
export function listShownRecords(scene, records) {
  return records === "belts" ? listShownBelts(scene) : listRecords(scene, records);
}

/** Rows that a layer shows, and all it has. @param {Scene} scene @returns {[number, number]} */
export function countRows(scene, id) {
  const { records } = scene.data.style.layers[id];
  if (records) return [listShownRecords(scene, records).length, listRecords(scene, records).length];
  if (!scene.data.layers[id]) return [0, 0];
  const { places } = scene.data.layers[id];
  return [places.filter((place, row) => place && isShown(scene, id, row)).length, places.length];
}
