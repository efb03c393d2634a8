// @ts-check
// The drawing of the strip: kilometres along the axis from left to right, beside it up and down.
import { judgeDistances } from "../../layers/js/shared/verdict.js";

/**
 * @typedef {{
 *   id: string, layer: string, name: string, counted: boolean,
 *   along: number, side: number, near: number | null, far: number | null,
 * }} Place
 * @typedef {{
 *   belt: string, km: number, most: number, length: number, colour: string,
 *   stops: { name: string, along: number }[], places: Place[], texts: Record<string, string>,
 * }} Data
 * @typedef {{
 *   svg: SVGElement, note: string, widen: (km: number) => void,
 *   point: (key: [string, string] | null) => void,
 * }} Drawing
 */

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 246;
const BOX = { left: 46, right: 16, top: 26, bottom: 38 };
const BEYOND = 5; // km above the widest corridor
const RADIUS = /** @type {Record<string, number>} */ ({ parks: 4.6, seats: 3, hubs: 2.6 });
const ASIDE = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8]; // steps by which a place gives way
const CHARACTER = 7.5; // pixels of a letter; a Chinese sign is twice as wide

/** @param {string} tag @param {Record<string, string | number>} attributes @param {(Node | string)[]} children */
function draw(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** @param {Data} data @param {number} width */
function findScales({ length, most }, width) {
  const span = most + BEYOND;
  const middle = (BOX.top + HEIGHT - BOX.bottom) / 2;
  return {
    x: (/** @type {number} */ along) =>
      BOX.left + 8 + (along / length) * (width - BOX.left - BOX.right - 16),
    y: (/** @type {number} */ side) =>
      middle - (side / span) * ((HEIGHT - BOX.top - BOX.bottom) / 2),
    span,
  };
}

const measureText = (/** @type {string} */ text) =>
  [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 13 : CHARACTER), 0);

/** Names of the stops above, the first and last at least; those that find no room are left out. */
function drawStops(/** @type {Data} */ { stops, length }, scales, /** @type {number} */ width) {
  const spans = /** @type {[number, number][]} */ ([]);
  const order = [0, stops.length - 1, ...stops.keys()];
  const names = [...new Set(order)].flatMap((place) => {
    const { name, along } = stops[place];
    const half = measureText(name) / 2;
    const x = Math.max(half, Math.min(width - half, scales.x(Math.min(along, length))));
    if (spans.some(([left, right]) => x - half < right + 8 && left < x + half + 8)) return [];
    spans.push([x - half, x + half]);
    return [draw("text", { x, y: 15, "text-anchor": "middle" }, name)];
  });
  const lines = stops.map(({ along }) => {
    const x = scales.x(along);
    return draw("line", { class: "grid", x1: x, x2: x, y1: BOX.top, y2: HEIGHT - BOX.bottom });
  });
  return [...lines, ...names];
}

/** @param {Data} data */
function drawAxes({ length, most, texts }, scales) {
  const bottom = HEIGHT - BOX.bottom + 14;
  const every = length > 200 ? 100 : 50;
  const ticks = Array.from({ length: Math.floor(length / every) + 1 }, (_, step) => step * every);
  const across = ticks.map((km) =>
    draw(
      "text",
      { class: "soft", x: scales.x(km), y: bottom, "text-anchor": "middle" },
      String(km),
    ),
  );
  const up = [most, most / 2, 0, -most / 2, -most].map((km) => {
    const at = { class: "soft", x: BOX.left - 4, y: scales.y(km) + 4, "text-anchor": "end" };
    return draw("text", at, String(Math.abs(km)));
  });
  const middle = scales.x(length / 2);
  const title = { class: "soft", x: middle, y: HEIGHT - 6, "text-anchor": "middle" };
  const turned = (/** @type {number} */ side, /** @type {string} */ text) => {
    const y = scales.y(side);
    const at = { class: "soft", transform: `translate(12 ${y}) rotate(-90)` };
    return draw("text", { ...at, "text-anchor": "middle" }, text);
  };
  return [
    ...across,
    ...up,
    turned(most / 2, texts.left),
    turned(-most / 2, texts.right),
    draw("text", title, `${texts.along} · ${texts.beside} ↕`),
  ];
}

/** Places beside one another where they would cover one another; none leaves its height. */
function arrange(/** @type {Place[]} */ places, scales) {
  /** @type {{ x: number, y: number }[]} */
  const taken = [];
  return places.map((place) => {
    const y = scales.y(place.side);
    const spots = ASIDE.map((step) => ({ x: scales.x(place.along) + step * 6, y }));
    const isFree = (/** @type {{ x: number, y: number }} */ spot) =>
      spot.x > BOX.left && taken.every((other) => Math.hypot(other.x - spot.x, other.y - y) > 6.5);
    const spot = (place.layer === "parks" && spots.find(isFree)) || spots[0];
    if (place.layer === "parks") taken.push(spot);
    return { place, ...spot };
  });
}

/** A mark with the range in which it may lie. */
function drawPlace({ place, x, y }, scales) {
  const { id, layer, name, side, near, far } = place;
  const sign = side < 0 ? -1 : 1;
  const clip = (/** @type {number} */ km) => scales.y(sign * Math.min(km, scales.span));
  const range =
    near !== null && far !== null && far - near > 0.5
      ? [draw("line", { class: "range", x1: x, x2: x, y1: clip(near), y2: clip(far) })]
      : [];
  const radius = RADIUS[layer];
  const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  const mark =
    layer === "hubs"
      ? draw("rect", { class: "shape", ...box })
      : draw("circle", { class: "shape", cx: x, cy: y, r: radius });
  const title = draw("title", {}, name);
  return draw("g", { class: layer, "data-layer": layer, "data-id": id }, ...range, mark, title);
}

function drawStripes() {
  const tile = { id: "stripes", width: 4, height: 4, patternUnits: "userSpaceOnUse" };
  const turned = { ...tile, patternTransform: "rotate(45)" };
  const ground = draw("rect", { width: 4, height: 4 });
  return draw("defs", {}, draw("pattern", turned, ground, draw("path", { d: "M1 0V4" })));
}

/** @param {Data} data @param {number} width @returns {Drawing} */
export function drawStrip(data, width) {
  const scales = findScales(data, width);
  const isNear = (/** @type {Place} */ { side }) => Math.abs(side) <= scales.span;
  const near = data.places.filter(isNear);
  const ranks = ["hubs", "seats", "parks"];
  near.sort((left, right) => ranks.indexOf(left.layer) - ranks.indexOf(right.layer));
  const marks = arrange(near, scales).map((spot) => ({
    place: spot.place,
    node: drawPlace(spot, scales),
  }));
  const across = { x: BOX.left, width: width - BOX.left - BOX.right };
  const band = draw("rect", { class: "band", ...across });
  const line = { x1: scales.x(0), x2: scales.x(data.length), y1: scales.y(0), y2: scales.y(0) };
  const size = { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": data.texts.title };
  const nodes = [drawStripes(), band, ...drawStops(data, scales, width), ...drawAxes(data, scales)];
  const svg = /** @type {SVGElement} */ (
    draw(
      "svg",
      size,
      ...nodes,
      draw("line", { class: "axis", ...line }),
      ...marks.map(({ node }) => node),
    )
  );
  const beyond = data.places.filter((place) => place.counted && !isNear(place)).length;
  const note = beyond ? data.texts.far.replace("{n}", String(beyond)) : "";
  return {
    svg,
    note,
    widen: (km) => widen(band, marks, scales, km),
    point: (key) => point(marks, key),
  };
}

/** Show another width: only what changes is touched. */
function widen(/** @type {Element} */ band, marks, scales, /** @type {number} */ km) {
  band.setAttribute("y", String(scales.y(km)));
  band.setAttribute("height", String(scales.y(-km) - scales.y(km)));
  for (const { place, node } of marks) {
    if (place.layer !== "parks") continue;
    const verdict = judgeDistances(place.near, place.far, km);
    if (node.dataset.verdict === verdict) continue;
    node.dataset.verdict = verdict;
    node.setAttribute("class", `parks ${verdict}`);
  }
}

/** Mark the place that the pointer is on, here or on the map. */
function point(marks, /** @type {[string, string] | null} */ key) {
  for (const { place, node } of marks) {
    node.classList.toggle("pointed", key?.[0] === place.layer && key?.[1] === place.id);
  }
}
