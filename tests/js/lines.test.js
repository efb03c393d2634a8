import assert from "node:assert/strict";
import { test } from "node:test";
import { letterLine } from "../../layers/js/lettering.js";
import { findNearest, listSteps, measureSteps, walkAlong } from "../../layers/js/lines.js";

const corner = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 40 },
];

test("a line is as long as its pieces, and one stands on it where one has walked to", () => {
  const steps = listSteps(corner);
  assert.equal(measureSteps(steps), 70);
  assert.deepEqual(walkAlong(steps, 40), { x: 30, y: 10 });
  assert.deepEqual(walkAlong(steps, -5), { x: -5, y: 0 });
  assert.deepEqual(findNearest(steps, { x: 33, y: 20 }), { distance: 3, along: 50 });
});

const taken = { names: [], symbols: [], sight: [-500, -500, 900, 900] };
const signs = [..."abc"].map((text) => ({ text, width: 10 }));

test("words along a line that leads to the left still read to the right", () => {
  const line = [
    { x: 200, y: 50 },
    { x: 0, y: 50 },
  ];
  const { signs: letters } = letterLine(line, { signs, size: 13, off: 14 }, taken);
  assert.deepEqual(
    letters.map(({ text, x, y }) => [text, Math.round(x), Math.round(y)]),
    [
      ["a", 90, 36],
      ["b", 100, 36],
      ["c", 110, 36],
    ],
  );
});

test("words stay away where the line is too short or another name lies", () => {
  const line = [
    { x: 0, y: 50 },
    { x: 100, y: 50 },
  ];
  const lettering = { signs, size: 13, off: 14 };
  assert.equal(letterLine(line.slice(0, 1), lettering, taken), null);
  assert.equal(letterLine(line, lettering, { ...taken, names: [[-50, 0, 200, 100]] }), null);
  assert.notEqual(letterLine(line, lettering, taken), null);
});
