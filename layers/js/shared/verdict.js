// @ts-check
// How surely a thing lies within so many kilometres; map and page judge alike.
/** @import { Verdict } from "../types.d.ts" */

/**
 * The verdict of a thing that is at least `near` and at most `far` kilometres away. What is not known
 * is possible.
 * @param {number | null} near @param {number | null} far @param {number} km @returns {Verdict}
 */
export function judgeDistances(near, far, km) {
  if (far !== null && far <= km) return "certain";
  return near === null || near <= km ? "possible" : "outside";
}
