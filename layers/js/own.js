// The reader's own points and outlines: fetched once from an address that only their session knows, then drawn,
// filtered and counted like any other layer. They are never part of the shared data.

const OWN = "own"; // the reader's own layer
const MANY = 1500; // more than this stay where they are and move none of ours
const CELL = 4; // pixels; where more points than one fall into a cell, one is drawn
const TINY_OUTLINE = 4; // pixels; what is smaller is hidden by its symbol
const MANY_OUTLINES = 5000; // outlines at once

/** Layers whose rows are points, ours first, in the order in which they are drawn. */
function pointLayers(scene) {
  return scene.layers && scene.layers[OWN] ? [...scene.style.pointLayers, OWN] : scene.style.pointLayers;
}

let asked = null; // rows on their way, and from where

/** Ask for the reader's points, once: many take as long to come as the map itself. */
function askOwn(address) {
  if (!asked || asked.address !== address) {
    const rows = fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    asked = { address, rows };
  }
  return asked.rows;
}

/** Fetch, replace or forget the reader's points; `done` runs when what is drawn has changed. */
async function takeOwn(scene, address, done) {
  const wanted = address || "";
  if (wanted === (scene.ownFrom || "")) return;
  scene.ownFrom = wanted;
  delete scene.layers[OWN];
  if (wanted) {
    const rows = await askOwn(wanted);
    asked = null;
    if (scene.ownFrom !== wanted || !rows) return; // meanwhile replaced, or forgotten
    scene.layers[OWN] = prepareLayer(OWN, rows, scene.style);
    scene.layers[OWN].outlines = prepareOutlines(rows.outlines);
  }
  scene.arranged = null;
  done();
}

/** One point a cell and only what is in sight (`at`; null keeps all): nobody sees more, and a hundred thousand stay quick. */
function thinned(items, at) {
  if (!at || items.length <= MANY) return items;
  const across = Math.ceil((at.size.x + 80) / CELL);
  const taken = new Uint8Array(across * Math.ceil((at.size.y + 80) / CELL));
  return items.filter((item) => {
    const x = item.x + at.x + 40;
    const y = item.y + at.y + 40;
    if (x < 0 || y < 0 || x >= at.size.x + 80 || y >= at.size.y + 80) return false;
    const cell = Math.floor(y / CELL) * across + Math.floor(x / CELL);
    if (taken[cell]) return false;
    taken[cell] = 1;
    return true;
  });
}

/** True shapes of rows that are more than a point, the largest first, each with its box in the world. */
function prepareOutlines(given) {
  if (!given) return [];
  const found = new Map();
  given.rows.forEach((row, at) => {
    const ring = given.rings[at];
    if (!found.has(row)) found.set(row, { row, unit: given.unit, rings: [], closed: Boolean(given.closed[at]), box: [Infinity, Infinity, -Infinity, -Infinity] });
    const one = found.get(row);
    one.rings.push(ring);
    let [lon, lat] = [0, 0];
    for (let step = 0; step < ring.length; step += 2) {
      lon += ring[step];
      lat += ring[step + 1];
      const { x, y } = world(lon * given.unit, lat * given.unit);
      one.box = [Math.min(one.box[0], x), Math.min(one.box[1], y), Math.max(one.box[2], x), Math.max(one.box[3], y)];
    }
  });
  for (const one of found.values()) one.size = Math.max(one.box[2] - one.box[0], one.box[3] - one.box[1]);
  return [...found.values()].sort((one, two) => two.size - one.size);
}

/** Outlines that are shown, in sight, and large enough to be seen at a scale. */
function outlinesIn(scene, scale, [left, top, right, bottom]) {
  const layer = scene.layers[OWN];
  if (!layer || !scene.visible(OWN)) return [];
  const shown = [];
  for (const one of layer.outlines) {
    if (one.size * scale < TINY_OUTLINE || shown.length === MANY_OUTLINES) break; // the rest is smaller still
    const [west, north, east, south] = one.box;
    if (west <= right && east >= left && north <= bottom && south >= top && scene.shown(OWN, one.row)) shown.push(one);
  }
  return shown;
}

function outlinePath(one) {
  one.path = one.path || worldPath(one.rings, one.unit, one.closed);
  return one.path;
}

function paintOutlines(pen, at, scene) {
  const { palette, state } = scene;
  const seen = [-at.x, -at.y, at.size.x - at.x, at.size.y - at.y].map((pixels) => pixels / at.scale);
  scene.outlined = outlinesIn(scene, at.scale, seen);
  inWorld(pen, at, (px) => {
    const line = (one, colour, width) => {
      pen.strokeStyle = colour;
      pen.lineWidth = px(width);
      pen.stroke(outlinePath(one));
    };
    for (const one of scene.outlined) {
      const chosen = state.selected && state.selected[0] === OWN && state.selected[1] === scene.layers[OWN].rows.id[one.row];
      if (chosen) line(one, palette.selected, 6.5);
      if (one.closed) {
        pen.globalAlpha = 0.12;
        pen.fillStyle = palette.own;
        pen.fill(outlinePath(one), "evenodd");
        pen.globalAlpha = 1;
      }
      line(one, palette.outline, 3.2);
      line(one, chosen ? palette.selected : palette.own, 1.8);
    }
  });
}

/**
 * The smallest of the drawn outlines at a point of the world, as an item like a symbol, or null.
 * One that fills the view is met along its line alone, else it would hide the ground.
 */
function outlineAt(scene, point, scale, pen) {
  const slack = 4 / scale;
  const { x, y } = scene.map.getSize();
  const wide = Math.min(x, y) / scale / 2;
  const near = outlinesIn(scene, scale, [point.x - slack, point.y - slack, point.x + slack, point.y + slack]);
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.lineWidth = 2 * slack;
  const inside = (one) => one.closed && one.size < wide && pen.isPointInPath(outlinePath(one), point.x, point.y, "evenodd");
  const found = near.findLast((one) => inside(one) || pen.isPointInStroke(outlinePath(one), point.x, point.y));
  pen.restore();
  return found ? { layer: OWN, row: found.row } : null;
}
