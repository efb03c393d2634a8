// @ts-check
// The facets as the reader sees them: options with their counts, what is chosen, how to clear it.
import { make } from "../../layers/js/shared/elements.js";
import { findMaps } from "../../layers/js/shared/frames.js";
import { makeCheckbox, makeHelp } from "./fields.js";
import { IndustryList } from "./industry_list.js";
import { listRows } from "./rows.js";

/** @typedef {import("./industry_list.js").Option} Option */
/** @typedef {{ id: string, name: string, help: string, options: Option[] }} Facet */
/**
 * What `content.py` writes once for each language.
 * @typedef {import("./rows.js").Rows} Rows
 * @typedef {{ texts: Record<string, string>, facets: Facet[], rows: Rows }} Content
 */
/** @typedef {{ id: string, box: HTMLInputElement, label: HTMLElement, count: HTMLElement }} OptionBox */
/** @typedef {{ number: number, params: Record<string, string> }} Request */

export class Panel {
  constructor(/** @type {Content} */ content) {
    this.content = content;
    this.number = 0; // of the last choice
    this.waiting = false; // for the server's answer to it
    /** Chosen options of each facet. @type {Map<string, string[]>} */
    this.chosen = new Map(content.facets.map(({ id }) => [id, []]));
    this.unverified = false;
    /** @type {Map<string, OptionBox[]>} */
    this.boxes = new Map(content.facets.map(({ id }) => [id, []]));
    /** @type {IndustryList | null} */
    this.industries = null;
    /** @type {(request: Request) => void} */
    this.tell = () => {};
    this.clearButton = make(
      "button",
      { type: "button", class: "atlas-clear" },
      content.texts.clear,
    );
    const { label, box } = makeCheckbox("atlas-recalled", content.texts.unverified);
    this.unverifiedBox = box;
    const groups = content.facets.map((facet) => this.makeGroup(facet));
    this.root = make(
      "div",
      { class: "atlas-filters" },
      this.clearButton,
      ...groups,
      make("div", { class: "atlas-facet" }, label, makeHelp(content.texts.unverifiedHelp)),
    );
    this.wire();
  }

  /** Take what the server says, unless it answers an earlier choice than the last. */
  take({ params, counts, claims, number }) {
    if (this.waiting && number !== this.number) return;
    this.waiting = false;
    this.number = number;
    for (const id of this.chosen.keys()) {
      this.chosen.set(id, (params[id] || "").split(".").filter(Boolean));
    }
    this.unverified = params.unverified === "1";
    for (const [id, boxes] of this.boxes) {
      boxes.forEach(({ label, count }, row) => {
        // Who claims the chosen industry by document is told beside the parks that list it.
        const [countText, claimed] = claims[id]?.[row] || [counts[id][row], false];
        count.textContent = countText;
        label.classList.toggle("claimed", claimed);
        label.classList.toggle("empty", counts[id][row] === 0 && !claimed);
      });
    }
    this.mark();
  }

  choose(/** @type {string} */ facet, /** @type {string} */ option, /** @type {boolean} */ on) {
    const others = (this.chosen.get(facet) || []).filter((id) => id !== option);
    this.chosen.set(facet, on ? [...others, option] : others);
    this.send();
  }

  clear() {
    for (const id of this.chosen.keys()) this.chosen.set(id, []);
    this.unverified = false;
    this.send();
  }

  send() {
    this.number += 1;
    this.waiting = true;
    this.mark();
    const rows = listRows(this.content.rows, this.chosen, this.unverified);
    for (const map of findMaps(window)) map.preview(rows);
    const used = [...this.chosen].filter(([, ids]) => ids.length);
    /** @type {Record<string, string>} */
    const params = Object.fromEntries(used.map(([id, ids]) => [id, ids.join(".")]));
    if (this.unverified) params.unverified = "1";
    const request = { number: this.number, params }; // a later choice has a number of its own
    // After the pixels: the server's answer keeps the page busy for longer than the map takes.
    requestAnimationFrame(() => setTimeout(() => this.tell(request)));
  }

  /** Show what is chosen. */
  mark() {
    for (const [facet, boxes] of this.boxes) {
      const ids = this.chosen.get(facet) || [];
      for (const { id, box } of boxes) box.checked = ids.includes(id);
    }
    this.unverifiedBox.checked = this.unverified;
    const nothing = [...this.chosen.values()].every((ids) => !ids.length);
    this.clearButton.disabled = !this.unverified && nothing;
    this.industries?.mark(this.chosen.get("industry") || []);
  }

  wire() {
    this.clearButton.addEventListener("click", () => this.clear());
    this.unverifiedBox.addEventListener("change", () => {
      this.unverified = this.unverifiedBox.checked;
      this.send();
    });
  }

  makeGroup(/** @type {Facet} */ facet) {
    const labels = facet.options.map((option) => this.makeOption(facet.id, option));
    const name = make("p", { class: "atlas-facet-name", "aria-hidden": "true" }, facet.name);
    const about = { role: "group", "aria-label": facet.name, "data-facet": facet.id };
    const field = make("div", { class: "atlas-facet", ...about }, name, makeHelp(facet.help));
    if (facet.id === "industry") {
      const drop = (/** @type {string} */ id) => this.choose(facet.id, id, false);
      this.industries = new IndustryList(facet.options, labels, this.content.texts, drop);
      field.append(...this.industries.nodes);
    } else {
      field.append(make("div", { class: "atlas-options" }, ...labels));
    }
    return field;
  }

  makeOption(/** @type {string} */ facet, /** @type {Option} */ { id, name }) {
    const count = make("span", { class: "atlas-count" });
    const { label, box } = makeCheckbox("atlas-option", name, count);
    label.dataset.option = id;
    box.addEventListener("change", () => this.choose(facet, id, box.checked));
    this.boxes.get(facet)?.push({ id, box, label, count });
    return label;
  }
}
