// The map's one public name: `window.jilinAtlas`. Python starts it once with the constant map and
// then sends a small state on each change; both may come in any order, and more than once.

const scene = {
  state: { lang: "zh" },
  theme: "light",
  switched: {}, // what the reader switched in the legend
  linked: null, // what the link asked for
  drawn: [],
  hovered: null,
};
let pending = null;
let applied = 0;
let lastNumber = 0;
let resolveReady;
const ready = new Promise((resolve) => {
  resolveReady = resolve;
});

scene.word = (key) => (scene.state.labels || {})[key] || (scene.words[scene.state.lang] || {})[key] || key;
scene.defaultFor = (id) => {
  const wish = (scene.state.layers || {})[id];
  return wish === undefined ? scene.style.layers[id].on : Boolean(wish);
};
scene.visible = (id) => {
  if (id in scene.switched) return scene.switched[id];
  if (id === OWN) return scene.defaultFor(id); // a link knows nothing of the reader's own
  return scene.linked ? scene.linked.has(id) : scene.defaultFor(id);
};
scene.shown = (id, row) => (scene.tests[id] || ALL)(row);
scene.counts = (id) => {
  const areas = scene.style.layers[id].records;
  if (id === OWN && !scene.layers[id]) return [0, 0];
  if (!scene.layers[id]) {
    const records = scene.areas[areas];
    return [records.filter((record, row) => areas !== "belts" || scene.shown("belts", row)).length, records.length];
  }
  const { places } = scene.layers[id];
  return [places.filter((place, row) => place && scene.shown(id, row)).length, places.length];
};

async function start(map, options) {
  scene.map = map;
  scene.options = options;
  scene.home = L.latLngBounds([options.bounds[1], options.bounds[0]], [options.bounds[3], options.bounds[2]]);
  const view = linkedView(map);
  goHome();
  if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
  wireWheel(map);
  const notice = note(map, "");
  try {
    const answer = await fetch(options.data);
    if (!answer.ok) throw new Error(String(answer.status));
    build(await answer.json());
  } catch (error) {
    const chinese = ((pending || {}).lang || "zh") === "zh";
    notice.textContent = chinese ? "地图数据未能载入，请刷新页面" : "The map's data did not load; reload the page";
    notice.hidden = false;
    throw error;
  }
  notice.remove();
  map.invalidateSize({ animate: false }); // the style sheet may have come after the map was made
  if (!view) goHome();
  apply(pending || scene.state);
  resolveReady(true);
}

function note(map, text) {
  const box = make("div", { class: "atlas-note", role: "status", hidden: "" }, text);
  map.getContainer().append(box);
  return box;
}

/** The whole province, clear of the legend where there is room beside it. */
function goHome() {
  const { map } = scene;
  const size = map.getSize();
  const spare = size.x - 1.3 * size.y - 16; // the province is 1.3 times as wide as it is high
  const left = Math.max(8, Math.min(256, spare));
  map.fitBounds(scene.home, { animate: false, paddingTopLeft: [left, 8], paddingBottomRight: [8, 24] });
  scene.homeText = viewText(map);
}

function build(data) {
  const { map } = scene;
  Object.assign(scene, {
    style: data.style,
    words: data.words,
    industries: data.industries,
    areas: prepareAreas(data),
    layers: preparePoints(data),
    tests: {},
    extra: [],
    linked: linkedLayers(Object.keys(data.style.layers)),
  });
  map.eachLayer((layer) => {
    if (layer instanceof L.TileLayer) scene.tiles = true;
  });
  scene.palette = scene.style.palettes.light;
  sheets(map);
  scene.tip = makeTooltip(map);
  corners(map);
  scene.legend = makeLegend(map, scene, toggle);
  wirePointer(map);
  wireView(map);
}

function sheets(map) {
  const pane = (name, level) => {
    map.createPane(name).style.zIndex = level;
    return name;
  };
  const ground = pane("atlas-areas", 390);
  const marks = pane("atlas-points", 410);
  scene.ground = new Sheet({ pane: ground, paint: (pen, at) => paintAreas(pen, at, scene) }).addTo(map);
  scene.marks = new Sheet({ pane: marks, paint: (pen, at) => paintPoints(pen, at, scene) }).addTo(map);
}

/** Take a state: keep it when the data has not come yet, else draw what it changes. */
function apply(state) {
  pending = state;
  if (!scene.layers) {
    if (state.own) askOwn(state.own);
    return;
  }
  const before = scene.state;
  scene.state = { lang: "zh", ...state };
  scene.theme = state.theme === "dark" ? "dark" : "light";
  scene.palette = scene.style.palettes[scene.theme];
  scene.tests = Object.fromEntries(Object.entries(state.shown || {}).map(([id, text]) => [id, rowTest(text)]));
  for (const layer of Object.values(scene.layers)) layer.shown = scene.tests[layer.id] || ALL;
  scene.extra = geojsonPaths(state.extra);
  takeOwn(scene, state.own, () => {
    const layer = scene.layers[OWN];
    if (layer) layer.shown = scene.tests[OWN] || ALL;
    scene.legend.build();
    scene.legend.update();
    draw();
  });
  const same = (...keys) => scene.dressed && keys.every((key) => JSON.stringify(before[key]) === JSON.stringify(scene.state[key]));
  const dressed = same("lang", "theme", "labels", "shaded");
  if (!dressed) {
    dress();
    scene.legend.build();
  }
  const ground = !dressed || !same("layers", "selected", "extra") || !sameText(before.shown, state.shown, "belts");
  scene.dressed = true;
  scene.legend.update();
  scene.tip.hide();
  fly(state.focus);
  applied += 1;
  draw(ground);
  keepAddress();
  setTimeout(keepAddress, 400); // Streamlit may write the address after us
}

/** Show other rows until the server's answer comes, which says the same and more. */
function preview(shown) {
  apply({ ...(pending || scene.state), shown: { ...(pending || scene.state).shown, ...shown } });
}

function sameText(before, after, key) {
  return (before || {})[key] === (after || {})[key];
}

/** Draw at once; the number appears on the container when the browser has shown the pixels. */
function draw(ground = true) {
  if (ground) scene.ground.repaint();
  scene.marks.repaint();
  requestAnimationFrame(() => {
    scene.map.getContainer().dataset.applied = String(applied);
    performance.mark("jilin-atlas-drawn");
  });
}

/** Colours and words of everything that is not on a canvas. */
function dress() {
  const container = scene.map.getContainer();
  const { palette, word } = scene;
  container.dataset.theme = scene.theme;
  container.lang = scene.state.lang === "zh" ? "zh-CN" : "en";
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", word("map"));
  for (const key of ["sea", "text", "text_soft", "panel", "panel_line", "selected"]) {
    container.style.setProperty(`--atlas-${key.replace("_", "-")}`, palette[key]);
  }
  document.body.style.background = palette.sea;
  const title = (selector, text) => container.querySelectorAll(selector).forEach((node) => {
    node.title = text;
    node.setAttribute("aria-label", text);
  });
  title(".leaflet-control-zoom-in", word("zoom.in"));
  title(".leaflet-control-zoom-out", word("zoom.out"));
  title(".atlas-home", word("view.home"));
  scene.slot.textContent = [word("schematic"), scene.options.review && word("review").replace("{number}", scene.options.review)].filter(Boolean).join(" · ");
  scene.source.textContent = word("sources");
  scene.hint.textContent = word("wheel");
}

/** Notice at the lower left, sources at the lower right, and the way home below the zoom. */
function corners(map) {
  const place = (position, node) => {
    const control = L.control({ position });
    control.onAdd = () => node;
    control.addTo(map);
    return node;
  };
  L.control.zoom({ position: "topright" }).addTo(map);
  scene.slot = place("bottomleft", make("div", { class: "atlas-slot" }));
  L.control.scale({ position: "bottomright", imperial: false }).addTo(map);
  scene.source = make("span", { class: "atlas-source" });
  map.attributionControl.setPrefix("Leaflet");
  map.attributionControl.getContainer().prepend(scene.source, make("span", { "aria-hidden": "true" }, " | "));
  const home = make("a", { class: "atlas-home", href: "#", role: "button" });
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M2 6V2h4M14 6V2h-4M2 10v4h4M14 10v4h-4");
  icon.append(path);
  home.append(icon);
  home.addEventListener("click", (event) => {
    event.preventDefault();
    goHome();
  });
  map.getContainer().querySelector(".leaflet-control-zoom").append(home);
  scene.hint = note(map, "");
}

/** The wheel scrolls the page until the reader has clicked into the map. */
function wireWheel(map) {
  const container = map.getContainer();
  container.addEventListener("pointerdown", () => map.scrollWheelZoom.enable());
  container.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
  const hide = later(() => {
    scene.hint.hidden = true;
  }, 1200);
  container.addEventListener("wheel", (event) => {
    if (map.scrollWheelZoom.enabled() || !scene.hint || event.target.closest(".atlas-legend")) return;
    scene.hint.hidden = false;
    hide();
  }, { passive: true });
}

function wireView(map) {
  const keep = later(keepAddress, 250);
  let atHome = viewText(map) === scene.homeText;
  map.on("moveend", () => {
    atHome = viewText(map) === scene.homeText;
    keep();
  });
  map.on("resize", () => {
    if (atHome) goHome();
  });
  // Streamlit writes the whole address when Python does; ours is put back where it was lost.
  setInterval(keepAddress, 500);
}

function keepAddress() {
  const ids = Object.keys(scene.style.layers).filter((id) => id !== OWN);
  const seen = ids.filter(scene.visible);
  const usual = ids.filter(scene.defaultFor);
  const view = viewText(scene.map);
  writeAddress({
    layers: seen.join(".") === usual.join(".") ? null : seen.join("."),
    view: view === scene.homeText ? null : view,
  });
}

function toggle(id, on) {
  scene.switched[id] = on;
  scene.legend.update();
  draw();
  keepAddress();
}

function fly(focus) {
  if (!focus) return;
  // A map that is mounted again must not fly again: the page load and the number name the wish.
  const wish = `${(page() || window).performance.timeOrigin}:${focus.number}`;
  if (sessionStorage.getItem("jilin-atlas-focus") === wish) return;
  sessionStorage.setItem("jilin-atlas-focus", wish);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [west, south, east, north] = focus.to;
  const { map } = scene;
  if (focus.to.length === 2) {
    map.flyTo([south, west], Math.max(map.getZoom(), 10), { animate: !calm, duration: 0.6 });
  } else {
    const { open, offsetWidth } = scene.legend.panel;
    const left = open && map.getSize().x > 2 * offsetWidth ? offsetWidth + 30 : 30; // clear of the legend
    map.flyToBounds([[south, west], [north, east]], { animate: !calm, duration: 0.6, maxZoom: 11, paddingTopLeft: [left, 30], paddingBottomRight: [30, 30] });
  }
}

/** Symbol and ground under a point of the frame. */
function under(point, slack) {
  const { map, areas } = scene;
  const scale = 2 ** map.getZoom();
  const corner = map.getPixelOrigin().subtract(map._getMapPanePos()).add(point);
  const x = corner.x - ORIGIN.x * scale;
  const y = corner.y - ORIGIN.y * scale;
  scene.hits = scene.hits || hitGrid(scene.drawn);
  const at = { x: x / scale, y: y / scale };
  const pen = scene.ground._pen;
  const item = hit(scene.hits, x, y, slack) || outlineAt(scene, at, scale, pen);
  const county = areaAt(areas.counties, at, pen);
  const prefecture = county
    ? areas.prefectures.find((area) => area.id === county.parent) || areaAt(areas.prefectures, at, pen)
    : null;
  const inBelt = (belt) => {
    const within = (layer) => scene.visible(layer) && areaAt([{ path: belt[`${layer}Path`] }], at, pen);
    return scene.shown("belts", belt.row) && (within("corridor") || within("territory"));
  };
  return { item, county: scene.visible("counties") ? county : null, prefecture, belts: areas.belts.filter(inBelt) };
}

/** Mark a symbol, [layer, id] or null, and tell the page around the map, which may do the same. */
function point(key) {
  if (String(key) === String(scene.hovered)) return;
  scene.hovered = key;
  if (scene.marks) scene.marks.repaint();
  (page() || window).dispatchEvent(new CustomEvent("jilin-atlas-hover", { detail: key }));
}

function wirePointer(map) {
  const container = map.getContainer();
  let dismissed = "";
  const show = (event, slack) => {
    if (event.originalEvent && event.originalEvent.target.closest(".leaflet-control")) {
      scene.tip.hide();
      return;
    }
    const found = under(event.containerPoint, slack);
    const { item } = found;
    const key = item ? [item.layer, scene.layers[item.layer].rows.id[item.row]] : null;
    const subject = String(key || [(found.county || {}).id, (found.prefecture || {}).id]);
    if (subject !== dismissed) dismissed = "";
    point(key);
    container.style.cursor = key || pickable(found) ? "pointer" : "";
    if (!dismissed) scene.tip.show(item ? pointLines(scene, item) : groundLines(scene, found), event.containerPoint);
    scene.subject = subject;
  };
  map.on("mousemove", (event) => show(event, 3));
  map.on("mouseout movestart zoomstart", () => {
    scene.tip.hide();
    point(null);
  });
  map.on("click", (event) => {
    const coarse = matchMedia("(pointer: coarse)").matches;
    if (coarse) show(event, 10);
    select(under(event.containerPoint, coarse ? 10 : 3), event.latlng);
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || scene.tip.box.hidden) return;
    dismissed = scene.subject;
    scene.tip.hide();
  });
}

/** The area that a click on the ground selects, as [layer, record], or null. */
function pickable({ county, prefecture, belts }) {
  const shaded = scene.state.shaded || {};
  const found = [["counties", county], ["prefectures", prefecture], ...belts.map((belt) => ["belts", belt])]
    .filter(([, area]) => area);
  const said = found.find(([layer, area]) => shaded[`${layer}:${area.id}`]);
  if (said || !scene.state.pickAreas) return said || null;
  return (scene.map.getZoom() >= 8.25 ? found[0] : found.find(([layer]) => layer === "prefectures")) || null;
}

function select(found, latlng) {
  const area = found.item ? null : pickable(found);
  const before = scene.state.selected;
  let layer = null;
  let id = null;
  let at = [latlng.lng, latlng.lat];
  if (found.item) {
    const { rows } = scene.layers[found.item.layer];
    [layer, id, at] = [found.item.layer, rows.id[found.item.row], rows.at[found.item.row]];
  } else if (area) {
    [layer, id] = [area[0], area[1].id];
  }
  if (!layer && !before && !scene.told) return;
  scene.told = Boolean(layer);
  scene.state.selected = layer ? [layer, id] : null;
  draw();
  lastNumber = Math.max(lastNumber + 1, Date.now());
  tell({
    type: "Feature",
    properties: { layer, id, n: lastNumber },
    geometry: { type: "Point", coordinates: at },
  });
}

/** Hand a selection to Python at once, in the form that streamlit-folium would use. */
function tell(feature) {
  const shared = window.__GLOBAL_DATA__;
  if (!shared || !window.Streamlit) return;
  shared.last_active_drawing = feature;
  if (shared.returned_objects && !shared.returned_objects.includes("last_active_drawing")) return;
  shared.previous_data = { ...shared.previous_data, last_active_drawing: feature };
  window.Streamlit.setComponentValue(shared.previous_data);
}

/** Ids that the last frame drew, by layer; areas and belts too. */
function drawn() {
  const ids = (records) => records.map((record) => record.id);
  const found = {};
  for (const layer of Object.keys(scene.layers)) if (scene.visible(layer)) found[layer] = [];
  for (const { layer, row } of scene.drawn) found[layer].push(scene.layers[layer].rows.id[row]);
  const belts = scene.areas.belts.filter((belt) => scene.shown("belts", belt.row));
  for (const layer of ["territory", "corridor", "axis"]) if (scene.visible(layer)) found[layer] = ids(belts);
  for (const layer of ["prefectures", "counties"]) if (scene.visible(layer)) found[layer] = ids(scene.areas[layer]);
  return found;
}

/** Where a symbol stands, or the label point of an area, in pixels of the frame; null if not drawn. */
function screenPoint(layer, id) {
  const { map } = scene;
  const scale = 2 ** map.getZoom();
  const corner = map.getPixelOrigin().subtract(map._getMapPanePos());
  const inFrame = (x, y) => {
    const box = map.getContainer().getBoundingClientRect();
    return { x: x + ORIGIN.x * scale - corner.x + box.left, y: y + ORIGIN.y * scale - corner.y + box.top };
  };
  const items = scene.arranged && scene.arranged.layers[layer];
  if (items) {
    const item = items[scene.layers[layer].rows.id.indexOf(id)];
    return item && scene.shown(layer, item.row) ? inFrame(item.x + item.dx, item.y + item.dy) : null;
  }
  const area = (scene.areas[layer] || []).find((one) => one.id === id);
  return area && area.label ? inFrame(area.label.x * scale, area.label.y * scale) : null;
}

/** Places that are shaded because a document names what is asked for: "layer:id". */
function shaded() {
  return Object.keys(scene.state.shaded || {});
}

/** Ids of the reader's rows whose outline the last frame drew. */
function outlined() {
  return (scene.outlined || []).map((one) => scene.layers[OWN].rows.id[one.row]);
}

window.jilinAtlas = { start, apply, preview, drawn, outlined, shaded, screenPoint, ready, point };
