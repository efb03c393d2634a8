// @ts-check
// Legend and layer switches in one panel: real checkboxes, counts, and the key to the symbols.
import { countRows, findWord, isVisible } from "../scene.js";
import { make } from "../shared/elements.js";
import { makeBeltKey, makeKey, makeShortKey } from "./key.js";
import { makeLayerSwatch } from "./swatches.js";

/** @import { Scene } from "../types.d.ts" */

const MARGIN = 70;

export class Legend {
  /** @param {Scene} scene @param {(layer: string, on: boolean) => void} toggle */
  constructor(scene, toggle) {
    this.scene = scene;
    this.toggle = toggle;
    /** @type {Map<string, { box: HTMLInputElement, count: HTMLElement }>} */
    this.switches = new Map();
    this.body = make("div", { class: "atlas-legend-body" });
    this.title = make("summary", { class: "atlas-legend-title" });
    this.panel = make("details", { class: "atlas-legend" }, this.title, this.body);
    this.short = make("div", { class: "atlas-short-key" });
    this.addTo(scene.map);
  }

  addTo(/** @type {import("leaflet").Map} */ map) {
    const control = new L.Control({ position: "bottomleft" });
    control.onAdd = () => {
      L.DomEvent.disableClickPropagation(this.panel);
      L.DomEvent.disableScrollPropagation(this.panel);
      return make("div", {}, this.panel, this.short);
    };
    control.addTo(map);
    map.on("resize", () => this.fit());
    this.fit();
  }

  /** Leave room for what stands above: the key to the claims, while an industry is chosen. */
  fit() {
    const above = this.scene.parts?.claimKey?.offsetHeight || 0;
    const room = this.scene.map.getSize().y - MARGIN - above;
    this.panel.style.setProperty("--atlas-room", `${room}px`);
  }

  /** Make the content anew, in the reader's language and colours; what is unfolded stays so. */
  build() {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.layer;
    const details = () => [...this.body.querySelectorAll("details")];
    const opened = new Set(details().flatMap(({ open, dataset }) => (open ? [dataset.key] : [])));
    this.title.textContent = findWord(this.scene, "legend");
    this.switches.clear();
    this.body.replaceChildren(...this.makeGroups(), ...makeKey(this.scene));
    for (const section of details()) section.open = opened.has(section.dataset.key);
    if (focused) this.switches.get(focused)?.box.focus();
  }

  makeGroups() {
    const { areas, layers, style } = this.scene.data;
    const groups = new Set(Object.values(style.layers).map(({ group }) => group));
    return [...groups].map((group) => {
      const title = make("legend", {}, findWord(this.scene, `group.${group}`));
      const entries = Object.entries(style.layers)
        .filter(([id, { group: own, records }]) => own === group && (records || layers[id]))
        .map(([id]) => this.makeEntry(id));
      const belts = group === "belts" && areas.belts.length ? [makeBeltKey(this.scene)] : [];
      return make("fieldset", {}, title, ...entries, ...belts);
    });
  }

  makeEntry(/** @type {string} */ id) {
    const box = make("input", { type: "checkbox", "data-layer": id });
    box.addEventListener("change", () => this.toggle(id, box.checked));
    const count = make("span", { class: "atlas-count" });
    this.switches.set(id, { box, count });
    const swatch = makeLayerSwatch(this.scene, this.scene.data.style.layers[id]);
    const name = make("span", {}, findWord(this.scene, `layer.${id}`));
    return make("label", { class: "atlas-entry" }, box, swatch, name, count);
  }

  /** Show what is on, and how many rows the filter leaves. */
  update() {
    this.fit();
    this.short.replaceChildren(...makeShortKey(this.scene));
    const pattern = findWord(this.scene, "count");
    for (const [id, { box, count: text }] of this.switches) {
      box.checked = isVisible(this.scene, id);
      const [count, total] = countRows(this.scene, id).map(String);
      const part = pattern.replace("{shown}", count).replace("{total}", total);
      text.textContent = count === total ? total : part;
    }
  }
}
