// The page with results: the best first, each with a sentence that shows the match, and facets to narrow them. The question and the
// choices are in the address, so that a search can be sent to somebody.
(() => {
  const search = window.handbookSearch;
  const form = document.querySelector("form[data-search]");
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  const more = form.querySelector("[data-more]");
  const { facets, remember } = window.handbookFacets;
  const choices = facets(form);
  const narrow = form.querySelector("[data-narrow]");
  const nothing = form.querySelector("[data-nothing]");
  const label = form.dataset;
  const title = document.title;
  const PAGE = 20;
  const BEFORE = 90; // letters of an excerpt before its first match
  const LENGTH = 260;
  let shown = PAGE;

  const isMatch = (word, terms) => search.words.forms(word).some((form) => terms.has(form));

  // The text with its matches marked, as nodes.
  const marked = (text, terms) => {
    const nodes = [];
    let end = 0;
    for (const word of search.words.split(text)) {
      const at = text.indexOf(word, end);
      nodes.push(text.slice(end, at));
      if (isMatch(word, terms)) {
        const mark = document.createElement("mark");
        mark.textContent = word;
        nodes.push(mark);
      } else nodes.push(word);
      end = at + word.length;
    }
    return [...nodes, text.slice(end)];
  };

  // The part of a long text around its first match; empty without one.
  const excerpt = (text, terms) => {
    const word = search.words.split(text).find((one) => isMatch(one, terms));
    if (!word) return "";
    const at = text.indexOf(word);
    const from = at < BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
    const to = text.length - from <= LENGTH ? text.length : text.lastIndexOf(" ", from + LENGTH);
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  };

  const result = ({ entry, number, terms }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = search.root + entry.address;
    link.append(...marked(entry.title, terms));
    if (entry.language) link.lang = entry.language;
    const kind = document.createElement("span");
    kind.className = "quiet";
    kind.textContent = search.heads.kinds[entry.kind][0];
    item.append(link, " ", kind);
    const summary = entry.summary || "";
    const matched = search.words.split(summary).some((word) => isMatch(word, terms));
    const text = matched || !search.texts ? "" : excerpt(search.texts[number], terms);
    for (const words of [summary, text]) {
      if (!words) continue;
      const line = document.createElement("p");
      line.append(...marked(words, terms));
      item.append(line);
    }
    return item;
  };

  const show = () => {
    if (!search.find) return;
    const question = input.value.trim();
    const results = question ? search.find(question) : [];
    const wanted = choices.chosen();
    const items = results.map((found) => ({ ...found, held: { kind: [found.entry.kind], ...found.entry.in } }));
    const kept = items.filter(({ held }) => !choices.fails(held, wanted).length);
    choices.count(items, wanted);
    const focused = list.contains(document.activeElement) ? document.activeElement.href : null;
    list.replaceChildren(...kept.slice(0, shown).map(result));
    // Results come again when all texts are read. A reader who is on one stays on it.
    if (focused) [...list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
    more.hidden = kept.length <= shown;
    narrow.hidden = results.length < 2;
    const n = kept.length;
    const count = n === 0 ? label.none : n === 1 ? label.one : label.many.replace("#", n);
    status.textContent = question ? count : "";
    document.title = question ? `${label.resultsFor.replace("{query}", question)} · ${title}` : title;
    nothing.hidden = !question || n > 0;
    if (!nothing.hidden) offer(question);
  };

  // Where nothing was found: words that are spelt alike, as links.
  const offer = (question) => {
    const words = search.similar(question);
    const place = nothing.querySelector("[data-similar]");
    place.hidden = !words.length;
    place.querySelector("span").replaceChildren(...words.flatMap((word, at) => {
      const link = document.createElement("a");
      link.href = `?${new URLSearchParams({ q: word })}`;
      link.textContent = word;
      return at ? [", ", link] : [link];
    }));
  };

  const keep = () => {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    remember(choices.write(state));
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    input.value = state.get("q") || "";
    choices.read(state);
  };

  const again = () => {
    shown = PAGE;
    show();
    keep();
  };

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, 150);
    begin();
  });
  narrow.addEventListener("change", again);
  form.addEventListener("submit", (event) => { event.preventDefault(); again(); });
  form.querySelector("[data-widen]").addEventListener("click", () => {
    choices.clear();
    again();
    input.focus();
  });
  more.addEventListener("click", () => {
    const first = list.children.length;
    shown += PAGE;
    show();
    list.children[first]?.querySelector("a").focus();
  });
  window.addEventListener("popstate", () => { recall(); again(); });

  const load = async () => {
    await search.ready();
    narrow.open = matchMedia("(min-width: 60rem)").matches;
    show();
    await search.whole();
    if (input.value.trim()) show();
    form.removeAttribute("data-later");
  };
  // What is needed for an answer comes once the page is there, and at once where somebody asks.
  let loaded = null;
  const begin = () => { loaded ||= load().catch(() => { status.textContent = label.failed; }); };

  recall();
  form.classList.remove("waits");
  if (input.value.trim()) begin();
  else window.addEventListener("load", begin, { once: true });
})();
