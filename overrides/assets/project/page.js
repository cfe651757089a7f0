// The page about the reader's own project: what it holds, its file, a colleague's file, and what a new edition changed.
(() => {
  const project = window.handbookProject;
  const { words, fill, data, start } = project;
  const page = document.querySelector("[data-project]");
  const $ = (selector, within = page) => within.querySelector(selector);
  const made = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const announce = (text) => { $("[data-status]").textContent = text; };
  let opened = null;

  // The mark of what a reference names in this edition, or undefined where there is no such thing.
  const markOf = (ref) => {
    const [record, part] = ref.split("#");
    if (!Object.hasOwn(data.records, record)) return undefined;
    if (part === undefined) return data.records[record][1];
    return Object.hasOwn(data.parts[record] || {}, part) ? data.parts[record][part] : undefined;
  };

  // What a reference is called: as the reader saw it, where only a part of a record is meant or this edition has none.
  const titled = (ref, read) => {
    const [record, part] = ref.split("#");
    const title = Object.hasOwn(data.records, record) ? data.records[record][0] : undefined;
    if (part === undefined) return title || read.seen[ref]?.title || ref;
    return [title, read.seen[ref]?.title || part].filter(Boolean).join(": ");
  };

  const address = (ref) => {
    const [record, part] = ref.split("#");
    if (markOf(ref) === undefined) return null;
    return page.dataset.root + record + data.suffix + (part && !part.startsWith("done-") ? `#${part}` : "");
  };

  const link = (element, ref, text) => {
    element.textContent = text;
    const to = address(ref);
    if (to) element.href = to;
  };

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

  const REF = { cuts: (id) => `activities/${id}`, owners: (id) => `roles/${id}`, accepted: (id) => id.slice(id.indexOf(":") + 1) };
  const refOf = (name, id) => (REF[name] || ((ref) => ref))(id);
  const textOf = (value) => {
    if (value === undefined || value === true) return "";
    if (typeof value !== "object") return String(value);
    return (Array.isArray(value) ? value : Object.values(value)).map(textOf).join(", ");
  };

  // What a reader chose is kept as a word for programs, and shown as it was chosen.
  const valueOf = (name, value) => (name === "states" && Object.hasOwn(data.states, value) ? data.states[value] : textOf(value));

  const showParts = (read) => {
    const shown = ["notes", "ticks", "states", "owners"].filter((name) => Object.keys(read[name]).length);
    $("[data-parts]").replaceChildren(...shown.map((name) => {
      const part = made("project-part");
      $("h3", part).textContent = words.parts[name];
      $("ul", part).append(...Object.keys(read[name]).sort().map((id) => {
        const entry = made("project-entry");
        link($("a", entry), refOf(name, id), titled(refOf(name, id), read));
        $("p", entry).textContent = valueOf(name, read[name][id]);
        return entry;
      }));
      return part;
    }));
  };

  // What a new edition changed

  const used = (read) => {
    const refs = ["ticks", "notes", "states", "cuts", "owners", "accepted"].flatMap((name) => Object.keys(read[name]).map((id) => refOf(name, id)));
    return [...new Set(refs)].sort();
  };

  const changes = (read) => used(read).flatMap((ref) => {
    const before = read.seen[ref];
    const title = titled(ref, read);
    const mark = markOf(ref);
    if (mark === undefined) return [{ ref, text: fill(words.changed_gone, { title }) }];
    const lines = [];
    if (before?.was) lines.push({ ref, text: fill(words.changed_renamed, { title, was: before.title }) });
    if (before?.mark && before.mark !== mark) lines.push({ ref, text: fill(words.changed_text, { title }) });
    return lines;
  });

  // From here on the project follows this edition. What is gone keeps its title, and stays.
  const follow = (read) => {
    for (const ref of used(read)) {
      const mark = markOf(ref);
      if (mark !== undefined) project.see(read, ref, ref.includes("#") ? read.seen[ref]?.title || ref : data.records[ref][0], mark);
    }
    read.edition = start.edition;
  };

  const showChanges = (read) => {
    const part = $("[data-changed]");
    const lines = read.edition === start.edition ? changes(read).filter(({ ref }) => markOf(ref) !== undefined) : changes(read);
    part.hidden = !lines.length;
    $(".notice__title", part).textContent = fill(words.changed, { edition: read.edition });
    $("[data-list]", part).replaceChildren(...lines.map(({ ref, text }) => {
      const line = made("project-change");
      link($("a", line), ref, text);
      return line;
    }));
  };

  // Where two people differ

  const differences = (read) => read.others.flatMap((other, index) => Object.entries(other).flatMap(([name, part]) => Object.entries(part).flatMap(([id, value]) => {
    if (name !== "plan" || id !== "lengths") return [{ index, path: [name, id], value }];
    return Object.entries(value).map(([phase, days]) => ({ index, path: [name, id, phase], value: days }));
  })));

  const at = (read, path) => path.reduce((value, name) => value?.[name], read);
  const whatIs = (read, [name, id, inner]) => [words.parts[name], titled(refOf(name, inner || id), read)].join(": ");

  // Take a difference out of `others`; what is empty then goes as well.
  const settle = (read, { index, path }) => {
    const chain = path.slice(0, -1).reduce((list, name) => [...list, list.at(-1)[name]], [read.others[index]]);
    path.toReversed().forEach((name, depth) => {
      const holder = chain[chain.length - 1 - depth];
      if (!depth || !Object.keys(holder[name]).length) delete holder[name];
    });
    read.others = read.others.filter((other) => Object.keys(other).length);
  };

  const decide = (difference, what, taken) => {
    const position = [...page.querySelectorAll("[data-differ] li")].findIndex((line) => line.contains(document.activeElement));
    project.change((read) => {
      const { path, value } = difference;
      if (taken) at(read, path.slice(0, -1))[path.at(-1)] = value;
      settle(read, difference);
    });
    announce(fill(words.decided, { what }));
    const lines = page.querySelectorAll("[data-differ] li");
    (lines[Math.min(position, lines.length - 1)]?.querySelector("button") || $("[data-save]")).focus();
  };

  const showDifferences = (read) => {
    const part = $("[data-differ]");
    const lines = differences(read);
    part.hidden = !lines.length;
    $("[data-list]", part).replaceChildren(...lines.map((difference) => {
      const line = made("project-difference");
      const what = whatIs(read, difference.path);
      $("strong", line).textContent = what;
      $("[data-mine]", line).textContent = fill(words.differ_mine, { value: valueOf(difference.path[0], at(read, difference.path)) || words.nothing_said });
      $("[data-theirs]", line).textContent = fill(words.differ_theirs, { value: valueOf(difference.path[0], difference.value) });
      for (const [name, text, taken] of [["keep", words.keep_mine, false], ["take", words.take_theirs, true]]) {
        const button = $(`[data-${name}]`, line);
        button.textContent = fill(text, { what });
        button.addEventListener("click", () => decide(difference, what, taken));
      }
      return line;
    }));
  };

  const show = (read) => {
    const sized = sizes(read);
    $("[data-empty]").hidden = sized.length > 0;
    showCounts($("[data-holds]"), read);
    showParts(read);
    showChanges(read);
    showDifferences(read);
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
    announce(fits ? text : words.refused_full);
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
    take(both, fill(words.merged, { n: differences(both).length }));
  });
  $("[data-leave]").addEventListener("click", () => {
    showOpened("", null);
    announce(words.left);
    $("[data-save]").focus();
  });
  $("[data-read]").addEventListener("click", () => {
    project.change(follow);
    announce(words.changed_done);
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
  page.hidden = false;
})();
