// Names of places, each where it covers no other name and as few symbols as can be.

const SHIFTS = [0, -14, 14, -28, 28, -42, 42, 56].flatMap((down) => [0, -26, 26, -52, 52].map((across) => [across, down]))
  .sort((one, two) => Math.hypot(...one) - Math.hypot(...two));

/** Yanbian's full name is as long as the prefecture is wide; tooltips and tables keep it. */
function short(text) {
  return text.replace(/朝鲜族自治州$/, "州").replace(/ Korean Autonomous Prefecture$/, "");
}

function paintNames(pen, at, { areas, palette, state, visible, layers, shown }, drawn) {
  const taken = [];
  // Among thousands of symbols no name finds a free place, so it need not look for one.
  const near = drawn.length > SPREAD_LIMIT ? [] : drawn;
  const symbols = near.filter((item) => !item.ground).map((item) => {
    const x = item.x + item.dx + at.x;
    const y = item.y + item.dy + at.y;
    return [x - item.radius, y - item.radius, x + item.radius, y + item.radius];
  });
  const meets = (one, two) => one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3];
  const crowd = (box) => symbols.filter((other) => meets(box, other)).length;
  const boxAt = (left, y, width, size) => [left - 2, y - size * 0.62, left + width + 2, y + size * 0.62];

  function write(text, left, y, colour) {
    Object.assign(pen, { textBaseline: "middle", textAlign: "left", lineJoin: "round", lineWidth: 3.5 });
    pen.globalAlpha = 0.85;
    pen.strokeStyle = palette.halo;
    pen.strokeText(text, left, y);
    pen.globalAlpha = 1;
    pen.fillStyle = colour;
    pen.fillText(text, left, y);
  }

  function put(text, x, y, { size, colour, weight, shifts, centred, clear }) {
    pen.font = `${weight} ${size}px ${FONT}`;
    const width = pen.measureText(text).width;
    let best = null;
    for (const [across, down] of shifts) {
      const left = x + across - (centred ? width / 2 : 0);
      const box = boxAt(left, y + down, width, size);
      if (taken.some((other) => meets(box, other)) || (clear && crowd(box))) continue;
      // Rather across a symbol than far from home: on a small map a little way is a county.
      const cost = 1.1 * crowd(box) + Math.hypot(across, down) / Math.max(6, 3 * at.zoom - 6);
      if (!best || cost < best.cost) best = { cost, left, y: y + down, box };
    }
    if (!best) return;
    taken.push(best.box);
    write(text, best.left, best.y, colour);
  }

  const spot = (point) => [point.x * at.scale + at.x, point.y * at.scale + at.y];
  if (visible("prefectures") && at.zoom < 10.5) {
    const size = Math.max(12, Math.min(17, Math.round(at.zoom * 2)));
    const look = { size, colour: palette.text, weight: 600, shifts: SHIFTS, centred: true };
    areas.prefectures.forEach((area) => put(short(area[state.lang]), ...spot(area.label), look));
  }
  if (at.zoom < 8.25) return;
  const look = { size: 12, colour: palette.text_soft, weight: 500 };
  const named = Object.values(layers).filter((layer) => layer.ground && visible(layer.id));
  if (named.length) {
    const beside = { ...look, shifts: [[7, 0], [7, -11], [7, 11], [14, 0], [14, -14], [14, 14], [-18, 20], [-18, -20], [26, 0]], centred: false, clear: at.zoom < 10 };
    for (const { id, places, rows, looks } of named) {
      const written = (row) => looks[row].wide && visible("prefectures") && at.zoom < 10.5;
      places.forEach((place, row) => {
        if (place && shown(id, row) && !written(row)) put(rows[state.lang][row], ...spot(place), beside);
      });
    }
  } else if (visible("counties")) {
    areas.counties.forEach((area) => put(area[state.lang], ...spot(area.label), { ...look, shifts: SHIFTS.slice(0, 9), centred: true }));
  }
}
