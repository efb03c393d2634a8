// @ts-check
// Sectors, each with its industries to unfold; typing finds industries by any of their names.
import { make } from "../../layers/js/shared/elements.js";
import { foldName } from "../../layers/js/shared/folding.js";

/**
 * @typedef {{ id: string, name: string, sector?: string, spellings: string }} Option
 * @typedef {{ option: Option, label: HTMLLabelElement }} Entry
 */

export class IndustryList {
  /**
   * @param {Option[]} options sectors, each followed by its industries
   * @param {HTMLLabelElement[]} labels of the options
   * @param {Record<string, string>} texts
   * @param {(id: string) => void} drop
   */
  constructor(options, labels, texts, drop) {
    this.names = new Map(options.map(({ id, name }) => [id, name]));
    this.drop = drop;
    this.texts = texts;
    this.sectors = this.makeSectors(options, labels);
    const find = { placeholder: texts.find, "aria-label": texts.find, autocomplete: "off" };
    this.find = make("input", { type: "search", ...find });
    this.find.addEventListener("input", () => this.filter());
    this.find.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") this.findFirst()?.click();
    });
    this.none = make("p", { hidden: "" }, texts.none);
    const roots = this.sectors.map(({ root }) => root);
    const list = make("div", { class: "atlas-industries" }, ...roots, this.none);
    this.chips = make("div", { class: "atlas-options" });
    this.nodes = [this.chips, this.find, list];
  }

  makeSectors(/** @type {Option[]} */ options, /** @type {HTMLLabelElement[]} */ labels) {
    /** @type {ReturnType<IndustryList["makeSector"]>[]} */
    const sectors = [];
    options.forEach((option, row) => {
      const entry = { option, label: labels[row] };
      if (option.sector) sectors.at(-1)?.entries.push(entry);
      else sectors.push(this.makeSector(entry));
    });
    for (const { entries, inner } of sectors) inner.append(...entries.map(({ label }) => label));
    return sectors;
  }

  makeSector(/** @type {Entry} */ { option, label }) {
    const inner = make("div", { class: "atlas-inner", hidden: "" });
    const name = this.texts.open.replace("{sector}", option.name);
    const about = { type: "button", "aria-expanded": "false", "aria-label": name };
    const button = make("button", about);
    button.addEventListener("click", () => foldSector(button, inner, !inner.hidden));
    const root = make("div", {}, make("div", { class: "atlas-sector" }, label, button), inner);
    /** @type {Entry[]} */
    const entries = [];
    return { option, label, inner, button, root, entries };
  }

  /** Leave what is typed: whole sectors by their own names, else single industries. */
  filter() {
    const text = foldName(this.find.value);
    let any = false;
    for (const { option, entries, root, inner, button } of this.sectors) {
      const whole = isSpelt(option, text);
      const spelt = entries.filter((entry) => isSpelt(entry.option, text));
      for (const entry of entries) entry.label.hidden = !whole && !spelt.includes(entry);
      root.hidden = !whole && !spelt.length;
      foldSector(button, inner, !(text && spelt.length) && !isChosen(entries));
      any ||= !root.hidden;
    }
    this.none.hidden = any;
  }

  /** The first option that what is typed finds. */
  findFirst() {
    const text = foldName(this.find.value);
    const entries = this.sectors.flatMap((sector) => [sector, ...sector.entries]);
    return text ? entries.find(({ option }) => isSpelt(option, text))?.label : undefined;
  }

  /** Name what is chosen, and unfold the sectors of chosen industries. */
  mark(/** @type {string[]} */ ids) {
    this.chips.replaceChildren(...ids.map((id) => this.makeChip(id)));
    for (const { entries, inner, button } of this.sectors) {
      if (entries.some(({ option }) => ids.includes(option.id))) foldSector(button, inner, false);
    }
  }

  makeChip(/** @type {string} */ id) {
    const name = this.names.get(id) || id;
    const label = this.texts.drop.replace("{name}", name);
    const about = { type: "button", class: "atlas-chosen", "aria-label": label };
    const chip = make("button", about, name, " ×");
    chip.addEventListener("click", () => {
      this.drop(id);
      this.find.focus();
    });
    return chip;
  }
}

function isChosen(/** @type {Entry[]} */ entries) {
  return entries.some(({ label }) => /** @type {HTMLInputElement} */ (label.control).checked);
}

function isSpelt(/** @type {Option} */ { spellings }, /** @type {string} */ text) {
  return spellings.split(" ").some((spelling) => spelling.includes(text));
}

function foldSector(
  /** @type {HTMLElement} */ button,
  /** @type {HTMLElement} */ inner,
  /** @type {boolean} */ closed,
) {
  inner.hidden = closed;
  button.setAttribute("aria-expanded", String(!closed));
}
