// @ts-check
/** @import { Item, Point } from "./types.d.ts" */

/**
 * The nearest item in a direction: what lies aside counts twice.
 * @param {Item[]} items @param {Point} from @param {[across: number, down: number]} way
 */
export function findNextItem(items, from, [across, down]) {
  /** @type {Item | null} */
  let nearest = null;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const x = item.x + item.dx - from.x;
    const y = item.y + item.dy - from.y;
    const ahead = x * across + y * down;
    const cost = ahead + 2 * Math.abs(x * down - y * across);
    if (ahead > 0.5 && cost < least) [nearest, least] = [item, cost];
  }
  return nearest;
}
