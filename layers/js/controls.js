// @ts-check
// What stands around the map: notice and legend at the lower left, scale and sources at the lower
// right, zoom and the way home at the upper right; their words and colours.
import { findWord } from "./scene.js";
import { make } from "./shared/elements.js";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Scene } from "./types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";
const HINT_FOR = 1200; // milliseconds
const COLOURS = [
  "sea",
  "text",
  "text_soft",
  "panel",
  "panel_line",
  "selected",
  "national",
  "on_national",
];

/** A note at the top of the map, hidden at first. */
export function addNote(/** @type {LeafletMap} */ map) {
  const box = make("div", { class: "atlas-note", role: "status", hidden: "" });
  map.getContainer().append(box);
  return box;
}

/** Add the controls. @param {LeafletMap} map @param {() => void} goHome */
export function addControls(map, goHome) {
  new L.Control.Zoom({ position: "topright" }).addTo(map);
  const notice = make("div", { class: "atlas-slot" });
  const corner = new L.Control({ position: "bottomleft" });
  corner.onAdd = () => notice;
  corner.addTo(map);
  new L.Control.Scale({ position: "bottomright", imperial: false }).addTo(map);
  const source = make("span", { class: "atlas-source" });
  const bar = make("span", { "aria-hidden": "true" }, " | ");
  map.attributionControl.getContainer()?.prepend(source, bar);
  map.getContainer().querySelector(".leaflet-control-zoom")?.append(makeHomeButton(goHome));
  const heading = make("h1", { class: "atlas-voice" });
  map.getContainer().prepend(heading);
  const claimKey = make("div", { class: "atlas-claim-key", hidden: "" });
  const place = new L.Control({ position: "bottomleft" });
  place.onAdd = () => claimKey;
  place.addTo(map);
  return { notice, heading, claimKey, source, hint: addNote(map) };
}

function makeHomeButton(/** @type {() => void} */ goHome) {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M2 6V2h4M14 6V2h-4M2 10v4h4M14 10v4h-4");
  icon.append(path);
  const home = make("a", { class: "atlas-home", href: "#", role: "button" }, icon);
  home.addEventListener("click", (event) => {
    event.preventDefault();
    goHome();
  });
  return home;
}

/** Colours and words of everything that is not on a canvas. */
export function dressControls(/** @type {Scene} */ scene) {
  const { map, options, parts, state, view } = scene;
  const word = (/** @type {string} */ key) => findWord(scene, key);
  const container = map.getContainer();
  container.dataset.theme = view.theme;
  container.classList.toggle("atlas-bare", Boolean(state.bare));
  container.lang = state.lang === "zh" ? "zh-CN" : "en";
  container.setAttribute("role", "main");
  container.setAttribute("aria-label", word("map"));
  for (const name of COLOURS) {
    container.style.setProperty(`--atlas-${name.replace("_", "-")}`, view.palette[name]);
  }
  container.style.setProperty("--atlas-font", scene.data.style.font);
  document.body.style.background = view.palette.sea;
  nameButton(container, ".leaflet-control-zoom-in", word("zoom.in"));
  nameButton(container, ".leaflet-control-zoom-out", word("zoom.out"));
  nameButton(container, ".atlas-home", word("view.home"));
  const review = options.review && word("review").replace("{number}", options.review);
  parts.notice.textContent = [word("schematic"), review].filter(Boolean).join(" · ");
  parts.source.textContent = word("sources");
  parts.hint.textContent = word("wheel");
  parts.heading.textContent = word("map");
}

function nameButton(/** @type {HTMLElement} */ container, selector, /** @type {string} */ text) {
  const button = /** @type {HTMLElement | null} */ (container.querySelector(selector));
  if (!button) return;
  button.title = text;
  button.setAttribute("aria-label", text);
}

/** The wheel scrolls the page until the reader has clicked into the map. */
export function wireWheel(/** @type {Scene} */ scene) {
  const { scrollWheelZoom } = scene.map;
  const container = scene.map.getContainer();
  container.addEventListener("pointerdown", () => scrollWheelZoom.enable());
  container.addEventListener("mouseleave", () => scrollWheelZoom.disable());
  let timer = 0;
  const showHint = (/** @type {WheelEvent} */ event) => {
    const { hint } = scene.parts || {};
    const inLegend = /** @type {Element} */ (event.target).closest(".atlas-legend");
    if (scrollWheelZoom.enabled() || !hint || inLegend) return;
    hint.hidden = false;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      hint.hidden = true;
    }, HINT_FOR);
  };
  container.addEventListener("wheel", showHint, { passive: true });
}
