// Problems beside their fields, and all of them in one list that leads to each.
(() => {
  const form = window.handbookForm;
  const title = document.title;
  const left = new Set(); // fields that were changed and then left: their problems are shown
  let checked = false;

  // What is wrong with a file name. It follows from the title, so without one there is nothing to say yet.
  const named = (kind, scope, others) => {
    const id = form.nameBox(scope).value.trim();
    return id || scope.querySelector("[data-field=title]").value.trim() ? form.fileName(kind, id, others) : [];
  };

  // Every problem with the element that it belongs to.
  const problems = () => {
    const where = new Map();
    const record = form.lesson(where);
    const sources = form.sources();
    const ids = sources.map(({ id }) => id);
    const cited = new Set(form.citations(record).map(({ source }) => source));
    const at = (map, path) => map.get(path.join(".")) || (path.length ? at(map, path.slice(0, -1)) : null);
    const all = [...form.shape("lesson", record), ...form.whole("lesson", record, ids)].map((one) => ({ ...one, element: at(where, one.path) }));
    all.push(...named("lesson", form.main).map((one) => ({ ...one, element: form.nameBox(form.main) })));
    for (const { entry, id, record: source } of sources) {
      const there = new Map();
      form.read(entry, "source", there);
      const found = [...form.shape("source", source), ...form.whole("source", source)];
      all.push(...found.map((one) => ({ ...one, element: at(there, one.path) })));
      const others = ids.filter((other, index) => other === id && sources[index].entry !== entry);
      all.push(...named("source", entry, others).map((one) => ({ ...one, element: form.nameBox(entry) })));
      if (id && !cited.has(id)) all.push({ ...form.uncited([]), element: there.get("title") });
    }
    return all.sort(({ element: one }, { element: two }) => (one === two ? 0 : one.compareDocumentPosition(two) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  };

  const boxOf = (control) => (control.matches("[data-list], fieldset[data-field]") ? control : control.closest(".field"));
  const wrongOf = (control) => boxOf(control).querySelector(":scope > .wrong");
  const controlOf = (control) => (control.matches("input, select, textarea") ? control : control.querySelector("input, select, textarea, button"));

  // Show what is wrong with each field that was left, or with all once the whole was checked. Each field shows its first problem.
  const show = () => {
    const found = problems();
    for (const box of form.element.querySelectorAll(".wrong")) box.textContent = "";
    for (const control of form.element.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const one of [...found].reverse()) {
      const { element: control } = one;
      if (!checked && !left.has(control)) continue;
      const before = document.createElement("span");
      before.className = "unseen";
      before.textContent = `${form.words("wrong")} `;
      wrongOf(control).replaceChildren(before, sentence(one));
      if (control.matches("input, select, textarea")) control.setAttribute("aria-invalid", "true");
    }
    return found;
  };

  const labelOf = (control) => {
    const box = boxOf(control);
    const entry = control.closest("fieldset.entry");
    const words = box.dataset.label || box.querySelector("label").firstChild.textContent;
    return [entry && entry !== box ? entry.dataset.name : "", words].filter(Boolean).join(", ").replace(/\s+/g, " ").trim();
  };

  // Fields for editors are folded away.
  const open = (control) => {
    const folded = control.closest("details");
    if (folded) folded.open = true;
  };

  // What is wrong, in one way in both places. Where something is missing, it says what to do.
  const MISSING = new Set(["empty", "missing-field", "too-few", "no-activity"]);
  const sentence = ({ element: control, code, path, message, hint }) => {
    const name = [...path].reverse().find((part) => typeof part === "string");
    const known = form.words("missing");
    const words = MISSING.has(code) && (known[`${path[0]}_${name}`] || known[name]);
    return words || `${labelOf(control)}: ${[message, hint].filter(Boolean).join(" ")}`;
  };

  const showSummary = (found) => {
    const summary = form.element.querySelector("[data-summary]");
    const lines = found.map((one) => {
      const { element: control } = one;
      const link = document.createElement("a");
      const target = controlOf(control);
      link.href = `#${target.id}`;
      link.textContent = sentence(one);
      link.addEventListener("click", (event) => { event.preventDefault(); open(target); target.focus(); target.scrollIntoView({ block: "center" }); });
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    summary.querySelector("ul").replaceChildren(...lines);
    summary.hidden = !lines.length;
    document.title = lines.length ? `${form.words("problems")}: ${title}` : title;
    if (lines.length) {
      summary.focus();
      summary.scrollIntoView({ block: "start" });
    }
  };

  // Check everything, and show all that is wrong; `more` are problems that only the finished files have. Whether nothing is.
  const checkAll = (more) => {
    checked = true;
    const found = [...show(), ...more.map((one) => ({ ...one, element: form.nameBox(form.main) }))];
    showSummary(found);
    return !found.length;
  };

  const leave = (control) => {
    left.add(control);
    show();
  };

  const again = () => { if (checked || left.size) show(); };

  const forgive = () => {
    checked = false;
    left.clear();
    showSummary([]);
    show();
  };

  Object.assign(form, { problems, controlOf, checkAll, leave, again, forgive });
})();
