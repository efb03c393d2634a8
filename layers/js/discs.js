// @ts-check
// Rows of one city that would drift apart on a wide view stand together as one numbered disc.
import { isShown } from "./scene.js";

/** @import { Disc, Item, Scene } from "./types.d.ts" */

const UNTIL = 8; // zoom from which every row has a symbol of its own
const DRIFT = 5; // pixels by which a symbol may be moved before its city becomes a disc
const NEAR = 14; // pixels between neighbours of one disc
const LEAST = 3; // rows

/** Whether the map gathers rows: a verdict or a rank is read from each. @param {Scene} scene */
export function hasDiscs({ choices, state }, /** @type {number} */ zoom) {
  return zoom < UNTIL && !choices.proven && !state.reach && !state.pins?.length;
}

/** The prefecture in which a row of a layer lies, as far as its data say so; "" where unknown. */
export function findCity(/** @type {Scene} */ { data }, /** @type {string} */ layer, row) {
  const { area } = data.layers[layer].rows;
  const id = area?.words[area.rows[row]] || "";
  const county = (data.areas.records.counties || []).find((record) => record.id === id);
  return county ? county.parent : id;
}

/**
 * Gather the items of a layer that drifted and their neighbours into discs; each member knows its
 * disc, which stands in their middle.
 * @param {Scene} scene @param {Item[]} items spread already @returns {Disc[]}
 */
export function gatherDiscs(scene, items) {
  /** @type {Map<string, Item[]>} */
  const cities = new Map();
  for (const item of items.filter(({ form }) => form === "symbol")) {
    const city = findCity(scene, item.layer, item.row);
    if (!city) continue;
    const key = `${item.layer}:${city}`;
    cities.set(key, [...(cities.get(key) || []), item]);
  }
  return [...cities.values()]
    .flatMap(linkNeighbours)
    .filter((members) => members.length >= LEAST && members.some(hasDrifted))
    .map(makeDisc);
}

const hasDrifted = (/** @type {Item} */ { dx, dy }) => Math.hypot(dx, dy) > DRIFT;

/** Groups of items each of which lies near another of its group. @returns {Item[][]} */
function linkNeighbours(/** @type {Item[]} */ items) {
  const rest = new Set(items);
  const groups = [];
  for (const first of items) {
    if (!rest.delete(first)) continue;
    const group = [first];
    for (const item of group) {
      for (const other of rest) {
        if (Math.hypot(item.x - other.x, item.y - other.y) > NEAR) continue;
        rest.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** @param {Item[]} members @returns {Disc} */
function makeDisc(members) {
  const mean = (/** @type {"x" | "y"} */ axis) =>
    members.reduce((sum, item) => sum + item[axis], 0) / members.length;
  const [{ layer, row, ground }] = members;
  const place = { x: mean("x"), y: mean("y"), dx: 0, dy: 0 };
  const radius = 10 + Math.min(7, Math.sqrt(members.length) * 1.4);
  const disc = { layer, row, ground, ...place, radius, form: "disc", number: 0, members };
  for (const member of members) Object.assign(member, { disc, dx: 0, dy: 0 });
  return disc;
}

/** What an item stands for: itself, or the rows of a disc that the filter shows. */
export function listMembers(/** @type {Scene} */ scene, /** @type {Item} */ item) {
  if (!item.members) return [item];
  return item.members.filter(({ layer, row }) => isShown(scene, layer, row));
}

/** The disc that stands for an item; null where it is drawn itself, as the last of its disc is. */
export function findDisc(/** @type {Scene} */ scene, /** @type {Item} */ { disc }) {
  return disc && listMembers(scene, disc).length > 1 ? disc : null;
}

/** Shown items, those of a disc as that disc, which counts them. @param {Scene} scene */
export function foldDiscs(scene, /** @type {Item[]} */ items) {
  const folded = new Set(items.map((item) => findDisc(scene, item) || item));
  for (const item of folded) if (item.members) item.number = listMembers(scene, item).length;
  return [...folded];
}

/** Zoom to where the members of a disc stand apart. @param {Scene} scene @param {Disc} disc */
export function openDisc(scene, disc) {
  const { map, data } = scene;
  const places = listMembers(scene, disc).map(({ layer, row }) => {
    const [lon, lat] = /** @type {[number, number]} */ (data.layers[layer].rows.at[row]);
    return L.latLng(lat, lon);
  });
  const bounds = L.latLngBounds(places);
  const zoom = Math.max(UNTIL, Math.min(11, map.getBoundsZoom(bounds.pad(0.2))));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  map.setView(bounds.getCenter(), zoom, { animate: !calm });
}
