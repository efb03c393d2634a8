// @ts-check
// The map by keyboard: arrow keys go from symbol to symbol, Enter picks; a live region tells.
import { findNextItem } from "./directions.js";
import { openDisc } from "./discs.js";
import { markItem } from "./pointer.js";
import { make } from "./shared/elements.js";
import { keyOf } from "./targets.js";
import { describeItem } from "./tooltip.js";
import { project, unproject } from "./world.js";

/** @import { Disc, Item, Point, Scene } from "./types.d.ts" */

/** @type {Record<string, [across: number, down: number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The middle of the map in world coordinates. */
function findMiddle(/** @type {Scene} */ { map }) {
  const { lat, lng } = map.getCenter();
  return project(lng, lat);
}

/** Bring an item into view, mark it, tell it. @param {Scene} scene @param {Item} item */
function visit(scene, item, /** @type {Point} */ place, /** @type {HTMLElement} */ voice) {
  const { lat, lon } = unproject(place.x, place.y);
  scene.map.panInside([lat, lon], { padding: [60, 60], animate: false });
  markItem(scene, keyOf(scene, item));
  const lines = describeItem(scene, item).map(({ textContent }) => textContent);
  voice.textContent = lines.join(" · ");
}

/** @param {Scene} scene @param {(item: Item) => void} select */
export function wireKeys(scene, select) {
  const { map } = scene;
  const container = map.getContainer();
  const voice = make("div", { class: "atlas-voice", "aria-live": "polite" });
  container.append(voice);
  /** The item that was told last, and its place in the world. */
  let current = /** @type {{ item: Item, place: Point } | null} */ (null);
  container.addEventListener("keydown", (event) => {
    if (event.target !== container) return;
    if (event.key === "Enter" && current) {
      if (current.item.members) openDisc(scene, /** @type {Disc} */ (current.item));
      else select(current.item);
    }
    const way = WAYS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation(); // Leaflet's arrow keys move the map; here it follows the symbols
    const scale = 2 ** map.getZoom();
    const from = current?.place || findMiddle(scene);
    const items = scene.view.items.filter(({ ground, form }) => !ground && form !== "glyph");
    const item = findNextItem(items, { x: from.x * scale, y: from.y * scale }, way);
    if (!item) return;
    const place = { x: (item.x + item.dx) / scale, y: (item.y + item.dy) / scale };
    current = { item, place };
    visit(scene, item, place, voice);
  });
}
