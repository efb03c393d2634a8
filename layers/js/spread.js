// Symbols that would cover one another move apart until each can be seen and hit; a thin line
// leads from each to its true place. The same rows at the same zoom always end in the same spots.

const SPREAD_LIMIT = 2000;
const TURN = 2.399963; // golden angle: a spiral without rows

/** Set `dx` and `dy` (pixels) on items with `x`, `y` and `radius`; `room` 1 lets symbols just touch. */
function spread(items, room) {
  seed(items);
  if (items.length > SPREAD_LIMIT) return;
  const cell = 2 * Math.max(1, ...items.map((item) => item.radius)) + 3;
  for (let round = 0; round < 60; round += 1) {
    if (!relax(items, cell, room)) break;
  }
}

/** Rows at one point start on a spiral around it, in the order of their table. */
function seed(items) {
  const piles = new Map();
  for (const item of items) {
    item.dx = item.dy = 0;
    const key = `${item.x.toFixed(1)}:${item.y.toFixed(1)}`;
    if (piles.has(key)) piles.get(key).push(item);
    else piles.set(key, [item]);
  }
  for (const pile of piles.values()) {
    if (pile.length === 1) continue;
    pile.forEach((item, number) => {
      const reach = item.radius * 1.3 * Math.sqrt(number + 1);
      item.dx = Math.cos(number * TURN - 1.2) * reach;
      item.dy = Math.sin(number * TURN - 1.2) * reach;
    });
  }
}

/** One round of pushing neighbours apart; false when nobody was too near. */
function relax(items, cell, room) {
  const grid = new Map();
  items.forEach((item, number) => {
    const key = gridKey(item, cell, 0, 0);
    if (grid.has(key)) grid.get(key).push(number);
    else grid.set(key, [number]);
  });
  let moved = false;
  items.forEach((item, number) => {
    for (let across = -1; across <= 1; across += 1) {
      for (let down = -1; down <= 1; down += 1) {
        for (const other of grid.get(gridKey(item, cell, across, down)) || []) {
          if (other > number && push(item, items[other], room)) moved = true;
        }
      }
    }
  });
  return moved;
}

function gridKey(item, cell, across, down) {
  const column = Math.floor((item.x + item.dx) / cell) + across;
  const line = Math.floor((item.y + item.dy) / cell) + down;
  return column * 100003 + line;
}

function push(one, two, room) {
  const x = two.x + two.dx - one.x - one.dx;
  const y = two.y + two.dy - one.y - one.dy;
  const distance = Math.hypot(x, y) || 0.01;
  const lack = (one.radius + two.radius + 1.5) * room - distance;
  if (lack <= 0.3) return false;
  const share = (0.5 * lack) / distance;
  one.dx -= x * share;
  one.dy -= y * share;
  two.dx += x * share;
  two.dy += y * share;
  return true;
}
