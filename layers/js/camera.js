// @ts-check
// Where the map looks: home, where a link says, where Python asks it to fly; kept in the address.
import { readView, takeFlight, watchAddress, writeAddress } from "./address.js";
import { isVisible, listLinkedLayers, startsOn } from "./scene.js";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Scene } from "./types.d.ts" */

const KEEP_AFTER = 250; // milliseconds after the last move
const SHAPE = 1.3; // the province is 1.3 times as wide as it is high
const FLIGHT = 0.6; // seconds
const CLOSEST = 8.5; // zoom of a flight: symbols stand alone, the province around is in sight
const MIN_ZOOM = 4;
const LESS = 1; // than the zoom that shows the whole province
const WIDEST = 47; // degrees of longitude: as wide as the map's limits

let homeView = "";

/** The zoom below which the province is lost in its surroundings, or these end. */
function findMinZoom(/** @type {LeafletMap} */ map) {
  const widest = Math.log2((map.getSize().x / WIDEST) * (360 / 256));
  return Math.max(MIN_ZOOM, map.getZoom() - LESS, widest);
}

/** Show the whole province, clear of the legend where there is room beside it. */
export function goHome(/** @type {Scene} */ { map, home, state }) {
  const size = map.getSize();
  const left = state.bare ? 8 : Math.max(8, Math.min(256, size.x - SHAPE * size.y - 16));
  const padding = { paddingTopLeft: [left, 8], paddingBottomRight: [8, 24] };
  map.setMinZoom(MIN_ZOOM); // of the window before
  map.fitBounds(home, { animate: false, .../** @type {any} */ (padding) });
  map.setMinZoom(findMinZoom(map));
  homeView = readView(map);
}

/** Write layers and view into the page's address, each only where it is not the usual. */
export function keepAddress(/** @type {Scene} */ scene) {
  if (scene.state.bare) return; // one of several
  const ids = listLinkedLayers(scene);
  const visible = ids.filter((id) => isVisible(scene, id)).join(".");
  const usual = ids.filter((id) => startsOn(scene, id)).join(".");
  const view = readView(scene.map);
  writeAddress({
    layers: visible === usual ? null : visible,
    view: view === homeView ? null : view,
  });
}

/** Keep the address true while the reader moves; a map at home stays there when it is resized. */
export function wireCamera(/** @type {Scene} */ scene) {
  const { map } = scene;
  let timer = 0;
  let atHome = readView(map) === homeView;
  map.on("moveend", () => {
    atHome = readView(map) === homeView;
    clearTimeout(timer);
    timer = window.setTimeout(() => keepAddress(scene), KEEP_AFTER);
  });
  map.on("resize", () => {
    if (atHome || scene.state.bare) goHome(scene);
  });
  watchAddress(() => keepAddress(scene));
}

/** Fly where Python asks, once for each wish. */
export function flyToFocus(/** @type {Scene} */ { map, state, parts }) {
  const { focus } = state;
  if (!focus || !takeFlight(focus.number)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const flight = { animate: !calm, duration: FLIGHT };
  const [west, south, east, north] = focus.to;
  if (focus.to.length === 2) {
    map.flyTo([south, west], Math.max(map.getZoom(), CLOSEST), flight);
    return;
  }
  const { open, offsetWidth } = parts.legend.panel;
  const left = open && map.getSize().x > 2 * offsetWidth ? offsetWidth + 30 : 30; // clear of it
  map.flyToBounds(
    [
      [south, west],
      [north, east],
    ],
    { ...flight, maxZoom: CLOSEST, paddingTopLeft: [left, 30], paddingBottomRight: [30, 30] },
  );
}
