// “On this page” marks the heading that the reader has reached. On small screens it is one line that opens.
// Without this file it is an open list.
(() => {
  const list = document.querySelector(".on-page details");
  const now = list.querySelector(".on-page__now");
  const links = [...list.querySelectorAll("a")];
  const small = matchMedia("(max-width: 62rem)");
  const fleeting = links.filter((link) => link.parentElement.hidden);
  const fit = () => { list.open = !small.matches; };

  // The last heading above the upper third of the window. At the end of the page it is the last one.
  const reached = () => {
    const seen = links.filter((link) => document.getElementById(link.hash.slice(1))?.checkVisibility());
    const line = innerHeight / 3;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const above = seen.filter((link) => atEnd || document.getElementById(link.hash.slice(1)).getBoundingClientRect().top <= line);
    return above.pop();
  };
  let current;
  const mark = () => {
    waiting = false;
    const link = reached();
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    now.textContent = link ? link.textContent : "";
    current = link;
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };

  // What is not always there, such as the picture of a plan, is listed while it is.
  const offer = () => {
    for (const link of fleeting) link.parentElement.hidden = Boolean(document.getElementById(link.hash.slice(1)).closest("[hidden]"));
    list.parentElement.hidden = links.every((link) => link.parentElement.hidden);
  };
  if (fleeting.length) new MutationObserver(offer).observe(document.querySelector("main"), { subtree: true, attributes: true, attributeFilter: ["hidden"] });

  // What the reader's project hides is not listed.
  document.addEventListener("handbook-followed", () => {
    for (const link of links) {
      const part = document.getElementById(link.hash.slice(1))?.closest("[data-tailored-out]");
      if (part) link.parentElement.hidden = part.dataset.tailoredOut === "hidden";
    }
  });

  list.addEventListener("click", ({ target }) => { if (small.matches && target.closest("a")) list.open = false; });
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  small.addEventListener("change", fit);
  offer();
  fit();
  list.dataset.ready = "";
  mark();
})();
