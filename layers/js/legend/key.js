// @ts-check
// The key to the symbols: what shapes, colours and outlines mean. Sections come with the looks of
// the layers; see `layers/style.py`.
import { findWord } from "../scene.js";
import { make, makeName } from "../shared/elements.js";
import { makeShade, makeStrip, makeSymbol } from "./swatches.js";

/** @import { KeySection, LayerStyle, PointLayer, Scene } from "../types.d.ts" */

function makeRow(/** @type {HTMLElement} */ swatch, /** @type {string} */ text) {
  return make("div", { class: "atlas-key" }, swatch, make("span", {}, makeName(text)));
}

/** Belts by name, each in its colour and dash. */
export function makeBeltKey(/** @type {Scene} */ scene) {
  const rows = scene.data.areas.belts.map((belt) =>
    makeRow(makeStrip(scene, belt.row), belt.short[scene.state.lang]),
  );
  return make("div", { class: "atlas-belts" }, ...rows);
}

/** A section with the rows that the layer really has. */
function makeSection(
  /** @type {Scene} */ scene,
  /** @type {KeySection} */ { title, rows, column },
  /** @type {LayerStyle} */ layerStyle,
  /** @type {PointLayer} */ layer,
) {
  const values = column ? layer.rows[column]?.words || [] : [];
  const used = rows.filter(({ cells }) => !column || values.includes(cells[column]));
  return make(
    "details",
    { class: "atlas-section", "data-key": title },
    make("summary", {}, findWord(scene, title)),
    ...used.map(({ word, cells }) =>
      makeRow(makeSymbol(scene, layerStyle, cells), findWord(scene, word)),
    ),
  );
}

/** Every section of the key, and what shaded places mean while there are any. */
export function makeKey(/** @type {Scene} */ scene) {
  const sections = Object.entries(scene.data.style.layers).flatMap(([id, layerStyle]) => {
    const layer = scene.data.layers[id];
    const keys = layer ? layerStyle.look.key : [];
    return keys.map((section) => makeSection(scene, section, layerStyle, layer));
  });
  const shaded = Object.keys(scene.state.shaded || {}).length > 0;
  return shaded ? [...sections, makeRow(makeShade(scene), findWord(scene, "key.shade"))] : sections;
}
