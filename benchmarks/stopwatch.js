// Times are the browser's own: from the click that the page receives to the first animation frame
// that shows the change, or from the start of the navigation to the first map.
if (window === window.top) {
  const frames = () =>
    [...document.querySelectorAll("iframe")]
      .map((frame) => {
        try {
          return frame.contentWindow;
        } catch {
          return null;
        }
      })
      .filter(Boolean);

  const seen = {
    // Parks that our map drew in its last frame.
    parks: () =>
      frames().map(({ jilinAtlas }) => {
        try {
          return jilinAtlas ? (jilinAtlas.listDrawn().parks || []).length : 0;
        } catch {
          return 0; // its data has not come yet
        }
      })[0] || 0,
    // Markers on the tutorial's map.
    markers: () =>
      frames().map(({ L, map }) =>
        L && map?._layers
          ? Object.values(map._layers).filter((layer) => layer instanceof L.CircleMarker).length
          : 0,
      )[0] || 0,
    // Parks that the atlas counts in words.
    sentence: () =>
      parseInt(document.querySelector(".st-key-explore [data-spoken]")?.textContent, 10),
    // The word that a bare rerun changes, a number.
    word: () => Number(document.querySelector("#word")?.textContent || -1),
  };

  const frameWhere = (test) =>
    new Promise((resolve) => {
      const look = () => {
        if (test()) resolve(performance.now());
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  window.stopwatch = {
    /** Milliseconds from the next click until the page shows `count` of `what`, and until it says so. */
    arm(what, count) {
      const says = what === "parks" ? "sentence" : what;
      let clicked = null;
      addEventListener(
        "click",
        (event) => {
          clicked = event.timeStamp;
        },
        { capture: true, once: true },
      );
      const when = (key) =>
        frameWhere(() => clicked !== null && seen[key]() === count).then((now) => now - clicked);
      window.stopwatch.change = Promise.all([when(what), when(says)]);
    },
    /** Milliseconds from the start of the navigation until the page shows `count` of `what`. */
    first: (what, count) => frameWhere(() => seen[what]() === count),
    seen: (what) => seen[what](),
  };
}
