// Suggestions under the search field, as the combobox of the ARIA Authoring Practices: the arrow keys move through them, Enter opens
// the one that is chosen or else the page with all results, Escape closes them, and focus never leaves the field.
(() => {
  const search = window.handbookSearch;
  const MOST = 6;
  const WAIT = 80; // milliseconds: a fast typist is not answered letter by letter

  const option = (id, address, ...inside) => {
    const item = document.createElement("li");
    item.id = id;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.address = address;
    item.append(...inside);
    return item;
  };

  const words = (className, text, language) => {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    if (language) span.lang = language;
    return span;
  };

  const suggest = (input) => {
    const form = input.form;
    const list = form.querySelector("[role=listbox]");
    const status = form.querySelector("[role=status]");
    let timer;
    let chosen = -1;
    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" })
      .forEach(([name, value]) => input.setAttribute(name, value));

    const close = () => {
      clearTimeout(timer); // or an answer that is still to come would open the list again
      timer = undefined;
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const choose = (at) => {
      const options = [...list.children];
      chosen = (at + options.length + 1) % (options.length + 1);
      if (chosen === options.length) chosen = -1;
      options.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
      if (chosen < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      }
    };

    // The page with all results is asked for what the field says now, which may be more than the list has answered.
    const follow = (item) => {
      location.href = item.dataset.address || `${form.action}?${new URLSearchParams({ q: input.value.trim() })}`;
    };

    const show = () => {
      clearTimeout(timer);
      timer = undefined;
      const question = input.value.trim();
      const results = question ? search.find(question, { begun: !/\s$/.test(input.value), most: MOST }) : [];
      const items = results.map(({ entry }, at) => option(
        `${list.id}-${at}`, search.root + entry.address, words("suggest__title", entry.title, entry.language), words("suggest__kind", search.heads.kinds[entry.kind][0]),
      ));
      if (items.length) items.push(option(`${list.id}-all`, "", words("suggest__all", list.dataset.all)));
      list.replaceChildren(...items);
      if (!items.length) close();
      else {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        choose(-1);
      }
      const count = results.length;
      const sentence = count === 1 ? status.dataset.one : count ? status.dataset.many.replace("#", count) : status.dataset.none;
      status.textContent = question ? sentence : "";
    };

    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(show, WAIT);
    };

    input.addEventListener("input", later);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        if (timer !== undefined) show(); // or the list would change after the choice, and forget it
        if (list.hidden) show();
        else choose(key === "ArrowDown" ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1);
        event.preventDefault();
      } else if (key === "Escape" && (timer !== undefined || !list.hidden)) {
        close();
        event.preventDefault();
        event.stopPropagation();
      } else if (key === "Enter" && chosen >= 0) {
        event.preventDefault();
        follow(list.children[chosen]);
      }
    });
    // A press with a pointer must not take the focus from the field before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const item = target.closest("[role=option]");
      if (item) follow(item);
    });
    if (document.activeElement === input && input.value.trim()) show();
  };

  search.suggest = suggest;
})();
