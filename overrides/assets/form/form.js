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

  // Every place of a lesson that cites a source.
  form.citations = (record) => ["evidence", "seen_again", "used"].flatMap((name) => record[name] || []);

  // The lesson with the file names of its new sources in place of their signs; `where` fills with the element of each value.
  const lesson = form.lesson = (where = new Map()) => {
    const names = new Map(form.sources().map(({ sign, id }) => [sign, id]));
    const record = form.read(main, "lesson", where);
    for (const item of form.citations(record)) if (names.has(item.source)) item.source = names.get(item.source) || null;
    return record;
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

  const fresh = () => ({ state: "identified", added: form.today(), reviewed: form.today() });

  const start = (kept) => {
    touched = false;
    form.restore(kept);
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
    form.own(target);
    if (control.dataset.field === "title") suggestName(control.closest("[data-sources] .entry, [data-lesson]"), sourceList.contains(control) ? "source" : "lesson");
    if ("id" in control.dataset) form.setName(control, control.value, control.value !== "");
    if (sourceList.contains(control)) form.offerOwn();
    if (target.matches("[data-choices=activity]")) {
      form.steps(target);
      if (!passing) tickFor(target);
    }
    stale();
    form.again();
    form.draft.later(form.readDraft);
  });

  // An arrow key moves through a list and chooses every activity on the way. Only the one where somebody stays ticks boxes:
  // when the list is left, when Enter is pressed, or at once when it was chosen with a pointer.
  let passing = false;
  const tickFor = (select) => {
    const ticked = form.tick(select);
    if (!ticked.length) return;
    form.announce(form.words("ticked").replace("{what}", ticked.join(", ")));
    stale();
    form.again();
    form.draft.later(form.readDraft);
  };
  element.addEventListener("pointerdown", () => { passing = false; });
  element.addEventListener("keydown", ({ target, key }) => {
    if (!target.matches("[data-choices=activity]")) return;
    passing = key !== "Enter";
    if (!passing) tickFor(target);
  });
  element.addEventListener("focusout", ({ target }) => {
    if (!passing || !target.matches("[data-choices=activity]")) return;
    passing = false;
    tickFor(target);
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
    form.draft.later(form.readDraft);
  });

  element.addEventListener("submit", (event) => { event.preventDefault(); finish(); });
  element.querySelector("[data-show-preview]").addEventListener("click", showPreview);
  element.querySelector("[data-clear]").addEventListener("click", clear);
  window.addEventListener("pagehide", () => { if (touched) form.draft.keep(form.readDraft()); });

  // Begin

  Object.assign(form, { fresh, start });
  form.offer(element);
  const kept = form.draft.kept();
  if (kept === null) start({ lesson: fresh() });
  const fits = kept === null || form.restoreText(kept);
  form.showAside(fits ? form.draft.setAside() : form.draft.putAside(kept));
  if (!fits) form.draft.keep(form.readDraft());
  const note = element.querySelector("[data-kept]");
  if (!form.draft.works()) note.textContent = form.words("not_kept");
  else if (kept !== null && fits) note.prepend(`${form.words("restored")} `);
  element.classList.remove("waits");
})();
