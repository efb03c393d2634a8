// @ts-check

/** Fold a name for comparison as geo/search.py does: no case, accents, spaces, punctuation. */
export function foldName(/** @type {string} */ text) {
  return text
    .normalize("NFKD")
    .toUpperCase() // twice, so that "ß" and "ss" are the same
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
