// @ts-check
// Symbols are drawn once each into a small canvas and stamped from there.
/** @import { Dress, Look, Pen } from "./types.d.ts" */

const MOST_STAMPS = 600;
/** @type {Map<string, { canvas: HTMLCanvasElement, half: number }>} */
const stamps = new Map();
/** @type {Map<string, Path2D>} */
const paths = new Map();

function findPath(/** @type {Record<string, string>} */ table, /** @type {string} */ name) {
  const text = table[name];
  const path = paths.get(text) || new Path2D(text);
  paths.set(text, path);
  return path;
}

/**
 * Return a canvas with the symbol in its middle; `half` is its half size in CSS pixels.
 * @param {Look} look
 * @param {number} radius
 * @param {Dress} dress
 */
export function stampSymbol(look, radius, dress) {
  const { theme, style, emphasis = "", form = "symbol", number = 0, verdict = "" } = dress;
  const ratio = window.devicePixelRatio || 1;
  look.key = look.key || Object.values(look).join("/");
  const key = [look.key, radius, theme, emphasis, ratio, form, number, verdict].join("|");
  const cached = stamps.get(key);
  if (cached) return cached;
  if (stamps.size > MOST_STAMPS) stamps.clear();
  const half = Math.ceil(radius * 2.1 + 6);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(half * 2 * ratio);
  const pen = /** @type {Pen} */ (canvas.getContext("2d"));
  pen.scale(ratio, ratio);
  pen.translate(half, half);
  drawForm(pen, look, radius, { ...dress, form, palette: style.palettes[theme] });
  const stamp = { canvas, half };
  stamps.set(key, stamp);
  return stamp;
}

/** @param {Pen} pen */
function drawDisc(pen, radius, colour, alpha = 1) {
  pen.globalAlpha = alpha;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {Look} look */
function drawForm(pen, look, radius, /** @type {any} */ dress) {
  const { palette, emphasis, form } = dress;
  if (emphasis) {
    drawDisc(pen, radius * 1.55 + 4, palette.outline, emphasis === "selected" ? 1 : 0.55);
    drawDisc(pen, radius * 1.55 + 1.5, palette.land);
  }
  if (form === "pin") drawPin(pen, radius, dress);
  else if (form === "dot") drawDot(pen, radius, palette.halo, palette.text_soft);
  else if (form === "glyph") drawGlyph(pen, look, radius, dress);
  else drawSymbol(pen, look, radius, dress);
}

function drawDot(/** @type {Pen} */ pen, radius, halo, fill) {
  drawDisc(pen, radius + 1.2, halo);
  drawDisc(pen, radius, fill);
}

/** A number on a disc; the first has a ring. */
function drawPin(/** @type {Pen} */ pen, radius, { palette, style, number }) {
  if (number === 1) drawDot(pen, radius + 4, palette.land, palette.selected);
  drawDot(pen, radius, palette.land, palette.national);
  pen.font = `600 13px ${style.font}`;
  Object.assign(pen, {
    textAlign: "center",
    textBaseline: "middle",
    fillStyle: palette.on_national,
  });
  pen.fillText(String(number), 0, 0.5);
}

/** What is quiet: a glyph without its badge, or a dot. */
function drawGlyph(/** @type {Pen} */ pen, look, radius, { palette, style }) {
  if (!style.glyphs[look.glyph]) {
    drawDot(pen, radius * 0.6, palette.halo, palette.text_soft);
    return;
  }
  const glyph = findPath(style.glyphs, look.glyph);
  pen.scale(radius, radius);
  Object.assign(pen, { strokeStyle: palette.halo, lineWidth: 2.4 / radius, lineJoin: "round" });
  pen.stroke(glyph);
  pen.fillStyle = palette.text_soft;
  pen.fill(glyph, "evenodd");
}

/** @param {Pen} pen @param {Look} look */
function drawSymbol(pen, look, radius, { palette, style, verdict }) {
  if (look.shape === "dot") {
    drawDisc(pen, radius * 0.62, palette.halo);
    drawDisc(pen, radius * 0.42, palette[look.fill]);
    return;
  }
  pen.scale(radius, radius);
  drawShape(pen, look, radius, { palette, style, verdict });
  if (look.glyph && style.glyphs[look.glyph]) {
    pen.fillStyle = palette.hub_glyph;
    pen.fill(findPath(style.glyphs, look.glyph), "evenodd");
  }
}

/** @param {Pen} pen @param {Look} look */
function drawShape(pen, look, radius, { palette, style, verdict }) {
  const shape = findPath(style.shapes, look.shape);
  const isSolid = verdict ? verdict === "certain" : !look.hollow;
  pen.lineJoin = "round";
  pen.fillStyle = isSolid ? palette[look.fill] : palette.land;
  pen.fill(shape);
  if (verdict === "possible") stripe(pen, shape, palette.shade, radius);
  // Long dashes on the bare fill stay calm where hundreds of symbols stand together. A verdict
  // has taken the place into account already.
  const dashed = look.approximate && !verdict;
  if (dashed) pen.setLineDash([3.6 / radius, 2.2 / radius]);
  pen.strokeStyle = verdict === "outside" ? palette.text_soft : palette.outline;
  pen.lineWidth = (dashed ? 1.3 : 1.4) / radius;
  pen.stroke(shape);
}

/** Stripes of one strong colour: those of a pale fill would not be seen. */
function stripe(/** @type {Pen} */ pen, /** @type {Path2D} */ shape, colour, radius) {
  pen.save();
  pen.clip(shape);
  pen.strokeStyle = colour;
  pen.lineWidth = 2.2 / radius;
  pen.beginPath();
  for (let step = -3 * radius; step < 3 * radius; step += 4) {
    pen.moveTo((step - radius) / radius, -1.3);
    pen.lineTo((step - radius) / radius + 2.6, 1.3);
  }
  pen.stroke();
  pen.restore();
}
