// @ts-check
// Elements of a page, made without ever parsing HTML: text is always text.

/**
 * Make an element with attributes and children; null and "" are no children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null)} children
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  for (const child of children) if (child) node.append(child);
  return node;
}

/** Make a name, set apart so that its direction of writing does not spill over. */
export function makeName(/** @type {string} */ text, className = "") {
  const node = make("bdi", className ? { class: className } : {});
  node.textContent = text;
  return node;
}
