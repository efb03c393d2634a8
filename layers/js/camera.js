// @ts-check
// Where the map looks: home, where a link says, where Python asks it to fly; kept in the address.
import { readPanels, readView, takeFlight, watchAddress, writeAddress } from "./address.js";
import { isVisible, listLinkedLayers, startsOn } from "./scene.js";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Scene } from "./types.d.ts" */

const KEEP_AFTER = 250; // milliseconds after the last move
const SHAPE = 1.3; // the province is 1.3 times as wide as it is high
const FLIGHT = 0.6; // seconds
const CLOSEST = 8.5; // zoom of a flight: symbols stand alone, the province around is in sight
const MIN_ZOOM = 4;
const LESS = 1; // than the zoom that shows the whole province
const LEGEND = 256; // pixels
const EDGE = 30; // pixels between what is shown and the edge
const ROUNDING = 2; // pixels
const WIDEST = 47; // degrees of longitude: as wide as the map's limits

/** The view that shows the whole province. @type {{ center: any, zoom: number } | null} */
let homeView = null;
/** What the last state selected; null before the first. @type {string | null} */
let lastSelected = null;

/** The zoom below which the province is lost in its surroundings, or these end. */
function findMinZoom(/** @type {LeafletMap} */ map) {
  const widest = Math.log2((map.getSize().x / WIDEST) * (360 / 256));
  return Math.max(MIN_ZOOM, map.getZoom() - LESS, widest);
}

/** Show the whole province, clear of panels, and of the legend where there is room beside it. */
export function goHome(/** @type {Scene} */ { map, home, state }) {
  const size = map.getSize();
  const panels = readPanels(Boolean(state.selected));
  const width = size.x - panels.left - panels.right;
  const credit = map.attributionControl.getContainer()?.offsetHeight || 0;
  const legend = state.bare ? 8 : Math.max(8, Math.min(LEGEND, width - SHAPE * size.y - 16));
  const padding = {
    paddingTopLeft: [panels.left + legend, 8],
    paddingBottomRight: [panels.right + 8, panels.bottom + credit + 8],
  };
  map.setMinZoom(MIN_ZOOM); // of the window before
  map.fitBounds(home, { animate: false, .../** @type {any} */ (padding) });
  map.setMinZoom(findMinZoom(map));
  homeView = { center: map.getCenter(), zoom: map.getZoom() };
}

/** Whether the map shows home; what another size of the window moves it by does not count. */
function isHome(/** @type {LeafletMap} */ map) {
  if (!homeView || map.getZoom() !== homeView.zoom) return false;
  const moved = map.latLngToContainerPoint(homeView.center).distanceTo(map.getSize().divideBy(2));
  return moved < ROUNDING;
}

/** Write layers and view into the page's address, each only where it is not the usual. */
export function keepAddress(/** @type {Scene} */ scene) {
  if (scene.state.bare) return; // one of several
  const ids = listLinkedLayers(scene);
  const visible = ids.filter((id) => isVisible(scene, id)).join(".");
  const usual = ids.filter((id) => startsOn(scene, id)).join(".");
  writeAddress({
    layers: visible === usual ? null : visible,
    view: isHome(scene.map) ? null : readView(scene.map),
    proven: scene.choices.proven ? "1" : null,
  });
}

/** Keep the address true while the reader moves; a map at home stays there when it is resized. */
export function wireCamera(/** @type {Scene} */ scene) {
  const { map } = scene;
  let timer = 0;
  let atHome = isHome(map);
  map.on("moveend", () => {
    atHome = isHome(map);
    clearTimeout(timer);
    timer = window.setTimeout(() => keepAddress(scene), KEEP_AFTER);
  });
  map.on("resize", () => {
    if (atHome || scene.state.bare) goHome(scene);
  });
  watchAddress(() => keepAddress(scene));
}

/** Keep the map's own controls clear of the page's panels, and the province too where it is seen. */
export function fitPanels(/** @type {Scene} */ { map, state }) {
  const panels = readPanels(Boolean(state.selected));
  const { style } = map.getContainer();
  const before = style.getPropertyValue("--atlas-left");
  const covered = { ...panels, bottom: state.selected || state.claims ? panels.bottom : 0 };
  for (const [side, pixels] of Object.entries(covered)) {
    style.setProperty(`--atlas-${side}`, `${pixels}px`);
  }
  if (before && before !== `${panels.left}px`) map.fire("resize"); // a map at home stays there
}

/** Bring what the state selects into sight: by the flight that it asks for, else by a little way. */
export function showChosen(/** @type {Scene} */ scene) {
  fitPanels(scene);
  const before = lastSelected;
  lastSelected = String(scene.state.selected);
  if (flyToFocus(scene) || before === null || before === lastSelected) return;
  const [layer, id] = scene.state.selected || [];
  const rows = scene.data.layers[layer || ""]?.rows;
  const place = rows?.at[rows.id.indexOf(id || "")];
  if (place) keepInSight(scene, place);
}

/** Fly where Python asks, once for each wish. Returns whether it flies. */
function flyToFocus(/** @type {Scene} */ { map, state, parts }) {
  const { focus } = state;
  if (!focus || !takeFlight(focus.number)) return false;
  const [west, south, east, north] = focus.to;
  const bounds = L.latLngBounds([south, west], [north ?? south, east ?? west]);
  const closest = focus.to.length === 2 ? Math.max(map.getZoom(), CLOSEST) : CLOSEST;
  map.flyToBounds(bounds, {
    animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    duration: FLIGHT,
    maxZoom: closest,
    .../** @type {any} */ (findRoom({ map, state, parts })),
  });
  return true;
}

/** The part of the map that neither a panel nor the open legend covers, as a padding. */
function findRoom({ map, state, parts }) {
  const { left, right, bottom } = readPanels(Boolean(state.selected));
  const { open, offsetWidth } = parts.legend.panel;
  const legend = open && map.getSize().x - left > 2 * offsetWidth ? offsetWidth : 0;
  return {
    paddingTopLeft: [left + legend + EDGE, EDGE],
    paddingBottomRight: [right + EDGE, bottom + EDGE],
  };
}

/** Move a point just so far that no panel covers it. @param {Scene} scene */
function keepInSight(scene, /** @type {[lon: number, lat: number]} */ [lon, lat]) {
  if (!scene.map.getBounds().contains([lat, lon])) return; // the reader looks elsewhere
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scene.map.panInside([lat, lon], {
    animate: !calm,
    .../** @type {any} */ (findRoom(scene)),
  });
}
