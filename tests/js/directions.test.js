import assert from "node:assert/strict";
import { test } from "node:test";
import { findNextItem } from "../../layers/js/directions.js";

const item = (x, y) => ({ x, y, dx: 0, dy: 0 });
const [west, near, aside, south] = [item(-5, 0), item(10, 1), item(6, 9), item(0, 8)];
const from = { x: 0, y: 0 };

test("an arrow leads to the nearest symbol on its side, rather ahead than aside", () => {
  const items = [west, near, aside, south];
  assert.equal(findNextItem(items, from, [1, 0]), near);
  assert.equal(findNextItem(items, from, [-1, 0]), west);
  assert.equal(findNextItem(items, from, [0, 1]), south);
  assert.equal(findNextItem(items, from, [0, -1]), null);
});

test("it never leads to where one is", () => {
  assert.equal(findNextItem([item(0, 0)], from, [1, 0]), null);
});
