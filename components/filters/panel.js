// The filter panel. A choice shows on the map at once, from the rows that each option leaves; then
// the server is told, and answers with the counts and the rest of the page.

const panels = new WeakMap();
const contents = new Map();

/** Draw the panel, or what a run of the server has changed of it. Called on every run. */
export async function show({ parentElement, data, setTriggerValue }, base) {
  const url = base + data.content;
  const content = await load(url);
  if (!content) {
    parentElement.replaceChildren(make("p", { role: "alert" }, failed()));
    return;
  }
  let panel = panels.get(parentElement);
  if (!panel || panel.content !== content) {
    if (panel) panel.root.remove();
    panel = new Panel(content);
    panels.set(parentElement, panel);
    parentElement.append(panel.root);
  }
  panel.tell = (asked) => setTriggerValue("asked", asked);
  panel.take(data);
}

function load(url) {
  const asked = () => fetch(url).then((answer) => (answer.ok ? answer.json() : null));
  if (!contents.has(url)) contents.set(url, asked().catch(() => null));
  return contents.get(url);
}

function failed() {
  const chinese = document.documentElement.lang.startsWith("zh");
  return chinese ? "筛选器未能载入，请刷新页面" : "The filters did not load; reload the page";
}

class Panel {
  constructor(content) {
    this.content = content;
    this.number = 0; // of the last choice
    this.waiting = false; // for the server's answer to it
    this.asked = new Map(content.facets.map(({ id }) => [id, []]));
    this.unverified = false;
    this.boxes = new Map(content.facets.map(({ id }) => [id, []]));
    this.root = this.build();
  }

  /** Take what the server says, unless it answers an earlier choice than the last. */
  take({ asked, counts, number }) {
    if (this.waiting && number !== this.number) return;
    this.waiting = false;
    this.number = number;
    for (const id of this.asked.keys()) this.asked.set(id, (asked[id] || "").split(".").filter(Boolean));
    this.unverified = asked.unverified === "1";
    for (const [id, boxes] of this.boxes) {
      boxes.forEach(({ label, count }, row) => {
        count.textContent = counts[id][row];
        label.classList.toggle("empty", counts[id][row] === 0);
      });
    }
    this.mark();
  }

  choose(facet, option, on) {
    const others = this.asked.get(facet).filter((one) => one !== option);
    this.asked.set(facet, on ? [...others, option] : others);
    this.send();
  }

  clear() {
    for (const id of this.asked.keys()) this.asked.set(id, []);
    this.unverified = false;
    this.send();
  }

  send() {
    this.number += 1;
    this.waiting = true;
    this.mark();
    const shown = this.rows();
    for (const map of maps()) map.preview(shown);
    const params = Object.fromEntries([...this.asked].filter(([, ids]) => ids.length).map(([id, ids]) => [id, ids.join(".")]));
    if (this.unverified) params.unverified = "1";
    const asked = { number: this.number, params }; // a later choice has a number of its own
    // After the pixels: the server's answer keeps the page busy for longer than the map takes.
    requestAnimationFrame(() => setTimeout(() => this.tell(asked)));
  }

  /** The rows that the filter leaves of each layer, as bit fields in base64: layers/bits.py. */
  rows() {
    const { held, verified } = this.content.rows;
    const found = {};
    for (const [layer, facets] of Object.entries(held)) {
      const parts = Object.entries(facets)
        .map(([facet, options]) => this.asked.get(facet).map((id) => bytes(options[id])))
        .filter((options) => options.length)
        .map((options) => options.reduce(either));
      if (verified[layer] && !this.unverified) parts.push(bytes(verified[layer]));
      found[layer] = parts.length ? btoa(String.fromCharCode(...parts.reduce(both))) : null;
    }
    return found;
  }

  /** Show what is chosen. */
  mark() {
    for (const [facet, boxes] of this.boxes) {
      for (const { id, box } of boxes) box.checked = this.asked.get(facet).includes(id);
    }
    this.unverifiedBox.checked = this.unverified;
    this.clearButton.disabled = !this.unverified && [...this.asked.values()].every((ids) => !ids.length);
    this.list.mark(this.asked.get("industry"));
  }

  build() {
    const { words, facets } = this.content;
    this.clearButton = make("button", { type: "button", class: "atlas-clear" }, words.clear);
    this.clearButton.addEventListener("click", () => this.clear());
    const [unverified, box] = checkbox(words.unverified);
    unverified.className = "atlas-recalled";
    this.unverifiedBox = box;
    box.addEventListener("change", () => {
      this.unverified = box.checked;
      this.send();
    });
    const groups = facets.map((facet) => this.group(facet));
    const recalled = make("div", { class: "atlas-facet" }, unverified, help(words.unverifiedHelp));
    return make("div", { class: "atlas-filters" }, this.clearButton, ...groups, recalled);
  }

  group(facet) {
    const options = facet.options.map((option) => this.option(facet.id, option));
    const name = make("p", { class: "atlas-facet-name", "aria-hidden": "true" }, facet.name);
    const about = { role: "group", "aria-label": facet.name, "data-facet": facet.id };
    const field = make("div", { class: "atlas-facet", ...about }, name, help(facet.help));
    if (facet.id === "industry") {
      const drop = (id) => this.choose(facet.id, id, false);
      this.list = new IndustryList(facet.options, options, this.content.words, drop);
      field.append(...this.list.nodes);
    } else {
      field.append(make("div", { class: "atlas-options" }, ...options));
    }
    return field;
  }

  option(facet, { id, name }) {
    const count = make("span", { class: "atlas-count" });
    const [label, box] = checkbox(name, count);
    label.className = "atlas-option";
    label.dataset.option = id;
    box.addEventListener("change", () => this.choose(facet, id, box.checked));
    this.boxes.get(facet).push({ id, box, label, count });
    return label;
  }
}

/** Sectors, each with its industries to unfold; typing finds industries by any of their names. */
class IndustryList {
  constructor(options, labels, words, drop) {
    this.sectors = [];
    this.names = new Map(options.map(({ id, name }) => [id, name]));
    this.drop = drop;
    this.words = words;
    options.forEach((option, row) => {
      const label = labels[row];
      if (!option.sector) this.sectors.push(this.sector(option, label));
      else this.sectors.at(-1).entries.push({ option, label });
    });
    for (const { entries, inner } of this.sectors) inner.append(...entries.map(({ label }) => label));
    this.find = make("input", { type: "search", placeholder: words.find, "aria-label": words.find, autocomplete: "off" });
    this.find.addEventListener("input", () => this.filter());
    this.find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.first()?.click();
    });
    this.none = make("p", { hidden: "" }, words.none);
    const list = make("div", { class: "atlas-industries" }, ...this.sectors.map(({ root }) => root), this.none);
    this.chosen = make("div", { class: "atlas-options" });
    this.nodes = [this.chosen, this.find, list];
  }

  sector(option, label) {
    const inner = make("div", { class: "atlas-inner", hidden: "" });
    const unfold = make("button", { type: "button", "aria-expanded": "false", "aria-label": this.words.open.replace("{sector}", option.name) });
    unfold.addEventListener("click", () => fold(unfold, inner, !inner.hidden));
    return { option, label, inner, unfold, entries: [], root: make("div", {}, make("div", { class: "atlas-sector" }, label, unfold), inner) };
  }

  filter() {
    const wanted = folded(this.find.value);
    let any = false;
    for (const { option, entries, root, inner, unfold } of this.sectors) {
      const whole = meets(option, wanted);
      for (const entry of entries) entry.label.hidden = !whole && !meets(entry.option, wanted);
      const some = entries.some(({ label }) => !label.hidden);
      root.hidden = !whole && !some;
      fold(unfold, inner, !(wanted && some && !whole) && !this.open(entries));
      any ||= !root.hidden;
    }
    this.none.hidden = any;
  }

  /** The first option that what is typed finds. */
  first() {
    const wanted = folded(this.find.value);
    const options = this.sectors.flatMap(({ option, label, entries }) => [{ option, label }, ...entries]);
    return wanted && options.find(({ option }) => meets(option, wanted))?.label;
  }

  open(entries) {
    return entries.some(({ label }) => label.control.checked);
  }

  /** Name what is chosen, and unfold the sectors of chosen industries. */
  mark(chosen) {
    this.chosen.replaceChildren(...chosen.map((id) => this.chip(id)));
    for (const { entries, inner, unfold } of this.sectors) {
      if (entries.some(({ option }) => chosen.includes(option.id))) fold(unfold, inner, false);
    }
  }

  chip(id) {
    const chip = make("button", { type: "button", class: "atlas-chosen", "aria-label": this.words.drop.replace("{name}", this.names.get(id)) }, this.names.get(id), " ×");
    chip.addEventListener("click", () => {
      this.drop(id);
      this.find.focus();
    });
    return chip;
  }
}

function fold(button, inner, closed) {
  inner.hidden = closed;
  button.setAttribute("aria-expanded", String(!closed));
}

function meets({ spellings }, wanted) {
  return spellings.split(" ").some((one) => one.includes(wanted));
}

/** Text without case, accents, spaces and punctuation, as geo/search.py folds it. */
function folded(text) {
  return text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function* maps() {
  for (let at = 0; at < window.frames.length; at += 1) {
    try {
      if (window.frames[at].jilinAtlas) yield window.frames[at].jilinAtlas;
    } catch {
      // a frame of somebody else's
    }
  }
}

const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const longer = (one, other) => Math.max(one.length, other.length);
const either = (one, other) => Uint8Array.from({ length: longer(one, other) }, (_, at) => one[at] | other[at]);
const both = (one, other) => Uint8Array.from({ length: longer(one, other) }, (_, at) => one[at] & other[at]);

function checkbox(...words) {
  const box = make("input", { type: "checkbox" });
  return [make("label", {}, box, ...words), box];
}

/** A question mark that opens a sentence; by pointer, touch and keyboard alike. */
function help(text) {
  return make("details", { class: "atlas-why" }, make("summary", { "aria-label": text }, "?"), make("p", {}, text));
}

/** An element with attributes and children; text is always text. */
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
