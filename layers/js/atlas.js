// @ts-check
// The map's one public name: `window.jilinAtlas`. Python starts it once with the constant map and
// then sends a small state on each change; both may come in any order, and more than once.
import { readLinkedLayers, readLinkedProof, readLinkedView } from "./address.js";
import { prepareAreas } from "./areas.js";
import { fitPanels, goHome, keepAddress, showChosen, wireCamera } from "./camera.js";
import { dressControls, wireWheel } from "./controls.js";
import { wireKeys } from "./keys.js";
import { makeClaimKey } from "./legend/key.js";
import { loadOwnLayer, requestOwnRows } from "./own.js";
import { markItem, wirePointer } from "./pointer.js";
import { preparePoints } from "./points.js";
import { listVerdicts } from "./reach.js";
import * as report from "./report.js";
import { findResultLayers, updateResultsButton } from "./results.js";
import { scene } from "./scene.js";
import { testLayers } from "./shared/bits.js";
import { addParts, fetchPayload } from "./stage.js";
import { followSibling, wireSiblings } from "./together.js";
import { traceGeojson } from "./world.js";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Options, State } from "./types.d.ts" */

const ADDRESS_AFTER = 400; // milliseconds: Streamlit may write the address after us

/** @type {State | null} */
let latest = null; // the last state that Python sent, drawn or not
let applied = 0; // states drawn so far
let dressed = false; // whether words and colours were drawn once
/** @type {(ready: boolean) => void} */
let resolveReady;
/** @type {Promise<boolean>} */
const ready = new Promise((resolve) => {
  resolveReady = resolve;
});

/** Draw the map: fetch the payload, then take whatever state has come meanwhile. */
async function start(/** @type {LeafletMap} */ map, /** @type {Options} */ options) {
  const [west, south, east, north] = options.bounds;
  Object.assign(scene, { map, options, home: L.latLngBounds([south, west], [north, east]) });
  const view = readLinkedView(map);
  goHome(scene);
  if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
  wireWheel(scene);
  build(await fetchPayload(map, options.data, latest?.lang));
  map.invalidateSize({ animate: false }); // the style sheet may have come after the map was made
  if (!view) goHome(scene);
  apply(latest || scene.state);
  resolveReady(true);
  wireSiblings(scene);
  window.jilinAtlas.follow = (news) => followSibling(scene, news, toggle);
}

function build(/** @type {any} */ payload) {
  const { map } = scene;
  const { style, texts, industries, spread } = payload;
  const areas = prepareAreas(payload);
  scene.data = { style, texts, industries, spread, areas, layers: preparePoints(payload) };
  scene.choices.linked = readLinkedLayers(Object.keys(style.layers));
  scene.view.palette = style.palettes.light;
  map.eachLayer((layer) => {
    if (layer instanceof L.TileLayer) scene.view.tiles = true;
  });
  scene.choices.proven = readLinkedProof();
  scene.parts = addParts(scene, { toggle, widen: reach, prove });
  wireKeys(scene, wirePointer(scene, draw));
  wireCamera(scene);
}

/** Take a state: keep it when the data has not come yet, else draw what it changes. */
function apply(/** @type {State} */ state) {
  latest = state;
  if (!scene.data) {
    if (state.own) requestOwnRows(state.own);
    return;
  }
  const before = scene.state;
  keepHandWidth(state);
  scene.state = { ...state, lang: state.lang || "zh" };
  takeState();
  loadOwnLayer(scene, state.own, () => {
    rebuildLegend();
    draw();
  });
  const same = (...names) =>
    dressed &&
    names.every((name) => JSON.stringify(before[name]) === JSON.stringify(scene.state[name]));
  const sameDress = same("lang", "theme", "labels", "claims");
  if (!sameDress) dressControls(scene);
  if (state.bare && !before.bare) goHome(scene);
  if (sameDress) scene.parts.legend.update();
  else rebuildLegend();
  const sameGround = sameDress && same("layers", "selected", "extra", "reach");
  dressed = true;
  scene.parts.tooltip.hide();
  showChosen(scene);
  applied += 1;
  draw(!sameGround || before.shown?.belts !== state.shown?.belts);
  settleParts();
}

/** While a hand moves the corridor's edge, the width is the hand's. */
function keepHandWidth(/** @type {State} */ { reach: asked }) {
  const { reach: before } = scene.state;
  const isMoving = scene.parts.handle.isMoving && before?.belt === asked?.belt;
  if (isMoving && asked && before) asked.km = before.km;
}

/** What follows once a state is drawn: controls, and the address of the page. */
function settleParts() {
  scene.parts.handle.settle();
  scene.parts.proof.update();
  keepAddress(scene);
  setTimeout(() => keepAddress(scene), ADDRESS_AFTER);
}

/** Work out what the state means for drawing. */
function takeState() {
  const { data, state, view } = scene;
  view.theme = state.theme === "dark" ? "dark" : "light";
  view.palette = data.style.palettes[view.theme];
  view.tests = testLayers(state.shown);
  view.proven = testLayers(state.proven);
  view.extra = traceGeojson(state.extra);
}

function rebuildLegend() {
  const rows = makeClaimKey(scene);
  scene.parts.claimKey.replaceChildren(...rows);
  scene.parts.claimKey.hidden = !rows.length;
  scene.parts.legend.build();
  scene.parts.legend.update();
}

/** Show other rows until the server's answer comes, which says the same and more. */
function preview(/** @type {any} */ shown) {
  const state = latest || scene.state;
  apply({ ...state, shown: { ...state.shown, ...shown } });
}

/** Judge rows by another width until the server's answer comes; returns ids by verdict. */
function reach(/** @type {number} */ km) {
  for (const state of [latest, scene.state]) if (state?.reach) state.reach.km = km;
  if (!scene.data) return {};
  draw();
  return listVerdicts(scene);
}

/** Draw at once; the number appears on the container when the browser has shown the pixels. */
function draw(ground = true) {
  scene.view.results = findResultLayers(scene);
  updateResultsButton(scene);
  if (ground) scene.parts.ground.repaint();
  scene.parts.marks.repaint();
  requestAnimationFrame(() => {
    scene.map.getContainer().dataset.applied = String(applied);
    performance.mark("jilin-atlas-drawn");
  });
}

/** Switch a layer, as the reader does in the legend. */
function toggle(/** @type {string} */ layer, /** @type {boolean} */ on) {
  scene.choices.switched[layer] = on;
  scene.parts.legend.update();
  draw();
  keepAddress(scene);
}

/** Let what is not proven fade, or not. */
function prove(/** @type {boolean} */ on) {
  scene.choices.proven = on;
  scene.parts.proof.update();
  draw(false);
  keepAddress(scene);
}

/** Keep controls and names clear of the page's panels. */
function clearPanels() {
  if (!scene.data) return;
  fitPanels(scene);
  scene.parts.marks.repaint();
}

window.jilinAtlas = {
  start,
  apply,
  preview,
  reach,
  ready,
  fitPanels: clearPanels,
  point: (key) => markItem(scene, key),
  listDrawn: () => report.listDrawn(scene),
  listOffsets: () => report.listOffsets(scene),
  listOutlined: () => report.listOutlined(scene),
  listShaded: () => report.listShaded(scene),
  listNames: () => report.listNames(scene),
  listNameBoxes: () => report.listNameBoxes(scene),
  listBeltNames: () => report.listBeltNames(scene),
  listNamed: () => scene.view.named,
  listVerdicts: () => listVerdicts(scene),
  screenPoint: (layer, id) => report.locateOnScreen(scene, layer, id),
};
