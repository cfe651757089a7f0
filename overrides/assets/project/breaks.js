// What the cuts break: each with its cause, and what was decided about it.
(() => {
  const project = window.handbookProject;
  const { data, tailoring, fill, lists } = project;
  const { words, severities, criteria, evidence } = tailoring;
  const page = document.querySelector("[data-tailor]");
  const SHOWN = 4; // lessons that are named

  const titled = (ref) => (Object.hasOwn(data.records, ref) ? data.records[ref][0] : ref);
  const target = (ref) => {
    const [record, part] = ref.split("#");
    return { title: titled(record), address: Object.hasOwn(data.records, record) ? page.dataset.root + record + data.suffix + (part ? `#${part}` : "") : null };
  };
  const activity = (id) => target(`activities/${id}`);

  const kindOf = ({ id }) => id.slice(0, id.indexOf(":"));
  const refOf = ({ id }) => id.slice(id.indexOf(":") + 1);

  const what = (one) => {
    const kind = kindOf(one);
    const ref = refOf(one);
    if (kind === "criterion") return fill(words.said[one.left ? "weaker" : "criterion"], { title: criteria[ref] });
    return fill(words.said[kind], { title: titled(ref), n: one.needs.length });
  };

  // What the record itself says: the text of the way, or of leaving it out.
  const text = (one) => {
    const row = document.querySelector(`[data-activity="${refOf(one).replace("activities/", "")}"]`);
    const wanted = { never: "[data-way-text=drop]", skipped: "[data-effect]" }[kindOf(one)];
    const part = wanted && row?.querySelector(wanted);
    return part ? [part.cloneNode(true)] : [];
  };

  const showNeeds = (element, one) => {
    const kind = kindOf(one);
    element.replaceChildren();
    if (kind === "criterion" && one.left) element.textContent = fill(words.evidence_left, one);
    if (kind === "input") lists.links(element, words.needed_by, one.needs.map(activity));
    if (kind !== "lessons") return;
    const lesson = (id) => ({ ...target(`lessons/${id}`), after: `(${evidence[id]})` });
    lists.links(element, "", one.needs.slice(0, SHOWN).map(lesson));
    if (one.needs.length <= SHOWN) return;
    const rest = document.createElement("details");
    const summary = document.createElement("summary");
    const more = document.createElement("span");
    summary.textContent = fill(words.more, { n: one.needs.length - SHOWN });
    lists.links(more, "", one.needs.slice(SHOWN).map(lesson));
    rest.append(summary, more);
    element.append(" ", rest);
  };

  const day = (text) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`));
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const decided = (read, { id }) => (Object.hasOwn(read.accepted, id) ? read.accepted[id] : null);
  // A break counts as accepted only while it is the same: what breaks more is open again.
  const isAccepted = (read, one) => {
    const decision = decided(read, one);
    return decision !== null && (!decision.mark || decision.mark === one.mark);
  };

  // What the decision was about, so that a later edition can say what has changed.
  const remember = (read, ref) => {
    const [record, part] = ref.split("#");
    const seen = part ? [criteria[ref], data.parts[record]?.[part]] : data.records[record];
    if (seen?.[1]) project.see(read, ref, ...seen);
  };

  const listen = (element, one, announce) => {
    const form = element.querySelector("[data-accept]");
    const input = form.querySelector("input");
    const wrong = form.querySelector(".wrong");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const reason = project.clean(input.value).trim();
      wrong.hidden = Boolean(reason);
      input.toggleAttribute("aria-invalid", !reason);
      if (!reason) {
        announce(words.accept_why);
        input.focus();
        return;
      }
      const { mark } = element.consequence;
      const fits = project.change((read) => {
        read.accepted[one.id] = { reason, on: today(), mark };
        remember(read, refOf(one));
      });
      if (fits) element.querySelector(".tailor__accepted").focus();
    });
    element.querySelector("[data-change]").addEventListener("click", () => {
      input.value = project.read().accepted[one.id]?.reason || "";
      project.change((read) => { delete read.accepted[one.id]; });
      announce(words.changed);
      input.focus();
    });
  };

  const make = (number, announce) => (one) => {
    const element = lists.made("tailor-break");
    element.querySelector(".tailor__what").id = `break-${number()}`;
    for (const named of element.querySelectorAll("form, [data-change]")) named.setAttribute("aria-describedby", element.querySelector(".tailor__what").id);
    listen(element, one, announce);
    return element;
  };

  const update = (read, out) => (element, one) => {
    element.consequence = one;
    element.dataset.severity = one.severity;
    element.querySelector(".tailor__severity").textContent = severities[one.severity];
    element.querySelector(".tailor__what").textContent = what(one);
    element.querySelector("[data-text]").replaceChildren(...text(one));
    showNeeds(element.querySelector("[data-needs]"), one);
    lists.links(element.querySelector("[data-because]"), words.because, one.causes.map((id) => ({ ...activity(id), after: out.has(id) ? words.because_out : "" })));
    const decision = decided(read, one);
    const accepted = isAccepted(read, one);
    const before = element.querySelector("[data-before]");
    before.hidden = !decision || accepted;
    before.textContent = decision ? fill(words.accepted_before, decision) : "";
    element.querySelector("[data-accept]").hidden = accepted;
    element.querySelector("[data-accepted]").hidden = !accepted;
    if (!accepted) return;
    element.querySelector(".tailor__accepted").textContent = decision.on ? fill(words.accepted, { day: day(decision.on) }) : words.accept;
    element.querySelector("[data-why]").textContent = fill(words.accepted_because, decision);
  };

  let count = 0;
  const number = () => { count += 1; return count; };

  // Show what breaks, and return how many breaks are open.
  project.showBreaks = (read, found, out, announce) => {
    lists.show(page.querySelector("[data-breaks]"), found, ({ id }) => id, make(number, announce), update(read, out));
    page.querySelector("[data-no-breaks]").hidden = found.length > 0;
    page.querySelector("[data-breaks-note]").hidden = !found.length;
    return found.filter((one) => !isAccepted(read, one)).length;
  };
  Object.assign(project, { activityTarget: activity });
})();
