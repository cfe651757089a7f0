// The search begins with the first touch of its field in the head of a page: until then no page loads anything for it.
(() => {
  const search = window.handbookSearch = window.handbookSearch || {};
  const { root, asked } = document.currentScript.dataset;
  // They are fetched side by side and run in this order: each needs the ones before it.
  const HEADS = [
    "search-stem.js", "search-heads.js", "search/words.js", "search/spelling.js", "search/question.js", "search/vocabulary.js",
    "search/matching.js", "search/engine.js",
  ];

  const load = (file) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${root}assets/${file}`;
    script.async = false;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const once = (work) => {
    let promise;
    return () => (promise ||= work());
  };

  search.root = root;
  // Titles, names and summaries: enough for a first answer.
  search.ready = once(async () => {
    if (!search.heads) await Promise.all(HEADS.map(load));
  });
  // All other words, read in small pieces.
  search.whole = once(async () => {
    await search.ready();
    await Promise.all(["search/vendor/minisearch.js", "search-texts.js"].map(load));
    await search.readTexts(search.texts);
  });

  // Where the address of the page of results asks something, they come while the page is still read.
  if (asked !== undefined && new URLSearchParams(location.search).get("q")) search.ready().catch(() => {});

  document.addEventListener("DOMContentLoaded", () => {
    const input = document.querySelector(".top__search input");
    if (!input) return;
    const begin = once(async () => {
      await Promise.all([search.ready(), load("search/suggest.js")]);
      search.suggest(input);
      await search.prepare(); // after the first answer, for words that are spelt wrongly
    });
    const start = () => begin().catch(() => {});
    for (const event of ["focus", "input"]) input.addEventListener(event, start, { once: true });
    if (document.activeElement === input) start(); // somebody was faster
  });
})();
