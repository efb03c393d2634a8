// @ts-check
// The ranked list: one row a park, its contributions as a bar, its bounds as whiskers. Pointing at
// a row marks the park on the map, and the other way round.
import { make } from "../../layers/js/shared/elements.js";
import { findMaps } from "../../layers/js/shared/frames.js";

const LAYER = "parks";
const HOVER = "jilin-atlas-hover";

/**
 * @typedef {{
 *   id: string, rank: number, name: string, short: string, own: boolean, where: string, doubt: string, kept: boolean,
 *   score: number, worst: number, best: number,
 *   parts: { name: string, points: number, colour: string }[],
 * }} Row
 * @typedef {{ rows: Row[], selected: string, full: boolean, texts: Record<string, string> }} Data
 * @typedef {(trigger: string, id: string) => void} Send
 */

const range = (/** @type {Row} */ { worst, best }, digits = 0) =>
  `${worst.toFixed(digits)}–${best.toFixed(digits)}`;

function makeBar(/** @type {Row} */ row, /** @type {Data["texts"]} */ texts) {
  const pieces = row.parts.map(({ points, colour }) => {
    const piece = make("span", { class: "piece" });
    piece.style.width = `${points}%`;
    piece.style.background = colour;
    return piece;
  });
  const lines = row.parts.map(({ name, points }) => `${name}: ${points.toFixed(1)}`);
  const title = [...lines, `${texts.bounds}: ${range(row, 1)}`].join("\n");
  const whisker = make("span", { class: "whisker" });
  whisker.style.left = `${row.worst}%`;
  whisker.style.width = `${Math.max(0, row.best - row.worst)}%`;
  return make("span", { class: "track", "aria-hidden": "true", title }, ...pieces, whisker);
}

function makeMain(/** @type {Row} */ row, /** @type {Data} */ data, /** @type {Send} */ send) {
  /** @type {Record<string, string>} */
  const current = row.id === data.selected ? { "aria-current": "true" } : {};
  const text = make(
    "span",
    { class: "text" },
    make("bdi", { class: "name", title: row.name }, row.short),
    make("span", { class: "where" }, row.where),
    row.doubt ? make("span", { class: "doubt" }, row.doubt) : null,
  );
  const score = make("b", {}, row.score.toFixed(1));
  const main = make(
    "button",
    { class: "main", type: "button", ...current },
    make("span", { class: "rank" }, String(row.rank)),
    text,
    makeBar(row, data.texts),
    make("span", { class: "score" }, score, make("small", {}, range(row))),
  );
  main.addEventListener("click", () => {
    // What is chosen under the pointer stays under it.
    const list = main.closest("ol");
    if (list) list.dataset.selected = row.id;
    send("select", row.id);
  });
  return main;
}

function makeStar(/** @type {Row} */ row, /** @type {Data} */ data, /** @type {Send} */ send) {
  const title = row.kept ? data.texts.drop : data.texts.keep;
  const about = { title, "aria-label": `${title}: ${row.name}`, "aria-pressed": String(row.kept) };
  const star = make("button", { class: "keep", type: "button", ...about }, row.kept ? "★" : "☆");
  star.disabled = !row.kept && data.full;
  star.addEventListener("click", () => send("keep", row.id));
  return star;
}

function makeRow(/** @type {Row} */ row, /** @type {Data} */ data, /** @type {Send} */ send) {
  const kinds = ["row", row.id === data.selected && "selected", row.own && "own"];
  const kind = kinds.filter(Boolean).join(" ");
  const parts = [makeMain(row, data, send), makeStar(row, data, send)];
  const item = make("li", { class: kind, "data-id": row.id }, ...parts);
  const point = (/** @type {[string, string] | null} */ key) => {
    for (const map of findMaps(window)) map.point(key);
  };
  for (const name of ["mouseenter", "focusin"]) {
    item.addEventListener(name, () => point([LAYER, row.id]));
  }
  for (const name of ["mouseleave", "focusout"]) item.addEventListener(name, () => point(null));
  return item;
}

/**
 * Draw the list; Streamlit calls this on every run, and what it returns before the next.
 * @param {{ data: Data, parentElement: HTMLElement, setTriggerValue: Send }} component
 */
export default function showRanking({ data, parentElement, setTriggerValue }) {
  const list = /** @type {HTMLElement} */ (parentElement.querySelector("ol"));
  const before = list.scrollTop;
  list.setAttribute("aria-label", data.texts.list);
  list.replaceChildren(...data.rows.map((row) => makeRow(row, data, setTriggerValue)));
  list.scrollTop = before;
  const selected = /** @type {HTMLElement | null} */ (list.querySelector(".selected"));
  if (selected && list.dataset.selected !== data.selected) {
    list.scrollTop = selected.offsetTop - list.clientHeight / 3;
  }
  list.dataset.selected = data.selected || "";
  const markPointed = (/** @type {any} */ { detail }) => {
    const id = detail?.[0] === LAYER ? detail[1] : null;
    for (const row of list.querySelectorAll("li")) {
      row.classList.toggle("pointed", row.dataset.id === id);
    }
  };
  window.addEventListener(HOVER, markPointed);
  return () => window.removeEventListener(HOVER, markPointed);
}
