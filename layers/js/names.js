// @ts-check
// Names of prefectures, counties and the points of the ground, written on the map.
import { writeBelts } from "./belt_names.js";
import { findSight, listControls, listPanels } from "./edges.js";
import { BESIDE, placeName, SHIFTS } from "./placement.js";
import { nameResults } from "./results.js";
import { isShown, isVisible } from "./scene.js";
import { askPaths } from "./sheet.js";
import { SPREAD_LIMIT } from "./spread.js";

/** @import { Area, Frame, Item, Pen, Point, PointLayer, Scene } from "./types.d.ts" */
/** @import { NameBox, WrittenName } from "./types.d.ts" */
/** @import { Box } from "./placement.js" */

const PREFECTURES_UNTIL = 10.5; // zoom
const TOWNS_FROM = 8.25;
const TOWN_SIZE = 13; // pixels
const BADGE_SIZE = 13;
const BADGE_HEIGHT = 18;
const CLEAR_UNTIL = 10; // zoom below which a town's name covers no symbol

/** The forms of a prefecture's name, the longest first; tooltips and tables keep the full one. */
const listForms = (/** @type {string} */ text) => {
  const form = text.replace(/朝鲜族自治州$/, "州").replace(/ Korean Autonomous Prefecture$/, "");
  return [form, form.replace(/[市州]$/, "")];
};

/** @param {Pen} pen @param {Frame} frame @param {Scene} scene @param {Item[]} items */
export function paintNames(pen, frame, scene, items) {
  const writer = new NameWriter(pen, frame, scene, items);
  if (isVisible(scene, "prefectures") && frame.zoom < PREFECTURES_UNTIL) {
    writePrefectures(writer, scene);
  }
  nameResults(writer, scene, items);
  scene.view.beltNames = writeBelts(writer, scene);
  if (frame.zoom >= TOWNS_FROM) writeTowns(writer, scene);
  scene.view.names = writer.written;
  scene.view.nameBoxes = writer.boxes;
}

function writeTowns(/** @type {NameWriter} */ writer, /** @type {Scene} */ scene) {
  const layers = Object.values(scene.data.layers).filter(
    (layer) => layer.ground && isVisible(scene, layer.id),
  );
  for (const layer of layers) writePoints(writer, scene, layer);
  if (!layers.length && isVisible(scene, "counties")) writeCounties(writer, scene);
}

function writePrefectures(/** @type {NameWriter} */ writer, /** @type {Scene} */ scene) {
  const { data, state, view } = scene;
  const size = Math.max(13, Math.min(17, Math.round(writer.frame.zoom * 2)));
  const look = { size, weight: 600, colour: view.palette.text };
  for (const area of data.areas.records.prefectures) {
    const badge = state.claims?.prefectures?.[area.id] || "";
    writer.writeInside(area, listForms(area[state.lang]), look, badge);
  }
}

/** Names of points of the ground; the seat of a prefecture is named by the prefecture. */
function writePoints(writer, /** @type {Scene} */ scene, /** @type {PointLayer} */ layer) {
  const { zoom } = writer.frame;
  const rule = { shifts: BESIDE, centred: false, clear: zoom < CLEAR_UNTIL };
  const look = { size: TOWN_SIZE, weight: 500, colour: scene.view.palette.text_soft };
  const prefectures = isVisible(scene, "prefectures") && zoom < PREFECTURES_UNTIL;
  const names = layer.rows[scene.state.lang] || [];
  layer.places.forEach((place, row) => {
    if (!place || !isShown(scene, layer.id, row)) return;
    if (!(prefectures && layer.looks[row].large)) writer.write(names[row], place, look, rule);
  });
}

function writeCounties(/** @type {NameWriter} */ writer, /** @type {Scene} */ scene) {
  const look = { size: TOWN_SIZE, weight: 500, colour: scene.view.palette.text_soft };
  for (const area of scene.data.areas.records.counties) {
    writer.writeInside(area, [area[scene.state.lang]], look);
  }
}

/** Writes one name after the other and remembers the room that each takes. */
class NameWriter {
  /** @param {Pen} pen @param {Frame} frame @param {Scene} scene @param {Item[]} items */
  constructor(pen, frame, scene, items) {
    this.pen = pen;
    this.frame = frame;
    this.palette = scene.view.palette;
    this.font = scene.data.style.font;
    // Among thousands of symbols no name finds a free place, so it need not look for one.
    const near = items.length > SPREAD_LIMIT ? [] : items.filter((item) => !item.ground);
    const pins = near.filter((item) => item.number);
    /** Pins and controls are read as names are. @type {{ names: any[], symbols: any[], edges: any[] }} */
    this.taken = {
      names: [...pins.map((item) => this.boxOf(item)), ...listControls(scene, frame)],
      symbols: near.map((item) => this.boxOf(item)),
      edges: [findSight(frame), ...listPanels(scene, frame)],
    };
    /** Where each name of an area was written: its middle in the world. @type {WrittenName[]} */
    this.written = [];
    /** What each name takes, in the world. @type {NameBox[]} */
    this.boxes = [];
  }

  boxOf(/** @type {Item} */ { x, y, dx, dy, radius }) {
    const left = x + dx + this.frame.x;
    const top = y + dy + this.frame.y;
    return [left - radius, top - radius, left + radius, top + radius];
  }

  /**
   * Write the first of the forms of an area's name that has room inside it, or none. Half of the
   * name lies inside, or at least its middle. A badge stands below the name.
   * @param {Area} area @param {string[]} forms
   */
  writeInside(area, forms, look, badge = "") {
    const { frame } = this;
    const tries = [
      ...forms.map((text) => ({ text, share: 0.5 })),
      { text: forms[forms.length - 1], share: 0 },
    ];
    for (const { text, share } of tries) {
      const shifts = this.listShiftsInside(area, share * this.measure(text, look));
      const place = this.write(text, area.label, look, { shifts });
      if (!place) continue;
      const middle = (place.box[0] + place.box[2]) / 2;
      const x = (middle - frame.x) / frame.scale;
      this.written.push({ id: area.id, text, x, y: (place.middle - frame.y) / frame.scale, badge });
      if (badge) this.pin(badge, middle, place.box[3]);
      return;
    }
  }

  /** Ways to move a name that keep so much of its middle inside the area. @param {Area} area */
  listShiftsInside({ path, label }, /** @type {number} */ width) {
    const { pen } = this;
    const { scale } = this.frame;
    const holds = (/** @type {number} */ across, /** @type {number} */ down) =>
      pen.isPointInPath(path, label.x + across / scale, label.y + down / scale, "evenodd");
    return askPaths(pen, () =>
      SHIFTS.filter(([across, down]) =>
        [0, -width / 2, width / 2].every((part) => holds(across + part, down)),
      ),
    );
  }

  /** Write a badge with its upper edge below a name. */
  pin(text, /** @type {number} */ middle, /** @type {number} */ top) {
    const { pen, palette } = this;
    const width = this.measure(text, { size: BADGE_SIZE, weight: 600 }) + 10;
    const left = middle - width / 2;
    pen.fillStyle = palette.national;
    pen.beginPath();
    pen.roundRect(left, top, width, BADGE_HEIGHT, BADGE_HEIGHT / 2);
    pen.fill();
    pen.fillStyle = palette.on_national;
    Object.assign(pen, { textBaseline: "middle", textAlign: "left" });
    pen.fillText(text, left + 5, top + BADGE_HEIGHT / 2 + 0.5);
    this.taken.names.push([left, top, left + width, top + BADGE_HEIGHT]);
  }

  measure(text, { size, weight }) {
    this.pen.font = `${weight} ${size}px ${this.font}`;
    return this.pen.measureText(text).width;
  }

  /** Write a name at or near a point of the world, unless there is no room; return its place. */
  write(text, /** @type {Point} */ point, look, rule) {
    const { frame, taken } = this;
    const { size } = look;
    const width = this.measure(text, look);
    const x = point.x * frame.scale + frame.x;
    const y = point.y * frame.scale + frame.y;
    const all = { centred: true, clear: false, zoom: frame.zoom, ...rule };
    const place = placeName({ x, y, width, size }, all, taken);
    if (!place) return null;
    taken.names.push(place.box);
    this.boxes.push(this.locate(text, place.box));
    this.letter(text, place, look.colour);
    return place;
  }

  /** @returns {NameBox} */
  locate(text, /** @type {Box} */ [left, top, right, bottom]) {
    const { x, y, scale } = this.frame;
    const [west, east] = [left, right].map((pixels) => (pixels - x) / scale);
    const [north, south] = [top, bottom].map((pixels) => (pixels - y) / scale);
    return { text, west, north, east, south };
  }

  letter(text, { left, middle }, colour) {
    Object.assign(this.pen, { textBaseline: "middle", textAlign: "left", lineJoin: "round" });
    this.inscribe(text, left, middle, colour);
  }

  /** Write a sign with its middle at a point, turned by an angle. */
  letterTurned({ text, x, y, angle }, { size, weight }, colour) {
    const { pen } = this;
    pen.save();
    pen.translate(x, y);
    pen.rotate(angle);
    pen.font = `${weight} ${size}px ${this.font}`;
    Object.assign(pen, { textBaseline: "middle", textAlign: "center", lineJoin: "round" });
    this.inscribe(text, 0, 0, colour);
    pen.restore();
  }

  inscribe(text, /** @type {number} */ x, /** @type {number} */ y, colour) {
    const { pen } = this;
    pen.lineWidth = 3.5;
    pen.globalAlpha = 0.85;
    pen.strokeStyle = this.palette.halo;
    pen.strokeText(text, x, y);
    pen.globalAlpha = 1;
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  }
}
