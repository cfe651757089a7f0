// The next five things for one role: first what is begun, then what can start, in the order of the work.
(() => {
  const project = window.handbookProject;
  const { data, words, fill, lists, start } = project;
  const page = document.querySelector("[data-project]");
  const select = page.querySelector("[data-role]");
  const list = page.querySelector("[data-next]");
  const KEY = `${start.key}-role`;
  const MOST = 5;

  const title = (id) => data.records[`activities/${id}`][0];

  // The activities of a role that are left, each with what it still waits for.
  const left = (read, role) => {
    const ways = Object.fromEntries(Object.entries(read.cuts).map(([id, { way }]) => [id, way]));
    const settled = new Set([...project.lost(project.only, read.profile, ways), ...data.work.filter(({ id, done }) => project.isDone(read, id, done)).map(({ id }) => id)]);
    return data.work.filter((work) => !settled.has(work.id) && (work.lead === role || work.others.includes(role)))
      .map((work) => ({
        ...work, waits: work.after.filter((id) => !settled.has(id)), begun: project.isBegun(read, work.id), n: project.ticked(read, work.id, work.done),
        serves: data.work.filter(({ after, id }) => after.includes(work.id) && !settled.has(id)).length,
      }));
  };

  const rank = ({ begun, waits }) => (begun ? 0 : 1 + Number(waits.length > 0));

  const why = (work) => {
    const lines = [];
    if (work.begun) lines.push(fill(words.next_begun, { n: work.n, all: work.done.length }));
    if (work.waits.length) lines.push(fill(words.next_waits, { what: work.waits.map(title).join(", ") }));
    else if (!work.begun) lines.push(words.next_ready);
    if (work.serves) lines.push(fill(words.next_serves, { n: work.serves }));
    return lines.join(" ");
  };

  const show = (read) => {
    const role = select.value;
    const found = role ? left(read, role).sort((a, b) => rank(a) - rank(b)).slice(0, MOST) : [];
    page.querySelector("[data-none]").hidden = !role || found.length > 0;
    lists.show(list, found, ({ id }) => id, () => lists.made("project-entry"), (element, work) => {
      lists.link(element.querySelector("a"), { title: title(work.id), address: `${page.dataset.root}activities/${work.id}${data.suffix}` });
      element.querySelector("p").textContent = why(work);
    });
  };

  select.value = window.handbookDevice.read(KEY) || "";
  select.addEventListener("change", () => {
    window.handbookDevice.write(KEY, select.value);
    show(project.read());
  });
  project.on(show);
  show(project.read());
})();
