// A gate pack with the states of the reader's project: choices in place of boxes, the verdict, and answers where a pen would write.
(() => {
  const project = window.handbookProject;
  const { stateOf } = project;
  const words = window.handbookGateWords;
  const { csv, dayOf } = window.handbookPlan;
  const page = document.querySelector("[data-gate]");
  const choices = [...page.querySelectorAll("[data-choices]")];
  const asks = [...page.querySelectorAll("[data-question]")];
  const day = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const one = (name) => page.querySelector(`[data-${name}]`);
  const own = (group, key) => (Object.hasOwn(group, key) ? group[key] : "");

  const change = (ref, title, mark, fn) => project.change((next) => {
    fn(next);
    project.see(next, ref, title, mark);
  });

  // Each list of boxes becomes a group of choices.
  for (const list of choices) {
    const { choices: ref, title, mark } = list.dataset;
    list.setAttribute("role", "radiogroup");
    list.setAttribute("aria-label", title);
    for (const item of list.children) {
      const input = document.createElement("input");
      const label = document.createElement("label");
      Object.assign(input, { type: "radio", name: ref, value: item.dataset.value });
      label.append(input, " ", item.textContent);
      item.setAttribute("role", "presentation");
      item.replaceChildren(label);
      input.addEventListener("change", () => change(ref, title, mark, (next) => {
        project.setTick(next, ref, input.value === "met");
        next.states[ref] = input.value;
      }));
    }
  }

  // Whether something counts for the reader's project. Everything does while everything is shown.
  const isIn = (element) => !element.closest("[data-tailored-out=hidden]");
  const counted = () => choices.filter(isIn);

  const verdictOf = (kept) => {
    const states = counted().map((list) => ({ stop: Boolean(list.closest("[data-stops]")), state: stateOf(kept, list.dataset.choices) }));
    if (states.every(({ state }) => !state)) return words.verdict_blank;
    const stops = states.filter(({ stop }) => stop);
    const others = states.filter(({ stop }) => !stop);
    const open = (some) => some.filter(({ state }) => state !== "met").length;
    const number = (word) => states.filter(({ state }) => state === word).length;
    const counts = project.fill(words.verdict_counts, { met: number("met"), not_yet: number("not-yet"), not_tested: states.length - number("met") - number("not-yet") });
    const answer = () => {
      if (open(stops)) return project.fill(words.verdict_no, { open: open(stops), all: stops.length });
      return open(others) ? project.fill(words.verdict_others, { open: open(others), all: others.length }) : words.verdict_yes;
    };
    return `${answer()} ${counts}`;
  };

  // Questions that do not count for the reader's project make way for the next.
  const choose = () => {
    for (const list of page.querySelectorAll(".asks")) {
      const items = [...list.children];
      const most = list.dataset.most ||= items.filter((item) => !item.hidden).length;
      const fitting = items.filter(isIn);
      for (const item of items) item.hidden = !fitting.slice(0, most).includes(item);
    }
  };

  const asked = () => asks.filter((ask) => !ask.hidden && isIn(ask));

  const ownerOf = (kept, role) => (own(kept.owners, role) ? ` (${kept.owners[role]})` : "");

  const answerOf = (kept, ref) => [words.answers[own(kept.states, ref)], own(kept.notes, ref)].filter(Boolean).join(". ");

  const show = () => {
    const kept = project.read();
    one("refused-full").textContent = "";
    one("not-kept").hidden = project.canStore();
    for (const place of page.querySelectorAll("[data-owner-of]")) place.textContent = ownerOf(kept, place.dataset.ownerOf);
    choose();
    for (const list of choices) {
      const state = stateOf(kept, list.dataset.choices);
      for (const input of list.querySelectorAll("input")) input.checked = input.value === state;
      const place = page.querySelector(`[data-state-of="${CSS.escape(list.dataset.choices)}"]`);
      place.textContent = words.states[state] || "";
      place.dataset.state = state;
    }
    for (const ask of asks) ask.querySelector("[data-answer]").textContent = answerOf(kept, ask.dataset.question);
    one("verdict").textContent = verdictOf(kept);
    const live = dayOf(kept.plan.go_live);
    one("go-live").textContent = live === null ? "" : day.format(new Date(live * 86400000));
    const now = new Date();
    one("as-of").textContent = choices.some((list) => stateOf(kept, list.dataset.choices)) ? day.format(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()))) : "";
  };

  // The pack as two tables: criteria with their states, and questions with their answers.
  const tables = () => {
    const kept = project.read();
    const criteria = counted().map((list) => {
      const [, title, evidence] = list.closest("tr").cells;
      return [title.textContent.trim(), evidence.innerText.trim(), words.states[stateOf(kept, list.dataset.choices)] || ""];
    });
    const questions = asked().map((ask) => [ask.querySelector("h3").textContent, ask.dataset.title, answerOf(kept, ask.dataset.question)]);
    return [[[words.criterion, words.evidence, words.state], ...criteria], [[words.ask, words.lesson, words.answer], ...questions]];
  };

  one("print").addEventListener("click", () => window.print());
  const sheets = () => {
    const [criteria, questions] = tables();
    return [{ name: words.criterion, widths: [60, 40, 20], rows: criteria }, { name: words.ask, widths: [60, 40, 60], rows: questions }];
  };
  const FILES = {
    csv: { make: () => csv(tables().flatMap((rows, index) => (index ? [[], ...rows] : rows))), type: "text/csv" },
    xlsx: { make: () => window.handbookWorkbook.xlsx(sheets()), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    ods: { make: () => window.handbookWorkbook.ods(sheets()), type: "application/vnd.oasis.opendocument.spreadsheet" },
  };
  one("take").addEventListener("click", ({ target }) => {
    const form = target.dataset.file;
    if (form) window.handbookDevice.download({ name: `${page.dataset.gate.replace("phases/", "gate-")}.${form}`, text: FILES[form].make(), type: FILES[form].type });
  });
  one("file-project").addEventListener("click", () => project.save());
  one("take").classList.remove("waits");
  project.on(show);
  document.addEventListener("handbook-followed", show);
  project.onRefused((text) => { one("refused-full").textContent = text; });
  show();
  window.handbookRehearsal({ page, asks: asked, change, own });
})();
