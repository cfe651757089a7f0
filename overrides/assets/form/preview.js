// The preview: the lesson as its page will look. Every word that somebody typed becomes a text node, never markup.
(() => {
  const form = window.handbookForm;
  const LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/;
  // Each alternative ends at its own sign, so that no text takes longer to read than its length.
  const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^[\]]+)\]\(([^()\s]+)\)/g;

  const element = (name, ...inside) => {
    const made = document.createElement(name);
    for (const node of inside) made.append(node);
    return made;
  };

  const marked = ([all, code, strong, em, words, target]) => {
    if (code) return element("code", code);
    if (strong) return element("strong", ...inline(strong));
    if (em) return element("em", ...inline(em));
    return link(all, words, target);
  };

  // A loop, because 20 kB of marks are more than a function can call itself.
  const inline = (text) => {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(INLINE)) {
      pieces.push(text.slice(end, match.index), marked(match));
      end = match.index + match[0].length;
    }
    return [...pieces, text.slice(end)];
  };

  const link = (all, words, target) => {
    // Pages of the handbook are linked as /lessons/x.md, which only the finished site can resolve.
    if (/^\/[^/].*\.md(#.*)?$/.test(target)) return element("u", words);
    if (!LINK.test(target)) return all;
    const made = element("a", words);
    made.href = target;
    return made;
  };

  // Paragraphs and lists, with code, bold, italics and links in them.
  const blocks = (text) => text.split(/\n\s*\n/).filter((block) => block.trim()).map((block) => {
    const lines = block.split("\n").map((line) => line.trim());
    const list = [["ul", /^[-*] /], ["ol", /^\d+[.)] /]].find(([, mark]) => lines.every((line) => mark.test(line)));
    if (!list) return element("p", ...inline(lines.join(" ")));
    return element(list[0], ...lines.map((line) => element("li", ...inline(line.replace(list[1], "")))));
  });

  // A date as people read it, no more precise than it was typed.
  const when = (text) => {
    const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text || "");
    const day = found && new Date(Date.UTC(found[1], found[2] - 1, found[3] || 1));
    if (!day || day.getUTCMonth() !== found[2] - 1) return text || "";
    const parts = { year: "numeric", month: "long", timeZone: "UTC", ...(found[3] ? { day: "numeric" } : {}) };
    return new Intl.DateTimeFormat(document.documentElement.lang, parts).format(day);
  };

  const titleOf = (kind, id) => (form.data.choices[kind].find(([known]) => known === id) || ["", id])[1];

  const places = (record) => (record.at || []).map((pointer) => {
    const [id, step] = pointer.split("#");
    const activity = form.data.choices.activity.find(([known]) => known === id) || ["", id, "", "", []];
    const number = activity[4].findIndex(([known]) => known === step) + 1;
    return number ? `${activity[1]}, ${form.words("step_number").replace("{number}", number)}` : activity[1];
  });

  const evidence = (item, sources) => {
    const entry = document.getElementById("preview-evidence").content.cloneNode(true);
    const source = sources.find(({ id }) => id === item.source);
    const put = (name, words) => { entry.querySelector(`[data-put=${name}]`).textContent = words; };
    const who = [item.organisation, when(item.when)].filter(Boolean).join(", ");
    put("who", who);
    if (!who) entry.querySelector("[data-put=who]").remove();
    entry.querySelector("[data-put=says]").append(...blocks(item.says || ""));
    if (item.result) entry.querySelector("[data-put=result]").append(...blocks(item.result));
    else entry.querySelector("[data-put=result]").remove();
    put("source", source ? source.title || "" : titleOf("source", item.source));
    if (item.where) put("where", item.where);
    return entry;
  };

  // Fill the skeleton of a lesson page and show it in `place`. `sources` are those of the form, each with its id.
  form.preview = (place, record, sources) => {
    const page = document.getElementById("preview-lesson").content.cloneNode(true);
    const at = (name) => page.querySelector(`[data-put=${name}]`);
    for (const name of ["title", "summary", "question", "organisation", "contributed_by"]) at(name).textContent = record[name] || "";
    if (!record.question) at("question").closest("section").remove();
    at("title").textContent ||= "…"; // a heading says something
    for (const name of ["added", "reviewed"]) at(name).textContent = when(record[name]);
    for (const name of ["action", "event", "cause", "lesson", "applies_when"]) at(name).append(...blocks(record[name] || ""));
    if (!record.cause) at("cause").closest("section").remove(); // the page leaves it out too
    for (const kind of page.querySelectorAll("[data-type]")) if (kind.dataset.type !== record.type) kind.remove();
    at("action").closest("section").classList.add(`kind-wash-${record.type || "watch"}`);
    at("state").textContent = record.state ? form.element.querySelector(`[data-field=state] option[value=${record.state}]`).textContent : "";
    at("proof").textContent = [record.organisation, when(record.when)].filter(Boolean).join(", ");
    const facts = { at: places(record), functions: "function", migration: "migration", products: "product", related: "lesson" };
    for (const [name, kind] of Object.entries(facts)) {
      const titles = Array.isArray(kind) ? kind : [record[name] || []].flat().map((id) => titleOf(kind, id));
      at(name).append(...(name === "at" || name === "related" ? titles.map((title) => element("li", title)) : [titles.join(", ")]));
      if (!titles.length) at(name).closest("[data-fact]").remove();
    }
    // Of phases and workstreams the skeleton holds all, each with its sign.
    for (const name of ["phases", "workstreams"]) {
      for (const item of at(name).querySelectorAll("[data-is]")) if (!(record[name] || []).includes(item.dataset.is)) item.remove();
      if (!at(name).children.length) at(name).closest("[data-fact]").remove();
    }
    for (const name of ["evidence", "seen_again", "used"]) {
      at(name).append(...(record[name] || []).map((item) => evidence(item, sources)));
      if (!(record[name] || []).length) at(name).closest("section").remove();
    }
    place.replaceChildren(page);
  };
})();
