// The ranked list: one row a park, its contributions as a bar, its bounds as whiskers. Pointing at
// a row marks the park on the map, and the other way round.
const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

function atlases() {
  return [...document.querySelectorAll('iframe[title^="streamlit_folium"]')]
    .map((frame) => {
      try {
        return frame.contentWindow.jilinAtlas;
      } catch {
        return null;
      }
    })
    .filter((atlas) => atlas && atlas.point);
}

function bar(row, words) {
  const track = make("span", "track");
  track.setAttribute("aria-hidden", "true");
  for (const part of row.parts) {
    const piece = make("span", "piece");
    piece.style.width = `${part.points}%`;
    piece.style.background = part.colour;
    piece.title = `${part.name}: ${part.points.toFixed(1)}`;
    track.append(piece);
  }
  const whisker = make("span", "whisker");
  whisker.style.left = `${row.worst}%`;
  whisker.style.width = `${Math.max(0, row.best - row.worst)}%`;
  whisker.title = `${words.bounds}: ${row.worst.toFixed(1)}–${row.best.toFixed(1)}`;
  track.append(whisker);
  return track;
}

function entry(row, data, send) {
  const item = make("li", row.id === data.selected ? "row selected" : "row");
  item.dataset.id = row.id;
  const main = make("button", "main");
  main.type = "button";
  if (row.id === data.selected) main.setAttribute("aria-current", "true");
  main.append(make("span", "rank", String(row.rank)));
  const text = make("span", "text");
  text.append(make("bdi", "name", row.name), make("span", "where", row.where));
  if (row.doubt) text.append(make("span", "doubt", row.doubt));
  main.append(text, bar(row, data.words));
  const score = make("span", "score");
  score.append(make("b", "", row.score.toFixed(1)), make("small", "", `${row.worst.toFixed(0)}–${row.best.toFixed(0)}`));
  main.append(score);
  main.addEventListener("click", () => send("select", row.id));
  const keep = make("button", "keep", row.kept ? "★" : "☆");
  keep.type = "button";
  keep.title = row.kept ? data.words.drop : data.words.keep;
  keep.setAttribute("aria-label", `${keep.title}: ${row.name}`);
  keep.setAttribute("aria-pressed", String(row.kept));
  keep.disabled = !row.kept && data.full;
  keep.addEventListener("click", () => send("keep", row.id));
  item.append(main, keep);
  const point = (key) => atlases().forEach((atlas) => atlas.point(key));
  for (const name of ["mouseenter", "focusin"]) item.addEventListener(name, () => point(["parks", row.id]));
  for (const name of ["mouseleave", "focusout"]) item.addEventListener(name, () => point(null));
  return item;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const list = parentElement.querySelector("ol");
  const before = list.scrollTop;
  list.setAttribute("aria-label", data.words.list);
  list.replaceChildren(...data.rows.map((row) => entry(row, data, setTriggerValue)));
  list.scrollTop = before;
  const rows = () => [...list.querySelectorAll("li")];
  const selected = list.querySelector(".selected");
  if (selected && list.dataset.selected !== data.selected) {
    list.scrollTop = selected.offsetTop - list.clientHeight / 3;
  }
  list.dataset.selected = data.selected || "";
  const hear = ({ detail }) => {
    const id = detail && detail[0] === "parks" ? detail[1] : null;
    for (const row of rows()) row.classList.toggle("pointed", row.dataset.id === id);
  };
  window.addEventListener("jilin-atlas-hover", hear);
  return () => window.removeEventListener("jilin-atlas-hover", hear);
}
