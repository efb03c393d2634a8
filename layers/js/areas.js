// Everything that covers ground: backdrop, counties, prefectures, belts, shades, and their names.

function prepareAreas(data) {
  const areas = {};
  for (const [layer, records] of Object.entries(data.areas)) {
    areas[layer] = records.map((record) => ({
      ...record,
      path: worldPath(record.rings, data.unit),
      label: world(...record.at),
    }));
  }
  const belts = data.belts.map((belt, row) => ({
    ...belt,
    row,
    territoryPath: worldPath(belt.territory || [], data.unit),
    corridorPath: worldPath(belt.corridor || [], data.unit),
    axisPath: worldPath(belt.axis || [], data.unit, false),
  }));
  return { ...areas, belts, land: data.land.map((rings) => worldPath(rings, data.unit)) };
}

function paintAreas(pen, at, scene) {
  const { areas, palette, visible, state, tiles } = scene;
  const outer = areas.province.map((area) => area.path);
  if (!tiles) {
    pen.fillStyle = palette.sea;
    pen.fillRect(0, 0, at.size.x, at.size.y);
  }
  inWorld(pen, at, (px) => {
    if (!tiles) {
      pen.fillStyle = palette.neighbour;
      areas.land.forEach((path) => pen.fill(path, "evenodd"));
      pen.fillStyle = palette.land;
      outer.forEach((path) => pen.fill(path, "evenodd"));
    }
    if (visible("counties")) lines(pen, areas.counties, palette.county_line, px(0.8));
  });
  paintShades(pen, at, scene);
  paintBelts(pen, at, scene);
  inWorld(pen, at, (px) => {
    if (visible("prefectures")) lines(pen, areas.prefectures, palette.prefecture_line, px(1.1));
    lines(pen, areas.province, palette.province_line, px(1.8));
    if (visible("axis")) paintAxes(pen, px, scene);
    const [layer, id] = state.selected || [];
    const chosen = (areas[layer] || []).find((area) => area.id === id);
    if (chosen && chosen.path) {
      pen.strokeStyle = palette.halo;
      pen.lineWidth = px(5.5);
      pen.stroke(chosen.path);
      pen.strokeStyle = palette.selected;
      pen.lineWidth = px(3);
      pen.stroke(chosen.path);
    }
  });
}

function lines(pen, records, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  records.forEach((record) => pen.stroke(record.path));
}

function paintShades(pen, at, { areas, palette, state, shown }) {
  for (const key of Object.keys(state.shaded || {})) {
    const [layer, id] = key.split(":");
    const area = (areas[layer] || []).find((one) => one.id === id);
    if (!area || (layer === "belts" && !shown("belts", area.row))) continue;
    const path = layer === "belts" ? area.territoryPath : area.path;
    inWorld(pen, at, () => {
      pen.globalAlpha = layer === "belts" ? 0.05 : 0.11;
      pen.fillStyle = palette.shade;
      pen.fill(path, "evenodd");
    });
    hatch(pen, at, path, palette.shade, layer === "counties" ? 135 : 45, 8, 0.34);
  }
}

function paintBelts(pen, at, { areas, palette, style, visible, shown, extra, state }) {
  const chosen = (layer, id) => state.selected && state.selected[0] === layer && state.selected[1] === id;
  const replaced = new Set(extra.map(([, belt]) => belt));
  for (const belt of areas.belts) {
    if (!shown("belts", belt.row)) continue;
    const colour = palette.belts[belt.row % 4];
    const look = style.belts[belt.row % 4];
    if (visible("territory")) {
      hatch(pen, at, belt.territoryPath, colour, look.hatch, 11, 0.5);
      edge(pen, at, belt.territoryPath, colour, look.dash, 1.6);
    }
    if (visible("corridor") && !replaced.has(belt.id)) {
      corridor(pen, at, belt.corridorPath, colour, look.dash);
    }
    if (chosen("belts", belt.id)) edge(pen, at, belt.territoryPath, colour, [], 3);
  }
  for (const [path, id] of extra) {
    const belt = areas.belts.find((one) => one.id === id);
    if (belt && !(shown("belts", belt.row) && visible("corridor"))) continue;
    const row = belt ? belt.row % 4 : -1;
    corridor(pen, at, path, belt ? palette.belts[row] : palette.selected, belt ? style.belts[row].dash : [6, 4]);
  }
}

function corridor(pen, at, path, colour, dash) {
  inWorld(pen, at, () => {
    pen.globalAlpha = 0.12;
    pen.fillStyle = colour;
    pen.fill(path, "evenodd");
  });
  edge(pen, at, path, colour, dash, 1.3);
}

function edge(pen, at, path, colour, dash, width) {
  inWorld(pen, at, (px) => {
    pen.strokeStyle = colour;
    pen.globalAlpha = 0.75;
    pen.lineWidth = px(width);
    pen.setLineDash(dash.map(px));
    pen.stroke(path);
  });
}

function paintAxes(pen, px, { areas, palette, style, shown }) {
  pen.lineCap = "round";
  const drawn = areas.belts.filter((belt) => shown("belts", belt.row));
  pen.strokeStyle = palette.halo;
  pen.lineWidth = px(6);
  drawn.forEach((belt) => pen.stroke(belt.axisPath));
  for (const belt of drawn) {
    pen.strokeStyle = palette.belts[belt.row % 4];
    pen.lineWidth = px(3);
    pen.lineCap = "butt";
    pen.setLineDash(style.belts[belt.row % 4].dash.map((length) => px(length * 1.2)));
    pen.stroke(belt.axisPath);
  }
  pen.setLineDash([]);
}

/** Parallel lines inside a path, fixed to the ground so that they do not swim while panning. */
function hatch(pen, at, path, colour, angle, gap, alpha) {
  pen.save();
  inWorldClip(pen, at, path);
  pen.globalAlpha = alpha;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.1;
  const reach = Math.hypot(at.size.x, at.size.y);
  const turn = (angle * Math.PI) / 180;
  const along = { x: Math.cos(turn), y: Math.sin(turn) };
  const phase = (((at.x * -along.y + at.y * along.x) % gap) + gap) % gap;
  pen.beginPath();
  for (let step = -reach + phase - ((reach + phase) % gap); step < reach; step += gap) {
    const x = -along.y * step;
    const y = along.x * step;
    pen.moveTo(x - along.x * reach, y - along.y * reach);
    pen.lineTo(x + along.x * reach, y + along.y * reach);
  }
  pen.stroke();
  pen.restore();
}

function inWorldClip(pen, at, path) {
  const moved = new Path2D();
  moved.addPath(path, new DOMMatrix([at.scale, 0, 0, at.scale, at.x, at.y]));
  pen.clip(moved, "evenodd");
}

/** Which unit of a layer holds a point of the world, if any. */
function areaAt(records, point, pen) {
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  const found = records.find((record) => pen.isPointInPath(record.path, point.x, point.y, "evenodd"));
  pen.restore();
  return found || null;
}
