// @ts-check
// What a text may mean, ranked as geo/search.py ranks it; a test compares the two.
import { foldName } from "../../layers/js/shared/folding.js";

/**
 * Rank: 0 all of a spelling, 1 its beginning, 2 a part, then its length; 3 a spelling within a
 * question, then less its length.
 * @typedef {[number, number]} Rank
 * @typedef {{ layer: string, id: string, name: string, note: string }} Thing
 * @typedef {Thing & { spellings: string[] }} Entry
 * @typedef {{ rank: Rank, thing: Thing }} Hit
 */

const SHORTEST = 5;
const SHORTEST_SIGNS = 2;

/**
 * Find the things that a text may mean, the best first.
 * @param {Entry[]} entries
 * @param {string} text
 * @param {Hit[]} own hits among the reader's own rows; of equals the atlas's come first
 */
export function findThings(entries, text, own = []) {
  const folded = foldName(text);
  if (!folded) return [];
  const hits = [...rankAll(entries, folded, rankName), ...own];
  const best = hits.length ? hits : rankAll(entries, folded, rankMention);
  return best.sort((left, right) => compareRanks(left.rank, right.rank)).map(({ thing }) => thing);
}

/**
 * @param {Entry[]} entries
 * @param {string} folded
 * @param {(spelling: string, folded: string) => Rank | null} rankSpelling
 * @returns {Hit[]}
 */
function rankAll(entries, folded, rankSpelling) {
  const hits = [];
  for (const thing of entries) {
    /** @type {Rank | null} */
    let best = null;
    for (const spelling of thing.spellings) {
      const rank = rankSpelling(spelling, folded);
      if (rank && (!best || compareRanks(rank, best) < 0)) best = rank;
    }
    if (best) hits.push({ rank: best, thing });
  }
  return hits;
}

function compareRanks(/** @type {Rank} */ left, /** @type {Rank} */ right) {
  return left[0] - right[0] || left[1] - right[1];
}

/** @returns {Rank | null} */
function rankName(/** @type {string} */ spelling, /** @type {string} */ folded) {
  const at = spelling.indexOf(folded);
  if (at < 0) return null;
  return [spelling === folded ? 0 : at === 0 ? 1 : 2, spelling.length];
}

/** @returns {Rank | null} */
function rankMention(/** @type {string} */ spelling, /** @type {string} */ question) {
  const least = /^[\0-\x7f]*$/.test(spelling) ? SHORTEST : SHORTEST_SIGNS;
  return spelling.length >= least && question.includes(spelling) ? [3, -spelling.length] : null;
}
