// @ts-check
// What a row looks like, from the look of its layer (`layers/style.py`) and its own cells.
/** @import { Cells, LayerStyle, Look, Rows } from "./types.d.ts" */

const CELLS = ["kind", "level", "location_precision", "geocode_level", "status"];
const APPROXIMATE = ["geocoded", "town", "county_seat"];

/** Find what a row of these cells looks like. @returns {Look} */
export function lookOfCells(/** @type {Cells} */ cells, /** @type {LayerStyle} */ { look }) {
  return {
    // What has no place of its own stands at the seat of its county.
    approximate: look.seated || APPROXIMATE.includes(cells.location_precision),
    hollow: cells.status === "unverified",
    large: look.large_levels.includes(cells.level),
    shape: look.shape_by_kind[cells.kind] || look.shape,
    fill: look.fill_by_level[cells.level] || look.fill,
    glyph: cells[look.glyph_by] || "",
  };
}

/** The cells of a row by column, as words; a cell that is not known is absent. */
export function readCells(/** @type {Rows} */ rows, /** @type {number} */ row) {
  /** @type {Cells} */
  const cells = {};
  for (const column of CELLS) {
    const coded = rows[column];
    if (coded && coded.rows[row] >= 0) cells[column] = coded.words[coded.rows[row]];
  }
  return cells;
}

/** The look of each row; rows alike share one, for a reader may bring a hundred thousand. */
export function findLooks(/** @type {Rows} */ rows, /** @type {LayerStyle} */ layerStyle) {
  const coded = CELLS.map((column) => rows[column]).filter(Boolean);
  /** @type {Map<number, Look>} */
  const looks = new Map();
  return rows.id.map((_, row) => {
    const key = coded.reduce(
      (sum, column) => sum * (column.words.length + 1) + column.rows[row] + 1,
      0,
    );
    const shared = looks.get(key);
    if (shared) return shared;
    const look = lookOfCells(readCells(rows, row), layerStyle);
    looks.set(key, look);
    return look;
  });
}

/** Radius of a symbol in pixels. @param {Look} look @param {number} zoom */
export function symbolRadius(look, zoom) {
  const base = Math.max(3.9, Math.min(9, 1.5 * zoom - 4.4));
  if (look.shape === "dot") return base * (look.large ? 1.1 : 0.8);
  if (look.shape === "badge") return Math.max(4, base * 0.92);
  return base * (look.large ? 1.28 : 1);
}
