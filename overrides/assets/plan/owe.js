// Hand-overs with the dates of the reader's plan: when each is due, who is late, and what passes this month.
(() => {
  const plan = window.handbookPlan;
  const project = window.handbookProject;
  const data = window.handbookPlanData;
  const { words } = data;
  const section = document.querySelector("[data-owe]");
  const rows = [...document.querySelectorAll("[data-gives]")].map((cell) => ({ cell, row: cell.closest("tr"), waits: [...cell.closest("tr").querySelectorAll("[data-waits]")] }));

  const note = (place, text) => {
    const mark = place.querySelector("[data-due]") || Object.assign(document.createElement("p"), { className: "quiet" });
    mark.dataset.due = "";
    mark.textContent = text;
    place.append(mark);
  };
  const stateOf = (state, id) => {
    const { word, late } = plan.standingOf(state, id);
    return late === "" ? word : `${word}, ${plan.days(late)}`;
  };
  const all = new Intl.ListFormat(document.documentElement.lang || undefined);
  const sidesOf = (cells) => all.format(new Set(cells.map((cell) => cell.closest("td").dataset.label)));

  // One hand-over of this month, or one that is late.
  const line = ({ cell, row, waits }, due, state) => {
    const entry = document.createElement("li");
    const text = plan.fill(words.owe_line, { giver: cell.dataset.label, taker: sidesOf(waits), end: plan.show(due.endBy), state: stateOf(state, due.id) });
    entry.append(row.querySelector("th a").cloneNode(true), " ", text);
    return { entry, due };
  };

  const show = () => {
    const state = plan.stateOf(data, project.read(), plan.now());
    const month = plan.isoOf(state.today).slice(0, 7);
    const soon = [];
    for (const hand of rows) {
      const due = state.plan.dues.get(hand.cell.dataset.gives);
      note(hand.cell, due ? plan.fill(words.owe_due, { end: plan.show(due.endBy), state: stateOf(state, due.id) }) : "");
      for (const wait of hand.waits) {
        const next = state.plan.dues.get(wait.dataset.waits);
        note(wait, next ? plan.fill(words.owe_needed, { start: plan.show(next.startBy) }) : "");
      }
      if (!due) continue;
      const { where } = plan.standingOf(state, due.id);
      if (where === "late" || (where !== "done" && plan.isoOf(due.endBy).slice(0, 7) === month)) soon.push(line(hand, due, state));
    }
    section.hidden = !state.plan.dues.size;
    section.querySelector("[data-owe-none]").hidden = soon.length > 0;
    section.querySelector("ul").replaceChildren(...soon.sort((a, b) => a.due.endBy - b.due.endBy).map(({ entry }) => entry));
  };

  project.on(show);
  show();
})();
