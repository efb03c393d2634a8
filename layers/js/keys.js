// @ts-check
// The map by keyboard: arrow keys go from symbol to symbol, Enter picks; a live region tells.
import { askForSearch } from "./address.js";
import { findNext } from "./directions.js";
import { openDisc } from "./discs.js";
import { listSteps, measureSteps, walkAlong } from "./lines.js";
import { markItem } from "./pointer.js";
import { isVisible, listShownBelts } from "./scene.js";
import { make } from "./shared/elements.js";
import { keyOf } from "./targets.js";
import { describeTarget } from "./tooltip.js";
import { project, unproject } from "./world.js";

/** @import { Belt, Disc, Item, Point, Scene } from "./types.d.ts" */
/** @typedef {Point & { item: Item | null, belt: Belt | null }} Thing its place in pixels of the world */

/** @type {Record<string, [across: number, down: number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The middle of the map in world coordinates. */
function findMiddle(/** @type {Scene} */ { map }) {
  const { lat, lng } = map.getCenter();
  return project(lng, lat);
}

/** Bring a thing into view, mark it, tell it. @param {Scene} scene @param {Thing} thing */
function visit(scene, thing, /** @type {Point} */ place, /** @type {HTMLElement} */ voice) {
  const { lat, lon } = unproject(place.x, place.y);
  scene.map.panInside([lat, lon], { padding: [60, 60], animate: false });
  markItem(scene, keyOf(scene, thing));
  const lines = describeTarget(scene, { ...thing, county: null, prefecture: null, belts: [] }).map(
    ({ textContent }) => textContent,
  );
  voice.textContent = lines.join(" · ");
}

/** What the arrow keys lead to: symbols, and belts at their names or their middles. @returns {Thing[]} */
function listThings(/** @type {Scene} */ scene) {
  const scale = 2 ** scene.map.getZoom();
  const symbols = scene.view.items
    .filter(({ ground, form }) => !ground && form !== "glyph")
    .map((item) => ({ item, belt: null, x: item.x + item.dx, y: item.y + item.dy }));
  const belts = isVisible(scene, "axis") ? listShownBelts(scene) : [];
  const lines = belts.map((belt) => {
    const { x, y } = findBeltMiddle(scene, belt);
    return { item: null, belt, x: x * scale, y: y * scale };
  });
  return [...symbols, ...lines];
}

/** The middle of a belt's name, or of its line where there is no name. @returns {Point} */
function findBeltMiddle(/** @type {Scene} */ { view }, /** @type {Belt} */ { id, line }) {
  const signs = view.beltNames.find((name) => name.id === id)?.signs;
  if (signs) return signs[Math.floor(signs.length / 2)];
  const steps = listSteps(line);
  return walkAlong(steps, measureSteps(steps) / 2);
}

/** Enter: a disc opens, anything else is selected. */
function pick(/** @type {Scene} */ scene, /** @type {Thing} */ thing, select) {
  if (thing.item?.members) openDisc(scene, /** @type {Disc} */ (thing.item));
  else select(thing);
}

/** "/" leads to the search of the page, from the map too. */
function wireSearch() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    askForSearch();
  });
}

/** @param {Scene} scene @param {(thing: Thing) => void} select */
export function wireKeys(scene, select) {
  const { map } = scene;
  wireSearch();
  const container = map.getContainer();
  const voice = make("div", { class: "atlas-voice", "aria-live": "polite" });
  container.append(voice);
  /** What was told last, and its place in the world. */
  let current = /** @type {{ thing: Thing, place: Point } | null} */ (null);
  container.addEventListener("keydown", (event) => {
    if (event.target !== container) return;
    if (event.key === "Enter" && current) pick(scene, current.thing, select);
    const way = WAYS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation(); // Leaflet's arrow keys move the map; here it follows the symbols
    const scale = 2 ** map.getZoom();
    const from = current?.place || findMiddle(scene);
    const thing = findNext(listThings(scene), { x: from.x * scale, y: from.y * scale }, way);
    if (!thing) return;
    const place = { x: thing.x / scale, y: thing.y / scale };
    current = { thing, place };
    visit(scene, thing, place, voice);
  });
}
