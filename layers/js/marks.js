// @ts-check
// In which form a row is drawn while the reader asks something: numbered, small, grey, faint.
/** @import { Scene } from "./types.d.ts" */

const QUIET_UNTIL = 8; // zoom from which quiet layers speak up
const PIN = { form: "pin", radius: 11 };
const DOT = { form: "dot", radius: 2.6, number: 0 };
const GLYPH = { form: "glyph", radius: 4.2, number: 0 };

/** The form of a row of a layer by its id; null for its own symbol. @param {Scene} scene */
export function findForms({ state }, /** @type {string} */ layer, /** @type {number} */ zoom) {
  const { pins = [], quiet = [] } = state;
  const numbers = new Map(
    pins.flatMap(([pinned, id], place) => (pinned === layer ? [[id, place + 1]] : [])),
  );
  const others = numbers.size ? DOT : quiet.includes(layer) && zoom < QUIET_UNTIL ? GLYPH : null;
  return (/** @type {string} */ id) => {
    const number = numbers.get(id);
    return number ? { ...PIN, number } : others;
  };
}

/** Whether a row fades because the reader asks for what is proven only. @param {Scene} scene */
export function isFaint({ choices, view }, /** @type {string} */ layer, /** @type {number} */ row) {
  const test = view.proven[layer];
  return choices.proven && test ? !test(row) : false;
}
