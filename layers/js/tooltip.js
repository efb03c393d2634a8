// What the pointer is on, in words. Built from text nodes only; Escape puts it away.

function makeTooltip(map) {
  const box = make("div", { class: "atlas-tip", role: "tooltip", hidden: "" });
  map.getContainer().append(box);
  return {
    box,
    hide() {
      box.hidden = true;
    },
    show(lines, point) {
      if (!lines.length) return this.hide();
      box.replaceChildren(...lines);
      box.hidden = false;
      const size = map.getSize();
      const left = point.x + 16 + box.offsetWidth > size.x ? point.x - box.offsetWidth - 12 : point.x + 16;
      const top = Math.min(Math.max(8, point.y + 14), size.y - box.offsetHeight - 8);
      box.style.transform = `translate(${Math.max(6, left)}px, ${top}px)`;
      return undefined;
    },
  };
}

function line(className, ...children) {
  return make("div", { class: className }, ...children);
}

/** Name in the reader's language, the other one small below it. */
function names(record, lang) {
  const other = record[lang === "zh" ? "en" : "zh"];
  const head = [line("atlas-tip-name", name(record[lang] || other))];
  if (record[lang] && other) head.push(line("atlas-tip-other", name(other)));
  return head;
}

function pointLines(scene, item) {
  const { rows } = scene.layers[item.layer];
  const { word, state } = scene;
  const { look } = scene.style.layers[item.layer];
  const cells = cellsOf(rows, item.row);
  const level = cells.level && word(`level.${cells.level}`);
  const kind = cells.kind ? word(`kind.${cells.kind}`) : look.noun && word(look.noun);
  const listed = ((rows.industries || [])[item.row] || []).map(
    (id) => (scene.industries[id] || [id, id])[state.lang === "zh" ? 0 : 1],
  );
  const notes = [];
  if (cells.location_precision) notes.push(word(`precision.${cells.location_precision}`));
  if (look.seated) notes.push(word("seated"));
  if (cells.status === "unverified") notes.push(word("status.unverified"));
  return [
    ...names({ zh: rows.zh[item.row], en: (rows.en || [])[item.row] }, state.lang),
    ...[[level, kind].filter(Boolean).join(" · ")].filter(Boolean).map((text) => line("atlas-tip-kind", name(text))),
    ...(listed.length ? [line("atlas-tip-list", name(listed.join(state.lang === "zh" ? "、" : ", ")))] : []),
    ...(notes.length ? [line("atlas-tip-note", name(notes.join(" · ")))] : []),
  ];
}

function groundLines(scene, ground) {
  const { state } = scene;
  const separator = state.lang === "zh" ? "、" : ", ";
  const inner = ground.county || ground.prefecture;
  if (!inner) return [];
  const lines = names(inner, state.lang);
  if (ground.county && ground.prefecture) {
    lines.push(line("atlas-tip-kind", name(ground.prefecture[state.lang])));
  }
  if (ground.belts.length) {
    lines.push(line("atlas-tip-list", name(ground.belts.map((belt) => belt[state.lang]).join(separator))));
  }
  const said = [["counties", ground.county], ["prefectures", ground.prefecture]]
    .concat(ground.belts.map((belt) => ["belts", belt]))
    .flatMap(([layer, area]) => (area && (state.shaded || {})[`${layer}:${area.id}`]) || []);
  said.slice(0, 6).forEach((text) => lines.push(line("atlas-tip-said", name(text))));
  return lines;
}
