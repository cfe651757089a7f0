// Lists to choose from: the real records of the handbook, and the sources that the form itself describes.
(() => {
  const form = window.handbookForm;
  const { choices } = form.data;

  const option = (value, words) => new Option(words, value);

  const grouped = (titles, records, kind) => titles.map(([id, title]) => {
    const group = document.createElement("optgroup");
    group.label = title;
    group.append(...records.filter((record) => record[kind] === id).map(([value, words]) => option(value, words)));
    return group;
  });

  const fillSelect = (select) => {
    const kind = select.dataset.choices;
    const first = option("", form.words("choose"));
    if (kind === "step") select.replaceChildren(option("", form.words("whole_activity")));
    else if (kind === "activity") select.replaceChildren(first, ...grouped(choices.phase, choices.activity, 2));
    else if (kind === "source") offerSources(select, first);
    else select.replaceChildren(first, ...choices[kind].map(([id, title]) => option(id, title)));
  };

  const offerSources = (select, first) => {
    const own = document.createElement("optgroup");
    own.label = form.words("new_sources");
    own.dataset.own = "";
    select.replaceChildren(first, own, ...choices.source.map(([id, title]) => option(id, title)));
    ownSources(select);
  };

  // The sources of the form, by the sign that stands for each while its file name may still change.
  const ownSources = (select) => {
    const own = select.querySelector("[data-own]");
    const { value } = select;
    own.replaceChildren(...form.sources().map(({ sign, record, name }) => option(sign, form.words("new_source").replace("{title}", record.title || name))));
    own.hidden = !own.children.length;
    if ([...select.options].some((one) => one.value === value)) select.value = value;
  };

  // The steps of the activity chosen beside them.
  const steps = (select) => {
    const [, , , , known] = choices.activity.find(([id]) => id === select.value) || [, , , , []];
    const other = select.closest("[data-entry], fieldset").querySelector("[data-choices=step]");
    other.replaceChildren(option("", form.words("whole_activity")), ...known.map(([id, text]) => option(id, text || id.replaceAll("-", " "))));
    other.disabled = !known.length;
  };

  // Which list of activities ticked a box. A box that somebody ticks or clears is theirs from then on.
  const tickedBy = new WeakMap();

  // Tick the phase and the workstream of the chosen activity, in place of those that its list ticked before. What people ticked stays.
  // The titles of what was ticked.
  const tick = (select) => {
    for (const box of form.element.querySelectorAll("input[type=checkbox]:checked")) {
      if (tickedBy.get(box) !== select) continue;
      box.checked = false;
      tickedBy.delete(box);
    }
    const [, , phase, workstream] = choices.activity.find(([id]) => id === select.value) || [];
    return [["phases", phase], ["workstreams", workstream]].flatMap(([field, id]) => {
      const box = id && form.element.querySelector(`[data-field=${field}] input[value="${CSS.escape(id)}"]`);
      if (!box || box.checked) return [];
      box.checked = true;
      tickedBy.set(box, select);
      return [box.closest("label").textContent.trim()];
    });
  };

  form.own = (box) => tickedBy.delete(box);
  form.offer = (scope) => scope.querySelectorAll("select[data-choices]").forEach(fillSelect);
  form.offerOwn = () => form.element.querySelectorAll("select[data-choices=source]").forEach(ownSources);
  Object.assign(form, { steps, tick });
})();
