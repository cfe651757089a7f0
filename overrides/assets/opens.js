// Parts that fold. A link that leads into a closed part opens it, and so does one to its heading. Where a page has a button for
// all of them, it opens or closes them together. Without this file, each part opens by itself.
(() => {
  const FOLDS = "main details:not([data-facet])";

  // Not “:target”, which a browser may set later than it runs this.
  const anchor = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };
  const reveal = () => {
    const target = document.getElementById(anchor());
    const closed = [];
    for (let part = target?.closest("details"); part; part = part.parentElement.closest("details")) {
      if (!part.open) closed.push(part);
    }
    for (const part of closed) part.open = true;
    if (closed.length) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  // A second click on the same link changes no address.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  reveal();

  const place = document.querySelector("[data-open-all]");
  if (!place) return;
  const button = place.querySelector("button");
  const folds = () => [...document.querySelectorAll(FOLDS)];
  const name = () => { button.textContent = folds().every(({ open }) => open) ? place.dataset.closeAll : place.dataset.openAll; };
  button.addEventListener("click", () => {
    const open = !folds().every((part) => part.open);
    for (const part of folds()) part.open = open;
    name();
  });
  for (const part of folds()) part.addEventListener("toggle", name);
  place.hidden = false;
  name();
})();
