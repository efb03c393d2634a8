// @ts-check
// The key to the symbols: what shapes, colours and outlines mean. Sections come with the looks of
// the layers; see `layers/style.py`.
import { findWord, isVisible } from "../scene.js";
import { make, makeName } from "../shared/elements.js";
import { makeLayerSwatch, makeShade, makeStrip, makeSymbol } from "./swatches.js";

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

/** What tells who claims the chosen industry by document; nothing while none is chosen. */
export function makeClaimKey(/** @type {Scene} */ scene) {
  const { claims } = scene.state;
  if (!claims) return [];
  const word = (/** @type {string} */ key) => findWord(scene, key);
  const belts = scene.data.areas.belts.filter(({ id }) => id in (claims.belts || {}));
  const badge = Object.values(claims.prefectures || {})[0];
  return [
    make("strong", {}, word("key.claims")),
    ...belts.map((belt) =>
      makeRow(
        makeStrip(scene, belt.row, { filled: false, width: 5 }),
        `${belt.short[scene.state.lang]} · ${claims.belts[belt.id]}`,
      ),
    ),
    ...(badge
      ? [makeRow(make("span", { class: "atlas-pin" }, badge), word("key.claims.prefecture"))]
      : []),
    ...(Object.keys(claims.counties || {}).length
      ? [makeRow(makeShade(scene), word("key.claims.county"))]
      : []),
    ...(belts.length || badge ? [] : [make("span", {}, word("key.claims.none"))]),
  ];
}

/** The few lines that explain what is drawn, where the map has room for them. */
export function makeShortKey(/** @type {Scene} */ scene) {
  return Object.entries(scene.data.style.layers).flatMap(([id, layer]) =>
    (isVisible(scene, id) ? layer.short : []).map(({ word, cells }) => {
      const swatch = Object.keys(cells).length
        ? makeSymbol(scene, layer, cells)
        : makeLayerSwatch(scene, layer);
      return makeRow(swatch, findWord(scene, word));
    }),
  );
}

/** Every section of the key. */
export function makeKey(/** @type {Scene} */ scene) {
  return Object.entries(scene.data.style.layers).flatMap(([id, layerStyle]) => {
    const layer = scene.data.layers[id];
    const keys = layer ? layerStyle.look.key : [];
    return keys.map((section) => makeSection(scene, section, layerStyle, layer));
  });
}
