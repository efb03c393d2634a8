import assert from "node:assert/strict";
import { test } from "node:test";
import { ORIGIN, project, unrollRing } from "../../layers/js/world.js";
import { readCases } from "./fixtures.js";

test("the world is 256 pixels wide and its middle is at 0°, 0°", () => {
  const { x, y } = project(0, 0);
  assert.deepEqual([x + ORIGIN.x, y + ORIGIN.y], [128, 128]);
  assert.equal(project(180, 0).x - project(-180, 0).x, 256);
});

test("one step north is longer on the map than one step east, by 1 / cos(latitude)", () => {
  const east = project(126.001, 43).x - project(126, 43).x;
  const north = project(126, 43).y - project(126, 43.001).y;
  assert.ok(Math.abs(north / east - 1 / Math.cos((43 * Math.PI) / 180)) < 1e-4);
});

for (const { name, rings, unit, vertices } of readCases("rings")) {
  test(`${name}: steps lead back to every vertex`, () => {
    assert.equal(rings.length, vertices.length);
    rings.forEach((ring, number) => {
      const places = unrollRing(ring, unit);
      assert.equal(places.length, vertices[number].length);
      places.forEach(({ x, y }, place) => {
        const [lon, lat] = vertices[number][place];
        const vertex = project(lon, lat);
        assert.ok(Math.hypot(x - vertex.x, y - vertex.y) < unit, `${name} ${number}:${place}`);
      });
    });
  });
}
