// The fields: between controls on the page and a record as plain data, both ways; and entries that are added and taken out.
// A field is an element with data-field: a control, or a group of boxes or circles. `group.field` is a field inside a group. A list is an element with data-list: its
// entries hold fields of their own, or one value each when it is marked data-single.
(() => {
  const form = window.handbookForm;
  let number = 0;

  const inScope = (scope, selector) => [...scope.querySelectorAll(selector)].filter((found) => {
    const list = found.parentElement.closest("[data-list], [data-sources]");
    return !list || !scope.contains(list) || list === scope;
  });
  const fields = (scope) => inScope(scope, "[data-field]");
  const lists = (scope) => inScope(scope, "[data-list]").filter((list) => list !== scope);
  const entries = (list) => [...list.querySelector(":scope > [data-entries]").children];

  // Reading

  const valueOf = (field) => {
    if (field.matches("fieldset")) {
      const ticked = [...field.querySelectorAll("input:checked")].map((input) => input.value);
      return field.dataset.kind === "one" ? ticked[0] || "" : ticked;
    }
    return field.value.trim();
  };

  const single = (entry) => {
    const [first, second] = fields(entry).map(valueOf);
    return first && second ? `${first}#${second}` : first;
  };

  // The record in `scope`. `where` fills with the element of each value, by its path; `required` fields stand there even when empty.
  const read = (scope, kind, where, path = []) => {
    const whole = form.data.schemas[kind];
    const { required, properties } = scope.dataset.entry ? whole.$defs[scope.dataset.entry] : whole;
    const record = {};
    const keep = (name, value, element) => {
      where.set([...path, name].join("."), element);
      if (value.length || required.includes(name)) record[name] = value === "" && element.matches("select, fieldset") ? null : value;
    };
    for (const field of fields(scope)) {
      const [name, inner] = field.dataset.field.split(".");
      if (!inner) keep(name, valueOf(field), field);
      else if (valueOf(field).length) record[name] = { ...record[name], [inner]: valueOf(field) };
      if (inner) where.set([...path, name, inner].join("."), field);
    }
    for (const list of lists(scope)) {
      const name = list.dataset.list;
      if ("single" in list.dataset) {
        const filled = entries(list).filter((entry) => single(entry));
        filled.forEach((entry, index) => where.set([...path, name, index].join("."), fields(entry)[0]));
        keep(name, filled.map(single), list);
      } else {
        keep(name, entries(list).map((entry, index) => read(entry, kind, where, [...path, name, index])), list);
      }
    }
    return Object.fromEntries(Object.keys(properties).filter((name) => name in record).map((name) => [name, record[name]]));
  };

  // Writing

  const put = (field, value) => {
    if (field.matches("fieldset")) {
      for (const input of field.querySelectorAll("input")) input.checked = [value].flat().includes(input.value);
    } else {
      field.value = value ?? "";
      field.dispatchEvent(new Event("filled", { bubbles: true }));
    }
  };

  const fill = (scope, record) => {
    const held = (field) => field.dataset.field.split(".").reduce((group, name) => group?.[name], record);
    for (const field of fields(scope)) put(field, held(field) ?? (field.matches("fieldset") ? [] : ""));
    for (const list of lists(scope)) {
      list.querySelector(":scope > [data-entries]").replaceChildren();
      const items = record[list.dataset.list] || [];
      for (const item of items) {
        const entry = add(list);
        if ("single" in list.dataset) item.split("#").forEach((value, index) => put(fields(entry)[index], value));
        else fill(entry, item);
      }
      if (!items.length && "first" in list.dataset) add(list);
    }
  };

  // Entries

  const add = (list) => {
    const entry = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
    number += 1;
    for (const element of [entry, ...entry.querySelectorAll("*")]) {
      for (const name of ["id", "for", "name", "aria-describedby", "aria-labelledby"]) {
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).split(" ").map((id) => `${id}-${number}`).join(" "));
      }
    }
    list.querySelector(":scope > [data-entries]").append(entry);
    form.offer(entry);
    count(list);
    return entry;
  };

  // Entries are told apart by their number, in their heading and on their button.
  const count = (list) => entries(list).forEach((entry, index) => {
    const name = form.words("entry").replace("{what}", list.dataset.what).replace("{n}", index + 1);
    entry.dataset.name = name;
    entry.querySelector("legend").textContent = name;
    entry.querySelector("[data-remove]").textContent = form.words("remove").replace("{what}", name);
  });

  // Take an entry out. Focus goes to the entry that takes its place, or the last one, or the button that adds one.
  const remove = (entry) => {
    const list = entry.closest("[data-list]");
    const next = entry.nextElementSibling || entry.previousElementSibling;
    const { name } = entry.dataset;
    entry.remove();
    count(list);
    (next ? fields(next)[0] : list.querySelector(":scope > p > [data-add]")).focus();
    return name;
  };

  Object.assign(form, { read, fill, add, remove, entries, fieldsOf: fields });
})();
