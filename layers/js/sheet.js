// @ts-check
// A canvas that covers the map with some margin, sharp on dense screens. Leaflet's own renderer
// places and scales it while the map moves; `paint` is called when its content must be made anew.
//
// This file alone uses private members of Leaflet (`_map`, `_bounds`, `_zoom`, `_container`,
// `_animatingZoom`, `_update`): its class of renderers has no public way to be extended. Leaflet's
// version is pinned.
import { ORIGIN } from "./world.js";

/** @import { Frame, Pen } from "./types.d.ts" */

/** @type {any} */
export const Sheet = L.Renderer.extend({
  options: { padding: 0.12 },

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "atlas-sheet");
    this._container.setAttribute("aria-hidden", "true");
    this.pen = this._container.getContext("2d");
  },
  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
  },
  getEvents() {
    return {
      .../** @type {any} */ (L.Renderer.prototype).getEvents.call(this),
      move: this._onMove,
    };
  },
  _onMove() {
    const map = this._map;
    if (map.getZoom() !== this._zoom || map._animatingZoom) return;
    const corner = map.containerPointToLayerPoint([0, 0]).round();
    const sight = L.bounds(corner, corner.add(map.getSize()));
    if (!this._bounds.contains(sight)) this._update();
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    /** @type {any} */ (L.Renderer.prototype)._update.call(this);
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = Math.round(size.x * ratio);
    this._container.height = Math.round(size.y * ratio);
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this.repaint();
  },
  _updatePaths() {},
  _onZoomEnd() {},

  repaint() {
    if (!this._map || !this._bounds) return;
    const ratio = window.devicePixelRatio || 1;
    const size = this._bounds.getSize();
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.pen.clearRect(0, 0, size.x, size.y);
    this.options.paint(this.pen, this.frame(size));
  },
  /** Where the canvas lies. @returns {Frame} */
  frame(size) {
    const zoom = this._map.getZoom();
    const scale = 2 ** zoom;
    const start = this._map.getPixelOrigin().add(this._bounds.min);
    return { size, zoom, scale, x: ORIGIN.x * scale - start.x, y: ORIGIN.y * scale - start.y };
  },
});

/**
 * Run `draw` in world coordinates; `px` turns pixels into that unit.
 * @param {Pen} pen
 * @param {Frame} frame
 * @param {(px: (pixels: number) => number) => void} draw
 */
export function drawInWorld(pen, frame, draw) {
  pen.save();
  pen.transform(frame.scale, 0, 0, frame.scale, frame.x, frame.y);
  pen.lineJoin = "round";
  draw((pixels) => pixels / frame.scale);
  pen.restore();
}

/** Run `ask` with the pen's own pixels, so that a path can be asked what it holds. */
export function askPaths(/** @type {Pen} */ pen, ask) {
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  const answer = ask();
  pen.restore();
  return answer;
}
