import assert from "node:assert/strict";
import { test } from "node:test";
import { countRows, findWord, isVisible, listPointLayers } from "../../layers/js/scene.js";
import { testRows } from "../../layers/js/shared/bits.js";
import { readCases } from "./fixtures.js";

const [{ rows, text }] = readCases("bits").filter((field) => field.rows.length === 3);

function makeScene(changes = {}) {
  const places = Array.from({ length: 10 }, (_, row) => (row === rows[0] ? null : { x: 0, y: 0 }));
  return {
    state: { lang: "en", labels: { legend: "Key" } },
    choices: { switched: {}, linked: null },
    view: { tests: { mills: testRows(text) } },
    data: {
      style: {
        layers: { mills: { on: true }, axis: { on: false, records: "belts" }, own: { on: true } },
        pointLayers: ["mills"],
        ownLayer: "own",
      },
      texts: { en: { map: "Map" } },
      areas: { belts: [{ row: 0 }], records: {} },
      layers: { mills: { places } },
    },
    ...changes,
  };
}

test("the reader's switch wins over the link, the link over Python, Python over the style", () => {
  assert.ok(isVisible(makeScene(), "mills"));
  assert.ok(!isVisible(makeScene({ state: { layers: { mills: false } } }), "mills"));
  const state = { layers: { mills: false } };
  const linked = new Set(["mills"]);
  assert.ok(isVisible(makeScene({ state, choices: { switched: {}, linked } }), "mills"));
  const switched = { mills: false };
  assert.ok(!isVisible(makeScene({ choices: { switched, linked } }), "mills"));
});

test("a link does not hide the reader's own layer", () => {
  assert.ok(isVisible(makeScene({ choices: { switched: {}, linked: new Set() } }), "own"));
});

test("rows without a place are in no count of what is shown", () => {
  assert.deepEqual(countRows(makeScene(), "mills"), [2, 10]);
  assert.deepEqual(countRows(makeScene(), "axis"), [1, 1]);
  assert.deepEqual(countRows(makeScene(), "own"), [0, 0]);
});

test("the own layer is drawn last, once it is there", () => {
  const scene = makeScene();
  assert.deepEqual(listPointLayers(scene), ["mills"]);
  scene.data.layers.own = { places: [] };
  assert.deepEqual(listPointLayers(scene), ["mills", "own"]);
});

test("labels replace words; a word that is not known stands for itself", () => {
  const scene = makeScene();
  assert.deepEqual(
    ["legend", "map", "other"].map((key) => findWord(scene, key)),
    ["Key", "Map", "other"],
  );
});
