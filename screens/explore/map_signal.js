// @ts-check
// Tells the page, once, that the map is drawn: the rest is asked for after it. A failing map must
// not hide the rest for good.
import { findMaps } from "../../layers/js/shared/frames.js";

const LONGEST = 4000; // ms
const EVERY = 30; // ms
const signalled = new WeakSet();

/** @param {number} ms */
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitForMap() {
  while (findMaps(window).length === 0) await wait(EVERY);
  await findMaps(window)[0].ready;
  await new Promise(requestAnimationFrame);
}

/**
 * @param {{ parentElement: Element, setTriggerValue: (name: string, value: any) => void }} component
 */
export default async function signal({ parentElement, setTriggerValue }) {
  if (signalled.has(parentElement)) return;
  signalled.add(parentElement);
  await Promise.race([waitForMap(), wait(LONGEST)]);
  setTriggerValue("drawn", true);
}
