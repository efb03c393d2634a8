import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRow } from "../../layers/js/reach.js";
import { readCases } from "./fixtures.js";

const judge = (reach, row = 0, layer = "parks") => judgeRow({ state: { reach } }, layer, row);

test("nothing is judged where nothing is asked", () => {
  assert.equal(judge(null), "");
  assert.equal(judge({ belt: "a", km: 40, rows: { parks: [[1], [2]] } }, 0, "hubs"), "");
});

test("what is not known is possible", () => {
  assert.equal(judge({ belt: "a", km: 40, rows: { parks: [[null], [null]] } }), "possible");
  assert.equal(judge({ belt: "a", km: 40, rows: { parks: [[], []] } }), "possible");
});

test("a row at the very edge is inside", () => {
  assert.equal(judge({ belt: "a", km: 40, rows: { parks: [[12], [40]] } }), "certain");
  assert.equal(judge({ belt: "a", km: 40, rows: { parks: [[40], [41]] } }), "possible");
  assert.equal(judge({ belt: "a", km: 40, rows: { parks: [[40.001], [41]] } }), "outside");
});

for (const { belt, km, rows, verdicts } of readCases("reach")) {
  test(`every park has the domain's verdict within ${km} km of ${belt}`, () => {
    const answers = verdicts.map((_, row) => judge({ belt, km, rows }, row));
    assert.deepEqual(answers, verdicts);
  });
}
