// @ts-check
import { make } from "../../layers/js/shared/elements.js";

/** A checkbox with its label. */
export function makeCheckbox(
  /** @type {string} */ kind,
  .../** @type {(Node | string)[]} */ children
) {
  const box = make("input", { type: "checkbox" });
  return { label: make("label", { class: kind }, box, ...children), box };
}

/** A question mark that opens a sentence; by pointer, touch and keyboard alike. */
export function makeHelp(/** @type {string} */ text) {
  const mark = make("summary", { "aria-label": text }, "?");
  return make("details", { class: "atlas-why" }, mark, make("p", {}, text));
}
