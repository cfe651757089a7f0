// The search of the handbook as one file. Titles and summaries answer at once; all other words are read from the pages themselves
// when the field is first used, because they are all here.
(() => {
  const search = window.handbookSearch;
  const form = document.querySelector(".book__search");
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  const more = form.querySelector("button");
  const label = form.dataset;
  const PAGE = 10;
  const MOST = 4000; // letters of a page that are read: the longest ones are lists of others
  const WAIT = 150; // milliseconds, so that a fast typist is not answered letter by letter
  let shown = PAGE;
  let timer;

  // The anchor of a page or of a place on it: lessons/x.html#y is lessons--x--y here.
  const anchor = (address) => {
    const [page, place] = address.split("#");
    const name = page.replace(/\.html$/, "").replaceAll("/", "--");
    return place ? `${name}--${place}` : name;
  };
  const elements = search.entries.map((entry) => document.getElementById(anchor(entry.address)));

  const result = ({ entry, number }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${elements[number].id}`;
    link.textContent = entry.title;
    if (entry.language) link.lang = entry.language;
    const kind = document.createElement("span");
    kind.className = "quiet";
    [kind.textContent] = search.heads.kinds[entry.kind];
    const summary = document.createElement("p");
    summary.textContent = entry.summary || "";
    item.append(link, " ", kind, summary);
    return item;
  };

  const show = () => {
    const question = input.value.trim();
    const results = question ? search.find(question).filter(({ number }) => elements[number]) : [];
    list.replaceChildren(...results.slice(0, shown).map(result));
    more.hidden = results.length <= shown;
    const count = results.length === 1 ? label.one : label.many.replace("#", results.length);
    const sentence = results.length ? count : label.none;
    status.textContent = question ? sentence : "";
  };

  input.addEventListener("focus", async () => {
    await search.readTexts(elements.map((element) => (element?.textContent || "").slice(0, MOST)));
    if (input.value.trim()) show();
  }, { once: true });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    shown = PAGE;
    timer = setTimeout(show, WAIT);
  });
  more.addEventListener("click", () => {
    const first = list.children.length;
    shown += PAGE;
    show();
    list.children[first].querySelector("a").focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.hidden = false;
})();
