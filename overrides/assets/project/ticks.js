// Ticks and notes where people read: on what makes an activity done, on steps, on criteria and on documents.
(() => {
  const project = window.handbookProject;
  const { only, words, fill, refOf } = project;
  const here = refOf(location.href);
  const record = document.querySelector(".record-activity, .record-phase, .record-product, .record-lesson");
  if (!record || !here) return;
  const heading = document.querySelector("h1").textContent.trim();
  const parts = [];
  let status;
  let saving;

  const create = (name, values = {}, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };
  // Say what happened, or why it did not. Where the browser keeps nothing, the file can be saved from here.
  const say = (fits, text) => {
    const isKept = project.canStore();
    saving.hidden = isKept;
    status.textContent = [fits ? text : words.refused_full, isKept ? "" : words.not_kept].filter(Boolean).join(" ");
  };
  const short = (text) => {
    const line = text.replace(/\s+/gu, " ").trim();
    return line.length <= 90 ? line : `${line.slice(0, 90).replace(/\s\S*$/u, "")}…`;
  };

  // What each thing said when it was ticked is known from the large data, which nobody else needs.
  const markOf = async (ref) => {
    if (!project.data) await project.load("project-data");
    const [whole, part] = ref.split("#");
    return (part ? project.data.parts[whole]?.[part] : project.data.records[whole]?.[1]) || "";
  };

  const remember = async (ref, title, fn) => {
    const fits = project.change(fn);
    const mark = await markOf(ref).catch(() => "");
    if (fits) project.change((read) => project.see(read, ref, title, mark));
    return fits;
  };

  const tick = async (part, checked) => {
    const fits = await remember(part.ref, part.title, (read) => project.setTick(read, part.ref, checked));
    say(fits, fill(checked ? words.ticked : words.unticked, { what: short(part.title) }));
  };

  const saveNote = async (part, text) => {
    const note = project.clean(text).trim();
    const fits = await remember(part.ref, part.title, (read) => {
      if (note) read.notes[part.ref] = note;
      else delete read.notes[part.ref];
    });
    say(fits, words.note_kept);
  };

  const noteOf = (part) => {
    const field = create("textarea", { rows: 3, maxLength: 4000 });
    const printed = create("p", { className: "tick__printed project__text" });
    const label = create("label", { className: "tick__note", hidden: true }, fill(words.note_label, { what: short(part.title) }), field);
    const button = create("button", { type: "button", textContent: words.note });
    button.setAttribute("aria-label", `${words.note}: ${short(part.title)}`);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      label.hidden = !label.hidden;
      button.setAttribute("aria-expanded", String(!label.hidden));
      if (!label.hidden) field.focus();
    });
    field.addEventListener("change", () => saveNote(part, field.value));
    Object.assign(part, { field, label, button, printed });
    return [button, label, printed];
  };

  // Add a box, with words beside it or named by what it is about, and a button for a note.
  const add = (place, part, wording) => {
    const box = create("input", { type: "checkbox", className: "tick__box" });
    if (wording) place.append(create("label", { className: "tick__label" }, box, ` ${wording}`), " ");
    else {
      box.setAttribute("aria-label", short(part.title));
      place.before(box);
    }
    box.addEventListener("change", () => tick(part, box.checked));
    part.box = box;
    place.append(...noteOf(part));
    parts.push(part);
  };

  const line = () => create("div", { className: "project tick" });
  // The words of an item alone, without who does it and the lessons that stand beside it.
  const titleOf = (item) => {
    const alone = (item.querySelector(":scope > div") || item).cloneNode(true);
    for (const beside of alone.querySelectorAll(".steps__side, .only-if")) beside.remove();
    return alone.textContent.replace(/\s+/gu, " ").trim();
  };

  const addAll = () => {
    const done = only.activities.find(({ id }) => `activities/${id}` === here)?.done || [];
    [...record.querySelectorAll(".done .ticks > li")].forEach((item, index) => {
      if (!done[index]) return;
      const part = { ref: `${here}#done-${done[index]}`, title: titleOf(item) };
      const place = line();
      item.classList.add("tick__item");
      item.append(place);
      add(place, part);
      item.prepend(part.box);
    });
    for (const item of record.querySelectorAll(".steps > li, .criteria > li")) {
      const place = line();
      const part = { ref: `${here}#${item.id}`, title: titleOf(item) };
      item.append(place);
      add(place, part, words.done);
      part.box.setAttribute("aria-label", `${words.done}: ${short(part.title)}`);
    }
    const place = line();
    const part = { ref: here, title: heading };
    if (record.matches(".record-product")) add(place, part, words.ready);
    else {
      place.append(...noteOf(part));
      parts.push(part);
    }
    status = create("p", { className: "tick__status" });
    status.setAttribute("role", "status");
    saving = create("button", { type: "button", textContent: words.save, hidden: true });
    saving.addEventListener("click", () => project.save());
    place.append(" ", create("a", { href: new URL(only.project, project.root).href, textContent: words.lead_to }), status, saving);
    (record.querySelector(".record__facts, .head, header") || record.firstElementChild).after(place);
  };

  const show = (read) => {
    for (const { ref, box, field, label, button, printed } of parts) {
      if (box) box.checked = project.isMet(read, ref);
      const note = Object.hasOwn(read.notes, ref) ? read.notes[ref] : "";
      printed.textContent = note;
      if (document.activeElement !== field) field.value = note;
      if (note && label.hidden) {
        label.hidden = false;
        button.setAttribute("aria-expanded", "true");
      }
    }
  };

  addAll();
  project.on(show);
  show(project.read());
})();
