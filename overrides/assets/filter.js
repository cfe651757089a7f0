// Filters of the map and of lists. Every control has the name of a data attribute of the items; they combine, the
// state lives in the address, and the number that remains is announced. Without this file everything is shown.
(() => {
  const form = document.querySelector("form[data-filter]");
  if (!form) return;
  const scope = form.closest("[data-filter-scope]");
  const items = [...scope.querySelectorAll("[data-item]")];
  const all = new Set(items.map((item) => item.dataset.item)).size;
  const output = form.querySelector("[role=status]");
  const controls = [...form.elements].filter((control) => control.name);
  const words = new Map(items.map((item) => [item, `${item.textContent} ${item.dataset.words || ""}`.toLowerCase()]));

  const matches = (item, control) => {
    const wanted = control.value.trim();
    if (!wanted) return true;
    if (control.name === "q") return wanted.toLowerCase().split(/\s+/).every((word) => words.get(item).includes(word));
    const held = item.dataset[control.name] || "";
    // An item that names no function is about all of them.
    return held === "" ? control.name === "function" : held.split(" ").includes(wanted);
  };

  const show = () => {
    const left = new Set();
    for (const item of items) {
      const fits = controls.every((control) => matches(item, control));
      item.classList.toggle("filtered-out", !fits);
      if (fits) left.add(item.dataset.item);
    }
    const active = controls.some((control) => control.value.trim());
    for (const holder of scope.querySelectorAll(".map__table tbody tr:not(.map__side), .map__strand, .map__narrow section, [data-group]")) {
      holder.classList.toggle("all-out", active && !holder.querySelector("[data-item]:not(.filtered-out)"));
    }
    output.textContent = output.dataset.count.replace("{n}", left.size).replace("{all}", all);
  };

  const remember = () => {
    const state = new URLSearchParams(controls.filter((c) => c.value.trim()).map((c) => [c.name, c.value.trim()]));
    const query = state.toString() ? `?${state}` : location.pathname;
    try {
      history.replaceState(null, "", query + (state.toString() ? location.hash : location.hash));
    } catch {
      // Some browsers refuse this for files on disk; the filters still work.
    }
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    for (const control of controls) control.value = state.get(control.name) || "";
    for (const control of controls) if (control.selectedIndex === -1) control.value = "";
  };

  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); controls[0].focus(); }));
  window.addEventListener("popstate", () => { recall(); show(); });
  for (const still of scope.querySelectorAll("[data-filter-static]")) still.hidden = true;
  form.hidden = false;
  recall();
  show();
})();
