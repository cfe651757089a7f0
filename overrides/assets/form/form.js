// The form for a new lesson: it listens, shows problems beside their fields, and hands over what the other files make.
(() => {
  const form = window.handbookForm;
  const element = document.querySelector("form[data-form]");
  const main = element.querySelector("[data-lesson]");
  const sourceList = element.querySelector("[data-sources]");
  const ready = element.querySelector("[data-ready]");
  const preview = element.querySelector("[data-preview]");
  let touched = false;

  Object.assign(form, { element, main });
  form.words = (name) => form.data.words[name];
  form.announce = (words) => { element.querySelector("[role=status]").textContent = words; };

  // What stands in the form

  const nameBox = form.nameBox = (scope) => [...scope.querySelectorAll("[data-id]")].find((box) => scope !== main || !sourceList.contains(box));

  form.sources = () => form.entries(sourceList).map((entry) => ({
    entry, sign: entry.dataset.sign, name: entry.dataset.name || "", id: nameBox(entry).value.trim(), record: form.read(entry, "source", new Map()),
  }));

  // The lesson with the file names of its new sources in place of their signs; `where` fills with the element of each value.
  const lesson = form.lesson = (where = new Map()) => {
    const names = new Map(form.sources().map(({ sign, id }) => [sign, id]));
    const record = form.read(main, "lesson", where);
    for (const item of [...(record.evidence || []), ...(record.seen_again || [])]) if (names.has(item.source)) item.source = names.get(item.source) || null;
    return record;
  };

  const draft = () => ({
    lesson: form.read(main, "lesson", new Map()), id: nameBox(main).value, own: "own" in nameBox(main).dataset,
    sources: form.sources().map(({ sign, record, entry }) => ({ sign, record, id: nameBox(entry).value, own: "own" in nameBox(entry).dataset })),
  });

  const restore = (kept) => {
    sourceList.querySelector("[data-entries]").replaceChildren();
    for (const { sign, record, id, own } of kept.sources || []) {
      const entry = form.add(sourceList);
      entry.dataset.sign = sign;
      form.fill(entry, record);
      setName(nameBox(entry), id, own);
    }
    form.offerOwn();
    form.fill(main, kept.lesson || {});
    setName(nameBox(main), kept.id || "", kept.own);
  };

  const setName = (box, id, own) => {
    box.value = id;
    if (own) box.dataset.own = "";
    else delete box.dataset.own;
  };

  // What the buttons do

  const files = () => [{ kind: "lesson", id: nameBox(main).value.trim(), record: lesson() }, ...form.sources().map(({ id, record }) => ({ kind: "source", id, record }))]
    .map(({ kind, id, record }) => ({ kind, name: `${id}.yml`, folder: form.data.folders[kind], text: form.yaml(record) }));

  const finish = () => {
    const made = files();
    ready.hidden = !form.checkAll(made.flatMap(({ text }) => form.tooLarge(text)));
    if (ready.hidden) return;
    ready.querySelector("[data-ready-note]").textContent = form.words("ready_note").replace("{folder}", form.data.folders.lesson);
    form.showFiles(ready.querySelector("[data-files]"), lesson().title, made);
    ready.focus();
    ready.scrollIntoView({ block: "start" });
  };

  const showPreview = () => {
    preview.hidden = false;
    form.preview(preview.querySelector("[data-page]"), lesson(), form.sources().map(({ id, record }) => ({ ...record, id })));
    preview.focus();
    preview.scrollIntoView({ block: "start" });
  };

  const clear = () => {
    if (!window.confirm(form.words("clear_sure"))) return;
    start({ lesson: fresh() });
    form.draft.forget();
    form.announce(form.words("cleared"));
    element.querySelector("[data-kept]").textContent = form.words("kept");
    form.controlOf(main).focus();
  };

  const fresh = () => ({ added: form.today(), reviewed: form.today() });

  const start = (kept) => {
    touched = false;
    restore(kept);
    stale();
    form.forgive();
  };

  // What was made before a change is no longer what stands in the form.
  const stale = () => {
    ready.hidden = true;
    preview.hidden = true;
  };

  // Listening

  const controlIn = (target) => target.closest("fieldset[data-field]") || target.closest("[data-field], [data-id]");

  const suggestName = (scope, kind) => {
    const box = nameBox(scope);
    if (!("own" in box.dataset)) box.value = form.idFrom(scope.querySelector("[data-field=title]").value, kind);
  };

  element.addEventListener("input", ({ target }) => {
    const control = controlIn(target);
    if (!control) return;
    touched = true;
    if (control.dataset.field === "title") suggestName(control.closest("[data-sources] .entry, [data-lesson]"), sourceList.contains(control) ? "source" : "lesson");
    if ("id" in control.dataset) setName(control, control.value, control.value !== "");
    if (sourceList.contains(control)) form.offerOwn();
    if (target.matches("[data-choices=activity]")) {
      form.steps(target);
      const ticked = form.tick(target);
      if (ticked.length) form.announce(form.words("ticked").replace("{what}", ticked.join(", ")));
    }
    stale();
    form.again();
    form.draft.later(draft);
  });

  element.addEventListener("filled", ({ target }) => { if (target.matches("[data-choices=activity]")) form.steps(target); });

  // Browsers say “change” when a text that was changed is left, and when something is chosen.
  element.addEventListener("change", ({ target }) => {
    const control = controlIn(target);
    if (control) form.leave(control);
  });

  element.addEventListener("click", ({ target }) => {
    const adds = target.closest("[data-add]");
    const removes = target.closest("[data-remove]");
    if (adds) {
      const list = adds.closest("[data-list], [data-sources]");
      const entry = form.add(list);
      if (list === sourceList) {
        entry.dataset.sign = `+${Math.max(0, ...form.sources().map(({ sign }) => Number(sign?.slice(1) || 0))) + 1}`;
        form.offerOwn();
      }
      form.announce(entry.dataset.name);
      form.controlOf(entry).focus();
    } else if (removes) {
      form.announce(form.words("removed").replace("{what}", form.remove(removes.closest("fieldset.entry"))));
      form.offerOwn();
    } else {
      return;
    }
    stale();
    form.again();
    form.draft.later(draft);
  });

  element.addEventListener("submit", (event) => { event.preventDefault(); finish(); });
  element.querySelector("[data-show-preview]").addEventListener("click", showPreview);
  element.querySelector("[data-clear]").addEventListener("click", clear);
  window.addEventListener("pagehide", () => { if (touched) form.draft.keep(draft()); });

  // Begin

  form.offer(element);
  const kept = form.draft.kept();
  start(kept || { lesson: fresh() });
  const said = element.querySelector("[data-kept]");
  if (!form.draft.works()) said.textContent = form.words("not_kept");
  else if (kept) said.prepend(`${form.words("restored")} `);
  element.hidden = false;
  form.start = start;
})();
