// @ts-check
// What the map needs before it can draw: the payload, two canvases, legend, tooltip, controls.
import { paintAreas } from "./areas.js";
import { goHome } from "./camera.js";
import { addControls, addNote } from "./controls.js";
import { Handle } from "./handle.js";
import { Legend } from "./legend/legend.js";
import { Proof } from "./legend/proof.js";
import { paintPoints } from "./points.js";
import { addResultsButton } from "./results.js";
import { Sheet } from "./sheet.js";
import { makeTooltip } from "./tooltip.js";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Frame, Parts, Pen, Scene } from "./types.d.ts" */

const FAILED = {
  zh: "地图数据未能载入，请刷新页面",
  en: "The map's data did not load; reload the page",
};

/**
 * Fetch the payload; the reader is told when it does not come.
 * @param {LeafletMap} map @param {string} address @param {keyof typeof FAILED} [lang]
 */
export async function fetchPayload(map, address, lang = "zh") {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.json();
  } catch (error) {
    const note = addNote(map);
    note.textContent = FAILED[lang];
    note.hidden = false;
    throw error;
  }
}

/**
 * Put the parts onto the map.
 * @param {Scene} scene
 * @param {{
 *   toggle: (layer: string, on: boolean) => void,
 *   widen: (km: number) => void,
 *   prove: (on: boolean) => void,
 * }} wishes what the reader may do to the map
 * @returns {Parts}
 */
export function addParts(scene, { toggle, widen, prove }) {
  const { map } = scene;
  const addSheet = (pane, level, paint) => {
    map.createPane(pane).style.zIndex = level;
    const painter = (/** @type {Pen} */ pen, /** @type {Frame} */ frame) =>
      paint(pen, frame, scene);
    return new Sheet({ pane, paint: painter }).addTo(map);
  };
  const ground = addSheet("atlas-areas", 390, paintAreas);
  const marks = addSheet("atlas-points", 410, paintPoints);
  const tooltip = makeTooltip(map);
  const controls = addControls(map, () => goHome(scene));
  const results = addResultsButton(scene);
  const legend = new Legend(scene, toggle);
  const proof = new Proof(scene, prove);
  const handle = new Handle(scene, widen);
  return { ground, marks, tooltip, ...controls, results, legend, proof, handle };
}
