// @ts-check
// Sets of row numbers as bit fields in base64: what `layers/bits.py` writes. Row `i` is bit
// `i % 8` of byte `i / 8`; a field ends with the byte of its last row.

/** @param {string} text */
export const decodeBits = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** @param {Uint8Array} bytes */
export const encodeBits = (bytes) => btoa(String.fromCharCode(...bytes));

/** Every row passes. */
export const everyRow = () => true;

/**
 * Return the test of a row number; without a field every row passes.
 * @param {string | null} [text]
 * @returns {(row: number) => boolean}
 */
export function testRows(text) {
  if (text === undefined || text === null) return everyRow;
  const bytes = decodeBits(text);
  return (row) => ((bytes[row >> 3] >> (row & 7)) & 1) === 1;
}

/**
 * The tests of layers by name.
 * @param {Record<string, string> | null} [fields]
 * @returns {Record<string, (row: number) => boolean>}
 */
export function testLayers(fields) {
  const tests = Object.entries(fields || {}).map(([layer, text]) => [layer, testRows(text)]);
  return Object.fromEntries(tests);
}

/** @param {Uint8Array} left @param {Uint8Array} right */
const longer = (left, right) => ({ length: Math.max(left.length, right.length) });

/** Rows of either field. @param {Uint8Array} left @param {Uint8Array} right */
export function uniteBits(left, right) {
  return Uint8Array.from(longer(left, right), (_, place) => left[place] | right[place]);
}

/** Rows of both fields. @param {Uint8Array} left @param {Uint8Array} right */
export function intersectBits(left, right) {
  return Uint8Array.from(longer(left, right), (_, place) => left[place] & right[place]);
}
