// @ts-check
// Pointing and clicking: what the pointer is on, in words; what a click selects, for Python.
import { announceHover, sendSelection } from "./address.js";
import { openDisc } from "./discs.js";
import { findTarget, keyOf, pickArea } from "./targets.js";
import { describeTarget } from "./tooltip.js";

/** @import { LeafletMouseEvent } from "leaflet" */
/** @import { Disc, Key, Scene, Target } from "./types.d.ts" */

const SLACK = 3; // pixels around a symbol that count as it
const FINGER = 10; // the same for a finger
/** Mark a symbol and tell the page around the map, which may do the same. */
export function markItem(/** @type {Scene} */ { choices, parts }, /** @type {Key | null} */ key) {
  const before = choices.hovered;
  if (String(key) === String(before)) return;
  choices.hovered = key;
  if (key?.[0] === "belts" || before?.[0] === "belts") parts?.ground.repaint();
  parts?.marks.repaint();
  announceHover(key);
}

/** Wire the pointer; returns what selects a symbol or a belt. @param {Scene} scene @param {() => void} draw */
export function wirePointer(scene, draw) {
  const { map, parts } = scene;
  const pointer = new Pointer(scene);
  map.on("mousemove", (event) => pointer.show(event, SLACK));
  map.on("mouseout movestart zoomstart", () => {
    parts.tooltip.hide();
    markItem(scene, null);
  });
  map.on("click", (event) => {
    const coarse = matchMedia("(pointer: coarse)").matches;
    if (coarse) pointer.show(event, FINGER);
    const target = findTarget(scene, event.containerPoint, coarse ? FINGER : SLACK);
    pointer.select(target, event.latlng, draw);
  });
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") pointer.dismiss();
  });
  return (/** @type {Pick<Target, "item" | "belt">} */ thing) =>
    pointer.select({ ...thing, county: null, prefecture: null, belts: [] }, map.getCenter(), draw);
}

class Pointer {
  constructor(/** @type {Scene} */ scene) {
    this.scene = scene;
    this.subject = ""; // what the pointer is on
    this.dismissed = ""; // the subject whose tooltip was put away
    this.selects = false; // whether the last click selected something
    this.number = 0; // of the last click
  }

  /** Say what the pointer is on. @param {LeafletMouseEvent} event */
  show(event, /** @type {number} */ slack) {
    const { scene } = this;
    const { map, parts } = scene;
    if (/** @type {Element} */ (event.originalEvent?.target)?.closest(".leaflet-control")) {
      parts.tooltip.hide();
      return;
    }
    const target = findTarget(scene, event.containerPoint, slack);
    const key = keyOf(scene, target);
    const disc = target.item?.members && target.item;
    this.subject = String(key || [disc?.row, target.county?.id, target.prefecture?.id]);
    if (this.subject !== this.dismissed) this.dismissed = "";
    markItem(scene, key);
    map.getContainer().style.cursor = key || disc || pickArea(scene, target) ? "pointer" : "";
    if (this.dismissed) return;
    parts.tooltip.show(describeTarget(scene, target), event.containerPoint);
  }

  /** Put the tooltip away until the pointer is on something else. */
  dismiss() {
    const { tooltip } = this.scene.parts;
    if (tooltip.isHidden()) return;
    this.dismissed = this.subject;
    tooltip.hide();
  }

  /** Select what was clicked, or nothing, and tell Python. */
  select(/** @type {Target} */ target, /** @type {import("leaflet").LatLng} */ latlng, draw) {
    const { scene } = this;
    const { item } = target;
    if (item?.members) {
      openDisc(scene, /** @type {Disc} */ (item));
      return;
    }
    const area = item || target.belt ? null : pickArea(scene, target);
    const key = area ? /** @type {Key} */ ([area[0], area[1]?.id]) : keyOf(scene, target);
    if (!key && !scene.state.selected && !this.selects) return;
    this.selects = Boolean(key);
    scene.state.selected = key;
    draw();
    this.number = Math.max(this.number + 1, Date.now());
    const [layer, id] = key || [null, null];
    const place = item && scene.data.layers[item.layer].rows.at[item.row];
    sendSelection({
      type: "Feature",
      properties: { layer, id, n: this.number },
      geometry: { type: "Point", coordinates: place || [latlng.lng, latlng.lat] },
    });
  }
}
