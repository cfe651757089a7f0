// Lists that change in place: what stays keeps its element, so that the focus and what is being typed stay too.
(() => {
  const project = window.handbookProject;

  // Show `items` in `list`: `key` names each, `make` makes a new element, and `update` fills it.
  const show = (list, items, key, make, update) => {
    const there = new Map([...list.children].map((element) => [element.dataset.key, element]));
    const wanted = new Set(items.map(key));
    for (const [name, element] of there) if (!wanted.has(name)) element.remove();
    items.forEach((item, index) => {
      const name = key(item);
      const element = there.get(name) || make(item);
      element.dataset.key = name;
      if (list.children[index] !== element) list.insertBefore(element, list.children[index] || null);
      update(element, item);
    });
  };

  // A copy of what a template holds.
  const made = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  // Set the focus to the line that took the place of one that went, or to `heading` where there is none.
  const focusAt = (list, index, heading) => {
    const line = list.children[Math.min(index, list.children.length - 1)];
    (line?.querySelector("button") || heading).focus();
  };

  // A link with the title of a record, or its title alone where it leads nowhere.
  const link = (element, { title, address }) => {
    element.textContent = title;
    if (address) element.href = address;
    else element.removeAttribute("href");
  };

  // Fill `element` with links, after the words in front of them.
  const links = (element, words, targets) => {
    element.replaceChildren(words);
    targets.forEach((target, index) => {
      const a = document.createElement("a");
      link(a, target);
      element.append(index ? ", " : " ", a, target.after ? ` ${target.after}` : "");
    });
  };

  project.lists = { show, made, focusAt, link, links };
})();
