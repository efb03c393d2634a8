// Small helpers: reading what Python wrote, and making elements without ever parsing HTML.

const FONT = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif';
const ALL = () => true;

/** Base64 bit field → test of a row number; undefined shows every row. See layers/bits.py. */
function rowTest(text) {
  if (text === undefined || text === null) return ALL;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return (row) => ((bytes[row >> 3] >> (row & 7)) & 1) === 1;
}

/** Longitude and latitude → world coordinates: the map's pixels at zoom 0, origin at the centre. */
const ORIGIN = { x: 217.86, y: 93.4 };
function world(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: (lon / 360 + 0.5) * 256 - ORIGIN.x,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 - ORIGIN.y,
  };
}

/** Rings as differences → one Path2D in world coordinates; lines stay open. */
function worldPath(rings, unit, close = true) {
  const path = new Path2D();
  for (const ring of rings) {
    let lon = 0;
    let lat = 0;
    for (let at = 0; at < ring.length; at += 2) {
      lon += ring[at];
      lat += ring[at + 1];
      const point = world(lon * unit, lat * unit);
      if (at === 0) path.moveTo(point.x, point.y);
      else path.lineTo(point.x, point.y);
    }
    if (close) path.closePath();
  }
  return path;
}

/** GeoJSON (geometry, feature or collection) → list of [path, belt id or ""]. */
function geojsonPaths(shape) {
  if (!shape) return [];
  if (shape.type === "FeatureCollection") return shape.features.flatMap(geojsonPaths);
  if (shape.type === "Feature") {
    const belt = (shape.properties && shape.properties.belt) || "";
    return geojsonPaths(shape.geometry).map(([path]) => [path, belt]);
  }
  const parts = { Polygon: [shape.coordinates], MultiPolygon: shape.coordinates }[shape.type];
  const path = new Path2D();
  for (const ring of (parts || []).flat()) {
    ring.forEach(([lon, lat], at) => {
      const point = world(lon, lat);
      if (at === 0) path.moveTo(point.x, point.y);
      else path.lineTo(point.x, point.y);
    });
    path.closePath();
  }
  return parts ? [[path, ""]] : [];
}

/** An element with attributes and children; text is always text. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

/** A name, set apart so that its direction of writing does not spill over. */
function name(text, className = "") {
  const node = make("bdi", className ? { class: className } : {});
  node.textContent = text;
  return node;
}

function later(action, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
