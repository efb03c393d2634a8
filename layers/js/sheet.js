// A canvas that covers the map with some margin, sharp on dense screens. Leaflet's own renderer
// places and scales it while the map moves; `paint` is called when its content must be made anew.

const Sheet = L.Renderer.extend({
  options: { padding: 0.12 },

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "atlas-sheet");
    this._container.setAttribute("aria-hidden", "true");
    this._pen = this._container.getContext("2d");
  },
  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
  },
  getEvents() {
    return { ...L.Renderer.prototype.getEvents.call(this), move: this._onMove };
  },
  _onMove() {
    const at = this._map;
    if (at.getZoom() !== this._zoom || at._animatingZoom) return;
    const corner = at.containerPointToLayerPoint([0, 0]).round();
    const seen = L.bounds(corner, corner.add(at.getSize()));
    if (!this._bounds.contains(seen)) this._update();
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
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
    this._pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this._pen.clearRect(0, 0, size.x, size.y);
    this.options.paint(this._pen, this.frame(size, ratio));
  },
  /** Where the canvas lies: scale of world coordinates, and their origin in canvas pixels. */
  frame(size, ratio) {
    const zoom = this._map.getZoom();
    const scale = 2 ** zoom;
    const start = this._map.getPixelOrigin().add(this._bounds.min);
    return {
      size, ratio, zoom, scale,
      x: ORIGIN.x * scale - start.x,
      y: ORIGIN.y * scale - start.y,
      corner: this._bounds.min,
    };
  },
});

/** Run `draw` in world coordinates; `px` turns pixels into that unit. */
function inWorld(pen, at, draw) {
  pen.save();
  pen.transform(at.scale, 0, 0, at.scale, at.x, at.y);
  pen.lineJoin = "round";
  draw((pixels) => pixels / at.scale);
  pen.restore();
}
