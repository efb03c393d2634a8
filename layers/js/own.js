// @ts-check
// The reader's own points and outlines: fetched once from an address that only their session
// knows, then drawn, filtered and counted like any other layer. They are never part of the
// shared data.
import { prepareLayer } from "./points.js";

/** @import { Rows, Scene } from "./types.d.ts" */

/**
 * Rows on their way, and from where.
 * @type {{ address: string, rows: Promise<Rows | null> } | null}
 */
let request = null;
let source = ""; // where the layer that is drawn, or on its way, comes from

/** Ask for the reader's points, once: many take as long to come as the map itself. */
export function requestOwnRows(/** @type {string} */ address) {
  if (request?.address !== address) {
    const rows = fetch(address)
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null);
    request = { address, rows };
  }
  return request.rows;
}

/**
 * Fetch, replace or forget the reader's points; `redraw` runs when what is drawn has changed.
 * @param {Scene} scene
 */
export async function loadOwnLayer(scene, address = "", redraw = () => {}) {
  if (address === source) return;
  source = address;
  const { layers, style } = scene.data;
  delete layers[style.ownLayer];
  if (address) {
    const rows = await requestOwnRows(address);
    request = null;
    if (source !== address || !rows) return; // meanwhile replaced, or forgotten
    layers[style.ownLayer] = prepareLayer(style.ownLayer, rows, style);
  }
  scene.view.arrangement = null;
  redraw();
}
