// @ts-check
// A disc for the rows of one city: how many, and in a ring the share of each colour.
import { listMembers } from "./discs.js";

/** @import { Frame, Item, Pen, Scene } from "./types.d.ts" */

const RING = 4; // pixels
const TOP = -Math.PI / 2;

/** How many members have each colour, in the order of their first. @param {Scene} scene */
function countFills(scene, /** @type {Item} */ disc) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { layer, row } of listMembers(scene, disc)) {
    const { fill } = scene.data.layers[layer].looks[row];
    counts.set(fill, (counts.get(fill) || 0) + 1);
  }
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** @param {Pen} pen @param {Frame} frame @param {Item} disc @param {Scene} scene */
export function paintDisc(pen, frame, disc, scene) {
  const { palette } = scene.view;
  const { number, radius } = disc;
  pen.save();
  pen.translate(disc.x + disc.dx + frame.x, disc.y + disc.dy + frame.y);
  paintCircle(pen, radius + 1.2, palette.outline);
  let start = TOP;
  for (const [fill, count] of countFills(scene, disc)) {
    const end = start + (count / number) * 2 * Math.PI;
    pen.fillStyle = palette[fill];
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.arc(0, 0, radius, start, end);
    pen.fill();
    start = end;
  }
  paintCircle(pen, radius - RING, palette.outline);
  paintCircle(pen, radius - RING - 1, palette.panel);
  pen.font = `600 13px ${scene.data.style.font}`;
  Object.assign(pen, { textAlign: "center", textBaseline: "middle", fillStyle: palette.text });
  pen.fillText(String(number), 0, 0.5);
  pen.restore();
}

function paintCircle(/** @type {Pen} */ pen, radius, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fill();
}
