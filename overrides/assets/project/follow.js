// Pages follow the reader's tailoring: what does not apply or is left out is hidden, the page says how much, and one click shows all of it.
(() => {
  const project = window.handbookProject;
  const { only, start, fill, refOf } = project;
  const { words } = only;
  const SHOW = `${start.key}-shows-all`;
  const LISTED = "[data-item], [data-about], [data-waits], .lines > li, .search__results > li, .suggest > li, .beside";
  const PARTS = ".steps > li, .criteria > li, [data-part]";
  const LATE = ".search__results, .suggest";
  const here = refOf(location.href);
  const article = document.querySelector("main article");
  let showsAll = window.handbookDevice.read(SHOW) === "yes";
  let bar = null;

  // What does not count is hidden, or is shown with a mark because the reader asked for everything.
  const mark = (element, isOut) => {
    if (isOut) element.dataset.tailoredOut = showsAll ? "shown" : "hidden";
    else delete element.dataset.tailoredOut;
  };

  // An entry is about the record that it names, or else that its first link leads to.
  const aboutOf = (entry) => {
    if (entry.dataset.about) return entry.dataset.about;
    const first = entry.querySelector("a[href]");
    return first && first.closest(LISTED) === entry ? refOf(first.href) : "";
  };

  // Hide what is about a hidden record or part. Each counts once, because many stand in a page twice: for wide and for narrow
  // windows, or as a picture and as a table.
  const hide = (selector, refFor, hidden) => {
    const found = new Set();
    for (const element of document.querySelectorAll(selector)) {
      const ref = refFor(element);
      mark(element, hidden.has(ref));
      if (hidden.has(ref)) found.add(ref);
    }
    return found.size;
  };
  const partOf = (element) => element.dataset.part || `${here}#${element.id}`;

  // In a picture, a line or a sign goes when everything goes that it stands for.
  const lines = (hidden) => {
    for (const line of document.querySelectorAll("[data-for]")) mark(line, line.dataset.for.split(" ").every((id) => hidden.has(`activities/${id}`)));
  };

  // A link to what is hidden says so, wherever it stands.
  const links = (hidden) => {
    for (const link of article.querySelectorAll("a[href]:not(svg a)")) {
      if (hidden.has(refOf(link.href))) link.dataset.notInProject = words.not_in_project;
      else delete link.dataset.notInProject;
    }
  };

  // So does a number of activities.
  const plurals = new Intl.PluralRules(document.documentElement.lang || undefined);
  const numbers = (hidden) => {
    for (const place of document.querySelectorAll("[data-n-of]")) {
      const inside = only.activities.filter((activity) => activity.in.includes(place.dataset.nOf));
      const n = inside.filter(({ id }) => showsAll || !hidden.has(`activities/${id}`)).length;
      place.textContent = fill(only.n_activities[plurals.select(n)] || only.n_activities.other, { n });
    }
  };

  // What this page itself is, in this project.
  const about = (read, hidden) => {
    const id = here.replace("activities/", "");
    if (here.startsWith("activities/") && Object.hasOwn(read.cuts, id)) {
      const { way, reason } = read.cuts[id];
      return fill(words.this_is_cut, { way: words.ways[way].done, reason: reason || "" }).trim();
    }
    if (!hidden.has(here)) return "";
    const applies = Object.hasOwn(only.behind, here) && project.applies(only.others[here] || {}, read.profile);
    return applies ? words.only_about_cuts : words.this_is_out;
  };

  const make = () => {
    bar = document.createElement("div");
    const said = document.createElement("p");
    const status = document.createElement("p");
    const button = document.createElement("button");
    const link = document.createElement("a");
    const end = document.createElement("p");
    bar.className = "project follow";
    said.className = "follow__said";
    status.setAttribute("role", "status");
    button.type = "button";
    link.href = new URL(only.page, project.root).href;
    link.textContent = words.lead_to;
    button.addEventListener("click", () => {
      showsAll = !showsAll;
      window.handbookDevice.write(SHOW, showsAll ? "yes" : "no");
      show(project.read());
    });
    end.className = "buttons";
    end.append(button, link);
    bar.append(said, status, end);
    article.prepend(bar);
  };

  // Files hold everything, and a reader who tailors can get others.
  const notes = [...document.querySelectorAll("[data-take-own]")].map((place) => {
    const note = document.createElement("p");
    note.className = "quiet";
    note.textContent = words.files_follow;
    place.append(note);
    return note;
  });
  const offer = (read) => {
    const tailors = Object.keys(read.cuts).length || Object.values(read.profile).some((answers) => answers.length);
    for (const note of notes) note.hidden = !tailors;
  };

  const show = (read) => {
    offer(read);
    const hidden = project.hidden(only, read);
    const count = hide(LISTED, aboutOf, hidden) + hide(PARTS, partOf, hidden);
    const said = about(read, hidden);
    lines(hidden);
    links(hidden);
    numbers(hidden);
    // Questions of a gate pack are not counted, because others take their places.
    hide("[data-question]", (element) => element.dataset.question, hidden);
    document.dispatchEvent(new Event("handbook-followed"));
    if (!bar && !count && !said) return;
    if (!bar) make();
    bar.hidden = !count && !said;
    bar.querySelector(".follow__said").textContent = said;
    const status = bar.querySelector("[role=status]");
    const text = count ? fill(showsAll ? words.shows_all : words.follows, { n: count }) : "";
    if (status.textContent !== text) status.textContent = text;
    const button = bar.querySelector("button");
    button.hidden = !count;
    button.textContent = showsAll ? words.hide_again : words.show_all;
  };

  // Results of a search come late, and change.
  let waiting = 0;
  const again = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => show(project.read()));
  };
  for (const list of document.querySelectorAll(LATE)) new MutationObserver(again).observe(list, { childList: true });

  document.addEventListener("handbook-rest", () => show(project.read()));

  project.on(show);
  show(project.read());
})();
