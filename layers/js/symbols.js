// Symbols are drawn once each into a small canvas and stamped from there.

const stamps = new Map();
const outlines = new Map();

function outline(table, key) {
  const id = table[key];
  if (!outlines.has(id)) outlines.set(id, new Path2D(id));
  return outlines.get(id);
}

/** What a row of these cells looks like: shape, colour, and how sure we are of the place. */
function lookOf(cells, { look }) {
  const approximate = ["town", "county_seat"].includes(cells.location_precision);
  return {
    approximate,
    soft: approximate || look.seated, // what has no place of its own stands softly
    hollow: cells.status === "unverified",
    wide: look.large_levels.includes(cells.level),
    shape: look.shape_by_kind[cells.kind] || look.shape,
    fill: look.fill_by_level[cells.level] || look.fill,
    glyph: cells[look.glyph_by] || "",
  };
}

const CELLS = ["kind", "level", "location_precision", "status"];

/** The cells of a row by column, as words; a cell that is not known is absent. */
function cellsOf(rows, row) {
  const cells = {};
  for (const column of CELLS) {
    const coded = rows[column];
    if (coded && coded.rows[row] >= 0) cells[column] = coded.words[coded.rows[row]];
  }
  return cells;
}

/** The look of each row; rows alike share one, for a reader may bring a hundred thousand. */
function looksOf(layer, style) {
  const coded = CELLS.map((column) => layer.rows[column]).filter(Boolean);
  const looks = new Map();
  return layer.rows.id.map((_, row) => {
    const key = coded.reduce((sum, { words, rows }) => sum * (words.length + 1) + rows[row] + 1, 0);
    if (!looks.has(key)) looks.set(key, lookOf(cellsOf(layer.rows, row), style.layers[layer.id]));
    return looks.get(key);
  });
}

function radiusOf(look, zoom) {
  const base = Math.max(3.9, Math.min(9, 1.5 * zoom - 4.4));
  if (look.shape === "dot") return base * (look.wide ? 1.1 : 0.8);
  if (look.shape === "badge") return Math.max(4, base * 0.92);
  return base * (look.wide ? 1.28 : 1);
}

/** Canvas with the symbol in its middle; `half` is its half size in CSS pixels. */
function stamp(look, radius, theme, style, emphasis = "") {
  const ratio = window.devicePixelRatio || 1;
  look.key = look.key || Object.values(look).join("/");
  const key = `${look.key}|${radius}|${theme}|${emphasis}|${ratio}`;
  if (stamps.has(key)) return stamps.get(key);
  if (stamps.size > 600) stamps.clear();
  const palette = style.palettes[theme];
  const half = Math.ceil(radius * 2.1 + 6);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(half * 2 * ratio);
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  pen.translate(half, half);
  drawSymbol(pen, look, radius, palette, style, emphasis);
  const made = { canvas, half };
  stamps.set(key, made);
  return made;
}

function drawSymbol(pen, look, radius, palette, style, emphasis) {
  const disc = (size, colour, alpha) => {
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(0, 0, size, 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = 1;
  };
  if (emphasis) {
    disc(radius * 1.55 + 4, palette.selected, emphasis === "selected" ? 1 : 0.55);
    disc(radius * 1.55 + 1.5, palette.land, 1);
  }
  if (look.shape === "dot") {
    disc(radius * 0.62, palette.halo, 1);
    disc(radius * 0.42, palette[look.fill], 1);
    return;
  }
  const fill = palette[look.fill];
  if (look.soft) disc(radius * 1.7, fill, 0.16);
  const shape = outline(style.shapes, look.shape);
  pen.save();
  pen.scale(radius, radius);
  pen.lineJoin = "round";
  pen.fillStyle = look.hollow ? palette.land : fill;
  pen.fill(shape);
  if (look.approximate) {
    // Long dashes on the bare fill stay calm where hundreds of symbols stand together.
    pen.setLineDash([3.6 / radius, 2.2 / radius]);
  }
  pen.strokeStyle = palette.outline;
  pen.lineWidth = (look.approximate ? 1.3 : 1.4) / radius;
  pen.stroke(shape);
  if (look.glyph && style.glyphs[look.glyph]) {
    pen.fillStyle = palette.hub_glyph;
    pen.fill(outline(style.glyphs, look.glyph), "evenodd");
  }
  pen.restore();
}
