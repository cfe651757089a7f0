// The plan drawn to scale: one row for each workstream, a bar for the latest time, a line for its slack. The table holds the same.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const LANE = 22;
  const TOP = 66;
  const LETTER = 7.5;
  const { dayOf, isoOf } = window.handbookPlan;

  const draw = (name, attributes, text = "") => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    return element;
  };

  // The first day of each month of a stretch, with enough space between them for their names.
  const monthsOf = (first, last, space) => {
    const months = [];
    const day = new Date(isoOf(first).slice(0, 8) + "01T00:00:00Z");
    const every = [1, 2, 3, 6, 12].find((step) => ((last - first) / 30.44 / step) * 70 < space) || 24;
    while (day.getTime() / 86400000 <= last) {
      if (day.getTime() / 86400000 >= first && day.getUTCMonth() % Math.min(every, 12) === 0) months.push(dayOf(day.toISOString().slice(0, 10)));
      day.setUTCMonth(day.getUTCMonth() + 1);
    }
    return months;
  };

  // Put bars that would overlap into lanes, one under the other.
  const lanesOf = (bars) => {
    const ends = [];
    for (const bar of bars) {
      let lane = ends.findIndex((end) => end <= bar.from);
      if (lane < 0) lane = ends.length;
      ends[lane] = bar.to;
      bar.lane = lane;
    }
    return Math.max(1, ends.length);
  };

  const BARS = { late: "bar bar-late", done: "bar bar-done", chain: "bar bar-chain", plain: "bar" };
  const NUMBERS = { late: "number number-late", done: "number", chain: "number number-chain", plain: "number" };
  const SIGNS = { late: "▲", done: "✔" };

  // The picture, `width` pixels wide. `tasks`: { number, stream, due, where }. `marks`: { today, goLive, avoid, month(day), words }.
  const picture = ({ windows, tasks, streams, phases, marks, width }) => {
    const dues = tasks.map((task) => task.due);
    const first = Math.min(...[...windows.values()].map((phase) => phase.first), marks.goLive);
    const last = Math.max(...[...windows.values()].map((phase) => phase.last), marks.goLive) + 1;
    const label = Math.max(...streams.map(([, title]) => title.length)) * LETTER + 8;
    const at = (day) => label + ((width - label - 8) * (day - first)) / Math.max(1, last - first);
    const svg = draw("svg", { role: "presentation", "aria-hidden": "true", focusable: "false" });
    const back = draw("g", {});
    const front = draw("g", {});
    svg.append(back, front);
    let y = TOP;
    for (const [id, title] of streams) {
      const bars = tasks.filter((task) => task.stream === id).map((task) => {
        const end = Math.max(at(task.due.endBy + 1), at(task.due.startBy) + 2);
        const words = `${SIGNS[task.where] || ""}${task.number}`;
        const inside = end - at(task.due.startBy) > words.length * LETTER + 6;
        return { task, words, inside, from: at(task.due.startFrom), start: at(task.due.startBy), end, to: end + (inside ? 3 : words.length * LETTER + 9) };
      }).sort((a, b) => a.from - b.from);
      if (!bars.length) continue;
      const lanes = lanesOf(bars);
      front.append(draw("text", { x: 0, y: y + 15, class: "label" }, title));
      for (const bar of bars) front.append(...barOf(bar, y + bar.lane * LANE));
      y += lanes * LANE + 8;
      front.append(draw("line", { x1: 0, x2: width, y1: y - 4, y2: y - 4, class: "grid" }));
    }
    back.append(...scale({ windows, phases, marks, first, last, at, bottom: y, width }));
    svg.setAttribute("viewBox", `0 0 ${width} ${y + 26}`);
    svg.setAttribute("width", "100%");
    return dues.length ? svg : null;
  };

  const barOf = ({ task, words, inside, from, start, end }, y) => {
    const parts = [];
    if (start > from) {
      parts.push(draw("line", { x1: from, x2: start, y1: y + 10, y2: y + 10, class: "slack" }));
      parts.push(draw("line", { x1: from, x2: from, y1: y + 6, y2: y + 14, class: "slack" }));
    }
    const kind = task.where === "late" || task.where === "done" ? task.where : task.due.chained ? "chain" : "plain";
    parts.push(draw("rect", { x: start, y: y + 2, width: Math.max(2, end - start), height: 16, class: BARS[kind] }));
    parts.push(draw("text", { x: inside ? (start + end) / 2 : end + 4, y: y + 14.5, class: inside ? NUMBERS[kind] : "number-beside" }, words));
    return parts;
  };

  const scale = ({ windows, phases, marks, first, last, at, bottom, width }) => {
    const parts = [];
    for (const time of marks.avoid) {
      const left = at(Math.max(time.first, first));
      const right = at(Math.min(time.last + 1, last));
      if (right > left) parts.push(draw("rect", { x: left, y: 28, width: right - left, height: bottom - 28, class: "avoid" }));
    }
    for (const day of monthsOf(first, last, width - at(first))) {
      parts.push(draw("line", { x1: at(day), x2: at(day), y1: 20, y2: bottom, class: "grid" }));
      if (at(day) < width - 60) parts.push(draw("text", { x: at(day) + 3, y: 14, class: "month" }, marks.month(day)));
    }
    for (const [id, title] of phases) {
      const phase = windows.get(id);
      if (!phase) continue;
      const left = at(phase.first);
      const right = at(phase.last + 1);
      parts.push(draw("path", { d: `M${left} 32h${Math.max(1, right - left - 7)}l6 10-6 10H${left}z`, class: "phase" }));
      const letters = Math.floor((right - left - 10) / LETTER);
      const name = letters < title.length ? `${title.slice(0, letters - 1)}.` : title;
      if (letters > 3) parts.push(draw("text", { x: left + 6, y: 46, class: "phase-name" }, name));
    }
    for (const [day, kind, words, row] of [[marks.today, "today", marks.words.today, 12], [marks.goLive, "live", marks.words.live, 24]]) {
      if (day < first || day > last) continue;
      parts.push(draw("line", { x1: at(day), x2: at(day), y1: 28, y2: bottom, class: kind }));
      const near = at(day) > width - 150;
      parts.push(draw("text", { x: at(day) + (near ? -4 : 4), y: bottom + row - 2, class: "mark", "text-anchor": near ? "end" : "start" }, words));
    }
    return parts;
  };

  window.handbookPlan.picture = picture;
})();
