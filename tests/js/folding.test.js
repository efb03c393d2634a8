import assert from "node:assert/strict";
import { test } from "node:test";
import { foldName } from "../../layers/js/shared/folding.js";
import { readCases } from "./fixtures.js";

for (const { text, folded } of readCases("names")) {
  test(`“${text}” is folded as the search folds it`, () => {
    assert.equal(foldName(text), folded);
  });
}
