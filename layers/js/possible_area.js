// @ts-check
// The area in which a row may lie when its exact place is not known: its county, a disc around its
// town or around a geocoder's hit within that county, or the place that a document names. The rule is that of
// `geo/belts/corridors.py`.
import { readCells } from "./looks.js";
import { drawInWorld } from "./sheet.js";
import { measureKilometre } from "./world.js";

/** @import { Area, Frame, Pen, Point, Scene } from "./types.d.ts" */

/**
 * Outline and, of a town or a hit, disc of where a row may lie; null when its place is exact or unknown.
 * @param {Scene} scene @param {{ layer: string, row: number }} item
 * @returns {{ area: Area | null, disc: (Point & { radius: number }) | null } | null}
 */
export function findPossibleArea({ data }, { layer, row }) {
  const { rows, places } = data.layers[layer];
  const cells = readCells(rows, row);
  const place = places[row];
  const km = data.spread[cells.geocode_level || cells.location_precision];
  if (km === 0 || !place) return null;
  const id = rows.area?.words[rows.area.rows[row]];
  const { counties = [], prefectures = [] } = data.areas.records;
  const area = [...counties, ...prefectures].find((record) => record.id === id) || null;
  const disc = km ? { ...place, radius: km * measureKilometre(place) } : null;
  return area || disc ? { area, disc } : null;
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintPossibleArea(pen, frame, /** @type {any} */ item, scene) {
  const possible = findPossibleArea(scene, item);
  if (!possible) return;
  const { area, disc } = possible;
  const { selected } = scene.view.palette;
  drawInWorld(pen, frame, (px) => {
    const shape = new Path2D();
    if (disc) shape.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
    if (disc && area) pen.clip(area.path, "evenodd");
    const path = disc ? shape : /** @type {Area} */ (area).path;
    pen.fillStyle = pen.strokeStyle = selected;
    pen.globalAlpha = 0.14;
    pen.fill(path, "evenodd");
    pen.globalAlpha = 0.9;
    pen.lineWidth = px(1.6);
    pen.setLineDash([px(5), px(3)]);
    pen.stroke(path);
    // A disc that the county cuts off ends at its line.
    if (disc && area) {
      pen.clip(shape);
      pen.lineWidth = px(3.2);
      pen.stroke(area.path);
    }
  });
}
