// @ts-check
// What the pointer is on, in words. Built from text nodes only; Escape puts it away.
import { findCity, listMembers } from "./discs.js";
import { readCells } from "./looks.js";
import { findWord } from "./scene.js";
import { make, makeName } from "./shared/elements.js";

/** @import { Belt, Item, Language, Scene, Target } from "./types.d.ts" */

const MOST_PHRASES = 6;
const MOST_NAMES = 8;

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

/** A disc: its city, how many rows of which level, the names of some, what a click does. */
function describeDisc(/** @type {Scene} */ scene, /** @type {Item} */ disc) {
  const { lang } = scene.state;
  const { rows } = scene.data.layers[disc.layer];
  const members = listMembers(scene, disc);
  const names = members.map(({ row }) => rows[lang]?.[row] || rows.zh[row]);
  const more = names.length > MOST_NAMES ? ["…"] : [];
  const city = findCity(scene, disc.layer, disc.row);
  const prefecture = scene.data.areas.records.prefectures.find(({ id }) => id === city);
  return [
    ...makeLine("name", [prefecture?.[lang] || ""]),
    ...makeLine("kind", [`${findWord(scene, `layer.${disc.layer}`)} ${members.length}`]),
    ...makeLine("list", [...names.slice(0, MOST_NAMES), ...more], listSeparator(lang)),
    ...makeLine("note", [findWord(scene, "disc.open")]),
  ];
}

/** @param {Scene} scene @param {NonNullable<Target["item"]>} item */
export function describeItem(scene, item) {
  const { layer, row, members } = item;
  if (members) return describeDisc(scene, /** @type {Item} */ (item));
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

/** A belt whose line or name is pointed at. @param {Scene} scene @param {Belt} belt */
export function describeBelt(scene, belt) {
  const { shaded, lang } = scene.state;
  const phrases = shaded?.[`belts:${belt.id}`] || [];
  return [
    ...makeHead(belt, lang),
    ...phrases.slice(0, MOST_PHRASES).flatMap((phrase) => makeLine("said", [phrase])),
    ...makeLine("note", [findWord(scene, "belt.pick")]),
  ];
}

/** @param {Scene} scene @param {Target} target */
export function describeTarget(scene, target) {
  if (target.item) return describeItem(scene, target.item);
  return target.belt ? describeBelt(scene, target.belt) : describeGround(scene, target);
}

/** @param {Scene} scene @param {Target} ground */
function describeGround({ state }, { county, prefecture, belts }) {
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
