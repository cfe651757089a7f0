// What the page of the plan shows: the summary, what needs the reader, the picture, the list by month, and the dates in the table.
(() => {
  const plan = window.handbookPlan;
  const data = window.handbookPlanData;
  const { words } = data;
  const LISTED = 5;
  const NARROWEST = 640;
  const ROWS = { late: "is-late", now: "is-now", done: "is-done" };
  let before = null; // the plan that was shown last

  const { show, fill, count, days } = plan;
  const activities = (number) => count(data.activities, number);
  const element = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const rowOf = (id) => document.querySelector(`tr[data-task="${CSS.escape(id)}"]`);
  const linkTo = (id) => rowOf(id).querySelector("th a").cloneNode(true);

  const moved = (now) => {
    if (!before || before === now || !now.dues.size) return "";
    const changed = [...now.dues.values()].filter((due) => {
      const old = before.dues.get(due.id);
      return !old || old.startFrom !== due.startFrom || old.startBy !== due.startBy || old.endBy !== due.endBy;
    });
    if (!changed.length) return words.moved_nothing;
    return fill(words.moved, { activities: activities(changed.length), first: show(Math.min(...[...now.windows.values()].map((phase) => phase.first))) });
  };

  const summaryOf = (state, late) => {
    const { windows, dues, chain } = state.plan;
    if (!windows.size) return state.wishes.goLive === null || state.known ? words.nothing_yet : words.go_live_wrong;
    const ends = [...windows.values()];
    const missing = data.phases.filter(([id]) => !windows.has(id)).map(([, title]) => title);
    const cut = state.whole.tasks.length - state.left.tasks.length;
    return [
      fill(words.summary, { activities: activities(dues.size), first: show(Math.min(...ends.map(({ first }) => first))), last: show(Math.max(...ends.map(({ last }) => last))) }),
      late.length ? fill(words.summary_late, { n: late.length }) : words.summary_none_late,
      fill(words.summary_chain, { n: chain.length }),
      missing.length ? fill(words.missing, { phases: missing.join(", ") }) : "",
      cut ? fill(words.cut, { activities: activities(cut) }) : "",
      moved(state.plan),
    ].filter(Boolean).join(" ");
  };

  // A go-live from another file, until somebody chooses.
  const otherLivesOf = (page, { otherLives }) => otherLives.map((day) => {
    const link = element("a", words.other_choose);
    link.href = page.querySelector("[data-needs]").dataset.project;
    return element("li", `${fill(words.other_live, { date: show(day) })} `, link);
  });

  // Why the go-live clashes, and then why it is kept, or when it would not clash.
  const clashesOf = ({ wishes, known }) => {
    const reasons = known ? plan.clashes(wishes, wishes.goLive) : [];
    if (!reasons.length) return [];
    const lines = reasons.map((why) => fill(why ? words.clash : words.clash_pay, { date: show(wishes.goLive), why }));
    const free = wishes.why ? [] : plan.freeDays(wishes);
    if (wishes.why) lines.push(fill(words.clash_kept, { why: wishes.why }));
    if (free.length === 2) lines.push(fill(words.clash_free, { before: show(free[0]), after: show(free[1]) }));
    return lines.map((text) => element("li", text));
  };

  // What needs somebody: the choice of a go-live, its clashes, and the activities that are late.
  const needsOf = (page, state, late) => {
    const lines = [...otherLivesOf(page, state), ...clashesOf(state)];
    for (const { due, late: number } of late.slice(0, LISTED)) {
      const line = element("li", linkTo(due.id), ` ${fill(words.late_one, { end: show(due.endBy), days: days(number) })}`);
      if (!due.slack) line.append(` ${words.late_chain}`);
      lines.push(line);
    }
    if (late.length > LISTED) lines.push(element("li", fill(words.late_more, { n: late.length - LISTED })));
    return lines;
  };

  const fillTable = (state) => {
    const left = new Set(state.left.tasks.map(({ id }) => id));
    const chain = new Set(state.plan.chain);
    for (const task of state.whole.tasks) {
      const row = rowOf(task.id);
      const due = state.plan.dues.get(task.id);
      const { where, word, late } = plan.standingOf(state, task.id);
      const cells = [...row.cells].slice(3);
      const slack = due && (due.slack ? days(due.slack) : words.no_slack);
      const texts = due ? [show(due.startFrom), show(due.startBy), show(due.endBy), slack] : ["", "", "", ""];
      row.hidden = !left.has(task.id);
      row.className = ROWS[where] || "";
      texts.forEach((text, index) => { cells[index].textContent = text; });
      if (chain.has(task.id)) cells[3].append(cells[3].textContent ? " · " : "", words.columns.chain);
      cells[4].textContent = late === "" ? word : `${word}, ${days(late)}`;
    }
  };

  const fillPhases = ({ plan: { windows } }) => {
    for (const place of document.querySelectorAll("[data-dates]")) {
      const phase = windows.get(place.dataset.dates);
      const field = document.querySelector(`[data-length="${CSS.escape(place.dataset.dates)}"]`);
      if (field.getAttribute("aria-invalid") === "true" && place.closest("form")) continue;
      place.textContent = phase ? fill(words.phase_dates, { first: show(phase.first), last: show(phase.last) }) : "";
    }
  };

  const listMonths = (page, state) => {
    const months = new Map();
    const dues = [...state.plan.dues.values()].sort((a, b) => a.startBy - b.startBy || a.endBy - b.endBy);
    for (const due of dues) {
      const name = show(due.startBy, "whole");
      const { word } = plan.standingOf(state, due.id);
      const dates = fill(words.month_entry, { start: show(due.startBy), end: show(due.endBy) });
      const entry = element("li", linkTo(due.id), element("br"), `${dates} · ${word}`);
      if (!months.has(name)) months.set(name, element("ul"));
      months.get(name).append(entry);
    }
    page.querySelector("[data-month-list]").replaceChildren(...[...months].flatMap(([name, list]) => [element("h3", name), list]));
  };

  const redraw = (page, state) => {
    const place = page.querySelector("[data-drawing]");
    const { windows, dues } = state.plan;
    if (!dues.size) return;
    const tasks = state.whole.tasks.map((task, index) => ({ number: index + 1, stream: task.stream, due: dues.get(task.id), where: plan.standingOf(state, task.id).where })).filter(({ due }) => due);
    const marks = { today: state.today, goLive: state.wishes.goLive, avoid: state.wishes.avoid, month: (day) => show(day, "month"), words };
    const svg = plan.picture({ windows, tasks, streams: data.streams, phases: data.phases, marks, width: Math.max(NARROWEST, place.clientWidth) });
    place.replaceChildren(svg);
  };

  const display = (page, state) => {
    const late = [...state.plan.dues.values()].map((due) => ({ due, ...plan.standingOf(state, due.id) })).filter(({ where }) => where === "late").sort((a, b) => a.due.endBy - b.due.endBy);
    const needs = needsOf(page, state, late);
    const chain = state.plan.chain.map((id) => state.whole.tasks.findIndex((task) => task.id === id) + 1);
    page.querySelector("[data-summary]").textContent = summaryOf(state, late);
    page.querySelector("[data-needs]").hidden = !needs.length;
    page.querySelector("[data-needs] ul").replaceChildren(...needs);
    for (const part of page.querySelectorAll("[data-picture], [data-months], [data-files] [data-file]:not([data-file=project])")) part.hidden = !state.plan.dues.size;
    document.querySelector("[data-chain]").textContent = chain.length ? fill(words.chain, { activities: activities(chain.length), numbers: chain.join(" → ") }) : "";
    fillTable(state);
    fillPhases(state);
    listMonths(page, state);
    redraw(page, state);
    before = state.plan;
  };

  Object.assign(plan, { display, redraw });
})();
