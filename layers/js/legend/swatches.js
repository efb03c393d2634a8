// @ts-check
// Small pictures of symbols, lines and patterns, for the legend.
import { lookOfCells } from "../looks.js";
import { stampSymbol } from "../symbols.js";

/** @import { Cells, LayerStyle, Pen, Scene } from "../types.d.ts" */

const SIZE = 24;
const RADIUS = 6.6;

/** @param {(pen: Pen) => void} draw */
function makeSwatch(draw) {
  const canvas = document.createElement("canvas");
  canvas.className = "atlas-swatch";
  canvas.setAttribute("aria-hidden", "true");
  const ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.height = Math.round(SIZE * ratio);
  const pen = /** @type {Pen} */ (canvas.getContext("2d"));
  pen.scale(ratio, ratio);
  draw(pen);
  return canvas;
}

/** The symbol of a row of these cells. @param {Scene} scene */
export function makeSymbol(
  { data, view },
  /** @type {LayerStyle} */ layer,
  /** @type {Cells} */ cells,
) {
  const look = lookOfCells(cells, layer);
  const { canvas, half } = stampSymbol(look, RADIUS, { theme: view.theme, style: data.style });
  const corner = SIZE / 2 - half;
  return makeSwatch((pen) => pen.drawImage(canvas, corner, corner, half * 2, half * 2));
}

/** A belt's line, on its ground or without. @param {Scene} scene @param {number} row */
export function makeStrip({ data, view }, row, { filled = true, width = 2.4 } = {}) {
  const number = row % data.style.belts.length;
  return makeSwatch((pen) => {
    pen.strokeStyle = pen.fillStyle = view.palette.belts[number];
    if (filled) {
      pen.globalAlpha = 0.2;
      pen.fillRect(1, 5, 22, 14);
      pen.globalAlpha = 1;
    }
    pen.lineWidth = width;
    pen.setLineDash(data.style.belts[number].dash);
    pen.beginPath();
    pen.moveTo(1, 12);
    pen.lineTo(23, 12);
    pen.stroke();
  });
}

/** A frame, hatched or empty. @param {string} colour */
function makeFrame(colour, /** @type {number} */ width, hatched = false) {
  return makeSwatch((pen) => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.strokeRect(3, 5, 18, 14);
    if (hatched) hatchBox(pen, "M3 5H21V19H3Z", [19, 5]);
  });
}

/** Lines from the first height to the second, inside a box. */
function hatchBox(/** @type {Pen} */ pen, box, [start, end]) {
  pen.clip(new Path2D(box));
  pen.beginPath();
  for (let x = -12; x < SIZE; x += 5) {
    pen.moveTo(x, start);
    pen.lineTo(x + 14, end);
  }
  pen.stroke();
}

/** What stands for a place that a document names. */
export function makeShade(/** @type {Scene} */ { view }) {
  return makeSwatch((pen) => {
    pen.strokeStyle = pen.fillStyle = view.palette.shade;
    pen.globalAlpha = 0.15;
    pen.fillRect(2, 5, 20, 14);
    pen.globalAlpha = 0.6;
    hatchBox(pen, "M2 5H22V19H2Z", [5, 19]);
  });
}

/** What stands for a layer. @param {Scene} scene @param {LayerStyle} layer */
export function makeLayerSwatch(scene, layer) {
  const { look } = layer;
  if (look.shape) return makeSymbol(scene, layer, look.example);
  if (look.pattern === "strip") return makeStrip(scene, 0, { width: 0.01 });
  if (look.pattern === "line") return makeStrip(scene, 0, { filled: false, width: look.width });
  const { palette } = scene.view;
  const colour = look.line ? palette[look.line] : palette.belts[0];
  return makeFrame(colour, look.width, look.pattern === "hatch");
}
