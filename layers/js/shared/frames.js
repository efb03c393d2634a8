// @ts-check
/** @import { Atlas } from "../types.d.ts" */

/**
 * Find the maps of a page: the `jilinAtlas` of each frame that has one, but for the frame `except`.
 * @param {any} page a window
 * @param {any} [except]
 * @returns {Atlas[]}
 */
export function findMaps(page, except = null) {
  const atlases = [];
  for (let number = 0; number < page.frames.length; number += 1) {
    try {
      const frame = page.frames[number];
      if (frame !== except && frame.jilinAtlas) atlases.push(frame.jilinAtlas);
    } catch {
      // a frame of somebody else's
    }
  }
  return atlases;
}
