// The search begins with the first touch of its field in the head of a page: until then no page loads anything for it.
(() => {
  const search = window.handbookSearch = window.handbookSearch || {};
  const { root } = document.currentScript.dataset;
  const input = document.querySelector(".top__search input");
  // In this order: each needs the ones before it.
  const HEADS = ["search/vendor/minisearch.js", "search/vendor/stemmer.js", "search-heads.js", "search/words.js", "search/spelling.js", "search/question.js", "search/engine.js"];

  const load = (file) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${root}assets/${file}`;
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
    if (!search.heads) for (const file of HEADS) await load(file);
  });
  // All other words, read in small pieces.
  search.whole = once(async () => {
    await search.ready();
    await load("search-texts.js");
    await search.readTexts(search.texts);
  });

  if (!input) return;
  const begin = once(async () => {
    await search.ready();
    await load("search/suggest.js");
    search.suggest(input);
  });
  for (const event of ["focus", "input"]) input.addEventListener(event, () => begin().catch(() => {}), { once: true });
})();
