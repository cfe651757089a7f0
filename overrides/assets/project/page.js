// The page about the reader's own project: what it holds, its file, and a colleague's file.
(() => {
  const project = window.handbookProject;
  const { words, fill, start } = project;
  const page = document.querySelector("[data-project]");
  const $ = (selector, within = page) => within.querySelector(selector);
  const { made } = project.lists;
  const { announce } = project;
  let opened = null;

  const planned = ({ go_live: live, avoid, pay_days: days, lengths }) => (live ? 1 : 0) + avoid.length + days.length + Object.keys(lengths).length;
  const sizes = (read) => project.parts.map((name) => [name, name === "plan" ? planned(read.plan) : Object.keys(read[name]).length]).filter(([, size]) => size);

  const showCounts = (list, read) => {
    list.replaceChildren(...sizes(read).map(([name, size]) => {
      const row = made("project-count");
      $("dt", row).textContent = words.parts[name];
      $("dd", row).textContent = size;
      return row;
    }));
  };

  // What it holds

  const SHOWN = ["notes", "profile", "cuts", "accepted", "states", "ticks"];
  const FIRST = 8; // entries of each part that are shown at once

  const entryOf = (read, name) => (id) => {
    const entry = made("project-entry");
    project.link($("a", entry), project.refOfEntry(name, id), project.nameOf(name, id, read));
    $("p", entry).textContent = project.valueOf(name, read[name][id], id);
    return entry;
  };

  const partOf = (read) => (name) => {
    const part = made("project-part");
    const entries = Object.keys(read[name]).sort().map(entryOf(read, name));
    const more = $("details", part);
    $("h3", part).textContent = words.parts[name];
    $("ul", part).append(...entries.slice(0, FIRST));
    more.hidden = entries.length <= FIRST;
    $("summary", more).textContent = fill(words.more, { n: entries.length - FIRST });
    $("ul", more).append(...entries.slice(FIRST));
    return part;
  };

  const showParts = (read) => {
    const open = [...page.querySelectorAll("[data-parts] details[open]")].map((each) => each.dataset.part);
    const parts = SHOWN.filter((name) => Object.keys(read[name]).length);
    $("[data-parts]").replaceChildren(...parts.map(partOf(read)));
    page.querySelectorAll("[data-parts] details").forEach((details, index) => {
      details.dataset.part = parts[index];
      details.open = open.includes(parts[index]);
    });
  };

  const show = (read) => {
    const sized = sizes(read);
    $("[data-empty]").hidden = sized.length > 0;
    showCounts($("[data-holds]"), read);
    showParts(read);
    const aside = $("[data-aside]");
    const texts = project.aside();
    aside.hidden = !texts.length;
    $("[data-why]", aside).textContent = fill(words.aside_note, { why: project.asideWhy || "" }).replace("  ", " ");
    $("[data-kept]").textContent = project.canStore() ? words.kept : words.not_kept;
  };

  // What the buttons do

  const showOpened = (name, read) => {
    const part = $("[data-opened]");
    part.hidden = !read;
    opened = read;
    if (!read) return;
    $(".notice__title", part).textContent = fill(words.opened, { file: name });
    $("[data-note]", part).textContent = fill(words.opened_note, { edition: read.edition });
    showCounts($("[data-counts]", part), read);
    $(".notice__title", part).focus();
  };

  const take = (next, text) => {
    const fits = project.put(next);
    showOpened("", null);
    if (fits) announce(text);
    $("[data-save]").focus();
  };

  $("[data-save]").addEventListener("click", () => {
    project.save();
    announce(fill(words.saved, { file: `${start.key}.json` }));
  });
  $("[data-open]").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const { project: read, refused } = await project.open(file);
    target.value = "";
    announce(refused || "");
    showOpened(file.name, read || null);
  });
  $("[data-clear]").addEventListener("click", () => {
    if (!window.confirm(words.clear_sure)) return;
    project.clear();
    announce(words.cleared);
  });
  $("[data-replace]").addEventListener("click", () => take(opened, words.replaced));
  $("[data-merge]").addEventListener("click", () => {
    const both = project.merge(project.read(), opened);
    take(both, fill(words.merged, { n: project.differences(both).length }));
  });
  $("[data-leave]").addEventListener("click", () => {
    showOpened("", null);
    announce(words.left);
    $("[data-save]").focus();
  });
  $("[data-save-aside]").addEventListener("click", () => window.handbookDevice.download({ name: `${start.key}-aside.txt`, text: project.aside().join("\n"), type: "text/plain" }));
  $("[data-forget-aside]").addEventListener("click", () => {
    if (!window.confirm(words.aside_sure)) return;
    project.forgetAside();
    show(project.read());
    $("[data-save]").focus();
  });

  project.on(show);
  show(project.read());
  page.classList.remove("waits");
})();
