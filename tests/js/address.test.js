import assert from "node:assert/strict";
import { test } from "node:test";
import { formatView, parseLayers, parseView, replaceParameters } from "../../layers/js/address.js";

const KNOWN = ["parks", "hubs", "own"];

test("a link names layers; unknown ones are dropped, renamed ones found", () => {
  assert.equal(parseLayers(null, KNOWN), null);
  assert.deepEqual([...parseLayers("hubs.nonsense.parks", KNOWN)], ["hubs", "parks"]);
  assert.deepEqual([...parseLayers("parks.guests", KNOWN)], ["parks", "own"]);
  assert.deepEqual([...parseLayers("", KNOWN)], []);
});

test("a view comes back from its text", () => {
  assert.deepEqual(parseView(formatView(43.9, 125.3, 9.5)), { lat: 43.9, lon: 125.3, zoom: 9.5 });
  assert.equal(formatView(43.12345678, 125, 7), "43.1235,125,7");
});

for (const text of [
  null,
  "",
  "NaN,1,2",
  "43,125",
  "1e1,125,8",
  "43,125,8,1",
  "43, 125,8",
  "4300,1,2",
]) {
  test(`“${text}” is no view`, () => assert.equal(parseView(text), null));
}

test("other parameters stay, letter by letter", () => {
  const search = "?industry=a%20b&layers=parks&x=1";
  assert.equal(
    replaceParameters(search, { layers: "hubs", view: "43,125,8" }),
    "?industry=a%20b&x=1&layers=hubs&view=43,125,8",
  );
  assert.equal(replaceParameters(search, { layers: null, view: null }), "?industry=a%20b&x=1");
  assert.equal(replaceParameters("?view=1,2,3", { layers: null, view: null }), "");
  assert.equal(replaceParameters("", { layers: null, view: null }), "");
});
