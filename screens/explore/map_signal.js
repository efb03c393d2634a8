// Tells the page, once, that the map is drawn: the rest is asked for after it. A map that fails must
// not hide the rest for good.
const LONGEST = 4000; // ms
const told = new WeakSet();

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function findAtlas() {
  for (const frame of document.querySelectorAll('iframe[title^="streamlit_folium"]')) {
    try {
      if (frame.contentWindow.jilinAtlas) return frame.contentWindow.jilinAtlas;
    } catch {
      // a frame of somebody else's
    }
  }
  return null;
}

async function drawn() {
  let atlas = findAtlas();
  while (!atlas) {
    await wait(30);
    atlas = findAtlas();
  }
  await atlas.ready;
  await new Promise(requestAnimationFrame);
}

export default async ({ parentElement, setTriggerValue }) => {
  if (told.has(parentElement)) return;
  told.add(parentElement);
  await Promise.race([drawn(), wait(LONGEST)]);
  setTriggerValue("drawn", true);
};
