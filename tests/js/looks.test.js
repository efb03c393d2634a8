import assert from "node:assert/strict";
import { test } from "node:test";
import { findLooks, lookOfCells, readCells } from "../../layers/js/looks.js";
import { readCases } from "./fixtures.js";

const [style] = readCases("style");
const layer = {
  look: {
    shape: "circle",
    fill: "cluster",
    shape_by_kind: { mill: "hexagon" },
    fill_by_level: { national: "national" },
    glyph_by: "kind",
    large_levels: ["national"],
    seated: false,
  },
};

test("shape, colour, glyph and size follow the cells", () => {
  const look = lookOfCells({ kind: "mill", level: "national", status: "unverified" }, layer);
  assert.equal(look.shape, "hexagon");
  assert.equal(look.fill, "national");
  assert.equal(look.glyph, "mill");
  assert.deepEqual([look.large, look.hollow, look.approximate], [true, true, false]);
});

test("a row of unknown cells looks as its layer does", () => {
  const look = lookOfCells({}, layer);
  assert.deepEqual([look.shape, look.fill, look.glyph], ["circle", "cluster", ""]);
});

test("a place that is not exact looks so, and so does a layer without places", () => {
  assert.ok(lookOfCells({ location_precision: "town" }, layer).approximate);
  assert.ok(lookOfCells({}, { look: { ...layer.look, seated: true } }).approximate);
});

test("cells are words; an unknown one is absent", () => {
  const rows = { id: ["a", "b"], kind: { words: ["mill"], rows: [0, -1] } };
  assert.deepEqual(readCells(rows, 0), { kind: "mill" });
  assert.deepEqual(readCells(rows, 1), {});
});

test("rows alike share one look, others have their own", () => {
  const rows = {
    id: ["a", "b", "c", "d"],
    kind: { words: ["mill", "shop"], rows: [0, 1, 0, -1] },
    level: { words: ["national"], rows: [0, 0, 0, -1] },
  };
  const looks = findLooks(rows, layer);
  assert.equal(looks[0], looks[2]);
  assert.equal(new Set(looks).size, 3);
  looks.forEach((look, row) => {
    assert.deepEqual(look, lookOfCells(readCells(rows, row), layer));
  });
});

for (const [id, layerStyle] of Object.entries(style.layers)) {
  const { look } = layerStyle;
  if (!look.shape) continue;
  test(`every row of the key of ${id} can be drawn`, () => {
    const cells = [look.example, ...look.key.flatMap(({ rows }) => rows.map((row) => row.cells))];
    for (const symbol of cells.map((row) => lookOfCells(row, layerStyle))) {
      assert.ok(style.shapes[symbol.shape], symbol.shape);
      assert.ok(style.palettes.light[symbol.fill], symbol.fill);
      assert.ok(!symbol.glyph || style.glyphs[symbol.glyph], symbol.glyph);
    }
  });
}
