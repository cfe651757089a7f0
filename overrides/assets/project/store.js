// The reader's own project: kept on the device, saved and opened as one file, merged with a colleague's. Nothing leaves the machine.
// The other scripts of the project use what stands in `window.handbookProject`, and never the store of the browser.
(() => {
  const project = window.handbookProject;
  const device = window.handbookDevice;
  const { key, handbook, edition, formerly, largest, words } = project.start;
  const ASIDE = `${key}-set-aside`;
  const unseen = new RegExp(`[${project.start.unseen}]`, "gu");
  const listeners = [];
  let memory = null; // what this page knows, where the browser keeps nothing

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => (Object.hasOwn(values, name) ? values[name] : blank));

  // Groups without a prototype, so that no name in a file means anything but itself.
  const group = (values = {}) => Object.assign(Object.create(null), values);
  const bare = (text) => JSON.parse(text, (_, value) => (value && typeof value === "object" && !Array.isArray(value) ? group(value) : value));
  const copy = (value) => bare(JSON.stringify(value));

  const emptyPlan = () => group({ avoid: [], pay_days: [], lengths: group() });
  const emptyLayer = () => group(Object.fromEntries(project.parts.map((name) => [name, name === "plan" ? emptyPlan() : group()])));
  const fresh = () => group({ schema: 1, handbook, edition, ...emptyLayer(), seen: group(), others: [] });
  const whole = (read) => group({ ...fresh(), ...read, plan: group({ ...emptyPlan(), ...read.plan }) });

  // What is not said is not written.
  const isEmpty = (value) => value === null || value === undefined || (typeof value === "object" && !Object.keys(value).length);
  const written = (value) => {
    const kept = Object.entries(value).filter(([, part]) => !isEmpty(part));
    return Object.fromEntries(kept.map(([name, part]) => [name, name === "plan" ? written(part) : part]).filter(([, part]) => !isEmpty(part)));
  };

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

  // References of an earlier edition become today's. What `seen` says keeps the old one, so that the reader can be told.
  const renamed = (read) => {
    for (const [name, today] of Object.entries(BY_REF)) {
      for (const old of Object.keys(read[name])) {
        const next = today(old);
        if (next === old) continue;
        if (!(next in read[name])) read[name][next] = read[name][old];
        else if (name === "notes") read[name][next] = bothNotes(read[name][next], read[name][old]) || read[name][next];
        delete read[name][old];
      }
    }
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
    // It is not ours, or broken: nothing of it is lost, and nothing of it is used.
    device.putAside(ASIDE, text);
    device.forget(key);
    project.asideWhy = refused;
    return fresh();
  };

  // Writing

  const say = () => { for (const listener of listeners) listener(kept()); };

  const put = (next) => {
    const text = JSON.stringify(written(next), (_, value) => (typeof value === "string" ? clean(value) : value));
    if (text.length > largest || project.wrong(bare(text)).length) return false;
    memory = device.write(key, text) ? null : text;
    say();
    return true;
  };

  // Change the project with `fn`. Whether the change could be made: what does not fit the file is not taken.
  const change = (fn) => {
    const next = kept();
    fn(next);
    return put(next);
  };

  // Remember what the reader saw of a record, so that a later edition can say what has changed.
  const see = (next, ref, title, mark) => { next.seen[ref] = group({ title: clean(title).replace(/\s+/gu, " ").slice(0, 240), mark }); };

  const clean = (text) => text.replaceAll("\r\n", "\n").replace(unseen, "").replace(/\p{Cs}/gu, "");

  // Files

  const save = () => device.download({ name: `${key}.json`, text: `${JSON.stringify(written(kept()), null, 1)}\n`, type: "application/json" });

  // What a file holds: `{ project }`, or `{ refused }` with a sentence. Nothing changes until `put` or `merge`.
  const open = async (file) => {
    if (file.size > largest) return { refused: words.refused_large };
    try {
      const bytes = await file.arrayBuffer();
      return parsed(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return { refused: words.refused_kind };
    }
  };

  const clear = () => {
    memory = null;
    for (const name of [key, `${key}-role`, `${key}-shows-all`]) device.forget(name);
    say();
  };

  // Merging

  const sorted = (value) => (value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])])) : value);
  const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

  const LONGEST_NOTE = 4000;
  const bothNotes = (a, b) => {
    if (a.includes(b)) return a;
    if (b.includes(a)) return b;
    const both = `${a}\n\n${b}`;
    return [...both].length <= LONGEST_NOTE ? both : null;
  };

  // Lay `theirs` beside `mine`. Where they differ, mine stays and theirs goes into `other`.
  const lay = (mine, theirs, other, join = () => null) => {
    for (const [name, value] of Object.entries(theirs)) {
      if (!(name in mine) || isEmpty(mine[name])) mine[name] = value;
      else if (!same(mine[name], value)) {
        const both = join(mine[name], value);
        if (both === null) other[name] = value;
        else mine[name] = both;
      }
    }
  };

  const joined = (a, b) => [...a, ...b.filter((one) => !a.some((other) => same(one, other)))];

  // Both projects as one. Where they differ, both are kept: a's counts, and b's stands in `others` until somebody decides.
  const merge = (a, b) => {
    const result = copy(a);
    const theirs = copy(b);
    const other = emptyLayer();
    for (const name of project.parts) if (name !== "plan") lay(result[name], theirs[name], other[name], name === "notes" ? bothNotes : undefined);
    const { avoid, pay_days: days, lengths, ...dates } = theirs.plan;
    lay(result.plan, dates, other.plan);
    lay(result.plan.lengths, lengths, other.plan.lengths);
    result.plan.avoid = joined(result.plan.avoid, avoid);
    result.plan.pay_days = joined(result.plan.pay_days, days).sort();
    lay(result.seen, theirs.seen, group());
    const differing = written(other);
    result.others = joined(joined(result.others, theirs.others), isEmpty(differing) ? [] : [differing]);
    return result;
  };

  window.addEventListener("storage", (event) => { if (event.key === key || event.key === null) say(); });

  Object.assign(project, {
    read: kept, change, put, see, clean, save, open, clear, merge, parsed, fill, same,
    on: (listener) => listeners.push(listener),
    canStore: () => device.keeps(key),
    aside: () => device.setAside(ASIDE),
    forgetAside: () => device.forget(ASIDE),
    words,
  });
})();
