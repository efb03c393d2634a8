import assert from "node:assert/strict";
import { test } from "node:test";
import { BESIDE, boxesMeet, placeName, SHIFTS } from "../../layers/js/placement.js";

const NAME = { x: 100, y: 100, width: 40, size: 12 };
const RULE = { shifts: SHIFTS, centred: true, clear: false, zoom: 8 };

test("the first shift is none, the later ones are longer", () => {
  const lengths = SHIFTS.map((shift) => Math.hypot(...shift));
  assert.equal(lengths[0], 0);
  assert.deepEqual(
    lengths,
    [...lengths].sort((left, right) => left - right),
  );
});

test("a name with room stands in the middle of its place", () => {
  const place = placeName(NAME, RULE, { names: [], symbols: [] });
  assert.deepEqual([place.left, place.middle], [80, 100]);
});

test("no name covers another", () => {
  const names = [];
  for (let count = 0; count < 12; count += 1) {
    const place = placeName(NAME, RULE, { names, symbols: [] });
    if (!place) break;
    assert.ok(!names.some((box) => boxesMeet(box, place.box)));
    names.push(place.box);
  }
  assert.ok(names.length > 3);
});

test("a name without room is not written", () => {
  assert.equal(placeName(NAME, RULE, { names: [[0, 0, 300, 300]], symbols: [] }), null);
});

test("a name goes aside for a symbol when that is near, and covers it rather than go far", () => {
  const symbol = [96, 96, 104, 104];
  const place = placeName(NAME, RULE, { names: [], symbols: [symbol] });
  assert.ok(!boxesMeet(place.box, symbol));
  const everywhere = [[-500, -500, 500, 500]];
  assert.equal(placeName(NAME, RULE, { names: [], symbols: everywhere }).middle, 100);
});

test("a name that must be clear of symbols is left out instead", () => {
  const rule = { ...RULE, shifts: BESIDE, centred: false, clear: true };
  const everywhere = [[-500, -500, 500, 500]];
  assert.equal(placeName(NAME, rule, { names: [], symbols: everywhere }), null);
  assert.equal(placeName(NAME, rule, { names: [], symbols: [] }).left, 107);
});

test("a name at the edge stands on the other side of its symbol, or nowhere", () => {
  const rule = { ...RULE, shifts: BESIDE, centred: false };
  const sight = [0, 0, 130, 200];
  const place = placeName(NAME, rule, { names: [], symbols: [], edges: [sight] });
  assert.equal(place.left, 100 - 7 - NAME.width);
  const narrow = [90, 0, 130, 200];
  assert.equal(placeName(NAME, rule, { names: [], symbols: [], edges: [narrow] }), null);
  const elsewhere = [300, 0, 400, 200];
  assert.equal(placeName(NAME, rule, { names: [], symbols: [], edges: [elsewhere] }).left, 107);
});
