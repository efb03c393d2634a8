// Maps of one page that show the same view and layers: what the reader does to one, the others
// follow. Each map has a frame of its own; it finds its siblings among the frames of the page.

let following = false;

function siblings() {
  const host = page();
  if (!host || !scene.state.together) return [];
  const found = [];
  for (let at = 0; at < host.frames.length; at += 1) {
    try {
      const other = host.frames[at];
      if (other !== window && other.jilinAtlas && other.jilinAtlas.follow) found.push(other.jilinAtlas);
    } catch {
      // a frame of somebody else's
    }
  }
  return found;
}

/** Take the view of a sibling, or a layer that was switched there. */
function follow({ view, layer }) {
  if (!scene.state.together) return;
  following = true;
  if (view) scene.map.setView(view.at, view.zoom, { animate: false });
  if (layer) toggle(layer.id, layer.on);
  following = false;
}

ready.then(() => {
  window.jilinAtlas.follow = follow;
  const { map } = scene;
  const tellAll = (news) => {
    if (!following) siblings().forEach((sibling) => sibling.follow(news));
  };
  map.on("move", () => {
    const { lat, lng } = map.getCenter();
    tellAll({ view: { at: [lat, lng], zoom: map.getZoom() } });
  });
  map.getContainer().addEventListener("change", ({ target }) => {
    if (target.dataset.layer) tellAll({ layer: { id: target.dataset.layer, on: target.checked } });
  });
});
