// @ts-check
/** @import { Point } from "./types.d.ts" */

/**
 * The nearest thing in a direction: what lies aside counts twice.
 * @template {Point} Thing
 * @param {Thing[]} things @param {Point} from @param {[across: number, down: number]} way
 */
export function findNext(things, from, [across, down]) {
  /** @type {Thing | null} */
  let nearest = null;
  let least = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const x = thing.x - from.x;
    const y = thing.y - from.y;
    const ahead = x * across + y * down;
    const cost = ahead + 2 * Math.abs(x * down - y * across);
    if (ahead > 0.5 && cost < least) [nearest, least] = [thing, cost];
  }
  return nearest;
}
