// @ts-check
// The ground within so many kilometres of a line, drawn in the browser so that it can follow a hand.
import { drawInWorld } from "./sheet.js";
import { measureKilometre } from "./world.js";

/** @import { Area, Frame, Pen, Point } from "./types.d.ts" */

const STEP = 0.05; // of the world at zoom 0, some 5 km: a kilometre is a little longer in the north
const FILL = 0.1;
const EDGE = 0.9;
const WIDTH = 2; // pixels of the edge

/** @type {HTMLCanvasElement | null} */
let aside = null;

/** Points of a line, so near together that a kilometre hardly differs between two. @returns {Point[]} */
function listPlaces(/** @type {Point[]} */ line) {
  return line.flatMap((to, place) => {
    const from = line[place - 1] || to;
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
    return Array.from({ length: count }, (_, step) => {
      const share = (step + 1) / count;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    });
  });
}

/** Discs and the bands between them, all turned one way, so that together they are one shape. */
export function traceCorridor(/** @type {Point[]} */ line, /** @type {number} */ km, less = 0) {
  const path = new Path2D();
  /** @type {(Point & { radius: number }) | null} */
  let before = null;
  for (const place of listPlaces(line)) {
    const radius = Math.max(0, km * measureKilometre(place) - less);
    path.moveTo(place.x + radius, place.y);
    path.arc(place.x, place.y, radius, 0, 2 * Math.PI);
    if (before) addBand(path, before, { ...place, radius });
    before = { ...place, radius };
  }
  return path;
}

function addBand(/** @type {Path2D} */ path, from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!length) return;
  const across = (to.y - from.y) / length;
  const down = (from.x - to.x) / length;
  path.moveTo(from.x + across * from.radius, from.y + down * from.radius);
  path.lineTo(to.x + across * to.radius, to.y + down * to.radius);
  path.lineTo(to.x - across * to.radius, to.y - down * to.radius);
  path.lineTo(from.x - across * from.radius, from.y - down * from.radius);
  path.closePath();
}

/**
 * @param {Pen} pen @param {Frame} frame
 * @param {{ line: Point[], km: number, colour: string, within: Area[] }} corridor
 */
export function paintLivingCorridor(pen, frame, { line, km, colour, within }) {
  const outer = traceCorridor(line, km);
  const inner = traceCorridor(line, km, WIDTH / frame.scale);
  const clip = (/** @type {Pen} */ canvas) => {
    for (const { path } of within) canvas.clip(path, "evenodd");
  };
  drawInWorld(pen, frame, () => {
    clip(pen);
    pen.globalAlpha = FILL;
    pen.fillStyle = colour;
    pen.fill(outer);
  });
  // The edge is what the outer shape has more than the inner one.
  const ring = borrowPen(pen);
  drawInWorld(ring, frame, () => {
    clip(ring);
    ring.fillStyle = colour;
    ring.fill(outer);
    ring.globalCompositeOperation = "destination-out";
    ring.fill(inner);
  });
  pen.save();
  pen.resetTransform();
  pen.globalAlpha = EDGE;
  pen.drawImage(ring.canvas, 0, 0);
  pen.restore();
}

/** An empty canvas as large as another's, with its transform. @returns {Pen} */
function borrowPen(/** @type {Pen} */ pen) {
  aside = aside || document.createElement("canvas");
  aside.width = pen.canvas.width;
  aside.height = pen.canvas.height;
  const ring = /** @type {Pen} */ (aside.getContext("2d"));
  ring.setTransform(pen.getTransform());
  return ring;
}
