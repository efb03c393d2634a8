// All point layers on one canvas: filtered by row, spread where they crowd, stamped from symbols.

function preparePoints(data) {
  const layers = {};
  for (const id of data.style.pointLayers) layers[id] = prepareLayer(id, data.points[id], data.style);
  return layers;
}

function prepareLayer(id, rows, style) {
  const layer = { id, rows, shown: ALL, places: rows.at.map((at) => (at ? world(...at) : null)) };
  layer.looks = looksOf(layer, style);
  layer.ground = style.layers[id].look.ground;
  layer.dense = layer.places.length > MANY;
  return layer;
}

/** Items of the visible layers with their pixel offsets; kept until the zoom or a layer changes. */
function arrange(scene, zoom) {
  const key = [zoom, scene.ownFrom, ...pointLayers(scene).map((id) => scene.visible(id))].join("|");
  if (scene.arranged && scene.arranged.key === key) return scene.arranged;
  const scale = 2 ** zoom;
  const arranged = { key, layers: {}, crowd: [] };
  for (const id of pointLayers(scene)) {
    const layer = scene.layers[id];
    if (!scene.visible(id)) continue;
    const small = layer.dense ? 0.6 : 1;
    arranged.layers[id] = layer.places.map((place, row) => {
      if (!place) return null;
      const radius = radiusOf(layer.looks[row], zoom) * small;
      return { layer: id, row, x: place.x * scale, y: place.y * scale, dx: 0, dy: 0, radius, ground: layer.ground };
    });
    if (!layer.ground && !layer.dense) arranged.crowd = arranged.crowd.concat(arranged.layers[id].filter(Boolean));
  }
  // Hubs and parks share the ground: all of them keep clear of one another.
  // On a small map they may overlap a little rather than drift out of their county.
  spread(arranged.crowd, Math.max(0.72, Math.min(1.12, 0.25 * zoom - 0.65)));
  scene.arranged = arranged;
  return arranged;
}

function paintPoints(pen, at, scene) {
  const { palette, state } = scene;
  const arranged = arrange(scene, at.zoom);
  let drawn = [];
  for (const [id, items] of Object.entries(arranged.layers)) {
    const test = scene.tests[id] || ALL;
    const seen = thinned(items.filter((item) => item && test(item.row)), scene.layers[id].dense ? at : null);
    drawn = drawn.concat(seen);
  }
  paintOutlines(pen, at, scene);
  paintNames(pen, at, scene, drawn);
  paintLeaders(pen, at, drawn, palette);
  const isOne = (item, key) => key && key[0] === item.layer && key[1] === scene.layers[item.layer].rows.id[item.row];
  const marked = state.selected || scene.hovered;
  const top = marked ? drawn.filter((item) => isOne(item, state.selected) || isOne(item, scene.hovered)) : [];
  const put = (item, emphasis) => {
    const x = item.x + item.dx + at.x;
    const y = item.y + item.dy + at.y;
    if (x < -40 || y < -40 || x > at.size.x + 40 || y > at.size.y + 40) return;
    const look = scene.layers[item.layer].looks[item.row];
    const { canvas, half } = stamp(look, item.radius, scene.theme, scene.style, emphasis);
    pen.drawImage(canvas, x - half, y - half, half * 2, half * 2);
  };
  drawn.forEach((item) => put(item, ""));
  top.forEach((item) => put(item, isOne(item, state.selected) ? "selected" : "hovered"));
  scene.drawn = drawn;
  scene.hits = null; // made when the pointer first asks
}

function paintLeaders(pen, at, drawn, palette) {
  const far = drawn.filter((item) => (item.dx || item.dy) && Math.hypot(item.dx, item.dy) > item.radius * 1.1);
  pen.beginPath();
  for (const item of far) {
    pen.moveTo(item.x + at.x, item.y + at.y);
    pen.lineTo(item.x + item.dx + at.x, item.y + item.dy + at.y);
  }
  pen.strokeStyle = palette.text_soft;
  pen.globalAlpha = 0.75;
  pen.lineWidth = 0.9;
  pen.stroke();
  pen.globalAlpha = 1;
  pen.fillStyle = palette.text_soft;
  pen.beginPath();
  for (const item of far) {
    pen.moveTo(item.x + at.x + 1.8, item.y + at.y);
    pen.arc(item.x + at.x, item.y + at.y, 1.8, 0, 2 * Math.PI);
  }
  pen.fill();
}

const HIT_CELL = 40;

function hitGrid(items) {
  const grid = new Map();
  for (const item of items) {
    const key = hitKey(item.x + item.dx, item.y + item.dy);
    if (grid.has(key)) grid.get(key).push(item);
    else grid.set(key, [item]);
  }
  return grid;
}

function hitKey(x, y) {
  return Math.floor(x / HIT_CELL) * 1000003 + Math.floor(y / HIT_CELL);
}

/** Nearest symbol within reach of a point given in world pixels of the current zoom. */
function hit(grid, x, y, slack) {
  let best = null;
  let least = Infinity;
  for (let across = -1; across <= 1; across += 1) {
    for (let down = -1; down <= 1; down += 1) {
      for (const item of grid.get(hitKey(x + across * HIT_CELL, y + down * HIT_CELL)) || []) {
        const distance = Math.hypot(item.x + item.dx - x, item.y + item.dy - y);
        // Points of the ground are small and lie below: anything else that is near wins.
        const rank = distance + (item.ground ? 6 : 0);
        if (distance <= item.radius + slack && rank < least) [best, least] = [item, rank];
      }
    }
  }
  return best;
}
