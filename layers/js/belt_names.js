// @ts-check
// Names of belts, written along their axes: never upside down, and left out where they do not fit.
import { isPaleBelt } from "./belts.js";
import { letterLine } from "./lettering.js";
import { placeLine } from "./lines.js";
import { isVisible, listShownBelts } from "./scene.js";

/** @import { Belt, BeltName, Scene } from "./types.d.ts" */

const SIZE = 13; // pixels
const OFF = 14; // from the axis to the middle of the signs
const SPACING = { zh: 1.5, en: 0.3 }; // pixels between signs

/** @param {any} writer a NameWriter @param {Scene} scene @returns {BeltName[]} */
export function writeBelts(writer, scene) {
  if (!isVisible(scene, "axis") || scene.state.bare) return [];
  return listShownBelts(scene).flatMap((belt) => {
    if (isPaleBelt(scene, belt)) return [];
    const name = writeBelt(writer, scene, belt);
    return name ? [name] : [];
  });
}

/** @returns {BeltName | null} */
function writeBelt(writer, /** @type {Scene} */ scene, /** @type {Belt} */ belt) {
  const { frame, taken } = writer;
  const { lang } = scene.state;
  const text = belt.short[lang];
  const look = { size: SIZE, weight: 600 };
  const signs = [...text].map((sign) => ({
    text: sign,
    width: writer.measure(sign, look) + SPACING[lang],
  }));
  const [sight, ...panels] = taken.edges;
  const names = [...taken.names, ...panels];
  const line = placeLine(belt.line, frame);
  const place = letterLine(line, { signs, size: SIZE, off: OFF }, { ...taken, names, sight });
  if (!place) return null;
  taken.names.push(...place.boxes);
  for (const sign of place.signs) writer.letterTurned(sign, look, scene.view.palette.text);
  const points = place.signs.map(({ x, y, angle }) => ({
    x: (x - frame.x) / frame.scale,
    y: (y - frame.y) / frame.scale,
    angle,
  }));
  return { id: belt.id, text, size: SIZE, signs: points };
}
