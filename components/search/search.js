// @ts-check
// The search in the head. The index is fetched when the reader first turns to the box, so that no
// page waits for it.
import { Combobox } from "./combobox.js";
import { Finder } from "./finder.js";

/** @type {WeakMap<HTMLElement, Combobox>} */
const boxes = new WeakMap();

/** Draw the search, or tell it what a run of the server has changed. Called on every run. */
export async function show({ parentElement, data, setTriggerValue }, /** @type {string} */ base) {
  let box = boxes.get(parentElement);
  if (!box || box.texts.search !== data.texts.search) {
    box?.root.remove();
    box = new Combobox(data.texts);
    boxes.set(parentElement, box);
    parentElement.append(box.root);
  }
  box.choose = ({ layer, id }) => setTriggerValue("chosen", { layer, id });
  box.finder = new Finder(base + data.index, data.own && base + data.own);
}
