// The reader's own points: fetched once from an address that only their session knows, then drawn,
// filtered and counted like any other layer. They are never part of the shared data.

const GUESTS = "guests";
const MANY = 1500; // more than this stay where they are and move none of ours
const CELL = 4; // pixels; where more points than one fall into a cell, one is drawn

/** Layers whose rows are points, ours first, in the order in which they are drawn. */
function pointLayers(scene) {
  return scene.layers && scene.layers[GUESTS] ? [...scene.style.pointLayers, GUESTS] : scene.style.pointLayers;
}

let asked = null; // rows on their way, and from where

/** Ask for the reader's points, once: many take as long to come as the map itself. */
function askGuests(address) {
  if (!asked || asked.address !== address) {
    const rows = fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    asked = { address, rows };
  }
  return asked.rows;
}

/** Fetch, replace or forget the reader's points; `done` runs when what is drawn has changed. */
async function takeGuests(scene, address, done) {
  const wanted = address || "";
  if (wanted === (scene.guestsFrom || "")) return;
  scene.guestsFrom = wanted;
  delete scene.layers[GUESTS];
  if (wanted) {
    const rows = await askGuests(wanted);
    asked = null;
    if (scene.guestsFrom !== wanted || !rows) return; // meanwhile replaced, or forgotten
    scene.layers[GUESTS] = prepareLayer(GUESTS, rows, scene.style);
  }
  scene.arranged = null;
  done();
}

/** One point a cell and only what is in sight (`at`; null keeps all): nobody sees more, and a hundred thousand stay quick. */
function thinned(items, at) {
  if (!at || items.length <= MANY) return items;
  const across = Math.ceil((at.size.x + 80) / CELL);
  const taken = new Uint8Array(across * Math.ceil((at.size.y + 80) / CELL));
  return items.filter((item) => {
    const x = item.x + at.x + 40;
    const y = item.y + at.y + 40;
    if (x < 0 || y < 0 || x >= at.size.x + 80 || y >= at.size.y + 80) return false;
    const cell = Math.floor(y / CELL) * across + Math.floor(x / CELL);
    if (taken[cell]) return false;
    taken[cell] = 1;
    return true;
  });
}
