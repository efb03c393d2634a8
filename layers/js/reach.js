// @ts-check
// How surely rows lie within so many kilometres of a belt's axis: certain, possible, outside.
import { isShown } from "./scene.js";
import { judgeDistances } from "./shared/verdict.js";

/** @import { Scene, Verdict } from "./types.d.ts" */

/**
 * The verdict of a row; "" where nothing is asked of its layer. What is not known is possible.
 * @param {Pick<Scene, "state">} scene @param {string} layer @param {number} row
 * @returns {Verdict | ""}
 */
export function judgeRow({ state }, layer, row) {
  const distances = state.reach?.rows[layer];
  if (!state.reach || !distances) return "";
  const [near, far] = distances.map((rows) => rows[row] ?? null);
  return judgeDistances(near, far, state.reach.km);
}

/** Ids of the rows shown, by layer and verdict. @param {Scene} scene */
export function listVerdicts(scene) {
  /** @type {Record<string, Record<Verdict, string[]>>} */
  const verdicts = {};
  for (const layer of Object.keys(scene.state.reach?.rows || {})) {
    verdicts[layer] = { certain: [], possible: [], outside: [] };
    scene.data.layers[layer].rows.id.forEach((id, row) => {
      const verdict = judgeRow(scene, layer, row);
      if (verdict && isShown(scene, layer, row)) verdicts[layer][verdict].push(id);
    });
  }
  return verdicts;
}
