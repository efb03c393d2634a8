import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decodeBits,
  encodeBits,
  everyRow,
  intersectBits,
  testRows,
  uniteBits,
} from "../../layers/js/shared/bits.js";
import { readCases } from "./fixtures.js";

const MOST = 2000;

function listRows(bits) {
  const isRow = testRows(encodeBits(bits));
  return Array.from({ length: MOST }, (_, row) => row).filter(isRow);
}

for (const { rows, text } of readCases("bits")) {
  test(`the field of ${rows.length} rows holds these and no other`, () => {
    assert.deepEqual(listRows(decodeBits(text)), rows);
    assert.equal(encodeBits(decodeBits(text)), text);
  });
}

test("without a field every row passes", () => {
  assert.equal(testRows(undefined), everyRow);
  assert.equal(testRows(null)(123456), true);
});

test("rows of either field and of both, whatever their lengths", () => {
  const fields = readCases("bits");
  for (const left of fields) {
    for (const right of fields) {
      const [first, second] = [decodeBits(left.text), decodeBits(right.text)];
      const either = [...new Set([...left.rows, ...right.rows])].sort((a, b) => a - b);
      assert.deepEqual(listRows(uniteBits(first, second)), either);
      const both = left.rows.filter((row) => right.rows.includes(row));
      assert.deepEqual(listRows(intersectBits(first, second)), both);
    }
  }
});
