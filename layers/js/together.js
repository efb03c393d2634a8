// @ts-check
// Maps of one page that show the same view and layers: what the reader does to one, the others
// follow. Each map has a frame of its own; it finds its siblings among the frames of the page.
import { findPage } from "./address.js";
import { findMaps } from "./shared/frames.js";

/** @import { Scene } from "./types.d.ts" */

let following = false;

/** Tell the siblings what this map does. @param {Scene} scene */
export function wireSiblings(scene) {
  const { map } = scene;
  const tellSiblings = (news) => {
    const page = scene.state.together && !following ? findPage() : null;
    if (!page) return;
    for (const sibling of findMaps(page, window)) sibling.follow?.(news);
  };
  map.on("move", () => {
    const { lat, lng } = map.getCenter();
    tellSiblings({ view: { at: [lat, lng], zoom: map.getZoom() } });
  });
  map.getContainer().addEventListener("change", ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    if (box.dataset.layer) tellSiblings({ layer: { id: box.dataset.layer, on: box.checked } });
  });
}

/**
 * Take the view of a sibling, or a layer that was switched there.
 * @param {Scene} scene
 * @param {{ view?: { at: [number, number], zoom: number }, layer?: any }} news
 * @param {(layer: string, on: boolean) => void} toggle
 */
export function followSibling({ map, state }, { view, layer }, toggle) {
  if (!state.together) return;
  following = true;
  if (view) map.setView(view.at, view.zoom, { animate: false });
  if (layer) toggle(layer.id, layer.on);
  following = false;
}
