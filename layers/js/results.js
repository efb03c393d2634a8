// @ts-check
// The few rows that a filter leaves come forward: larger, named, and a button leads to them.
import { BESIDE } from "./placement.js";
import { countRows, findWord, isShown, isVisible, listPointLayers } from "./scene.js";
import { make } from "./shared/elements.js";

/** @import { Item, Scene } from "./types.d.ts" */

const FEW = 12; // rows of a layer
const NAMED_FROM = 8.5; // zoom from which what is filtered is named, few or many
const LARGER = 1.35;
const NAME_SIZE = 13; // pixels
const NEARER = 0.4; // levels of zoom that the button must gain

/** Layers of which the filter leaves a few rows. @param {Scene} scene */
export function findResultLayers(scene) {
  const { state, data, view } = scene;
  return listPointLayers(scene).filter((id) => {
    if (!view.tests[id] || !isVisible(scene, id) || state.pins?.length || state.reach) return false;
    if (data.layers[id].ground || state.quiet?.includes(id)) return false;
    const [count, total] = countRows(scene, id);
    return count > 0 && count <= FEW && count < total;
  });
}

/** By how much a symbol grows. @param {Scene} scene @param {Item} item */
export function findGrowth({ view }, { layer, form }) {
  return form === "symbol" && view.results.includes(layer) ? LARGER : 1;
}

/** Write the names of results beside their symbols. @param {Scene} scene @param {Item[]} items */
export function nameResults(/** @type {any} */ writer, scene, items) {
  const { data, state, view } = scene;
  const { zoom, scale } = writer.frame;
  const look = { size: NAME_SIZE, weight: 600, colour: view.palette.text };
  const shifts = BESIDE.map(([across, down]) => [across + 6, down]);
  view.named = [];
  for (const { layer, row, x, y, dx, dy, form, ground } of items) {
    const isNear = zoom >= NAMED_FROM && view.tests[layer] && !state.quiet?.includes(layer);
    if (form !== "symbol" || ground || !(view.results.includes(layer) || isNear)) continue;
    const { rows } = data.layers[layer];
    const name = rows[state.lang]?.[row] || rows.zh[row];
    const place = { x: (x + dx) / scale, y: (y + dy) / scale };
    const rule = { shifts, centred: false, clear: zoom >= NAMED_FROM };
    if (writer.write(name, place, look, rule)) view.named.push(name);
  }
}

/** What holds every result; null where there is none. @param {Scene} scene */
function findBounds(scene) {
  const bounds = L.latLngBounds([]);
  let count = 0;
  for (const layer of scene.view.results) {
    scene.data.layers[layer].rows.at.forEach((at, row) => {
      if (!at || !isShown(scene, layer, row)) return;
      bounds.extend([at[1], at[0]]);
      count += 1;
    });
  }
  return count ? { bounds, count } : null;
}

const findZoom = (/** @type {Scene} */ { map }, bounds) =>
  Math.min(11, map.getBoundsZoom(bounds.pad(0.25)));

/** A button that leads to the results. */
export function addResultsButton(/** @type {Scene} */ scene) {
  const button = make("button", { class: "atlas-results", type: "button", hidden: "" });
  L.DomEvent.disableClickPropagation(button);
  button.addEventListener("click", () => {
    const results = findBounds(scene);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!results) return;
    const { bounds } = results;
    scene.map.setView(bounds.getCenter(), findZoom(scene, bounds), { animate: !calm });
  });
  scene.map.getContainer().append(button);
  scene.map.on("moveend", () => updateResultsButton(scene));
  return button;
}

/** Offer the way to the results where they are out of sight, or small in it. */
export function updateResultsButton(/** @type {Scene} */ scene) {
  const button = scene.parts?.results;
  const results = button && findBounds(scene);
  if (!button || !results) {
    if (button) button.hidden = true;
    return;
  }
  const { map } = scene;
  const isSeen = map.getBounds().contains(results.bounds);
  button.hidden = isSeen && findZoom(scene, results.bounds) < map.getZoom() + NEARER;
  button.textContent = findWord(scene, "results.zoom").replace("{n}", String(results.count));
}
