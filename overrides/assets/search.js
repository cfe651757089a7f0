// The search page. It uses the index and the search worker that Material builds. The worker is loaded as an ordinary
// script, with stand-ins for the few names that it expects of a worker: so it runs from files on disk as well, where
// browsers refuse real workers, and needs no inline script.
(() => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const root = form.dataset.root;
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  const said = form.dataset;
  // The pages whose title is in another language than the site, by address.
  const languages = new Map(said.languages.trim().split(" ").map((pair) => pair.split("=")));
  let ask = () => {};

  const load = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  const startWorker = async (index, answer) => {
    const add = window.addEventListener;
    let worker;
    window.parent = window;
    window.importScripts = (...paths) => paths.reduce((before, path) => before.then(() => load(new URL(path, new URL(said.worker, location.href)).href)), Promise.resolve());
    window.postMessage = (message) => answer(message);
    window.addEventListener = (type, listener) => { if (type === "message") worker = listener; };
    await load(said.worker);
    window.addEventListener = add;
    ask = (type, data) => worker({ data: { type, data } });
    return ask(0, { ...index, options: { suggest: false } });
  };

  const readIndex = async () => {
    // A site for folders holds the index as a script, because browsers let a file on disk fetch nothing.
    if (said.index.endsWith(".js")) {
      await load(said.index);
      return window.__index;
    }
    const response = await fetch(said.index);
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };

  // The worker gives escaped text with <mark>; everything but text and marks is left out, and paragraphs stay apart.
  const marked = (html) => {
    const piece = document.createDocumentFragment();
    const take = (node) => {
      if (node.nodeName === "MARK") {
        const mark = document.createElement("mark");
        mark.textContent = node.textContent;
        piece.append(mark);
      } else if (node.nodeType === Node.TEXT_NODE) {
        piece.append(node.textContent);
      } else {
        node.childNodes.forEach(take);
        piece.append(" ");
      }
    };
    new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach(take);
    return piece;
  };

  const entry = (group) => {
    const page = group.find((found) => !found.parent) || group[0];
    // The first part of a page has the title of the page, which the link says already.
    const parts = group.filter((found) => found !== page && found.score > 0 && found.title !== page.title);
    const item = document.createElement("li");
    item.append(link(page), kind(page), excerpt(parts[0] && !page.score ? parts[0] : page));
    if (parts.length) {
      const more = document.createElement("p");
      for (const part of parts.slice(0, 3)) more.append(link(part), " ");
      if (parts.length > 3) more.append(said.more.replace("#", parts.length - 3));
      item.append(more);
    }
    return item;
  };

  const link = (found) => {
    const anchor = document.createElement("a");
    anchor.href = root + found.location;
    anchor.append(marked(found.title));
    if (languages.has(root + found.location)) anchor.lang = languages.get(root + found.location);
    return anchor;
  };

  // Records of one kind stand in one folder.
  const kind = (found) => {
    const word = document.createElement("span");
    word.className = "quiet";
    word.append(form.getAttribute(`data-kind-${found.location.split("/")[0]}`) || "");
    return word;
  };

  const excerpt = (found) => {
    const text = document.createElement("p");
    const words = marked(found.text || "");
    text.append(words);
    // A page starts with its own title; the link above says it already.
    const title = marked(found.title).textContent;
    if (text.textContent.startsWith(title)) text.textContent = text.textContent.slice(title.length).trim();
    const all = text.textContent;
    if (all.length > 320) {
      const hit = Math.max(0, all.indexOf(text.querySelector("mark")?.textContent ?? ""));
      const from = hit < 200 ? 0 : all.lastIndexOf(" ", hit - 80) + 1;
      text.textContent = `${from ? "…" : ""}${all.slice(from, from + 300).replace(/\s\S*$/, "")}…`;
    }
    return text;
  };

  const show = (items) => {
    list.replaceChildren(...items.slice(0, 60).map(entry));
    const n = items.length;
    status.textContent = !input.value.trim() ? "" : n === 0 ? said.none : n === 1 ? said.one : said.many.replace("#", n);
  };

  const search = () => {
    const words = input.value.replace(/["+\-:^~*]/g, " ").trim();
    try {
      history.replaceState(null, "", words ? `?q=${encodeURIComponent(input.value.trim())}` : location.pathname);
    } catch {
      // Some browsers refuse this for files on disk; search still works.
    }
    if (words) ask(2, words.split(/\s+/).map((word) => `${word}*`).join(" "));
    else show([]);
  };

  let timer;
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 200); });
  input.value = new URLSearchParams(location.search).get("q") || "";
  form.hidden = false;
  status.textContent = said.wait;
  readIndex()
    .then((index) => startWorker(index, (message) => {
      if (message.type === 1) { status.textContent = ""; search(); }
      if (message.type === 3) show(message.data.items);
    }))
    .catch(() => { status.textContent = said.failed; });
})();
