// Facets: choices that narrow a list. Choices of one facet add up, facets combine, and each choice says how many items it would leave.
// Choices that would leave none are hidden. The list of the search and the lists of records use this one file.
(() => {
  // `form` holds boxes in groups marked data-facet, and single choices as selects.
  const facets = (form) => {
    const groups = [...form.querySelectorAll("[data-facet]")].map((group) => ({
      group, name: group.dataset.facet, rows: [...group.querySelectorAll("label")].map((row) => ({ row, box: row.querySelector("input"), number: row.querySelector("[data-n]") })),
    }));
    const selects = [...form.querySelectorAll("select[name]:not([data-sort])")];
    const aboutAll = new Set([...form.querySelectorAll("[data-about-all]")].map((element) => element.dataset.facet || element.name));
    const boxes = groups.flatMap(({ rows }) => rows.map(({ box }) => box));

    // What is chosen: the values of each facet that has a choice.
    const chosen = () => {
      const wanted = new Map();
      const take = (name, value) => wanted.set(name, (wanted.get(name) || new Set()).add(value));
      for (const box of boxes) if (box.checked) take(box.name, box.value);
      for (const select of selects) if (select.value) take(select.name, select.value);
      return wanted;
    };

    // The facets that an item does not fit. An item that names no value of a facet marked data-about-all is about all of them.
    const fails = (held, wanted) => {
      const names = [];
      for (const [name, values] of wanted) {
        const own = held[name] || [];
        if (!own.some((value) => values.has(value)) && (own.length || !aboutAll.has(name))) names.push(name);
      }
      return names;
    };

    // Write beside each choice how many items it would leave. `items` hold their values by facet, and `others` what else leaves them out.
    const count = (items, wanted, others = () => true) => {
      const numbers = new Map(groups.map(({ name }) => [name, new Map()]));
      for (const item of items) {
        const missing = others(item) ? fails(item.held, wanted) : ["", ""];
        if (missing.length > 1) continue;
        for (const [name, values] of numbers) {
          if (missing.length && missing[0] !== name) continue;
          const own = item.held[name] || [];
          for (const value of own.length || !aboutAll.has(name) ? own : [""]) values.set(value, (values.get(value) || 0) + 1);
        }
      }
      for (const { group, name, rows } of groups) {
        const values = numbers.get(name);
        const everywhere = values.get("") || 0;
        for (const { row, box, number } of rows) {
          const n = (values.get(box.value) || 0) + everywhere;
          number.textContent = n;
          row.hidden = !n && !box.checked;
        }
        group.hidden = rows.every(({ row }) => row.hidden);
        const many = rows.filter(({ box }) => box.checked).length;
        const note = group.querySelector("[data-chosen]");
        if (note) note.textContent = many ? `(${many})` : "";
      }
    };

    const write = (state) => {
      for (const [name, values] of chosen()) for (const value of values) state.append(name, value);
      return state;
    };
    const read = (state) => {
      for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
      for (const select of selects) {
        select.value = state.get(select.name) || "";
        if (select.selectedIndex === -1) select.value = "";
      }
    };
    const clear = () => read(new URLSearchParams());

    return { chosen, fails, count, write, read, clear };
  };

  // Keep the state of a page in its address, so that it can be sent to somebody.
  const remember = (state) => {
    try {
      history.replaceState(null, "", (state.toString() ? `?${state}` : location.pathname) + location.hash);
    } catch {
      // Some browsers refuse this for files on disk; the list still works.
    }
  };

  window.handbookFacets = { facets, remember };
})();
