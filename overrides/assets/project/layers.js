// A project as plain data: what an empty one holds, what of it is written, and how two become one. It touches no page and keeps nothing.
(() => {
  const project = window.handbookProject;

  // Groups without a prototype, so that no name in a file means anything but itself.
  const group = (values = {}) => Object.assign(Object.create(null), values);
  const bare = (text) => JSON.parse(text, (_, value) => (value && typeof value === "object" && !Array.isArray(value) ? group(value) : value));
  const copy = (value) => bare(JSON.stringify(value));

  const emptyPlan = () => group({ avoid: [], pay_days: [], lengths: group() });
  const emptyLayer = () => group(Object.fromEntries(project.parts.map((name) => [name, name === "plan" ? emptyPlan() : group()])));

  // What is not said is not written.
  const isEmpty = (value) => value === null || value === undefined || (typeof value === "object" && !Object.keys(value).length);
  const written = (value) => {
    const kept = Object.entries(value).filter(([, part]) => !isEmpty(part));
    return Object.fromEntries(kept.map(([name, part]) => [name, name === "plan" ? written(part) : part]).filter(([, part]) => !isEmpty(part)));
  };

  const sorted = (value) => (value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])])) : value);
  const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

  // Two notes as one, where that is not too long. A paragraph that is in both stands there once.
  const LONGEST_NOTE = 4000;
  const bothNotes = (a, b) => {
    const mine = a.split("\n\n");
    const both = [...mine, ...b.split("\n\n").filter((one) => !mine.includes(one))].join("\n\n");
    return [...both].length <= LONGEST_NOTE ? both : null;
  };
  const joinOf = (name) => (name === "notes" ? bothNotes : undefined);

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

  // A go-live and the reason for it belong together: nobody's reason stands beside the day of somebody else.
  const layGoLive = (mine, { go_live: live, go_live_why: why }, other) => {
    if (!live) return;
    const theirs = { go_live: live, ...(why ? { go_live_why: why } : {}) };
    if (!mine.go_live || (mine.go_live === live && !mine.go_live_why)) Object.assign(mine, theirs);
    else if (mine.go_live !== live || (why && why !== mine.go_live_why)) Object.assign(other, theirs);
  };

  const joined = (a, b) => [...a, ...b.filter((one) => !a.some((other) => same(one, other)))];

  // Both projects as one. Where they differ, both are kept: a's counts, and b's stands in `others` until somebody decides.
  const merge = (a, b) => {
    const result = copy(a);
    const theirs = copy(b);
    const other = emptyLayer();
    for (const name of project.parts) if (name !== "plan") lay(result[name], theirs[name], other[name], joinOf(name));
    const { avoid, pay_days: days, lengths } = theirs.plan;
    layGoLive(result.plan, theirs.plan, other.plan);
    lay(result.plan.lengths, lengths, other.plan.lengths);
    result.plan.avoid = joined(result.plan.avoid, avoid);
    result.plan.pay_days = joined(result.plan.pay_days, days).sort();
    lay(result.seen, theirs.seen, group());
    const differing = written(other);
    result.others = joined(joined(result.others, theirs.others), isEmpty(differing) ? [] : [differing]);
    return result;
  };

  Object.assign(project, { group, bare, emptyPlan, emptyLayer, isEmpty, written, lay, joinOf, joined, same, merge });
})();
