// @ts-check
// What is under a point of the frame: a symbol, an outline, the ground; what a click there picks.
import { findAreaAt } from "./areas.js";
import { findBeltAt, findItemAt, gridItems } from "./hits.js";
import { findOutlineAt } from "./outlines.js";
import { isVisible, listShownBelts } from "./scene.js";
import { ORIGIN } from "./world.js";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Area, Belt, Key, Point, Scene, Target } from "./types.d.ts" */

const SLACK_OF_LINE = 4; // pixels beside a belt's line that count as it
const COUNTIES_FROM = 8.25; // zoom from which a click picks counties

/** A point of the frame in world pixels of the current zoom. @param {LeafletMap} map */
export function locatePoint(map, /** @type {import("leaflet").PointExpression} */ point) {
  const scale = 2 ** map.getZoom();
  const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint(point));
  return { x: corner.x - ORIGIN.x * scale, y: corner.y - ORIGIN.y * scale, scale };
}

/** Symbol and ground under a point of the frame. @param {Scene} scene @returns {Target} */
export function findTarget(scene, point, /** @type {number} */ slack) {
  const { view, parts } = scene;
  const { x, y, scale } = locatePoint(scene.map, point);
  view.hits = view.hits || gridItems(view.items);
  const place = { x: x / scale, y: y / scale };
  const item = findItemAt(view.hits, { x, y }, slack);
  const { pen } = parts.ground;
  return {
    item: item || findOutlineAt(scene, place, scale, pen),
    belt: findBeltAt(scene, place, (SLACK_OF_LINE + slack) / scale),
    ...findGround(scene, place, pen),
  };
}

function findGround(/** @type {Scene} */ scene, /** @type {Point} */ place, pen) {
  const { counties, prefectures } = scene.data.areas.records;
  const county = findAreaAt(counties, place, pen);
  const parent = county && prefectures.find(({ id }) => id === county.parent);
  const prefecture = county ? parent || findAreaAt(prefectures, place, pen) : null;
  const inForm = (/** @type {Belt} */ { paths }, form) =>
    isVisible(scene, form) && findAreaAt([{ path: paths[form] }], place, pen);
  const belts = listShownBelts(scene).filter(
    (belt) => inForm(belt, "corridor") || inForm(belt, "territory"),
  );
  return { county: isVisible(scene, "counties") ? county : null, prefecture, belts };
}

/** Layer and id of what is under a point: a symbol or a belt; a disc has none. @returns {Key | null} */
export function keyOf(
  /** @type {Scene} */ { data },
  /** @type {Pick<Target, "item" | "belt">} */ target,
) {
  const { item, belt } = target;
  if (item?.members) return null;
  if (!item) return belt && ["belts", belt.id];
  return [item.layer, data.layers[item.layer].rows.id[item.row]];
}

/** The area that a click on the ground selects, as [layer, record], or null. */
export function pickArea(/** @type {Scene} */ { map, state }, /** @type {Target} */ target) {
  const areas = /** @type {[string, Area | Belt | null][]} */ ([
    ["counties", target.county],
    ["prefectures", target.prefecture],
    ...target.belts.map((belt) => ["belts", belt]),
  ]).filter(([, area]) => area);
  const shaded = areas.find(([layer, area]) => state.shaded?.[`${layer}:${area?.id}`]);
  if (shaded || !state.pickAreas) return shaded || null;
  if (map.getZoom() >= COUNTIES_FROM) return areas[0] || null;
  return areas.find(([layer]) => layer === "prefectures") || null;
}
