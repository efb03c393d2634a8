import assert from "node:assert/strict";
import { test } from "node:test";
import { listRows } from "../../components/filters/rows.js";
import { testRows } from "../../layers/js/shared/bits.js";
import { readCases } from "./fixtures.js";

const [content] = readCases("content");

for (const { name, params, expected } of readCases("filters")) {
  test(`the preview of ${name} is what the server will say`, () => {
    const { unverified, ...facets } = params;
    const chosen = new Map(Object.entries(facets).map(([id, text]) => [id, text.split(".")]));
    const fields = listRows(content, chosen, unverified === "1");
    for (const [layer, { count, rows }] of Object.entries(expected)) {
      const numbers = Array.from({ length: count }, (_, row) => row);
      assert.deepEqual(numbers.filter(testRows(fields[layer])), rows, layer);
    }
  });
}
