// @ts-check
// What the pointer is on, in words. Built from text nodes only; Escape puts it away.
import { readCells } from "./looks.js";
import { findWord } from "./scene.js";
import { make, makeName } from "./shared/elements.js";

/** @import { Language, Scene, Target } from "./types.d.ts" */

const MOST_PHRASES = 6;

export function makeTooltip(/** @type {import("leaflet").Map} */ map) {
  const box = make("div", { class: "atlas-tip", role: "tooltip", hidden: "" });
  map.getContainer().append(box);
  const hide = () => {
    box.hidden = true;
  };
  const show = (/** @type {Node[]} */ lines, point) => {
    if (!lines.length) {
      hide();
      return;
    }
    box.replaceChildren(...lines);
    box.hidden = false;
    const size = map.getSize();
    const beside = point.x + 16 + box.offsetWidth > size.x;
    const left = beside ? point.x - box.offsetWidth - 12 : point.x + 16;
    const top = Math.min(Math.max(8, point.y + 14), size.y - box.offsetHeight - 8);
    box.style.transform = `translate(${Math.max(6, left)}px, ${top}px)`;
  };
  return { show, hide, isHidden: () => box.hidden };
}

/** A line of names; nothing when there are none. */
function makeLine(/** @type {string} */ part, /** @type {string[]} */ names, separator = "") {
  const text = names.filter(Boolean).join(separator);
  return text ? [make("div", { class: `atlas-tip-${part}` }, makeName(text))] : [];
}

const listSeparator = (/** @type {Language} */ lang) => (lang === "zh" ? "、" : ", ");

/** Name in the reader's language, the other one small below it. */
function makeHead(
  /** @type {{ zh?: string, en?: string }} */ record,
  /** @type {Language} */ lang,
) {
  const other = record[lang === "zh" ? "en" : "zh"] || "";
  const name = record[lang] || other;
  return [...makeLine("name", [name]), ...makeLine("other", record[lang] ? [other] : [])];
}

/** @param {Scene} scene @param {{ layer: string, row: number }} item */
export function describeItem(scene, { layer, row }) {
  const { rows } = scene.data.layers[layer];
  const { look } = scene.data.style.layers[layer];
  const { lang } = scene.state;
  const word = (/** @type {string} */ key) => findWord(scene, key);
  const cells = readCells(rows, row);
  const level = cells.level ? word(`level.${cells.level}`) : "";
  const kind = cells.kind ? word(`kind.${cells.kind}`) : look.noun && word(look.noun);
  const industries = (rows.industries?.[row] || []).map(
    (id) => (scene.data.industries[id] || [id, id])[lang === "zh" ? 0 : 1],
  );
  const notes = [
    cells.location_precision ? word(`precision.${cells.location_precision}`) : "",
    look.seated ? word("seated") : "",
    cells.status === "unverified" ? word("status.unverified") : "",
  ];
  return [
    ...makeHead({ zh: rows.zh[row], en: rows.en?.[row] }, lang),
    ...makeLine("kind", [level, kind], " · "),
    ...makeLine("list", industries, listSeparator(lang)),
    ...makeLine("note", notes, " · "),
  ];
}

/** @param {Scene} scene @param {Target} ground */
export function describeGround({ state }, { county, prefecture, belts }) {
  const { lang } = state;
  const inner = county || prefecture;
  if (!inner) return [];
  const keys = [
    county && `counties:${county.id}`,
    prefecture && `prefectures:${prefecture.id}`,
    ...belts.map(({ id }) => `belts:${id}`),
  ];
  const phrases = keys.flatMap((key) => (key && state.shaded?.[key]) || []);
  return [
    ...makeHead(inner, lang),
    ...makeLine("kind", county && prefecture ? [prefecture[lang]] : []),
    ...makeLine(
      "list",
      belts.map((belt) => belt[lang]),
      listSeparator(lang),
    ),
    ...phrases.slice(0, MOST_PHRASES).flatMap((phrase) => makeLine("said", [phrase])),
  ];
}
