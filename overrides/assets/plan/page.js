// The page of the plan: fields that change the reader's project, and everything that follows from it. Nothing leaves the machine.
(() => {
  const plan = window.handbookPlan;
  const project = window.handbookProject;
  const data = window.handbookPlanData;
  const page = document.querySelector("[data-planner]");
  const form = document.querySelector("[data-form]");
  const { words } = data;
  const DAYS = 7;
  const MOST = 3640;

  const part = (name) => form.querySelector(`[data-${name}]`);
  const stateOf = (kept) => plan.stateOf(data, kept, plan.now());

  // Fields

  const weeksOf = (days) => String(Math.round((days / DAYS) * 10) / 10);
  const daysOf = (text) => {
    const weeks = Number(text.replace(",", "."));
    const days = Math.round(weeks * DAYS);
    return days >= 1 && days <= MOST ? days : null;
  };
  const wrong = (input, note, message) => {
    note.textContent = message;
    input.setAttribute("aria-invalid", String(Boolean(message)));
  };

  const fillFields = (kept) => {
    if (document.activeElement !== part("live") && part("live").getAttribute("aria-invalid") !== "true") part("live").value = kept.plan.go_live || "";
    if (document.activeElement !== part("live-why")) part("live-why").value = kept.plan.go_live_why || "";
    for (const input of form.querySelectorAll("[data-length]")) {
      const days = kept.plan.lengths[input.dataset.length];
      if (document.activeElement !== input && input.getAttribute("aria-invalid") !== "true") input.value = days ? weeksOf(days) : "";
    }
    listAvoided(kept.plan.avoid);
    const days = kept.plan.pay_days;
    part("pay-days").textContent = days.length ? plan.fill(words.pay_days_are, { n: days.length, first: plan.show(plan.dayOf(days[0])), last: plan.show(plan.dayOf(days.at(-1))) }) : "";
    part("pay-clear").hidden = !days.length;
  };

  const listAvoided = (times) => {
    const entries = times.map((time, index) => {
      const entry = document.createElement("li");
      const text = `${plan.show(plan.dayOf(time.from))} – ${plan.show(plan.dayOf(time.to))}${time.why ? `, ${time.why}` : ""}`;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = plan.fill(words.remove, { what: time.why || text });
      button.addEventListener("click", () => {
        project.change((next) => { next.plan.avoid.splice(index, 1); });
        (part("avoid-list").querySelectorAll("button")[index] || part("avoid-from")).focus();
      });
      entry.append(text, " ", button);
      return entry;
    });
    part("avoid-list").replaceChildren(...entries);
  };

  part("live").addEventListener("change", ({ target }) => {
    const day = target.value ? plan.dayOf(target.value) : null;
    const bad = target.validity.badInput || (target.value && (day === null || !target.validity.valid));
    wrong(target, part("live-wrong"), bad ? words.go_live_wrong : "");
    if (bad) return;
    project.change((next) => {
      if (next.plan.go_live !== target.value) delete next.plan.go_live_why;
      next.plan.go_live = target.value || null;
    });
  });
  part("live-why").addEventListener("change", ({ target }) => project.change((next) => { next.plan.go_live_why = project.clean(target.value).trim() || null; }));

  form.addEventListener("change", ({ target }) => {
    const phase = target.dataset.length;
    if (!phase) return;
    const days = target.value.trim() ? daysOf(target.value.trim()) : 0;
    const note = form.querySelector(`[data-dates="${CSS.escape(phase)}"]`);
    wrong(target, note, days === null ? plan.fill(words.length_wrong, { phase: new Map(data.phases).get(phase) }) : "");
    if (days === null) return;
    project.change((next) => {
      if (days) next.plan.lengths[phase] = days;
      else delete next.plan.lengths[phase];
    });
  });

  part("avoid-add").addEventListener("click", () => {
    const [from, to, why] = ["avoid-from", "avoid-to", "avoid-why"].map(part);
    const bad = plan.dayOf(from.value) === null || plan.dayOf(to.value) === null || from.value > to.value;
    part("avoid-wrong").textContent = bad ? words.avoid_wrong : "";
    for (const input of [from, to]) input.setAttribute("aria-invalid", String(bad));
    if (bad) {
      from.focus();
      return;
    }
    const entry = { from: from.value, to: to.value, ...(project.line(why.value) ? { why: project.line(why.value) } : {}) };
    if (!project.change((next) => { next.plan.avoid = [...next.plan.avoid, entry].sort((a, b) => (a.from < b.from ? -1 : 1)); })) return;
    for (const input of [from, to, why]) input.value = "";
    from.focus();
  });

  // Pay days: the same day of each month, or the last working day; on a weekend, the Friday before.
  const payDay = (year, month, day) => {
    const date = new Date(Date.UTC(year, day ? month : month + 1, day));
    while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() - 1);
    return date.toISOString().slice(0, 10);
  };
  part("pay-add").addEventListener("click", () => {
    const { wishes, plan: counted } = stateOf(project.read());
    const last = Math.max(...[...counted.windows.values()].map((phase) => phase.last), wishes.goLive || 0, plan.now() + 365);
    const start = new Date();
    const days = [];
    for (let month = 0; month < 240; month++) {
      const day = payDay(start.getFullYear(), start.getMonth() + month, Number(part("pay-day").value));
      if (plan.dayOf(day) > last) break;
      days.push(day);
    }
    project.change((next) => { next.plan.pay_days = [...new Set([...next.plan.pay_days, ...days])].sort().slice(0, 500); });
  });
  part("pay-clear").addEventListener("click", () => {
    project.change((next) => { next.plan.pay_days = []; });
    part("pay-add").focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  // Files

  const FILES = {
    csv: (state) => ({ name: "plan.csv", text: plan.csv(plan.rows(state)), type: "text/csv" }),
    xlsx: (state) => ({ name: "plan.xlsx", text: window.handbookWorkbook.xlsx([plan.sheet(state)]), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }),
    ods: (state) => ({ name: "plan.ods", text: window.handbookWorkbook.ods([plan.sheet(state)]), type: "application/vnd.oasis.opendocument.spreadsheet" }),
    ics: (state) => ({ name: "plan.ics", text: plan.ics(plan.calendar(state, state.wishes.goLive)), type: "text/calendar" }),
  };
  page.querySelector("[data-files]").addEventListener("click", ({ target }) => {
    const form_ = target.dataset.file;
    if (form_ === "project") project.save();
    else if (form_) window.handbookDevice.download(FILES[form_](stateOf(project.read())));
  });

  const refresh = () => {
    const kept = project.read();
    page.querySelector("[data-refused]").textContent = "";
    page.querySelector("[data-not-kept]").hidden = project.canStore();
    fillFields(kept);
    plan.display(page, stateOf(kept));
  };
  page.classList.remove("waits");
  project.on(refresh);
  project.onRefused((text) => { page.querySelector("[data-refused]").textContent = text; });
  window.addEventListener("resize", () => plan.redraw(page, stateOf(project.read())));
  refresh();
})();
