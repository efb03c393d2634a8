// @ts-check
// Names of prefectures, counties and the points of the ground, written on the map.
import { BESIDE, placeName, SHIFTS } from "./placement.js";
import { isShown, isVisible } from "./scene.js";
import { SPREAD_LIMIT } from "./spread.js";

/** @import { Frame, Item, Pen, Point, PointLayer, Scene } from "./types.d.ts" */

const PREFECTURES_UNTIL = 10.5; // zoom
const TOWNS_FROM = 8.25;
const CLEAR_UNTIL = 10; // zoom below which a town's name covers no symbol

/** Yanbian's full name is as long as the prefecture is wide; tooltips and tables keep it. */
const shorten = (/** @type {string} */ text) =>
  text.replace(/朝鲜族自治州$/, "州").replace(/ Korean Autonomous Prefecture$/, "");

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene @param {Item[]} items */
export function paintNames(pen, frame, scene, items) {
  const writer = new NameWriter(pen, frame, scene, items);
  if (isVisible(scene, "prefectures") && frame.zoom < PREFECTURES_UNTIL) {
    writePrefectures(writer, scene);
  }
  if (frame.zoom < TOWNS_FROM) return;
  const layers = Object.values(scene.data.layers).filter(
    (layer) => layer.ground && isVisible(scene, layer.id),
  );
  for (const layer of layers) writePoints(writer, scene, layer);
  if (!layers.length && isVisible(scene, "counties")) writeCounties(writer, scene);
}

function writePrefectures(/** @type {NameWriter} */ writer, /** @type {Scene} */ scene) {
  const { data, state, view } = scene;
  const size = Math.max(12, Math.min(17, Math.round(writer.frame.zoom * 2)));
  const look = { size, weight: 600, colour: view.palette.text };
  for (const area of data.areas.records.prefectures) {
    writer.write(shorten(area[state.lang]), area.label, look, { shifts: SHIFTS });
  }
}

/** Names of points of the ground; the seat of a prefecture is named by the prefecture. */
function writePoints(writer, /** @type {Scene} */ scene, /** @type {PointLayer} */ layer) {
  const { zoom } = writer.frame;
  const rule = { shifts: BESIDE, centred: false, clear: zoom < CLEAR_UNTIL };
  const look = { size: 12, weight: 500, colour: scene.view.palette.text_soft };
  const prefectures = isVisible(scene, "prefectures") && zoom < PREFECTURES_UNTIL;
  const names = layer.rows[scene.state.lang] || [];
  layer.places.forEach((place, row) => {
    if (!place || !isShown(scene, layer.id, row)) return;
    if (!(prefectures && layer.looks[row].large)) writer.write(names[row], place, look, rule);
  });
}

function writeCounties(/** @type {NameWriter} */ writer, /** @type {Scene} */ scene) {
  const look = { size: 12, weight: 500, colour: scene.view.palette.text_soft };
  for (const area of scene.data.areas.records.counties) {
    writer.write(area[scene.state.lang], area.label, look, { shifts: SHIFTS.slice(0, 9) });
  }
}

/** Writes one name after the other and remembers the room that each takes. */
class NameWriter {
  /** @param {Pen} pen @param {Frame} frame @param {Scene} scene @param {Item[]} items */
  constructor(pen, frame, scene, items) {
    this.pen = pen;
    this.frame = frame;
    this.halo = scene.view.palette.halo;
    this.font = scene.data.style.font;
    // Among thousands of symbols no name finds a free place, so it need not look for one.
    const near = items.length > SPREAD_LIMIT ? [] : items.filter((item) => !item.ground);
    /** @type {{ names: any[], symbols: any[] }} */
    this.taken = { names: [], symbols: near.map((item) => this.boxOf(item)) };
  }

  boxOf(/** @type {Item} */ { x, y, dx, dy, radius }) {
    const left = x + dx + this.frame.x;
    const top = y + dy + this.frame.y;
    return [left - radius, top - radius, left + radius, top + radius];
  }

  /** Write a name at or near a point of the world, unless there is no room. */
  write(text, /** @type {Point} */ point, { size, weight, colour }, rule) {
    const { pen, frame, taken } = this;
    pen.font = `${weight} ${size}px ${this.font}`;
    const { width } = pen.measureText(text);
    const x = point.x * frame.scale + frame.x;
    const y = point.y * frame.scale + frame.y;
    const all = { centred: true, clear: false, zoom: frame.zoom, ...rule };
    const place = placeName({ x, y, width, size }, all, taken);
    if (!place) return;
    taken.names.push(place.box);
    this.letter(text, place, colour);
  }

  letter(text, { left, middle }, colour) {
    const { pen } = this;
    Object.assign(pen, { textBaseline: "middle", textAlign: "left", lineJoin: "round" });
    pen.lineWidth = 3.5;
    pen.globalAlpha = 0.85;
    pen.strokeStyle = this.halo;
    pen.strokeText(text, left, middle);
    pen.globalAlpha = 1;
    pen.fillStyle = colour;
    pen.fillText(text, left, middle);
  }
}
