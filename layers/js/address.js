// @ts-check
// Where the map meets the page around it; everything that reaches out of this frame is here.
//
// Three parameters of the page's address belong to the map: `layers` (ids joined by dots), `view`
// (lat,lon,zoom) and `proven`. All others are left as they stand, letter by letter. Streamlit writes the whole
// address when Python does, without asking, and fires no event: therefore ours is looked after
// every half second and put back where it was lost.
//
// A click is handed to Python through the globals of streamlit-folium (`__GLOBAL_DATA__`), which
// tells of clicks on Leaflet's own layers only; our symbols lie on a canvas.

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Key } from "./types.d.ts" */

const OWN_PARAMETERS = ["layers", "view", "proven"];
const RENAMED = { guests: "own" }; // layers in links of earlier versions
const VIEW = /^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?,\d{1,2}(\.\d{1,4})?$/;
const EVERY = 500; // milliseconds
const HOVER = "jilin-atlas-hover";
const WIDTH = "jilin-atlas-width";

/** The page around this frame, or null when that is somebody else's: no address to keep. */
export function findPage() {
  try {
    return window.parent.location.search === undefined ? null : window.parent;
  } catch {
    return null;
  }
}

function readParameter(/** @type {string} */ name) {
  const page = findPage();
  return page ? new URLSearchParams(page.location.search).get(name) : null;
}

/**
 * Layers that a link asks for, or null; others than `ids` are dropped.
 * @param {string | null} text @param {string[]} ids
 */
export function parseLayers(text, ids) {
  if (text === null) return null;
  const linked = text.split(".").map((id) => RENAMED[id] || id);
  return new Set(linked.filter((id) => ids.includes(id)));
}

/** A view as a link spells it, or null when a number is missing. @param {string | null} text */
export function parseView(text) {
  if (!text || !VIEW.test(text)) return null;
  const [lat, lon, zoom] = text.split(",").map(Number);
  return { lat, lon, zoom };
}

/** @param {number} lat @param {number} lon @param {number} zoom */
export function formatView(lat, lon, zoom) {
  return [lat, lon, zoom].map((number) => String(Number(number.toFixed(4)))).join(",");
}

/**
 * A query with our parameters in place of those that it has; null takes one out.
 * @param {string} search as in `location.search`
 * @param {Record<string, string | null>} values
 */
export function replaceParameters(search, values) {
  const isOurs = (/** @type {string} */ part) => OWN_PARAMETERS.includes(part.split("=")[0]);
  const others = search.slice(1).split("&");
  const parts = [
    ...others.filter((part) => part && !isOurs(part)),
    ...OWN_PARAMETERS.filter((name) => (values[name] ?? null) !== null).map(
      (name) => `${name}=${values[name]}`,
    ),
  ];
  return parts.length ? `?${parts.join("&")}` : "";
}

export const readLinkedLayers = (/** @type {string[]} */ ids) =>
  parseLayers(readParameter("layers"), ids);

/** Whether the link asks for what is proven only. */
export const readLinkedProof = () => readParameter("proven") === "1";

/** View that the link asks for, or null when it is none or out of range. */
export function readLinkedView(/** @type {LeafletMap} */ map) {
  const view = parseView(readParameter("view"));
  if (!view || view.zoom < map.getMinZoom() || view.zoom > map.getMaxZoom()) return null;
  const { maxBounds } = map.options;
  const bounds = maxBounds && L.latLngBounds(/** @type {any} */ (maxBounds));
  return bounds && !bounds.contains([view.lat, view.lon]) ? null : view;
}

/** The map's view as an address spells it. */
export function readView(/** @type {LeafletMap} */ map) {
  const { lat, lng } = map.getCenter();
  return formatView(lat, lng, map.getZoom());
}

/** Write our parameters; makes no entry in the history. */
export function writeAddress(/** @type {Record<string, string | null>} */ values) {
  const page = findPage();
  if (!page) return;
  const { pathname, search, hash } = page.location;
  const query = replaceParameters(search, values);
  if (query === search) return;
  page.history.replaceState(page.history.state, "", pathname + query + hash);
}

/** Put our parameters back whenever Streamlit has written the address without them. */
export function watchAddress(/** @type {() => void} */ keepAddress) {
  setInterval(keepAddress, EVERY);
}

/**
 * How many pixels of this frame the page's panels cover, at the left, right and bottom; the page's
 * style sheet says it. At the right a card lies only while something is selected.
 * @param {boolean} hasCard
 */
export function readPanels(hasCard) {
  const frame = findPage() && window.frameElement;
  if (!frame) return { left: 0, right: 0, bottom: 0 };
  const style = getComputedStyle(frame);
  const read = (/** @type {string} */ name) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return {
    left: read("--atlas-panel-left"),
    right: hasCard ? read("--atlas-card-right") : 0,
    bottom: read("--atlas-sheet-share") * window.innerHeight,
  };
}

/** Hand a selection to Python at once, in the form that streamlit-folium would use. */
export function sendSelection(/** @type {any} */ feature) {
  const shared = window.__GLOBAL_DATA__;
  if (!shared || !window.Streamlit) return;
  findPage()?.dispatchEvent(new CustomEvent("jilin-atlas-acted")); // a step that Back undoes
  shared.last_active_drawing = feature;
  if (shared.returned_objects && !shared.returned_objects.includes("last_active_drawing")) return;
  shared.previous_data = { ...shared.previous_data, last_active_drawing: feature };
  window.Streamlit.setComponentValue(shared.previous_data);
}

/** Tell the page what the pointer is on, [layer, id] or null. */
export function announceHover(/** @type {Key | null} */ key) {
  (findPage() || window).dispatchEvent(new CustomEvent(HOVER, { detail: key }));
}

/**
 * Tell the page a width that the handle shows; at last the one that it has come to.
 * @param {{ belt: string, km: number, isFinal: boolean }} width
 */
export function announceWidth(width) {
  (findPage() || window).dispatchEvent(new CustomEvent(WIDTH, { detail: width }));
}

/** Lead to the search of the page. */
export function askForSearch() {
  findPage()?.dispatchEvent(new CustomEvent("jilin-atlas-search"));
}

/** Whether a wish to fly was fulfilled before: a map that is mounted again must not fly again. */
export function takeFlight(/** @type {number} */ number) {
  // The page load and the number name the wish.
  const wish = `${(findPage() || window).performance.timeOrigin}:${number}`;
  if (sessionStorage.getItem("jilin-atlas-focus") === wish) return false;
  sessionStorage.setItem("jilin-atlas-focus", wish);
  return true;
}
