// @ts-check
// The filter panel. A choice shows on the map at once, from the rows that each option leaves; then
// the server is told, and answers with the counts and the rest of the page.
import { make } from "../../layers/js/shared/elements.js";
import { Panel } from "./facets.js";

/** @typedef {import("./facets.js").Content} Content */

/** @type {WeakMap<HTMLElement, Panel>} */
const panels = new WeakMap();
/** @type {Map<string, Promise<Content | null>>} */
const contents = new Map();

/** Draw the panel, or what a run of the server has changed of it. Called on every run. */
export async function show({ parentElement, data, setTriggerValue }, /** @type {string} */ base) {
  const content = await loadContent(base + data.content);
  if (!content) {
    parentElement.replaceChildren(make("p", { role: "alert" }, failureText()));
    return;
  }
  let panel = panels.get(parentElement);
  if (!panel || panel.content !== content) {
    panel?.root.remove();
    panel = new Panel(content);
    panels.set(parentElement, panel);
    parentElement.append(panel.root);
  }
  panel.tell = (request) => setTriggerValue("choice", request);
  panel.take(data);
}

function loadContent(/** @type {string} */ url) {
  const content =
    contents.get(url) ||
    fetch(url)
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null);
  contents.set(url, content);
  return content;
}

function failureText() {
  const chinese = document.documentElement.lang.startsWith("zh");
  return chinese ? "筛选器未能载入，请刷新页面" : "The filters did not load; reload the page";
}
