// Who has which role: a field for each, kept as it is typed. They are posts, and no names are asked for.
(() => {
  const project = window.handbookProject;
  const { data, words, fill } = project;
  const fields = [...document.querySelectorAll("[data-owner]")];

  for (const field of fields) {
    field.addEventListener("change", () => {
      const { owner } = field.dataset;
      const post = project.line(field.value);
      const [title, mark] = data.records[`roles/${owner}`];
      const fits = project.change((read) => {
        if (post) read.owners[owner] = post;
        else delete read.owners[owner];
        project.see(read, `roles/${owner}`, title, mark);
      });
      if (fits) project.announce(fill(post ? words.owner_kept : words.owner_gone, { role: title }));
    });
  }

  const show = (read) => {
    for (const field of fields) {
      if (field !== document.activeElement) field.value = Object.hasOwn(read.owners, field.dataset.owner) ? read.owners[field.dataset.owner] : "";
    }
  };

  project.on(show);
  show(project.read());
})();
