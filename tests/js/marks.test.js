import assert from "node:assert/strict";
import { test } from "node:test";
import { findForms, isFaint } from "../../layers/js/marks.js";

const formsOf = (state, layer, zoom = 7) => findForms({ state }, layer, zoom);

test("results are numbered in their order, the rest of their layer are dots", () => {
  const pins = [
    ["parks", "b"],
    ["own", "a"],
    ["parks", "a"],
  ];
  const forms = formsOf({ pins }, "parks");
  assert.deepEqual(
    ["a", "b", "c"].map((id) => [forms(id).form, forms(id).number]),
    [
      ["pin", 3],
      ["pin", 1],
      ["dot", 0],
    ],
  );
  assert.equal(formsOf({ pins }, "hubs")("a"), null);
});

test("a quiet layer is small on a wide view only", () => {
  const state = { quiet: ["hubs"] };
  assert.equal(formsOf(state, "hubs", 7.9)("a").form, "glyph");
  assert.equal(formsOf(state, "hubs", 8)("a"), null);
  assert.equal(formsOf(state, "parks", 7)("a"), null);
});

test("only what is not proven fades, and only in layers that are asked about", () => {
  const view = { proven: { parks: (row) => row === 1 } };
  assert.ok(isFaint({ choices: { proven: true }, view }, "parks", 0));
  assert.ok(!isFaint({ choices: { proven: true }, view }, "parks", 1));
  assert.ok(!isFaint({ choices: { proven: true }, view }, "hubs", 0));
  assert.ok(!isFaint({ choices: { proven: false }, view }, "parks", 0));
});
