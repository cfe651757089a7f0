// Filters of the map and of lists. Every choice has the name of a data attribute of the items; the state lives in the address, and
// the number that remains is announced. Without this file everything is shown.
(() => {
  const form = document.querySelector("form[data-filter]");
  if (!form) return;
  const { facets, remember } = window.handbookFacets;
  const scope = form.closest("[data-filter-scope]");
  const choices = facets(form);
  const output = form.querySelector("[role=status]");
  const text = form.elements.q;
  const sort = form.querySelector("[data-sort]");
  const nothing = form.querySelector("[data-nothing]");

  // What an entry says of itself. On a page with two drawings of the same entries, only the first ones say it.
  const read = (element) => ({
    held: Object.fromEntries(Object.entries(element.dataset).map(([name, value]) => [name, value.split(" ").filter(Boolean)])),
    words: `${element.textContent} ${element.dataset.words || ""}`.toLowerCase(),
  });
  const known = new Map();
  const take = () => [...scope.querySelectorAll("[data-item]")].map((element, place) => {
    const { item } = element.dataset;
    if (!known.has(item)) known.set(item, read(element));
    return { element, place, own: element.closest("[data-group]")?.dataset.group, ...known.get(item) };
  });
  const listed = scope.querySelector("[data-group]") && window.handbookListed(scope);
  let items = []; // none before the rest of a long list is there

  // What the reader's project hides counts nowhere.
  const isIn = ({ element }) => element.getAttribute("data-tailored-out") !== "hidden";
  const hasWords = (item, words) => isIn(item) && words.every((word) => item.words.includes(word));

  // Take what does not fit out of a drawing, and what then holds nothing.
  const mark = (left, isActive) => {
    const busy = new Set();
    const fits = new Set(left);
    for (const item of items) {
      const isOut = !fits.has(item);
      item.element.toggleAttribute("data-filtered-out", isOut);
      item.element.classList.toggle("filtered-out", isOut);
      for (let around = item.element.parentElement; !isOut && around && around !== scope; around = around.parentElement) busy.add(around);
    }
    for (const holder of scope.querySelectorAll(".map__table tbody tr:not(.map__side), .map__strand, [data-opens]")) {
      holder.classList.toggle("all-out", isActive && !busy.has(holder));
    }
    if (isActive) for (const fold of scope.querySelectorAll("[data-opens]")) fold.open = busy.has(fold);
  };

  // Show what is left. What is returned shows what is further down, and counts what each choice would leave.
  let left = [];
  let turn = 0; // of narrowing: what is put off from an earlier one is dropped
  const narrow = () => {
    const wanted = choices.chosen();
    const words = text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const isActive = Boolean(wanted.size || words.length || sort?.value);
    for (const item of items) item.hasWords = hasWords(item, words);
    left = items.filter((item) => item.hasWords && !choices.fails(item.held, wanted).length);
    const showRest = listed ? listed.show(left, wanted, sort?.value, isActive) : mark(left, isActive);
    const number = new Set(left.map(({ element }) => element.dataset.item)).size;
    output.textContent = output.dataset.count.replace("{n}", number).replace("{all}", known.size);
    if (nothing) nothing.hidden = left.length > 0;
    return () => {
      showRest?.();
      choices.count(items, wanted, (item) => item.hasWords);
    };
  };
  const show = () => {
    turn += 1;
    if (items.length) narrow()();
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

  // The list answers at once. The rest follows when it is drawn.
  const again = () => {
    const finish = items.length ? narrow() : () => {};
    const mine = (turn += 1);
    requestAnimationFrame(() => setTimeout(() => {
      if (mine === turn) finish(); // else somebody has gone on
    }));
    keep();
  };

  window.handbookTake(form, () => [...new Map(left.map(({ element }) => [element.dataset.item, element])).values()], (words) => { output.textContent = words; });
  form.addEventListener("input", again);
  form.addEventListener("submit", (event) => event.preventDefault());
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
  (window.handbookRest?.all || Promise.resolve()).then(() => {
    items = take();
    show();
    scope.removeAttribute("data-narrows");
  });
})();
