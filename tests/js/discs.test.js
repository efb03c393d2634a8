import assert from "node:assert/strict";
import { test } from "node:test";
import { findDisc, foldDiscs, gatherDiscs, hasDiscs } from "../../layers/js/discs.js";

const counties = [
  { id: "east", parent: "city" },
  { id: "west", parent: "city" },
  { id: "north", parent: "other" },
];
const area = { words: ["east", "west", "north"], rows: [0, 0, 1, 2, 0] };
const makeScene = (shownRows = [0, 1, 2, 3, 4], state = {}) => ({
  state,
  choices: { proven: false },
  data: { areas: { records: { counties } }, layers: { parks: { rows: { area } } } },
  view: { tests: { parks: (row) => shownRows.includes(row) } },
});
const makeItems = (dx = 9) =>
  [0, 3, 6, 4, 90].map((x, row) => {
    const place = { x, y: 0, dx, dy: 0, radius: 6 };
    return { layer: "parks", row, form: "symbol", number: 0, ...place };
  });

test("rows of one city that would drift apart become one disc; others keep their symbols", () => {
  const items = makeItems();
  const discs = gatherDiscs(makeScene(), items);
  assert.deepEqual(
    discs.map(({ members }) => members.map(({ row }) => row)),
    [[0, 1, 2]],
  );
  assert.equal(discs[0].x, 3);
  assert.deepEqual(
    items.map(({ disc }) => Boolean(disc)),
    [true, true, true, false, false],
  );
});

test("rows that have room keep their symbols", () => {
  assert.deepEqual(gatherDiscs(makeScene(), makeItems(1)), []);
});

test("a disc counts what the filter shows; the last of it stands for itself", () => {
  const items = makeItems();
  const all = makeScene();
  gatherDiscs(all, items);
  assert.deepEqual(
    foldDiscs(all, items).map(({ number }) => number),
    [3, 0, 0],
  );
  const two = makeScene([0, 2]);
  assert.equal(foldDiscs(two, [items[0], items[2]])[0].number, 2);
  assert.equal(findDisc(makeScene([1]), items[1]), null);
  assert.deepEqual(foldDiscs(makeScene([1]), [items[1]]), [items[1]]);
});

test("no rows are gathered where each is looked at, or ranked, or judged", () => {
  assert.ok(hasDiscs(makeScene(), 7.9));
  assert.ok(!hasDiscs(makeScene(), 8));
  assert.ok(!hasDiscs(makeScene([], { reach: { km: 40 } }), 6));
  assert.ok(!hasDiscs(makeScene([], { pins: [["parks", "a"]] }), 6));
});
