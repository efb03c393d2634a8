// Two parameters of the page's address belong to the map: `layers` (ids joined by dots) and
// `view` (lat,lon,zoom). All others are left as they stand, letter by letter.

const OURS = ["layers", "view"];
const RENAMED = { guests: "own" }; // in links of earlier versions

function page() {
  try {
    return window.parent.location.search === undefined ? null : window.parent;
  } catch {
    return null; // shown inside somebody else's page: no address to keep
  }
}

function parameter(key) {
  const host = page();
  return host ? new URLSearchParams(host.location.search).get(key) : null;
}

/** Layers that the link asks for, or null; ids that we do not know are dropped. */
function linkedLayers(known) {
  const text = parameter("layers");
  return text === null ? null : new Set(text.split(".").map((id) => RENAMED[id] || id).filter((id) => known.includes(id)));
}

/** View that the link asks for, or null when a number is missing or out of range. */
function linkedView(map) {
  const text = parameter("view") || "";
  if (!/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?,\d{1,2}(\.\d{1,4})?$/.test(text)) return null;
  const [lat, lon, zoom] = text.split(",").map(Number);
  const inside = map.options.maxBounds ? L.latLngBounds(map.options.maxBounds) : null;
  if (zoom < map.getMinZoom() || zoom > map.getMaxZoom()) return null;
  if (inside && !inside.contains([lat, lon])) return null;
  return { lat, lon, zoom };
}

function viewText(map) {
  const centre = map.getCenter();
  const short = (number, digits) => String(Number(number.toFixed(digits)));
  return [short(centre.lat, 4), short(centre.lng, 4), short(map.getZoom(), 4)].join(",");
}

/** Write our parameters; a null value takes the parameter out. Makes no entry in the history. */
function writeAddress(values) {
  const host = page();
  if (!host) return;
  const { pathname, search, hash } = host.location;
  const others = search.slice(1).split("&").filter((part) => part && !OURS.includes(part.split("=")[0]));
  const mine = OURS.filter((key) => values[key] !== null).map((key) => `${key}=${values[key]}`);
  const query = [...others, ...mine].join("&");
  if (query === search.slice(1)) return;
  host.history.replaceState(host.history.state, "", pathname + (query ? `?${query}` : "") + hash);
}
