// @ts-check
import { decodeBits, encodeBits, intersectBits, uniteBits } from "../../layers/js/shared/bits.js";

/**
 * Rows of each layer as bit fields (layers/bits.py): those that an option of a facet leaves, by
 * layer, facet and option; and those of verified things, by layer.
 * @typedef {{
 *   options: Record<string, Record<string, Record<string, string>>>,
 *   verified: Record<string, string>,
 * }} Rows
 */

/**
 * List the rows that a filter leaves of each layer, as bit fields; null leaves all. Options of a
 * facet add up, facets narrow one another: what `geo.filters.Filter` does, which a test compares.
 * @param {Rows} content
 * @param {Map<string, string[]>} chosen options by facet
 * @param {boolean} unverified whether unverified things are wanted
 */
export function listRows({ options, verified }, chosen, unverified) {
  /** @type {Record<string, string | null>} */
  const rows = {};
  for (const [layer, facets] of Object.entries(options)) {
    const parts = Object.entries(facets)
      .map(([facet, fields]) => (chosen.get(facet) || []).map((id) => decodeBits(fields[id])))
      .filter((fields) => fields.length)
      .map((fields) => fields.reduce(uniteBits));
    if (verified[layer] && !unverified) parts.push(decodeBits(verified[layer]));
    rows[layer] = parts.length ? encodeBits(parts.reduce(intersectBits)) : null;
  }
  return rows;
}
