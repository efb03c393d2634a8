import assert from "node:assert/strict";
import { test } from "node:test";
import { findNext } from "../../layers/js/directions.js";

const [west, near, aside, south] = [
  { x: -5, y: 0 },
  { x: 10, y: 1 },
  { x: 6, y: 9 },
  { x: 0, y: 8 },
];
const from = { x: 0, y: 0 };

test("an arrow leads to the nearest thing on its side, rather ahead than aside", () => {
  const items = [west, near, aside, south];
  assert.equal(findNext(items, from, [1, 0]), near);
  assert.equal(findNext(items, from, [-1, 0]), west);
  assert.equal(findNext(items, from, [0, 1]), south);
  assert.equal(findNext(items, from, [0, -1]), null);
});

test("it never leads to where one is", () => {
  assert.equal(findNext([{ ...from }], from, [1, 0]), null);
});
