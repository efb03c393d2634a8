import assert from "node:assert/strict";
import { test } from "node:test";
import { SPREAD_LIMIT, spreadItems } from "../../layers/js/spread.js";

const makeItems = (places, radius = 6) => places.map(([x, y]) => ({ x, y, dx: 9, dy: 9, radius }));
const crowd = (count) => makeItems(Array.from({ length: count }, (_, row) => [row % 7, row % 5]));

function nearestDistance(items) {
  let nearest = Number.POSITIVE_INFINITY;
  items.forEach((left, row) => {
    for (const right of items.slice(0, row)) {
      const x = left.x + left.dx - right.x - right.dx;
      nearest = Math.min(nearest, Math.hypot(x, left.y + left.dy - right.y - right.dy));
    }
  });
  return nearest;
}

test("items far from one another stay where they are", () => {
  const items = makeItems([
    [0, 0],
    [100, 0],
    [0, 100],
  ]);
  spreadItems(items, 1);
  assert.deepEqual(
    items.map(({ dx, dy }) => [dx, dy]),
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  );
});

test("two items at one place part until they touch", () => {
  const items = makeItems([
    [50, 50],
    [50, 50],
  ]);
  spreadItems(items, 1);
  assert.ok(nearestDistance(items) > 13);
});

test("in a crowd each can be seen", () => {
  const items = crowd(40);
  spreadItems(items, 1);
  assert.ok(nearestDistance(items) > 9);
});

test("the same rows always end in the same spots", () => {
  const [first, second] = [crowd(60), crowd(60)];
  spreadItems(first, 0.9);
  spreadItems(second, 0.9);
  assert.deepEqual(first, second);
});

test("too many to be spread are left on their spirals", () => {
  const items = crowd(SPREAD_LIMIT + 1);
  spreadItems(items, 1);
  assert.ok(items.every(({ dx, dy }) => Number.isFinite(dx) && Number.isFinite(dy)));
});
