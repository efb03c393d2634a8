import assert from "node:assert/strict";
import { test } from "node:test";
import { findThings } from "../../components/search/ranking.js";
import { readCases } from "./fixtures.js";

const [entries] = readCases("index");

for (const { text, own, expected } of readCases("search")) {
  test(`“${text}” finds in the browser what it finds on the server`, () => {
    const hits = own.map(({ rank, ...thing }) => ({ rank, thing }));
    const things = findThings(entries, text, hits).slice(0, expected.limit);
    assert.deepEqual(
      things.map(({ layer, id }) => `${layer}.${id}`),
      expected.keys,
    );
  });
}
