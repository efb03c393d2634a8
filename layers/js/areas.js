// @ts-check
// What covers ground but belongs to no belt: backdrop, counties, prefectures, province, shades.
import { paintAxes, paintBelts } from "./belts.js";
import { hatchPath } from "./patterns.js";
import { isVisible } from "./scene.js";
import { askPaths, drawInWorld } from "./sheet.js";
import { project, tracePath, unrollRing } from "./world.js";

/** @import { Area, Areas, Frame, Pen, Point, Scene } from "./types.d.ts" */

const BELT_FORMS = ["territory", "corridor", "axis"];
const NEAR = 8; // zoom from which counties are what one looks at: their lines are stronger

/** Areas of a payload, ready to draw. @returns {Areas} */
export function prepareAreas(payload) {
  /** @type {Record<string, Area[]>} */
  const records = {};
  for (const [layer, areas] of Object.entries(payload.areas)) {
    records[layer] = areas.map((area) => ({
      ...area,
      path: tracePath(area.rings, payload.unit),
      label: project(area.at[0], area.at[1]),
    }));
  }
  const belts = payload.belts.map((belt, row) => {
    const paths = BELT_FORMS.map((form) => [
      form,
      tracePath(belt[form] || [], payload.unit, form !== "axis"),
    ]);
    const line = unrollRing(belt.axis?.[0] || [], payload.unit);
    return { ...belt, row, line, paths: Object.fromEntries(paths) };
  });
  const { unit, waters } = payload;
  const traceAll = (shapes, isClosed = true) =>
    shapes.map((lines) => tracePath(lines, unit, isClosed));
  return {
    records,
    belts,
    land: traceAll(payload.land),
    waters: { river: traceAll(waters.river, false), lake: traceAll(waters.lake) },
  };
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintAreas(pen, frame, scene) {
  const { palette, tiles } = scene.view;
  const { records } = scene.data.areas;
  if (!tiles) paintBackdrop(pen, frame, scene);
  drawInWorld(pen, frame, (px) => {
    if (isVisible(scene, "counties")) {
      strokeAreas(
        pen,
        records.counties,
        frame.zoom < NEAR ? palette.county_line : palette.prefecture_line,
        px(0.8),
      );
    }
  });
  paintClaims(pen, frame, scene);
  paintBelts(pen, frame, scene);
  drawInWorld(pen, frame, (px) => {
    if (isVisible(scene, "prefectures")) {
      strokeAreas(pen, records.prefectures, palette.prefecture_line, px(1.1));
    }
    strokeAreas(pen, records.province, palette.province_line, px(1.8));
    paintSelected(pen, px, scene);
  });
  if (isVisible(scene, "axis")) paintAxes(pen, frame, scene);
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
function paintBackdrop(pen, frame, { data, view }) {
  const { palette } = view;
  pen.fillStyle = palette.sea;
  pen.fillRect(0, 0, frame.size.x, frame.size.y);
  drawInWorld(pen, frame, (px) => {
    pen.fillStyle = palette.neighbour;
    for (const path of data.areas.land) pen.fill(path, "evenodd");
    pen.fillStyle = palette.land;
    for (const { path } of data.areas.records.province) pen.fill(path, "evenodd");
    paintWaters(pen, data.areas.waters, palette.water, px(1.6));
  });
}

/** Rivers and lakes: quiet, below all else. @param {Pen} pen @param {Areas["waters"]} waters */
function paintWaters(
  pen,
  { river, lake },
  /** @type {string} */ colour,
  /** @type {number} */ width,
) {
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: width });
  for (const path of river) pen.stroke(path);
  for (const path of lake) pen.fill(path, "evenodd");
}

/** @param {Pen} pen @param {Area[]} areas */
function strokeAreas(pen, areas, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  for (const { path } of areas) pen.stroke(path);
}

function paintSelected(/** @type {Pen} */ pen, px, /** @type {Scene} */ { data, state, view }) {
  const [layer, id] = state.selected || ["", ""];
  const area = (data.areas.records[layer] || []).find((record) => record.id === id);
  if (!area) return;
  strokeAreas(pen, [area], view.palette.halo, px(6.5));
  strokeAreas(pen, [area], view.palette.outline, px(3));
}

/** Counties for which a document names what is looked for; wider claims are told at the name. */
function paintClaims(/** @type {Pen} */ pen, frame, /** @type {Scene} */ { data, state, view }) {
  const { shade } = view.palette;
  const claiming = state.claims?.counties || {};
  for (const { path } of data.areas.records.counties.filter(({ id }) => id in claiming)) {
    drawInWorld(pen, frame, () => {
      pen.globalAlpha = 0.11;
      pen.fillStyle = shade;
      pen.fill(path, "evenodd");
    });
    hatchPath(pen, frame, path, { colour: shade, angle: 135, gap: 8, alpha: 0.34 });
  }
}

/**
 * Find which area holds a point of the world.
 * @template {{ path: Path2D }} Shape
 * @param {Shape[]} areas @param {Point} point @param {Pen} pen
 * @returns {Shape | null}
 */
export function findAreaAt(areas, { x, y }, pen) {
  return (
    askPaths(pen, () => areas.find(({ path }) => pen.isPointInPath(path, x, y, "evenodd"))) || null
  );
}
