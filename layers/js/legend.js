// Legend and layer switches in one panel: real checkboxes, counts, and the key to the symbols.

const NARROW = 640;

function makeLegend(map, scene, toggle) {
  const control = L.control({ position: "bottomleft" });
  const body = make("div", { class: "atlas-legend-body" });
  const title = make("summary", { class: "atlas-legend-title" });
  const panel = make("details", { class: "atlas-legend" }, title, body);
  panel.open = map.getSize().x >= NARROW;
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(panel);
    L.DomEvent.disableScrollPropagation(panel);
    return panel;
  };
  control.addTo(map);
  const fit = () => panel.style.setProperty("--atlas-room", `${map.getSize().y - 70}px`);
  map.on("resize", fit);
  fit();
  const switches = new Map();

  function build() {
    const { word } = scene;
    const focused = document.activeElement && document.activeElement.dataset.layer;
    const opened = new Set([...body.querySelectorAll("details[open]")].map((one) => one.dataset.key));
    title.textContent = word("legend");
    body.replaceChildren();
    switches.clear();
    for (const group of new Set(Object.values(scene.style.layers).map((layer) => layer.group))) {
      const set = make("fieldset", {}, make("legend", {}, word(`group.${group}`)));
      for (const [id, layer] of Object.entries(scene.style.layers)) {
        if (layer.group === group && (id !== OWN || scene.layers[OWN])) set.append(entry(id));
      }
      if (group === "belts") set.append(beltKey());
      body.append(set);
    }
    for (const section of keySections()) {
      if (section) body.append(section);
    }
    body.querySelectorAll("details").forEach((one) => {
      one.open = opened.has(one.dataset.key);
    });
    if (focused && switches.has(focused)) switches.get(focused).box.focus();
  }

  function entry(id) {
    const box = make("input", { type: "checkbox", "data-layer": id });
    box.addEventListener("change", () => toggle(id, box.checked));
    const count = make("span", { class: "atlas-count" });
    switches.set(id, { box, count });
    return make("label", { class: "atlas-entry" }, box, layerSwatch(id), make("span", {}, scene.word(`layer.${id}`)), count);
  }

  function swatch(look, theme = scene.theme) {
    const made = stamp(look, 6.6, theme, scene.style);
    const canvas = make("canvas", { class: "atlas-swatch", "aria-hidden": "true" });
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = Math.round(24 * ratio);
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.drawImage(made.canvas, 12 - made.half, 12 - made.half, made.half * 2, made.half * 2);
    return canvas;
  }

  function painted(draw) {
    const canvas = make("canvas", { class: "atlas-swatch", "aria-hidden": "true" });
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = Math.round(24 * ratio);
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    draw(pen, scene.palette);
    return canvas;
  }

  function strip(row, fill, width) {
    return painted((pen, palette) => {
      pen.strokeStyle = pen.fillStyle = palette.belts[row];
      if (fill) {
        pen.globalAlpha = 0.2;
        pen.fillRect(1, 5, 22, 14);
        pen.globalAlpha = 1;
      }
      pen.lineWidth = width;
      pen.setLineDash(scene.style.belts[row].dash);
      pen.beginPath();
      pen.moveTo(1, 12);
      pen.lineTo(23, 12);
      pen.stroke();
    });
  }

  function layerSwatch(id) {
    const layer = scene.style.layers[id];
    const { look } = layer;
    if (look.shape) return swatch(lookOf(look.example, layer));
    if (look.pattern === "strip") return strip(0, true, 0.01);
    if (look.pattern === "line") return strip(0, false, look.width);
    return painted((pen, palette) => {
      pen.strokeStyle = look.line ? palette[look.line] : palette.belts[0];
      pen.lineWidth = look.width;
      pen.strokeRect(3, 5, 18, 14);
      if (look.pattern !== "hatch") return;
      pen.beginPath();
      for (let at = -10; at < 24; at += 5) {
        pen.moveTo(at, 19);
        pen.lineTo(at + 14, 5);
      }
      pen.save();
      pen.clip(new Path2D("M3 5H21V19H3Z"));
      pen.stroke();
      pen.restore();
    });
  }

  function row(mark, text) {
    return make("div", { class: "atlas-key" }, mark, make("span", {}, name(text)));
  }

  function section(key, rows) {
    const list = rows.filter(Boolean);
    return make("details", { class: "atlas-section", "data-key": key }, make("summary", {}, scene.word(key)), ...list);
  }

  function beltKey() {
    const rows = scene.areas.belts.map((belt) => row(strip(belt.row % 4, true, 2.4), belt.short[scene.state.lang]));
    return make("div", { class: "atlas-belts" }, ...rows);
  }

  function keySections() {
    const sections = Object.entries(scene.style.layers).flatMap(([id, layer]) =>
      (scene.layers[id] ? layer.look.key : []).map(({ title, rows, column }) => {
        const words = ((column && scene.layers[id].rows[column]) || {}).words || [];
        const used = rows.filter(({ cells }) => !column || words.includes(cells[column]));
        return section(title, used.map(({ word, cells }) => row(swatch(lookOf(cells, layer)), scene.word(word))));
      }),
    );
    return [...sections, shadeKey()];
  }

  function shadeKey() {
    if (!Object.keys(scene.state.shaded || {}).length) return null;
    const mark = painted((pen, palette) => {
      pen.strokeStyle = pen.fillStyle = palette.shade;
      pen.globalAlpha = 0.15;
      pen.fillRect(2, 5, 20, 14);
      pen.globalAlpha = 0.6;
      pen.clip(new Path2D("M2 5H22V19H2Z"));
      pen.beginPath();
      for (let at = -12; at < 24; at += 5) {
        pen.moveTo(at, 5);
        pen.lineTo(at + 14, 19);
      }
      pen.stroke();
    });
    return row(mark, scene.word("key.shade"));
  }

  function update() {
    for (const [id, { box, count }] of switches) {
      box.checked = scene.visible(id);
      const [shown, total] = scene.counts(id);
      count.textContent = shown === total ? String(total) : scene.word("count").replace("{shown}", shown).replace("{total}", total);
    }
  }

  return { build, update, panel };
}
