// Filters of the map and of lists. Every choice has the name of a data attribute of the items; the state lives in the address, and
// the number that remains is announced. Without this file everything is shown.
(() => {
  const form = document.querySelector("form[data-filter]");
  if (!form) return;
  const { facets, remember } = window.handbookFacets;
  const scope = form.closest("[data-filter-scope]");
  const choices = facets(form);
  const elements = [...scope.querySelectorAll("[data-item]")];
  // What an entry says of itself. On a page with two drawings of the same entries, only the first ones say it.
  const read = (element) => ({
    held: Object.fromEntries(Object.entries(element.dataset).map(([name, value]) => [name, value.split(" ").filter(Boolean)])),
    words: `${element.textContent} ${element.dataset.words || ""}`.toLowerCase(),
  });
  const known = new Map();
  const items = elements.map((element, place) => {
    const { item } = element.dataset;
    if (!known.has(item)) known.set(item, read(element));
    return { element, place, home: element.parentElement, own: element.closest("[data-group]")?.dataset.group, ...known.get(item) };
  });
  const all = new Set(elements.map((element) => element.dataset.item)).size;
  const output = form.querySelector("[role=status]");
  const text = form.elements.q;
  const sort = form.querySelector("[data-sort]");
  const groups = [...scope.querySelectorAll("[data-group]")];
  const lists = new Map(groups.map((group) => [group.dataset.group, group.querySelector("ul")]));
  const nothing = form.querySelector("[data-nothing]");

  // What the reader's project hides counts nowhere.
  const isIn = ({ element }) => element.getAttribute("data-tailored-out") !== "hidden";
  const hasWords = (item, words) => isIn(item) && words.every((word) => item.words.includes(word));

  // An item of several phases is listed under the one that somebody chose.
  const place = (wanted) => {
    const name = groups[0]?.dataset.groupBy;
    const values = name && wanted.get(name);
    const flat = sort?.value;
    const moved = new Set();
    for (const item of items) {
      const other = values && !values.has(item.own) ? item.held[name].find((value) => values.has(value)) : null;
      const list = flat ? flatList() : lists.get(other) || item.home;
      if (item.element.parentElement !== list) moved.add(list.append(item.element) || list);
    }
    if (flat && flat !== flatBy) moved.add(flatList());
    flatBy = flat;
    for (const list of moved) order(list, flat);
    if (flatOne) flatOne.hidden = !flat;
  };

  let flatBy = ""; // what the flat list is sorted by
  let flatOne = null;
  const flatList = () => {
    if (!flatOne) {
      flatOne = lists.values().next().value.cloneNode(false);
      groups[0].before(flatOne);
    }
    return flatOne;
  };

  // Newest, strongest or most often first; else as the page has it.
  const byElement = new Map(items.map((item) => [item.element, item]));
  const order = (list, by) => {
    const key = (item) => item.element.dataset[by] || "";
    const compare = (one, two) => (by ? key(two).localeCompare(key(one), undefined, { numeric: true }) : 0) || one.place - two.place;
    let next = list.firstElementChild;
    for (const { element } of [...list.children].map((one) => byElement.get(one)).sort(compare)) {
      if (element === next) next = next.nextElementSibling;
      else list.insertBefore(element, next);
    }
  };

  // A list that folds hides what is left out. There the mark means nothing on the screen, because a browser takes half a second to
  // find out what it means for thousands of entries.
  const leaveOut = (element, isOut) => {
    element.toggleAttribute("data-filtered-out", isOut);
    element.classList.toggle("filtered-out", isOut && !element.parentElement.hasAttribute("data-fold"));
  };

  const show = () => {
    const wanted = choices.chosen();
    const words = text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    if (groups.length && (sort || groups[0].dataset.groupBy)) place(wanted);
    const left = new Set();
    const busy = new Map(); // what holds items that are left, and how many
    for (const item of items) {
      item.hasWords = hasWords(item, words);
      const fits = item.hasWords && !choices.fails(item.held, wanted).length;
      leaveOut(item.element, !fits);
      if (!fits) continue;
      left.add(item.element.dataset.item);
      for (let around = item.element.parentElement; around && around !== scope; around = around.parentElement) busy.set(around, (busy.get(around) || 0) + 1);
    }
    choices.count(items, wanted, (item) => item.hasWords);
    const active = wanted.size || words.length || sort?.value;
    for (const holder of scope.querySelectorAll(".map__table tbody tr:not(.map__side), .map__strand, [data-opens], [data-group]")) {
      holder.classList.toggle("all-out", Boolean(active) && !busy.has(holder));
    }
    if (active) for (const fold of scope.querySelectorAll("[data-opens]")) fold.open = busy.has(fold);
    for (const group of groups) tell(group, busy.get(group) || 0);
    window.handbookFold?.();
    output.textContent = output.dataset.count.replace("{n}", left.size).replace("{all}", all);
    if (nothing) nothing.hidden = left.size > 0;
  };

  // How many a group has left: in its heading, and in the list of what is on the page.
  const jumps = new Map([...document.querySelectorAll(".on-page a")].map((link) => [link.hash.slice(1), link]));
  const tell = (group, left) => {
    const heading = group.querySelector("h2");
    const number = heading?.querySelector("[data-n]");
    if (!number) return;
    number.textContent = `(${left})`;
    const jump = jumps.get(heading.id);
    if (!jump) return;
    jump.textContent = heading.textContent.trim().replace(/\s+/g, " ");
    jump.parentElement.hidden = group.classList.contains("all-out");
  };

  const keep = () => {
    const state = choices.write(new URLSearchParams());
    if (text.value.trim()) state.set("q", text.value.trim());
    if (sort?.value) state.set("sort", sort.value);
    remember(state);
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    choices.read(state);
    text.value = state.get("q") || "";
    if (sort) sort.value = state.get("sort") || "";
  };

  const again = () => { show(); keep(); };

  // What is shown, to take along

  const shown = () => [...new Map([...scope.querySelectorAll("[data-item]:not([data-filtered-out])")].map((element) => [element.dataset.item, element])).values()];
  const linkOf = (element) => element.querySelector("a[href]") || element;
  const titleOf = (element) => (element.querySelector("[data-title]") || linkOf(element)).textContent.trim().replace(/\s+/g, " ");
  const addressOf = (element) => linkOf(element).href || `${location.href.split("#")[0]}#${element.id}`;
  const announce = (words) => { output.textContent = words; };

  const copy = async ({ dataset }) => {
    const list = shown().map((element) => `${titleOf(element)}\n${addressOf(element)}`).join("\n");
    try {
      await navigator.clipboard.writeText(list);
      announce(dataset.done);
    } catch {
      announce(dataset.failed);
    }
  };

  // A spreadsheet takes a cell that begins with one of these for a formula. An apostrophe in front makes it text.
  const cell = (value) => `"${(/^'*[=+\-@|\t\r＝＋－＠｜]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const download = ({ dataset }) => {
    const columns = [...form.querySelectorAll("[data-facet]")].map((group) => [group.dataset.facet, group.dataset.heading, new Map([...group.querySelectorAll("label")].map((row) => [row.querySelector("input").value, row.querySelector("[data-word]").textContent]))]);
    const words = (element, name, titles) => (element.dataset[name] || "").split(" ").filter(Boolean).map((value) => titles.get(value) || value).join("; ");
    const rows = [[dataset.title, dataset.address, ...columns.map(([, heading]) => heading)], ...shown().map((element) => [titleOf(element), addressOf(element), ...columns.map(([name, , titles]) => words(element, name, titles))])];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv" }));
    link.download = dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  form.addEventListener("input", again);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.matches("[data-copy]")) copy(button);
    else if (button?.matches("[data-download]")) download(button);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    choices.clear();
    again();
    (form.querySelector("summary, select") || text).focus();
  }));
  // An open group of choices closes when somebody goes on, with the keyboard or with a pointer.
  document.addEventListener("pointerdown", ({ target }) => {
    for (const group of form.querySelectorAll("details[open]")) if (!group.contains(target)) group.open = false;
  });
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const group = target.closest("details");
    if (group && relatedTarget && !group.contains(relatedTarget)) group.open = false;
  });
  form.addEventListener("keydown", ({ key, target }) => {
    const group = target.closest("details[open]");
    if (key !== "Escape" || !group) return;
    group.open = false;
    group.querySelector("summary").focus();
  });
  window.addEventListener("popstate", () => { recall(); show(); });
  document.addEventListener("handbook-followed", show);
  recall();
  show();
})();
