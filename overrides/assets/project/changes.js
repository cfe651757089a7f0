// What a new edition changed under what the reader ticked, noted, cut or owns. Nothing that was written is lost.
(() => {
  const project = window.handbookProject;
  const { words, fill, data, start, markOf, titled } = project;
  const part = document.querySelector("[data-changed]");
  const KNOWN_GONE = ""; // the mark of what the reader knows to be gone

  const used = (read) => {
    const refs = ["ticks", "notes", "states", "cuts", "owners", "accepted"].flatMap((name) => Object.keys(read[name]).map((id) => project.refOfEntry(name, id)));
    return [...new Set(refs)].sort();
  };

  const renamed = (ref, title, before) => {
    if (!ref.includes("#") && before.title && before.title !== project.seenTitle(title)) return [{ ref, text: fill(words.changed_renamed, { title, was: before.title }) }];
    return before.was ? [{ ref, text: fill(words.changed_moved, { title }) }] : [];
  };

  const changes = (read) => used(read).flatMap((ref) => {
    const before = read.seen[ref];
    const title = titled(ref, read);
    const mark = markOf(ref);
    if (mark === undefined) return before?.mark === KNOWN_GONE ? [] : [{ ref, text: fill(words.changed_gone, { title }) }];
    if (!before) return [];
    const says = before.mark && before.mark !== mark ? [{ ref, text: fill(words.changed_text, { title }) }] : [];
    return [...renamed(ref, title, before), ...says];
  });

  // From here on the project follows this edition. What is gone keeps its title, and stays.
  const follow = (read) => {
    for (const ref of used(read)) {
      const mark = markOf(ref);
      const seen = read.seen[ref]?.title || titled(ref, read);
      project.see(read, ref, ref.includes("#") || mark === undefined ? seen : data.records[ref][0], mark ?? KNOWN_GONE);
    }
    read.edition = start.edition;
  };

  const show = (read) => {
    const lines = changes(read);
    part.hidden = !lines.length;
    part.querySelector("[data-list]").replaceChildren(...lines.map(({ ref, text }) => {
      const line = project.lists.made("project-change");
      project.link(line.querySelector("a"), ref, text);
      return line;
    }));
  };

  part.querySelector("[data-read]").addEventListener("click", () => {
    if (project.change(follow)) project.announce(words.changed_done);
    document.querySelector("[data-save]").focus();
  });
  project.on(show);
  show(project.read());
})();
