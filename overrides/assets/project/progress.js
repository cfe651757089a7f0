// The reader's progress, beside activities on the map and on the pages of phases.
(() => {
  const project = window.handbookProject;
  const { only, words, fill, refOf } = project;
  const here = refOf(location.href);
  const known = new Map(only.activities.map((activity) => [`activities/${activity.id}`, activity]));
  const places = [...document.querySelectorAll(".map li[data-item], .record-phase .lines > li")]
    .map((item) => ({ item, ref: refOf(item.querySelector("a[href]")?.href || "") })).filter(({ ref }) => known.has(ref));

  const isDone = (read, ref) => project.isDone(read, known.get(ref).id, known.get(ref).done);

  const label = (read, ref) => {
    const { id, done } = known.get(ref);
    if (isDone(read, ref)) return `✔ ${words.done}`;
    return project.isBegun(read, id) ? fill(words.progress, { n: project.ticked(read, id, done), all: done.length }) : "";
  };

  const phase = document.querySelector(".record-phase");
  let line = null; // how much of this phase is done
  const showWhole = (read) => {
    if (!phase) return;
    const inside = new Set(places.filter(({ item }) => !item.hasAttribute("data-tailored-out")).map(({ ref }) => ref));
    const criteria = [...phase.querySelectorAll(".criteria > li:not([data-tailored-out])")];
    const met = criteria.filter(({ id }) => project.isMet(read, `${here}#${id}`)).length;
    const done = [...inside].filter((ref) => isDone(read, ref)).length;
    if (!line) {
      line = document.createElement("p");
      line.className = "progress";
      phase.querySelector(".tick").after(line);
    }
    line.hidden = !Object.keys(read.ticks).length && !met;
    line.textContent = fill(words.progress_phase, { done, all: inside.size, met, criteria: criteria.length });
  };

  const show = (read) => {
    for (const { item, ref } of places) {
      const text = label(read, ref);
      let mark = item.querySelector(".progress");
      if (!mark && text) {
        mark = document.createElement("span");
        mark.className = "progress";
        item.querySelector("a").after(" ", mark);
      }
      if (mark) mark.textContent = text;
    }
    showWhole(read);
  };

  project.on(show);
  show(project.read());
})();
