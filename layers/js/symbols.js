// @ts-check
// Symbols are drawn once each into a small canvas and stamped from there.
/** @import { Look, Pen, Style } from "./types.d.ts" */

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
 * @param {{ theme: string, style: Style, emphasis?: string }} dress
 */
export function stampSymbol(look, radius, { theme, style, emphasis = "" }) {
  const ratio = window.devicePixelRatio || 1;
  look.key = look.key || Object.values(look).join("/");
  const key = `${look.key}|${radius}|${theme}|${emphasis}|${ratio}`;
  const cached = stamps.get(key);
  if (cached) return cached;
  if (stamps.size > MOST_STAMPS) stamps.clear();
  const half = Math.ceil(radius * 2.1 + 6);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(half * 2 * ratio);
  const pen = /** @type {Pen} */ (canvas.getContext("2d"));
  pen.scale(ratio, ratio);
  pen.translate(half, half);
  drawSymbol(pen, look, radius, { palette: style.palettes[theme], style, emphasis });
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
function drawSymbol(pen, look, radius, { palette, style, emphasis }) {
  if (emphasis) {
    drawDisc(pen, radius * 1.55 + 4, palette.selected, emphasis === "selected" ? 1 : 0.55);
    drawDisc(pen, radius * 1.55 + 1.5, palette.land);
  }
  const fill = palette[look.fill];
  if (look.shape === "dot") {
    drawDisc(pen, radius * 0.62, palette.halo);
    drawDisc(pen, radius * 0.42, fill);
    return;
  }
  if (look.soft) drawDisc(pen, radius * 1.7, fill, 0.16);
  pen.save();
  pen.scale(radius, radius);
  drawShape(pen, look, radius, { palette, style });
  if (look.glyph && style.glyphs[look.glyph]) {
    pen.fillStyle = palette.hub_glyph;
    pen.fill(findPath(style.glyphs, look.glyph), "evenodd");
  }
  pen.restore();
}

/** @param {Pen} pen @param {Look} look */
function drawShape(pen, look, radius, { palette, style }) {
  const shape = findPath(style.shapes, look.shape);
  pen.lineJoin = "round";
  pen.fillStyle = look.hollow ? palette.land : palette[look.fill];
  pen.fill(shape);
  // Long dashes on the bare fill stay calm where hundreds of symbols stand together.
  if (look.approximate) pen.setLineDash([3.6 / radius, 2.2 / radius]);
  pen.strokeStyle = palette.outline;
  pen.lineWidth = (look.approximate ? 1.3 : 1.4) / radius;
  pen.stroke(shape);
}
