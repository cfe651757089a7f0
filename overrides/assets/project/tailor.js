// The page that tailors: answers, proposals, cuts, and at once what they break.
(() => {
  const project = window.handbookProject;
  const { tailoring, fill, lists, data } = project;
  const { graph, words } = tailoring;
  const page = document.querySelector("[data-tailor]");
  const $ = (selector, within = page) => within.querySelector(selector);
  const WAYS = ["drop", "merge", "shrink"];
  const FIRST = 5; // proposals of each way that are shown at once
  const shownWhole = new Set();
  const rows = new Map([...document.querySelectorAll("[data-activity]")].map((row) => [row.dataset.activity, row]));
  const known = new Map(graph.activities.map((activity) => [activity.id, activity]));
  const title = (id) => project.activityTarget(id).title;

  // After an answer, the sum is read out once nothing changes for a moment.
  let timer;
  const announce = (text) => {
    clearTimeout(timer);
    $("[data-status]").textContent = text;
  };
  const sum = () => $("[data-sum]").textContent;
  const announceSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => announce(sum()), 700);
  };
  const announceCut = (text) => announce(`${text} ${sum()}`);

  const waysOf = (read) => Object.fromEntries(Object.entries(read.cuts).map(([id, { way }]) => [id, way]));

  const setCut = (id, way, reason) => project.change((read) => {
    if (!way) delete read.cuts[id];
    else {
      read.cuts[id] = { way, reason: reason ?? (read.cuts[id]?.reason || "") };
      const record = data.records[`activities/${id}`];
      if (record) project.see(read, `activities/${id}`, record[0], record[1]);
    }
  });

  const fillRow = (element, id, way) => {
    lists.link($("a", element), project.activityTarget(id));
    const row = rows.get(id);
    $("[data-where]", element).textContent = row ? $("[data-where]", row).textContent : "";
    const text = row && $(`[data-way-text=${way}]`, row);
    $("[data-text]", element).replaceChildren(...(text ? [text.cloneNode(true)] : []));
  };

  // Proposals

  const makeProposal = (way) => ([id]) => {
    const element = lists.made("tailor-proposal");
    const button = $("button", element);
    button.textContent = words.ways[way].button;
    button.setAttribute("aria-label", `${words.ways[way].button}: ${title(id)}`);
    button.addEventListener("click", () => {
      const list = element.parentElement;
      const index = [...list.children].indexOf(element);
      setCut(id, way);
      announceCut(fill(words.ways[way].announced, { title: title(id) }));
      lists.focusAt(list, index, document.getElementById("tailor-cuts"));
    });
    return element;
  };

  const showProposals = (read) => {
    const found = project.proposals(graph, read.profile, waysOf(read));
    $("[data-nothing]").hidden = found.length > 0;
    for (const way of WAYS) {
      const part = $(`[data-proposed=${way}]`);
      const mine = found.filter(([, each]) => each === way);
      const visible = shownWhole.has(way) ? mine : mine.slice(0, FIRST);
      part.hidden = !mine.length;
      lists.show($("[data-list]", part), visible, ([id]) => id, makeProposal(way), (element, [id]) => fillRow(element, id, way));
      const more = $("[data-more]", part);
      more.hidden = visible.length === mine.length;
      more.textContent = fill(words.more, { n: mine.length - visible.length });
    }
  };

  // Cuts

  // How a cut stands to its record: proposed, not proposed, or against it.
  const judged = (id, way, profile) => {
    const activity = known.get(id);
    if (way === "drop" && activity?.never) return "against";
    return project.proposed(activity?.when[way], profile) ? "allowed" : "silent";
  };

  const makeCut = (id) => {
    const element = lists.made("tailor-cut");
    const name = title(id);
    const reason = $("[data-reason]", element);
    const way = $("[data-way]", element);
    const keep = $("[data-keep]", element);
    keep.setAttribute("aria-label", `${words.keep}: ${name}`);
    reason.setAttribute("aria-label", `${words.reason}: ${name}`);
    way.setAttribute("aria-label", `${words.way}: ${name}`);
    reason.addEventListener("change", () => setCut(id, way.value, project.clean(reason.value).trim()));
    way.addEventListener("change", () => {
      setCut(id, way.value);
      announceCut(fill(words.ways[way.value].announced, { title: name }));
    });
    keep.addEventListener("click", () => {
      const list = element.parentElement;
      const index = [...list.children].indexOf(element);
      setCut(id, "");
      announceCut(fill(words.kept, { title: name }));
      lists.focusAt(list, index, document.getElementById("tailor-cuts"));
    });
    return element;
  };

  const updateCut = (read) => (element, id) => {
    const { way, reason } = read.cuts[id];
    fillRow(element, id, way);
    const judgement = judged(id, way, read.profile);
    element.dataset.judged = judgement;
    $(".tailor__done", element).textContent = words.ways[way].done;
    $(".tailor__judged", element).textContent = words[judgement];
    $("[data-way]", element).value = way;
    if (document.activeElement !== $("[data-reason]", element)) $("[data-reason]", element).value = reason || "";
  };

  const showCuts = (read) => {
    const order = new Map(graph.activities.map(({ id }, index) => [id, index]));
    const cuts = Object.keys(read.cuts).sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
    $("[data-no-cuts]").hidden = cuts.length > 0;
    lists.show($("[data-cuts]"), cuts, (id) => id, makeCut, updateCut(read));
    for (const [id, row] of rows) $("[data-choose]", row).value = read.cuts[id]?.way || "";
  };

  // Answers

  const showAnswers = (read) => {
    for (const field of page.querySelectorAll("[data-question]")) {
      const given = Object.hasOwn(read.profile, field.dataset.question) ? read.profile[field.dataset.question] : [];
      for (const input of field.querySelectorAll("input")) input.checked = input.value ? given.includes(input.value) : !given.length;
    }
  };

  const answer = (field) => {
    const picked = [...field.querySelectorAll("input:checked")].map(({ value }) => value).filter(Boolean);
    project.change((read) => {
      if (picked.length) read.profile[field.dataset.question] = picked;
      else delete read.profile[field.dataset.question];
    });
    announceSoon();
  };

  const show = (read) => {
    const cuts = waysOf(read);
    $("[data-refused]").textContent = "";
    $("[data-not-kept]").hidden = project.canStore();
    showAnswers(read);
    showProposals(read);
    showCuts(read);
    const out = new Set(graph.activities.filter(({ only }) => !project.applies(only, read.profile)).map(({ id }) => id));
    const open = project.showBreaks(read, project.consequences(graph, read.profile, cuts), out, announce);
    const lost = project.lost(graph, read.profile, cuts);
    $("[data-out]").textContent = out.size ? fill(words.does_not_apply, { n: out.size }) : "";
    $("[data-sum]").textContent = fill(words.status, { stays: graph.activities.length - lost.length, all: graph.activities.length, cut: Object.keys(cuts).length, open });
  };

  // Listening

  $("[data-questions]").addEventListener("change", ({ target }) => answer(target.closest("[data-question]")));
  $("[data-questions]").addEventListener("submit", (event) => event.preventDefault());
  $("[data-file-project]").addEventListener("click", () => project.save());
  $("[data-print]").addEventListener("click", () => window.print());
  for (const way of WAYS) {
    $(`[data-proposed=${way}] [data-more]`).addEventListener("click", () => {
      shownWhole.add(way);
      showProposals(project.read());
      lists.focusAt($(`[data-proposed=${way}] [data-list]`), FIRST, document.getElementById("tailor-proposed"));
    });
  }
  for (const [id, row] of rows) {
    $(".tailor__choose", row).hidden = false;
    $("[data-choose]", row).addEventListener("change", ({ target }) => {
      setCut(id, target.value);
      announceCut(target.value ? fill(words.ways[target.value].announced, { title: title(id) }) : fill(words.kept, { title: title(id) }));
    });
  }

  project.on(show);
  project.onRefused((text) => { $("[data-refused]").textContent = text; });
  show(project.read());
  page.classList.remove("waits");
})();
