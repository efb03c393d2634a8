// @ts-check
// Belts in their three forms; each differs in dash and hatch as well as in colour.
import { hatchPath } from "./patterns.js";
import { isSelected, isShown, isVisible, listShownBelts } from "./scene.js";
import { drawInWorld } from "./sheet.js";

/** @import { Belt, BeltStyle, Frame, Pen, Scene } from "./types.d.ts" */

/** Colour and pattern of a belt. @returns {BeltStyle & { colour: string }} */
function dressBelt(/** @type {Scene} */ { data, view }, /** @type {Belt} */ belt) {
  const { belts } = data.style;
  const number = belt.row % belts.length;
  return { ...belts[number], colour: view.palette.belts[number] };
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintBelts(pen, frame, scene) {
  const { extra } = scene.view;
  const replaced = new Set(extra.map(({ belt }) => belt));
  for (const belt of listShownBelts(scene)) {
    if (isUnclaimed(scene, belt)) continue;
    const { colour, dash, hatch } = dressBelt(scene, belt);
    const { territory, corridor } = belt.paths;
    if (isVisible(scene, "territory")) {
      hatchPath(pen, frame, territory, { colour, angle: hatch, gap: 11, alpha: 0.5 });
      strokeEdge(pen, frame, territory, { colour, dash, width: 1.6 });
    }
    if (isVisible(scene, "corridor") && !replaced.has(belt.id)) {
      paintCorridor(pen, frame, corridor, { colour, dash });
    }
    if (isSelected(scene, "belts", belt.id)) {
      strokeEdge(pen, frame, territory, { colour, dash: [], width: 3 });
    }
  }
  for (const { path, belt } of extra) paintExtra(pen, frame, path, belt, scene);
}

/** A corridor of the reader's width, in the place of its belt's own. */
function paintExtra(pen, frame, path, id, /** @type {Scene} */ scene) {
  const belt = scene.data.areas.belts.find((record) => record.id === id);
  if (!belt) {
    paintCorridor(pen, frame, path, { colour: scene.view.palette.selected, dash: [6, 4] });
  } else if (isShown(scene, "belts", belt.row) && isVisible(scene, "corridor")) {
    paintCorridor(pen, frame, path, dressBelt(scene, belt));
  }
}

function paintCorridor(/** @type {Pen} */ pen, frame, path, { colour, dash }) {
  drawInWorld(pen, frame, () => {
    pen.globalAlpha = 0.12;
    pen.fillStyle = colour;
    pen.fill(path, "evenodd");
  });
  strokeEdge(pen, frame, path, { colour, dash, width: 1.3 });
}

function strokeEdge(/** @type {Pen} */ pen, frame, path, { colour, dash, width }) {
  drawInWorld(pen, frame, (px) => {
    pen.strokeStyle = colour;
    pen.globalAlpha = 0.75;
    pen.lineWidth = px(width);
    pen.setLineDash(dash.map(px));
    pen.stroke(path);
  });
}

/** @param {Pen} pen @param {(pixels: number) => number} px @param {Scene} scene */
export function paintAxes(pen, px, scene) {
  const belts = listShownBelts(scene);
  pen.lineCap = "round";
  pen.strokeStyle = scene.view.palette.halo;
  pen.lineWidth = px(6);
  for (const belt of belts) if (!isUnclaimed(scene, belt)) pen.stroke(belt.paths.axis);
  for (const belt of belts) {
    const { colour, dash } = dressBelt(scene, belt);
    const unclaimed = isUnclaimed(scene, belt);
    const claiming = scene.state.claims?.belts && !unclaimed;
    pen.strokeStyle = colour;
    pen.globalAlpha = unclaimed ? 0.35 : 1;
    pen.lineWidth = px(unclaimed ? 1.5 : claiming ? 5 : 3);
    pen.lineCap = "butt";
    pen.setLineDash(dash.map((length) => px(length * 1.2)));
    pen.stroke(belt.paths.axis);
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

/** Whether an industry is looked for that no document claims for the belt. */
function isUnclaimed(/** @type {Scene} */ { state }, /** @type {Belt} */ { id }) {
  return Boolean(state.claims && !(id in (state.claims.belts || {})));
}
