// @ts-check
// "Prove it": one switch fades whatever has no position of its own or no dated source.
import { isFaint } from "../marks.js";
import { findWord, isShown } from "../scene.js";
import { make } from "../shared/elements.js";

/** @import { Scene } from "../types.d.ts" */

export class Proof {
  /** @param {Scene} scene @param {(on: boolean) => void} prove */
  constructor(scene, prove) {
    this.scene = scene;
    this.box = make("input", { type: "checkbox", "data-proof": "" });
    this.box.addEventListener("change", () => prove(this.box.checked));
    this.name = make("span");
    this.line = make("p", { role: "status" });
    const label = make("label", {}, this.box, this.name);
    this.node = make("div", { class: "atlas-proof", hidden: "" }, label, this.line);
    L.DomEvent.disableClickPropagation(this.node);
    const control = new L.Control({ position: "bottomleft" });
    control.onAdd = () => this.node;
    control.addTo(scene.map);
  }

  /** Offer the switch where Python says what is proven, and say how many remain. */
  update() {
    const { scene } = this;
    const { choices, data, state } = scene;
    this.node.hidden = !state.proven;
    this.box.checked = choices.proven;
    this.name.textContent = findWord(scene, "proof");
    this.line.hidden = !choices.proven;
    const [counted] = Object.keys(state.proven || {});
    if (!counted) return;
    const rows = data.layers[counted].rows.id.map((_, row) => row);
    const visible = rows.filter((row) => isShown(scene, counted, row));
    const proven = visible.filter((row) => !isFaint(scene, counted, row));
    this.line.textContent = findWord(scene, "proof.count")
      .replace("{n}", String(proven.length))
      .replace("{total}", String(visible.length));
  }
}
