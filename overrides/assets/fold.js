// Long lists: each shows its first entries and a button for the rest. What is folded away can still be found with the search of the
// browser, and is printed. Without this file every list is whole.
(() => {
  const FIRST = 8; // of a list on its own; a list inside a longer one says how many it shows
  const lists = () => document.querySelectorAll("[data-fold]");

  const button = (list) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "fold";
    made.addEventListener("click", () => {
      const next = [...list.children].find((item) => item.hidden);
      unfold(list);
      next?.querySelector("a, [tabindex]")?.focus();
    });
    list.after(made);
    return made;
  };
  const unfold = (list) => {
    list.dataset.whole = "";
    again();
  };

  // Fold what is more than a few of the entries that no filter leaves out, and what a filter does leave out. Most entries of a long
  // list are folded anyway: to leave them as they are is far faster than to take thousands out of the page.
  const again = () => {
    for (const list of lists()) {
      const items = [];
      for (const item of list.children) {
        if (!item.hasAttribute("data-filtered-out")) items.push(item);
        else if (!item.hidden) item.hidden = "until-found";
      }
      const first = Number(list.dataset.first || FIRST);
      const rest = "whole" in list.dataset ? [] : items.slice(first);
      const few = rest.length <= (list.dataset.first ? 1 : 2); // so few take no more room than the button
      items.forEach((item, place) => {
        const folds = place >= first && !few;
        if (Boolean(item.hidden) !== folds) item.hidden = folds ? "until-found" : false;
      });
      const after = list.nextElementSibling?.matches(".fold") ? list.nextElementSibling : null;
      if (few) after?.remove();
      else (after || button(list)).textContent = list.dataset.fold.replace("{n}", items.length);
    }
  };

  // Somebody follows a link to an entry, or finds it with the search of the browser.
  const reveal = (element) => {
    const list = element?.closest("[data-fold]");
    if (!list || "whole" in list.dataset) return;
    unfold(list);
    element.scrollIntoView();
  };
  const linked = () => { if (location.hash) reveal(document.getElementById(decodeURIComponent(location.hash.slice(1)))); };
  document.addEventListener("beforematch", ({ target }) => reveal(target));
  addEventListener("hashchange", linked);

  window.handbookFold = again;
  again();
  linked();
})();
