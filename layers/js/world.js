// @ts-check
// World coordinates: the map's pixels at zoom 0, with their origin in the middle of the province.

export const ORIGIN = { x: 217.86, y: 93.4 };
const EQUATOR_KM = 40075.017;

/** Longitude and latitude → world coordinates. @param {number} lon @param {number} lat */
export function project(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: (lon / 360 + 0.5) * 256 - ORIGIN.x,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 - ORIGIN.y,
  };
}

/** World coordinates → longitude and latitude. @param {number} x @param {number} y */
export function unproject(x, y) {
  const north = (0.5 - (y + ORIGIN.y) / 256) * 2 * Math.PI;
  return {
    lon: ((x + ORIGIN.x) / 256 - 0.5) * 360,
    lat: (Math.atan(Math.sinh(north)) * 180) / Math.PI,
  };
}

/** A kilometre at a point, in world coordinates. @param {{ x: number, y: number }} point */
export function measureKilometre({ x, y }) {
  const { lat } = unproject(x, y);
  return 256 / (EQUATOR_KM * Math.cos((lat * Math.PI) / 180));
}

/**
 * Vertices of a ring that was sent as steps (`layers.payload.encode_rings`), in world coordinates.
 * @param {number[]} steps @param {number} unit degrees
 */
export function unrollRing(steps, unit) {
  const vertices = [];
  let lon = 0;
  let lat = 0;
  for (let place = 0; place < steps.length; place += 2) {
    lon += steps[place];
    lat += steps[place + 1];
    vertices.push(project(lon * unit, lat * unit));
  }
  return vertices;
}

/** @param {Path2D} path @param {{ x: number, y: number }[]} vertices */
function traceRing(path, vertices, close = true) {
  vertices.forEach(({ x, y }, place) => {
    if (place === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  if (close) path.closePath();
}

/** Rings as steps → one path; lines stay open. @param {number[][]} rings @param {number} unit */
export function tracePath(rings, unit, close = true) {
  const path = new Path2D();
  for (const ring of rings) traceRing(path, unrollRing(ring, unit), close);
  return path;
}

/**
 * GeoJSON (geometry, feature or collection) → its paths, each with the id of its belt or "".
 * @param {any} shape
 * @returns {{ path: Path2D, belt: string }[]}
 */
export function traceGeojson(shape) {
  if (!shape) return [];
  if (shape.type === "FeatureCollection") return shape.features.flatMap(traceGeojson);
  if (shape.type === "Feature") {
    const belt = shape.properties?.belt || "";
    return traceGeojson(shape.geometry).map(({ path }) => ({ path, belt }));
  }
  const polygons = { Polygon: [shape.coordinates], MultiPolygon: shape.coordinates }[
    /** @type {string} */ (shape.type)
  ];
  if (!polygons) return [];
  const path = new Path2D();
  for (const ring of polygons.flat()) {
    traceRing(
      path,
      ring.map((/** @type {[number, number]} */ [lon, lat]) => project(lon, lat)),
    );
  }
  return [{ path, belt: "" }];
}
