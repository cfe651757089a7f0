// The reader's own project: kept on the device, saved and opened as one file, merged with a colleague's. Nothing leaves the machine.
// The other scripts of the project use what stands in `window.handbookProject`, and never the store of the browser.
(() => {
  const project = window.handbookProject;
  const device = window.handbookDevice;
  const { group, bare, emptyPlan, emptyLayer, isEmpty, written, lay, joinOf, joined } = project;
  const { key, handbook, edition, formerly, largest, words } = project.start;
  const ASIDE = `${key}-set-aside`;
  const unseen = new RegExp(`[${project.start.unseen}]`, "gu");
  const listeners = [];
  const refusals = [];
  let memory = null; // what this page knows, where the browser keeps nothing
  let unread = []; // what could not be read, for where the browser has no room for it

  const bytes = new TextEncoder();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => (Object.hasOwn(values, name) ? values[name] : blank));

  const fresh = () => group({ schema: 1, handbook, edition, ...emptyLayer(), seen: group(), others: [] });
  const whole = (read) => group({ ...fresh(), ...read, plan: group({ ...emptyPlan(), ...read.plan }) });

  // Reading

  // A text as a project, or the sentence with which it is refused.
  const parsed = (text) => {
    if (text.length > largest) return { refused: words.refused_large };
    let read;
    try {
      read = bare(text);
    } catch {
      return { refused: words.refused_kind };
    }
    if (read === null || typeof read !== "object" || Array.isArray(read) || !Object.hasOwn(read, "schema")) return { refused: words.refused_kind };
    if (read.schema !== 1) return { refused: words.refused_newer };
    const places = project.wrong(read);
    if (places.length) return { refused: fill(words.refused_part, { where: places.slice(0, 3).map((path) => path.join(", ").slice(0, 120)).join("; ") }) };
    const twice = project.doubled(text);
    if (twice) return { refused: fill(words.refused_twice, { name: twice.slice(0, 80) }) };
    if (read.handbook !== handbook) return { refused: fill(words.refused_handbook, { theirs: read.handbook, ours: handbook }) };
    return { project: renamed(whole(read)) };
  };

  // Today's reference for one of an earlier edition.
  const now = (ref) => {
    const [record, part] = ref.split("#");
    if (!Object.hasOwn(formerly, record)) return ref;
    return part === undefined ? formerly[record] : `${formerly[record]}#${part}`;
  };
  const nowIn = (folder) => (id) => now(`${folder}/${id}`).slice(folder.length + 1);
  const BY_REF = { ticks: now, notes: now, states: now, cuts: nowIn("activities"), owners: nowIn("roles"), accepted: (id) => id.replace(/:.*/u, (ref) => `:${now(ref.slice(1))}`) };

  const renamedPart = (part, today, twice, join) => {
    for (const old of Object.keys(part)) {
      const next = today(old);
      if (next === old) continue;
      const value = part[old];
      delete part[old];
      lay(part, { [next]: value }, twice, join);
    }
  };

  // References of an earlier edition become today's. What two of them say differently is a difference to decide.
  const renamedLayer = (layer) => {
    const twice = emptyLayer();
    for (const [name, today] of Object.entries(BY_REF)) renamedPart(layer[name] || {}, today, twice[name], joinOf(name));
    renamedPart(layer.plan?.lengths || {}, nowIn("phases"), twice.plan.lengths);
    return written(twice);
  };

  // The same for a whole project. What `seen` says keeps the old one, so that the reader can be told.
  const renamed = (read) => {
    const twice = [read, ...read.others].map(renamedLayer).filter((layer) => !isEmpty(layer));
    read.others = joined(read.others, twice);
    for (const old of Object.keys(read.seen)) {
      const next = now(old);
      if (next === old) continue;
      read.seen[next] ||= group({ ...read.seen[old], was: old });
      delete read.seen[old];
    }
    return read;
  };

  const kept = () => {
    const text = memory ?? device.read(key);
    if (text === null) return fresh();
    const { project: read, refused } = parsed(text);
    if (read) return read;
    // It is not ours, or broken: nothing of it is lost, and nothing of it is used. It makes room for itself.
    device.forget(key);
    unread = device.putAside(ASIDE, text);
    project.asideWhy = refused;
    return fresh();
  };

  // Writing

  const say = () => { for (const listener of listeners) listener(kept()); };

  // What is written into a file, which is the longest form of a project.
  const filed = (read) => `${JSON.stringify(written(read), null, 1)}\n`;

  const put = (next) => {
    const text = JSON.stringify(written(next), (_, value) => (typeof value === "string" ? clean(value) : value));
    const fits = bytes.encode(filed(bare(text))).length <= largest && !project.wrong(bare(text)).length;
    if (fits) memory = device.write(key, text) ? null : text;
    say();
    if (!fits) for (const refusal of refusals) refusal(words.refused_full);
    return fits;
  };

  // Change the project with `fn`. Whether the change could be made: what does not fit the file is not taken.
  const change = (fn) => {
    const next = kept();
    fn(next);
    return put(next);
  };

  // Remember what the reader saw of a record, so that a later edition can say what has changed.
  const see = (next, ref, title, mark) => { next.seen[ref] = group({ title: seenTitle(title), mark }); };

  // A title as it is remembered.
  const seenTitle = (title) => line(title).slice(0, 240);

  // A text on one line.
  const line = (text) => clean(text).replace(/\s+/gu, " ").trim();

  const clean = (text) => text.replaceAll("\r\n", "\n").replace(unseen, "").replace(/\p{Cs}/gu, "");

  // Files

  const save = () => device.download({ name: `${key}.json`, text: filed(kept()), type: "application/json" });

  // What a file holds: `{ project }`, or `{ refused }` with a sentence. Nothing changes until `put` or `merge`.
  const open = async (file) => {
    if (file.size > largest) return { refused: words.refused_large };
    try {
      return parsed(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      return { refused: words.refused_kind };
    }
  };

  const clear = () => {
    memory = null;
    for (const name of [key, `${key}-role`, `${key}-shows-all`]) device.forget(name);
    say();
  };

  window.addEventListener("storage", (event) => { if (event.key === key || event.key === null) say(); });

  Object.assign(project, {
    read: kept, change, put, see, seenTitle, clean, line, save, open, clear, parsed, fill,
    on: (listener) => listeners.push(listener),
    onRefused: (listener) => refusals.push(listener),
    canStore: () => memory === null && device.keeps(key),
    aside: () => [...new Set([...device.setAside(ASIDE), ...unread])],
    forgetAside: () => {
      unread = [];
      device.forget(ASIDE);
    },
    words,
  });
})();
