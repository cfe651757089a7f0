// Long lists: each shows its first entries and a button for the rest. What is folded away can still be found with the search of the
// browser, and is printed. Without this file every list is whole.
(() => {
  const FIRST = 8; // of a list on its own; a list inside a longer one says how many it shows
  const lists = () => document.querySelectorAll("[data-fold]");
  const folds = (list) => list.hasAttribute("data-fold");
  const entries = new Map(); // of each list, in order, without what a filter leaves out
  const shown = new Map(); // of each list
  const homes = new Map(); // of an entry that another list shows for a while: the list that it came from

  const button = (list) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "fold";
    made.addEventListener("click", () => {
      const next = entries.get(list).find((item) => item.hidden);
      unfold(list);
      next?.querySelector("a, [tabindex]")?.focus();
    });
    list.after(made);
    return made;
  };
  const unfold = (list) => {
    list.dataset.whole = "";
    fold(list, entries.get(list));
  };

  // Show an entry or hide it. To touch no other entry is what keeps lists of thousands fast.
  const hide = (item) => {
    const home = homes.get(item);
    if (home) home.append(item);
    homes.delete(item);
    item.hidden = folds(item.parentElement) ? "until-found" : true;
  };
  // An entry that follows the one before stays where it is: to move it takes a browser far longer than to show it.
  const arrange = (list, items) => {
    let before = null;
    for (const item of items) {
      const isInPlace = item.parentElement === list && !(before && before.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_PRECEDING);
      if (item.parentElement !== list && !homes.has(item)) homes.set(item, item.parentElement);
      if (!isInPlace) before ? before.after(item) : list.prepend(item);
      before = item;
    }
  };

  // Let `list` hold `items`, in this order, and show the first of them. It hides everything else that it showed.
  const fold = (list, items) => {
    const few = list.dataset.first ? 1 : 2; // so few take no more room than the button
    const first = folds(list) && !("whole" in list.dataset) ? Number(list.dataset.first || FIRST) : items.length;
    const isWhole = items.length <= first + few;
    const next = isWhole ? items : items.slice(0, first);
    const stays = new Set(next);
    for (const item of [...(shown.get(list) || list.children), ...items.slice(next.length)]) {
      if (!stays.has(item) && !item.hidden && item.parentElement === list) hide(item);
    }
    arrange(list, next);
    for (const item of next) if (item.hidden) item.hidden = false;
    entries.set(list, items);
    shown.set(list, next);
    const after = list.nextElementSibling?.matches("button.fold") ? list.nextElementSibling : null;
    if (isWhole) after?.remove();
    else (after || button(list)).textContent = list.dataset.fold.replace("{n}", items.length);
  };

  // Somebody follows a link to an entry, or finds it with the search of the browser.
  const reveal = (element) => {
    const list = element?.closest("[data-fold]");
    if (!list || "whole" in list.dataset) return;
    shown.delete(list); // the browser shows what it finds, though a filter leaves it out
    unfold(list);
    element.scrollIntoView();
  };
  const linked = () => {
    try {
      if (location.hash) reveal(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    } catch {
      // An address that cannot be read leads nowhere.
    }
  };
  document.addEventListener("beforematch", ({ target }) => reveal(target));
  addEventListener("hashchange", linked);

  // Paper shows every entry that no filter leaves out.
  addEventListener("beforeprint", () => {
    for (const [list, items] of entries) {
      const stays = new Set(items);
      arrange(list, items);
      for (const item of list.children) item.toggleAttribute("data-filtered-out", !stays.has(item));
    }
  });
  addEventListener("afterprint", () => {
    for (const item of [...homes.keys()]) if (item.hidden) hide(item);
  });

  window.handbookFold = fold;
  for (const list of lists()) fold(list, [...list.children]);
  linked();
})();
