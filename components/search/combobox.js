// @ts-check
// The box and its list, by the pattern "combobox with listbox" of WAI-ARIA: the focus stays in the
// box, arrow keys move through the list, Enter opens, Escape closes. "/" leads to it.
import { make, makeName } from "../../layers/js/shared/elements.js";
import { SHOWN } from "./finder.js";

/** @import { Finder } from "./finder.js" */
/** @typedef {Awaited<ReturnType<Finder["find"]>>[number]} Thing */

const FIELDS = "input, textarea, select, [contenteditable]";
const LIST = "atlas-search-list";

export class Combobox {
  constructor(/** @type {Record<string, string>} */ texts) {
    this.texts = texts;
    /** @type {(thing: Thing) => void} */
    this.choose = () => {};
    /** @type {Finder | null} */
    this.finder = null;
    /** @type {Thing[]} */
    this.things = [];
    this.active = -1;
    this.asked = 0; // number of the last question: a late answer to an earlier one is dropped
    const { search, close } = texts;
    const opener = { type: "button", class: "atlas-search-open", "aria-label": search };
    this.opener = make("button", opener);
    const closer = { type: "button", class: "atlas-search-close", "aria-label": close };
    this.closer = make("button", closer, "×");
    this.input = makeInput(texts);
    this.list = make("ul", { role: "listbox", id: LIST, "aria-label": texts.results });
    this.note = make("p");
    this.popup = make("div", { class: "atlas-search-popup", hidden: "" }, this.list, this.note);
    this.status = make("span", { role: "status", class: "atlas-spoken" });
    const field = make("div", { class: "atlas-search-field" }, this.input, this.closer, this.popup);
    const about = { class: "atlas-search", role: "search" };
    this.root = make("div", about, this.opener, field, this.status);
    this.wire();
  }

  wire() {
    this.opener.addEventListener("click", () => this.open());
    this.closer.addEventListener("click", () => this.leave());
    this.input.addEventListener("focus", () => this.finder?.load().catch(() => this.fail()));
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.root.contains(/** @type {Node | null} */ (relatedTarget))) this.shut();
    });
    this.popup.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    addEventListener("jilin-atlas-search", () => this.root.isConnected && this.open()); // the map's
    document.addEventListener("keydown", (event) => {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      const inField = target instanceof Element && target.closest(FIELDS);
      if (key !== "/" || inField || altKey || ctrlKey || metaKey || !this.root.isConnected) return;
      event.preventDefault();
      this.open();
    });
  }

  /** Lead to the box; on a small screen it opens over the whole width. */
  open() {
    this.root.classList.add("open");
    this.input.focus();
    this.input.select();
  }

  /** Close the list, and on a small screen the box. */
  shut() {
    this.root.classList.remove("open");
    this.asked += 1;
    this.show([]);
  }

  /** Forget what was typed and give the focus back. */
  leave() {
    this.input.value = "";
    this.shut();
    if (this.opener.checkVisibility()) this.opener.focus();
  }

  async ask() {
    this.asked += 1;
    const number = this.asked;
    const text = this.input.value;
    try {
      const things = text.trim() && this.finder ? await this.finder.find(text) : [];
      if (number === this.asked) this.show(things, text.trim() !== "");
    } catch {
      if (number === this.asked) this.fail();
    }
  }

  fail() {
    this.show([], true);
    this.say(this.texts.failed);
  }

  say(/** @type {string} */ text) {
    this.note.textContent = text;
    this.status.textContent = text;
  }

  /** List things; `asked` tells an answer without any from a box in which nothing stands. */
  show(/** @type {Thing[]} */ things, asked = false) {
    const { texts } = this;
    this.things = things.slice(0, SHOWN);
    this.list.replaceChildren(...this.things.map((thing, row) => this.makeOption(thing, row)));
    this.popup.hidden = !asked;
    this.input.setAttribute("aria-expanded", String(asked && things.length > 0));
    this.say(things.length > SHOWN ? texts.more : asked && !things.length ? texts.none : "");
    if (things.length) {
      this.status.textContent = texts.count.replace("{n}", String(this.things.length));
    }
    this.move(-1);
  }

  makeOption(/** @type {Thing} */ thing, /** @type {number} */ row) {
    const kind = thing.isOwn ? this.texts.own : this.texts[`one.${thing.layer}`];
    const option = make(
      "li",
      { role: "option", id: `${LIST}-${row}`, "aria-selected": "false", "data-id": thing.id },
      makeName(thing.name, "atlas-search-name"),
      " ", // what is read aloud has its words apart
      make("span", { class: "atlas-search-kind" }, kind),
      " ",
      thing.note ? make("span", { class: "atlas-search-note" }, thing.note) : null,
    );
    option.addEventListener("click", () => this.take(row));
    return option;
  }

  /** Mark an option; -1 marks none. */
  move(/** @type {number} */ row) {
    this.active = row;
    [...this.list.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === row));
      if (number === row) option.scrollIntoView({ block: "nearest" });
    });
    if (row < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `${LIST}-${row}`);
  }

  press(/** @type {KeyboardEvent} */ event) {
    if (event.isComposing) return; // Enter and arrows belong to the input method
    const count = this.things.length;
    if (event.key === "ArrowDown" && count) {
      this.move(this.active + 1 < count ? this.active + 1 : -1); // past the end: the box
    } else if (event.key === "ArrowUp" && count) {
      this.move(this.active < 0 ? count - 1 : this.active - 1);
    } else if (event.key === "Enter" && count) {
      this.take(Math.max(this.active, 0));
    } else if (event.key === "Escape") {
      this.leave();
    } else {
      return;
    }
    event.preventDefault();
  }

  take(/** @type {number} */ row) {
    const thing = this.things[row];
    this.leave();
    this.input.blur();
    this.choose(thing);
  }
}

function makeInput(/** @type {Record<string, string>} */ { search, hint }) {
  return make("input", {
    type: "text",
    role: "combobox",
    "aria-label": search,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": LIST,
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: hint,
  });
}
