// A list in groups that is narrowed or sorted: each group shows what is left of it, and says how many. `handbookFold` shows the first
// ones of each group, and leaves the others alone.
(() => {
  const listed = (scope) => {
    const groups = new Map([...scope.querySelectorAll("[data-group]")].map((group) => [group.dataset.group, group]));
    const lists = new Map([...groups].map(([name, group]) => [name, group.querySelector("[data-item]").parentElement]));
    const by = groups.values().next().value.dataset.groupBy;
    const jumps = new Map([...document.querySelectorAll(".on-page a")].map((link) => [link.hash.slice(1), link]));
    let flatOne = null; // the list of everything, where somebody sorts

    const flatList = () => {
      if (!flatOne) {
        flatOne = lists.values().next().value.cloneNode(false);
        groups.values().next().value.before(flatOne);
      }
      return flatOne;
    };

    // An item of several groups is listed under the one that somebody chose.
    const homeOf = (item, values) => {
      const other = values && !values.has(item.own) ? item.held[by].find((value) => values.has(value)) : null;
      return lists.has(other) ? other : item.own;
    };

    // Newest, strongest or most often first; else as the page has it.
    const sorted = (items, key) => {
      const keys = new Map(items.map((item) => {
        const value = item.element.dataset[key] || "";
        return [item, value && Number.isFinite(Number(value)) ? Number(value) : value];
      }));
      return items.sort((one, two) => (keys.get(one) < keys.get(two)) - (keys.get(one) > keys.get(two)) || one.place - two.place);
    };

    // How many a group has left: in its heading, and in the list of what is on the page.
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

    const elements = (items) => items.map(({ element }) => element);

    // Show what is left of `items`. `isActive` says whether somebody chose anything. What is returned shows the groups further down,
    // which can wait until the first are drawn.
    const NEAR = 2; // groups that a reader may see at once
    const show = (items, wanted, key, isActive) => {
      const left = new Map([...groups.keys()].map((name) => [name, []]));
      for (const item of items) left.get(homeOf(item, wanted.get(by))).push(item);
      const draw = (name) => {
        const group = groups.get(name);
        const own = left.get(name);
        group.classList.toggle("all-out", Boolean(key) || (isActive && !own.length));
        window.handbookFold(lists.get(name), key ? [] : elements(own));
        tell(group, own.length);
      };
      const names = [...groups.keys()];
      const full = key ? [] : names.filter((name) => left.get(name).length);
      const far = new Set(full.slice(NEAR));
      for (const name of names) if (!far.has(name)) draw(name);
      if (key) window.handbookFold(flatList(), elements(sorted(items, key)));
      if (flatOne) flatOne.hidden = !key;
      if (flatOne?.nextElementSibling.matches(".fold")) flatOne.nextElementSibling.hidden = !key;
      return () => far.forEach(draw);
    };

    return { show };
  };

  window.handbookListed = listed;
})();
