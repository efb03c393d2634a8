// @ts-check
// The strip along a belt's axis. It follows the handle of the map, makes the numbers of the answer
// follow, and tells Python the width that the hand has come to.
import { make } from "../../layers/js/shared/elements.js";
import { findMaps } from "../../layers/js/shared/frames.js";
import { judgeDistances } from "../../layers/js/shared/verdict.js";
import { drawStrip } from "./strip_drawing.js";

/** @import { Data, Drawing } from "./strip_drawing.js" */

const HOVER = "jilin-atlas-hover";
const WIDTH = "jilin-atlas-width";
const VERDICTS = ["certain", "possible", "outside"];

/** How many of the counted places have which verdict. @param {Data} data @param {number} km */
function countVerdicts({ places }, km) {
  /** @type {Record<string, number>} */
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));
  for (const { counted, near, far } of places)
    if (counted) counts[judgeDistances(near, far, km)] += 1;
  return counts;
}

/** Let the big number, its sentence, the bar and the key say another width. */
function rollAnswer(/** @type {Data} */ data, /** @type {number} */ km) {
  const answer = document.querySelector(".belt-answer:has(.belt-number)");
  if (!answer) return;
  const counts = countVerdicts(data, km);
  const { certain, possible, outside } = counts;
  const write = (/** @type {string} */ place, /** @type {string} */ text) => {
    const node = answer.querySelector(place);
    if (node) node.textContent = text;
  };
  const total = String(certain + possible + outside);
  write(".belt-number strong", possible ? `${certain}–${certain + possible}` : String(certain));
  write(".belt-sentence", data.texts.answer.replace("{km}", String(km)).replace("{total}", total));
  for (const verdict of VERDICTS) {
    write(`[data-count="${verdict}"]`, String(counts[verdict]));
    const part = /** @type {HTMLElement | null} */ (answer.querySelector(`.belt-bar .${verdict}`));
    if (!part) continue;
    part.hidden = !counts[verdict];
    part.style.flexGrow = part.textContent = String(counts[verdict]);
  }
}

const markMoving = (/** @type {boolean} */ isMoving) =>
  document
    .querySelector(".belt-answer:has(.belt-number)")
    ?.classList.toggle("belt-moving", isMoving);

/** Pointing at a place marks it on the map. */
function wirePointing(/** @type {SVGElement} */ svg) {
  const point = (/** @type {[string, string] | null} */ key) => {
    for (const map of findMaps(window)) map.point(key);
  };
  svg.addEventListener("pointerover", ({ target }) => {
    const place = /** @type {Element} */ (target).closest("[data-id]");
    const { layer, id } = /** @type {SVGElement | null} */ (place)?.dataset || {};
    point(layer && id ? [layer, id] : null);
  });
  svg.addEventListener("pointerleave", () => point(null));
}

/**
 * Draw the strip; Streamlit calls this on every run, and what it returns before the next.
 * @param {{ data: Data, parentElement: HTMLElement, setTriggerValue: (name: string, value: any) => void }} component
 */
export default function showStrip({ data, parentElement, setTriggerValue }) {
  const figure = /** @type {HTMLElement} */ (parentElement.querySelector("figure"));
  figure.style.setProperty("--belt", data.colour);
  /** @type {Drawing | null} */
  let drawing = null;
  let { km } = data;
  const redraw = () => {
    drawing = drawStrip(data, figure.clientWidth || 600);
    drawing.widen(km);
    wirePointing(drawing.svg);
    figure.replaceChildren(drawing.svg, make("figcaption", {}, drawing.note));
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(figure);
  markMoving(false);
  const follow = (/** @type {any} */ { detail }) => {
    if (detail.belt !== data.belt) return;
    km = detail.km;
    drawing?.widen(km);
    markMoving(true);
    rollAnswer(data, km);
    if (detail.isFinal && km !== data.km) setTriggerValue("width", km);
    else if (detail.isFinal) markMoving(false);
  };
  const mark = (/** @type {any} */ { detail }) => drawing?.point(detail);
  window.addEventListener(WIDTH, follow);
  window.addEventListener(HOVER, mark);
  return () => {
    observer.disconnect();
    window.removeEventListener(WIDTH, follow);
    window.removeEventListener(HOVER, mark);
  };
}
