// @ts-check
// The matrix: a grid with one tab stop. Arrows move in it; Enter or a click chooses a cell, a row
// by its name, or a column by its name, which pressed again brings back all places.
import { make, makeName } from "../../layers/js/shared/elements.js";

const ALL = "all";

/**
 * @typedef {{ text: string, title: string, colour: string, disputed: boolean }} Mark
 * @typedef {{ id: string, name: string, group: string, marks: Record<string, Mark[]> }} Row
 * @typedef {{ id: string, name: string, title: string, belt: boolean }} Column
 * @typedef {{
 *   content: string, corner: string, columns: Column[], rows: Row[], notes: string[],
 *   keys: (Mark & { meaning: string })[], place: string, item: string,
 *   texts: Record<string, string>,
 * }} Data
 * @typedef {{ place?: string, item?: string }} Choice
 * @typedef {(trigger: string, choice: Choice) => void} Send
 */

function makeMark(/** @type {Mark} */ { text, title, colour, disputed }) {
  const kind = `matrix-mark${colour ? "" : " plain"}${disputed ? " disputed" : ""}`;
  const mark = make("span", { class: kind, title }, text);
  if (colour) mark.style.setProperty("--document", colour);
  return mark;
}

function makeKey(/** @type {Data} */ { keys, notes, texts }) {
  const marks = keys.map((key) => make("li", {}, makeMark(key), ` ${key.meaning}`));
  const lines = notes.map((note) => make("li", {}, note));
  return make("ul", { class: "matrix-key", "aria-label": texts.key }, ...marks, ...lines);
}

function makeHead(/** @type {Data} */ { corner, columns }) {
  const cells = columns.map(({ id, name, title, belt }) => {
    const kind = belt ? "matrix-name belt" : "matrix-name";
    const about = { scope: "col", role: "columnheader", "data-place": id, class: kind, title };
    return make("th", { ...about, tabindex: "-1" }, makeName(name));
  });
  const first = make("th", { scope: "col", role: "columnheader" }, corner);
  return make("thead", {}, make("tr", { role: "row" }, first, ...cells));
}

function makeRow(/** @type {Row} */ { id, name, marks }, /** @type {Column[]} */ columns) {
  const about = { scope: "row", role: "rowheader", "data-item": id, class: "matrix-name" };
  const cells = columns.map(({ id: place }) => {
    const where = { role: "gridcell", tabindex: "-1", "data-place": place, "data-item": id };
    return make("td", where, ...(marks[place] ?? []).flatMap((mark) => [makeMark(mark), " "]));
  });
  const head = make("th", { ...about, tabindex: "-1" }, makeName(name));
  return make("tr", { role: "row" }, head, ...cells);
}

function makeBody(/** @type {Data} */ { rows, columns }) {
  const body = make("tbody");
  let group = "";
  for (const row of rows) {
    if (row.group !== group) {
      const span = String(columns.length + 1);
      const title = make("th", { colspan: span, role: "rowheader" }, make("span", {}, row.group));
      body.append(make("tr", { role: "row", class: "matrix-group" }, title));
      group = row.group;
    }
    body.append(makeRow(row, columns));
  }
  return body;
}

function draw(/** @type {HTMLElement} */ room, /** @type {Data} */ data) {
  const table = make(
    "table",
    { role: "grid", "aria-label": data.texts.grid, "aria-readonly": "true" },
    makeHead(data),
    makeBody(data),
  );
  const box = make("div", { class: "matrix-box" }, table);
  room.replaceChildren(makeKey(data), box);
}

/** Return what may be chosen, by rows as they stand. */
function listCells(/** @type {Element} */ room) {
  const rows = [...room.querySelectorAll("tr:not(.matrix-group)")];
  return rows.map((row) => /** @type {(HTMLElement | null)[]} */ ([...row.children]));
}

function findStep(/** @type {string} */ key, /** @type {boolean} */ far) {
  const length = far ? Number.POSITIVE_INFINITY : 1;
  /** @type {Record<string, [number, number]>} */
  const steps = {
    ArrowUp: [-length, 0],
    ArrowDown: [length, 0],
    ArrowLeft: [0, -length],
    ArrowRight: [0, length],
    Home: [0, Number.NEGATIVE_INFINITY],
    End: [0, Number.POSITIVE_INFINITY],
  };
  return steps[key];
}

const clamp = (/** @type {number} */ value, /** @type {number} */ most) =>
  Math.max(0, Math.min(value, most));

function move(/** @type {Element} */ room, /** @type {KeyboardEvent} */ event) {
  const step = findStep(event.key, event.ctrlKey);
  const from = /** @type {HTMLElement | null} */ (event.target);
  const grid = listCells(room);
  const row = grid.findIndex((cells) => cells.includes(from));
  if (!step || row < 0) return;
  event.preventDefault();
  const cells = grid[clamp(row + step[0], grid.length - 1)];
  const to = cells[clamp(grid[row].indexOf(from) + step[1], cells.length - 1)];
  if (to?.hasAttribute("tabindex")) focusCell(room, to);
}

function focusCell(/** @type {Element} */ room, /** @type {HTMLElement} */ cell) {
  setTabStop(room, cell);
  cell.focus({ preventScroll: true });
  reveal(room, cell);
}

function setTabStop(/** @type {Element} */ room, /** @type {HTMLElement} */ cell) {
  for (const other of room.querySelectorAll("[tabindex='0']")) other.setAttribute("tabindex", "-1");
  cell.setAttribute("tabindex", "0");
}

/** Scroll the box, never the page, so that a cell is clear of the names at its edges. */
function reveal(/** @type {Element} */ room, /** @type {HTMLElement} */ cell) {
  const box = /** @type {HTMLElement} */ (room.querySelector(".matrix-box"));
  const corner = /** @type {HTMLElement} */ (room.querySelector("thead th"));
  const frame = box.getBoundingClientRect();
  const { top, bottom, left, right } = cell.getBoundingClientRect();
  const clear = { top: frame.top + corner.offsetHeight, left: frame.left + corner.offsetWidth };
  const end = { x: frame.left + box.clientWidth, y: frame.top + box.clientHeight };
  if (!cell.closest("thead") && (top < clear.top || bottom > end.y)) {
    box.scrollTop += top - clear.top - (end.y - clear.top) / 3;
  }
  if (cell.tagName === "TD" && (left < clear.left || right > end.x)) {
    box.scrollLeft += left - clear.left - (end.x - clear.left) / 3;
  }
}

/** Outline the row and the column of what is chosen, and bring them into view when it changes. */
function mark(/** @type {HTMLElement} */ room, /** @type {Data} */ { place, item }) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (room.querySelectorAll("th, td"))) {
    cell.classList.toggle("in-column", cell.dataset.place === place);
    cell.classList.toggle("in-row", cell.dataset.item === item);
    const isChosen = cell.dataset.place === place && cell.dataset.item === item;
    if (cell.tagName === "TD") cell.setAttribute("aria-selected", String(isChosen));
  }
  const cells = [...room.querySelectorAll(".in-row")];
  const target = cells.find((cell) => cell.matches("td.in-column")) ?? cells[0];
  const now = `${place} ${item}`;
  if (target instanceof HTMLElement && room.dataset.chosen !== now) {
    const holdsFocus = room.contains(document.activeElement);
    if (!holdsFocus) setTabStop(room, target);
    reveal(room, target);
  }
  room.dataset.chosen = now;
}

function readChoice(/** @type {EventTarget | null} */ target, /** @type {Data} */ data) {
  const cell = target instanceof Element ? target.closest("[data-place], [data-item]") : null;
  if (!(cell instanceof HTMLElement)) return null;
  const { place, item } = cell.dataset;
  const again = cell.tagName === "TH" && place === data.place;
  return { cell, choice: { ...(place && { place: again ? ALL : place }), ...(item && { item }) } };
}

/**
 * Draw the matrix; Streamlit calls this on every run, and what it returns before the next.
 * @param {{ data: Data, parentElement: HTMLElement, setTriggerValue: Send }} component
 */
export default function showMatrix({ data, parentElement, setTriggerValue }) {
  const room = parentElement.querySelector("div") ?? parentElement;
  if (room.dataset.content !== data.content) {
    draw(room, data);
    room.dataset.content = data.content;
    room.dataset.chosen = "";
  }
  mark(room, data);
  const choose = (/** @type {Event} */ event) => {
    const chosen = readChoice(event.target, data);
    if (!chosen) return;
    setTabStop(room, chosen.cell);
    setTriggerValue("choose", chosen.choice);
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(event);
    } else move(room, event);
  };
  room.addEventListener("click", choose);
  room.addEventListener("keydown", press);
  return () => {
    room.removeEventListener("click", choose);
    room.removeEventListener("keydown", press);
  };
}
