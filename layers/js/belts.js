// @ts-check
// Belts in their three forms. The axis is a line with stops, as of a transit map; its ground is
// drawn lightly and only of the belt that is chosen or pointed at. Each belt differs in dash and
// hatch as well as in colour.
import { paintLivingCorridor } from "./corridor_shape.js";
import { hatchPath } from "./patterns.js";
import { isSelected, isShown, isVisible, listShownBelts } from "./scene.js";
import { drawInWorld } from "./sheet.js";

/** @import { Belt, BeltStyle, Frame, Pen, Point, Scene } from "./types.d.ts" */

const NARROW_UNTIL = 6.2; // zoom from which lines have their full width
const UNDERLAY = 0.3; // how much of a line's colour fills the gaps of its dashes
const STOP = 3.4; // pixels
const CHANGE = 6.5;

/** Colour and pattern of a belt. @returns {BeltStyle & { colour: string }} */
export function dressBelt(/** @type {Scene} */ { data, view }, /** @type {Belt} */ belt) {
  const { belts } = data.style;
  const number = belt.row % belts.length;
  return { ...belts[number], colour: view.palette.belts[number] };
}

/** Whether a belt is selected, pointed at, or left by a filter that leaves not all. */
export function isChosenBelt(/** @type {Scene} */ scene, /** @type {Belt} */ { id }) {
  const few = listShownBelts(scene).length < scene.data.areas.belts.length;
  return few || isEmphatic(scene, id);
}

function isEmphatic(/** @type {Scene} */ scene, /** @type {string} */ id) {
  const [layer, hovered] = scene.choices.hovered || [];
  return isSelected(scene, "belts", id) || (layer === "belts" && hovered === id);
}

/** Belts whose corridor the map draws, of the usual width or of the reader's. @param {Scene} scene */
export function listCorridors(scene) {
  const wished = new Set(scene.view.extra.map(({ belt }) => belt));
  return listShownBelts(scene).filter(
    (belt) => wished.has(belt.id) || (isChosenBelt(scene, belt) && !isPaleBelt(scene, belt)),
  );
}

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintBelts(pen, frame, scene) {
  const { extra } = scene.view;
  const replaced = new Set([...extra.map(({ belt }) => belt), scene.state.reach?.belt]);
  for (const belt of listShownBelts(scene)) {
    if (isPaleBelt(scene, belt)) continue;
    const { colour, dash, hatch } = dressBelt(scene, belt);
    const { territory } = belt.paths;
    if (isVisible(scene, "territory")) {
      hatchPath(pen, frame, territory, { colour, angle: hatch, gap: 13, alpha: 0.32 });
      strokeEdge(pen, frame, territory, { colour, dash, width: 1.6 });
    }
    if (isSelected(scene, "belts", belt.id)) {
      strokeEdge(pen, frame, territory, { colour, dash: [], width: 2 });
    }
  }
  if (isVisible(scene, "corridor")) {
    for (const belt of listCorridors(scene)) {
      if (replaced.has(belt.id)) continue;
      paintCorridor(pen, frame, belt.paths.corridor, dressBelt(scene, belt));
    }
  }
  paintReach(pen, frame, scene);
  for (const { path, belt } of extra) paintExtra(pen, frame, path, belt, scene);
}

/** The corridor whose reach is asked for: drawn here, since it follows the hand. */
function paintReach(
  /** @type {Pen} */ pen,
  /** @type {Frame} */ frame,
  /** @type {Scene} */ scene,
) {
  const { reach } = scene.state;
  const belt = scene.data.areas.belts.find(({ id }) => id === reach?.belt);
  if (!reach || !belt || !isVisible(scene, "corridor")) return;
  const within = scene.data.areas.records.province;
  const { colour } = dressBelt(scene, belt);
  paintLivingCorridor(pen, frame, { line: belt.line, km: reach.km, colour, within });
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
    pen.globalAlpha = 0.1;
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

/** Lines of belts and their stops. @param {Pen} pen @param {Frame} frame @param {Scene} scene */
export function paintAxes(pen, frame, scene) {
  const belts = listShownBelts(scene);
  const firm = belts.filter((belt) => !isPaleBelt(scene, belt));
  drawInWorld(pen, frame, (px) => {
    for (const belt of belts) if (!firm.includes(belt)) paintPale(pen, px, scene, belt);
    pen.strokeStyle = scene.view.palette.halo;
    for (const belt of firm) {
      pen.lineWidth = px(measureWidth(scene, frame, belt) + 3.4);
      pen.stroke(belt.paths.axis);
    }
    for (const belt of firm) paintLine(pen, px, scene, belt, measureWidth(scene, frame, belt));
    for (const belt of firm) paintStops(pen, px, scene, belt, firm);
  });
}

/** Pixels: a line is thicker where its belt claims what is looked for or is chosen. */
function measureWidth(/** @type {Scene} */ scene, /** @type {Frame} */ { zoom }, belt) {
  const usual = zoom < NARROW_UNTIL || scene.state.bare ? 3.4 : 4.6;
  return usual + (isEmphatic(scene, belt.id) || scene.state.claims?.belts ? 1.8 : 0);
}

function paintPale(
  /** @type {Pen} */ pen,
  px,
  /** @type {Scene} */ scene,
  /** @type {Belt} */ belt,
) {
  const { colour, dash } = dressBelt(scene, belt);
  pen.globalAlpha = 0.35;
  pen.strokeStyle = colour;
  pen.lineWidth = px(1.5);
  pen.setLineDash(dash.map((length) => px(length * 1.2)));
  pen.stroke(belt.paths.axis);
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function paintLine(
  /** @type {Pen} */ pen,
  px,
  /** @type {Scene} */ scene,
  /** @type {Belt} */ belt,
  width,
) {
  const { colour, dash } = dressBelt(scene, belt);
  pen.strokeStyle = colour;
  pen.lineWidth = px(width);
  pen.globalAlpha = UNDERLAY;
  pen.stroke(belt.paths.axis);
  pen.globalAlpha = 1;
  pen.lineCap = "butt";
  pen.setLineDash(dash.map((length) => px(length * 1.4)));
  pen.stroke(belt.paths.axis);
  pen.setLineDash([]);
}

/** A ring at each stop; a larger one, in no belt's colour, where belts meet. */
function paintStops(
  /** @type {Pen} */ pen,
  px,
  /** @type {Scene} */ scene,
  /** @type {Belt} */ belt,
  belts,
) {
  const { palette } = scene.view;
  const small = scene.state.bare ? 0.7 : 1;
  for (const stop of belt.line) {
    const isChange = belts.some((other) => other !== belt && other.line.some(isAt(stop)));
    pen.beginPath();
    pen.arc(stop.x, stop.y, px(small * (isChange ? CHANGE : STOP)), 0, 2 * Math.PI);
    pen.fillStyle = palette.land;
    pen.fill();
    pen.strokeStyle = isChange ? palette.outline : dressBelt(scene, belt).colour;
    pen.lineWidth = px(isChange ? 2.2 : 1.8);
    pen.stroke();
  }
}

const isAt = (/** @type {Point} */ stop) => (/** @type {Point} */ other) =>
  Math.hypot(stop.x - other.x, stop.y - other.y) < 1e-9;

/** Whether an industry is looked for that no document claims for the belt, unless it is chosen. */
export function isPaleBelt(/** @type {Scene} */ scene, /** @type {Belt} */ { id }) {
  const { claims } = scene.state;
  return Boolean(claims && !(id in (claims.belts || {})) && !isEmphatic(scene, id));
}
