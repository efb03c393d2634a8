// @ts-check
// The handle on the corridor's edge: by pointer or arrow keys it makes the corridor wider. While it
// moves, map and page follow; what it says in the end is the page's width.
import { announceWidth } from "./address.js";
import { findNearest, listSteps, measureSteps, walkAlong } from "./lines.js";
import { findWord, isVisible } from "./scene.js";
import { make } from "./shared/elements.js";
import { askPaths } from "./sheet.js";
import { locatePoint } from "./targets.js";
import { measureKilometre, unproject } from "./world.js";

/** @import { Point, Scene } from "./types.d.ts" */

const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85]; // of the axis
const MARGIN = 26; // pixels from the map's edge
const SETTLE_AFTER = 450; // milliseconds after the last key
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 };

export class Handle {
  /** @param {Scene} scene @param {(km: number) => void} show draws a width */
  constructor(scene, show) {
    this.scene = scene;
    this.show = show;
    this.isMoving = false;
    this.timer = 0;
    /** Where it sits: a share of the axis, and a side of it. */
    this.spot = { share: SPOTS[0], side: -1 };
    /** @type {number | null} */
    this.wish = null; // a width that the next frame draws
    this.node = make("div", { class: "atlas-handle", role: "slider", tabindex: "0", hidden: "" });
    L.DomEvent.disableClickPropagation(this.node);
    scene.map.getContainer().append(this.node);
    scene.map.on("moveend zoomend resize", () => this.settle());
    scene.map.on("move zoom", () => this.place());
    this.wirePointer();
    this.node.addEventListener("keydown", (event) => this.takeKey(event));
  }

  get reach() {
    return this.scene.state.reach || null;
  }

  get belt() {
    return this.scene.data.areas.belts.find(({ id }) => id === this.reach?.belt) || null;
  }

  wirePointer() {
    const { node, scene } = this;
    node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      node.focus();
      node.setPointerCapture(event.pointerId);
      this.isMoving = true;
    });
    node.addEventListener("pointermove", (event) => {
      if (!node.hasPointerCapture(event.pointerId)) return;
      this.move(this.measure(scene.map.mouseEventToContainerPoint(event)));
    });
    for (const end of ["pointerup", "pointercancel"]) {
      node.addEventListener(end, () => this.finish());
    }
  }

  takeKey(/** @type {KeyboardEvent} */ event) {
    const { reach } = this;
    if (!reach) return;
    const [least, most] = reach.limits;
    const ends = /** @type {Record<string, number>} */ ({ Home: least, End: most });
    const km = ends[event.key] ?? (this.wish ?? reach.km) + STEPS[event.key];
    if (Number.isNaN(km)) return;
    event.preventDefault();
    event.stopPropagation(); // the map's own arrow keys
    this.isMoving = true;
    this.move(km);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.finish(), SETTLE_AFTER);
  }

  /** How many kilometres a point of the frame lies off the axis. */
  measure(/** @type {import("leaflet").Point} */ point) {
    const { x, y, scale } = locatePoint(this.scene.map, point);
    const place = { x: x / scale, y: y / scale };
    const { distance } = findNearest(listSteps(this.belt?.line || []), place);
    return distance / measureKilometre(place);
  }

  /** Draw a width in the next frame: whole kilometres within the limits. */
  move(/** @type {number} */ km) {
    if (!this.reach) return;
    const [least, most] = this.reach.limits;
    const isWaiting = this.wish !== null;
    this.wish = Math.round(Math.max(least, Math.min(most, km)));
    if (!isWaiting) requestAnimationFrame(() => this.draw());
  }

  draw() {
    const km = this.wish;
    this.wish = null;
    if (km === null || !this.reach || km === this.reach.km) return;
    this.show(km);
    this.place();
    announceWidth({ belt: this.reach.belt, km, isFinal: false });
  }

  /** The hand has let go: the page takes the width. */
  finish() {
    if (!this.isMoving) return;
    this.draw();
    this.isMoving = false;
    if (this.reach) {
      announceWidth({ belt: this.reach.belt, km: this.reach.km, isFinal: true });
    }
  }

  /** Choose a spot in sight and in the province, unless a hand is on it. */
  settle() {
    if (this.isMoving || !this.belt) return;
    const spots = SPOTS.flatMap((share) => [-1, 1].map((side) => ({ share, side })));
    this.spot = spots.find((spot) => this.isFit(spot)) || this.spot;
    this.place();
  }

  isFit(spot) {
    const { map, data, parts } = this.scene;
    const place = this.locate(spot);
    const { x, y } = map.latLngToContainerPoint(place.at);
    const size = map.getSize();
    const isSeen = x > MARGIN && y > MARGIN && x < size.x - 2 * MARGIN && y < size.y - 2 * MARGIN;
    if (!isSeen) return false;
    const { pen } = parts.ground;
    return askPaths(pen, () =>
      data.areas.records.province.some(({ path }) =>
        pen.isPointInPath(path, place.x, place.y, "evenodd"),
      ),
    );
  }

  /** Where a spot lies at the corridor's width, in the world and on the earth; its way outward. */
  locate({ share, side }) {
    const steps = listSteps(this.belt?.line || []);
    const along = share * measureSteps(steps);
    const axis = walkAlong(steps, along);
    const before = walkAlong(steps, along - 0.02);
    const after = walkAlong(steps, along + 0.02);
    const turn = Math.atan2(after.y - before.y, after.x - before.x) + (side * Math.PI) / 2;
    const far = (this.reach?.km || 0) * measureKilometre(axis);
    const point = { x: axis.x + Math.cos(turn) * far, y: axis.y + Math.sin(turn) * far };
    const { lat, lon } = unproject(point.x, point.y);
    return { ...point, turn, at: L.latLng(lat, lon) };
  }

  /** Put the handle where the edge is, and tell its value. */
  place() {
    const { node, reach, scene } = this;
    node.hidden =
      !reach || !this.belt || Boolean(scene.state.bare) || !isVisible(scene, "corridor");
    if (!reach || !this.belt || node.hidden) return;
    const { at, turn } = this.locate(this.spot);
    const { x, y } = scene.map.latLngToContainerPoint(at);
    node.style.transform = `translate(${x}px, ${y}px) rotate(${turn}rad)`;
    const about = {
      "aria-label": findWord(scene, "corridor.width"),
      "aria-valuemin": reach.limits[0],
      "aria-valuemax": reach.limits[1],
      "aria-valuenow": reach.km,
      "aria-valuetext": `${reach.km} km`,
    };
    for (const [name, value] of Object.entries(about)) node.setAttribute(name, String(value));
    node.title = findWord(scene, "corridor.width");
    node.dataset.km = String(reach.km);
  }
}
