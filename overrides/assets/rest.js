// The rest of a long list. Its page holds the first entries of each group, and a script brings the others when the page is there, at
// once where its address narrows the list. Without this file, a link after each group leads to all of its entries.
(() => {
  const scope = document.querySelector("[data-rest]");
  let done = null;
  const all = new Promise((resolve) => { done = resolve; });
  const pause = () => new Promise((resolve) => setTimeout(resolve));

  // Group by group, so that nobody waits who scrolls or types.
  const take = async (groups) => {
    for (const [id, entries] of Object.entries(groups)) {
      const list = scope.querySelector(`[data-rest-of="${id}"]`);
      list.nextElementSibling.remove();
      list.insertAdjacentHTML("beforeend", entries);
      window.handbookFold?.(list, [...list.children]);
      await pause();
    }
    delete scope.dataset.rest;
    document.dispatchEvent(new Event("handbook-rest"));
    done();
  };
  const load = () => {
    const script = document.createElement("script");
    script.src = scope.dataset.rest;
    script.addEventListener("error", () => scope.removeAttribute("data-narrows"));
    document.head.append(script);
  };

  window.handbookRest = { all, take };
  scope.toggleAttribute("data-narrows", Boolean(location.search)); // nothing moves that somebody sees
  if (location.search || document.readyState === "complete") load();
  else addEventListener("load", load);
})();
