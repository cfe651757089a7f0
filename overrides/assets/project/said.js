// What stands in a project, in words: what a reference is called, where it leads, and what was said about it.
(() => {
  const project = window.handbookProject;
  const { data, words } = project;
  const page = document.querySelector("[data-project]");
  const REF = { cuts: (id) => `activities/${id}`, owners: (id) => `roles/${id}`, accepted: (id) => id.slice(id.indexOf(":") + 1) };
  const refOf = (name, id) => (REF[name] || ((ref) => ref))(id);
  const own = (part, name) => (Object.hasOwn(part, name) ? part[name] : undefined);

  // The mark of what a reference names in this edition, or undefined where there is no such thing.
  const markOf = (ref) => {
    const [record, part] = ref.split("#");
    return part === undefined ? own(data.records, record)?.[1] : own(own(data.parts, record) || {}, part);
  };

  // What a reference is called: as the reader saw it, where only a part of a record is meant or this edition has none.
  const titled = (ref, read) => {
    const [record, part] = ref.split("#");
    const title = own(data.records, record)?.[0];
    const seen = own(read.seen, ref)?.title;
    if (part === undefined) return title || seen || ref;
    return [title, seen || (part.startsWith("done-") ? "" : part)].filter(Boolean).join(": ");
  };

  // Fill a link. What leads nowhere is no link.
  const link = (element, ref, text) => {
    const [record, part] = ref.split("#");
    element.textContent = text;
    if (markOf(ref) === undefined) element.replaceWith(text);
    else element.href = page.dataset.root + record + data.suffix + (part && !part.startsWith("done-") ? `#${part}` : "");
  };

  const day = (text) => new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`));
  const plurals = new Intl.PluralRules(document.documentElement.lang || undefined);
  const days = (n) => project.fill(data.days[plurals.select(n)] || data.days.other, { n });

  // What a reader said is kept as words for programs, and shown as it was chosen.
  const SAID = {
    profile: (given, id) => given.map((answer) => own(own(data.answers, id)?.[1] || {}, answer) || answer).join(", "),
    cuts: ({ way, reason }) => [data.ways[way], reason].filter(Boolean).join(": "),
    accepted: ({ reason }) => reason,
    states: (state) => own(data.states, state) || state,
    ticks: () => "",
    plan: (value) => (typeof value === "number" ? days(value) : day(value)),
  };
  const valueOf = (name, value, id) => (value === undefined ? "" : (SAID[name] || String)(value, id));

  // What one entry of a part is about.
  const nameOf = (name, id, read) => {
    if (name === "profile") return own(data.answers, id)?.[0] || id;
    return titled(refOf(name, id), read);
  };
  const nameInPlan = ([, name, phase], read) => (name === "lengths" ? project.fill(words.differ_length, { phase: titled(`phases/${phase}`, read) }) : words.differ_go_live);

  const announce = (text) => { page.querySelector("[data-status]").textContent = text; };
  project.onRefused(announce);

  Object.assign(project, { refOfEntry: refOf, markOf, titled, link, valueOf, nameOf, nameInPlan, announce });
})();
