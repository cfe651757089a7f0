// What cuts break, worst first, and which cuts can be proposed. The same as macros/loading/tailoring/consequences.py, where it is explained;
// a test gives both the same projects. It needs no page: a graph, answers by question, and ways by activity go in.
(() => {
  const project = (window.handbookProject = window.handbookProject || {});
  const KINDS = ["never", "input", "criterion", "merge", "lessons", "skipped"];
  const WAYS = ["drop", "merge", "shrink"];
  const WORST = 2;

  const given = (profile, question) => (Object.hasOwn(profile, question) ? profile[question] : []);
  const meets = (profile, question, answers) => given(profile, question).some((one) => answers.includes(one));
  const applies = (only, profile) => Object.entries(only).every(([question, answers]) => !given(profile, question).length || meets(profile, question, answers));
  const proposed = (when, profile) => Boolean(when) && Object.keys(when).length > 0 && Object.entries(when).every(([question, answers]) => meets(profile, question, answers));

  // One project: what applies to it, what it cuts, and what is lost.
  const tailored = (graph, profile, cuts) => {
    const way = (name) => (Object.hasOwn(cuts, name) ? cuts[name] : undefined);
    const known = new Map(graph.activities.map((activity) => [activity.id, activity]));
    const out = new Set(graph.activities.filter(({ only }) => !applies(only, profile)).map(({ id }) => id));
    const dropped = graph.activities.filter(({ id }) => way(id) === "drop" && !out.has(id));
    const lost = new Set([...out, ...dropped.map(({ id }) => id)]);
    const withOthers = new Set();
    let more;
    do {
      more = graph.activities.filter(({ id, into }) => !lost.has(id) && way(id) === "merge" && lost.has(into)).map(({ id }) => id);
      for (const id of more) {
        lost.add(id);
        withOthers.add(id);
      }
    } while (more.length);
    const merged = graph.activities.filter(({ id }) => withOthers.has(id));
    const makers = new Map();
    for (const activity of graph.activities) {
      for (const [product, rank] of activity.outputs) {
        if (!makers.has(product)) makers.set(product, []);
        makers.get(product).push([activity, rank]);
      }
    }
    const outside = new Set(graph.outside);
    return {
      graph, profile, cuts, out, dropped, lost, merged, outside,
      able: (product, phase, rank = 0, but = "") => (makers.get(product) || [])
        .filter(([maker, made]) => maker.id !== but && made >= rank && maker.phase <= phase).map(([maker]) => maker.id),
      allLost: (names) => names.length > 0 && names.every((name) => lost.has(name)),
      inOrder: (names) => {
        const wanted = new Set(names);
        return [...known.keys()].filter((name) => wanted.has(name));
      },
      severity: (causes) => Math.max(0, ...causes.filter((name) => !out.has(name)).map((name) => known.get(name).severity)),
    };
  };

  // The mark of what breaks (FNV-1a). It changes when more breaks, so that nobody has accepted that.
  const mark = (causes, needs, left, all) => {
    let number = 0x811c9dc5;
    for (const sign of [causes.join(","), needs.join(","), left, all].join(";")) number = Math.imul(number ^ sign.charCodeAt(0), 0x01000193);
    return (number >>> 0).toString(16).padStart(8, "0");
  };

  const one = (id, severity, causes, needs, left = 0, all = 0) => ({ id, severity, causes, needs, left, all, mark: mark(causes, needs, left, all) });

  const never = ({ dropped }) => dropped.filter((activity) => activity.never).map(({ id }) => one(`never:activities/${id}`, WORST, [id], []));

  const inputs = (state) => {
    const found = new Map();
    for (const activity of state.graph.activities) {
      if (state.lost.has(activity.id)) continue;
      for (const [product, rank] of activity.inputs) {
        const able = state.able(product, activity.phase, rank, activity.id);
        if (state.outside.has(product) || !state.allLost(able)) continue;
        if (!found.has(product)) found.set(product, { needs: [], causes: [] });
        found.get(product).needs.push(activity.id);
        found.get(product).causes.push(...able);
      }
    }
    return [...found].map(([product, { needs, causes }]) => {
      const made = state.inOrder(causes);
      return one(`input:products/${product}`, state.severity(made), made, state.inOrder(needs));
    });
  };

  const criterion = (state, { ref, phase, products, activities }) => {
    const evidence = [...products.map((product) => (state.outside.has(product) ? [] : state.able(product, phase))), ...activities.map((name) => [name])];
    const gone = evidence.filter(state.allLost);
    if (!gone.length) return [];
    const causes = state.inOrder(gone.flat());
    const left = evidence.length - gone.length;
    const weaker = Math.max(0, state.severity(causes) - 1);
    const noneLeft = causes.every((name) => state.out.has(name)) ? 0 : WORST;
    return [one(`criterion:${ref}`, left ? weaker : noneLeft, causes, [], left, evidence.length)];
  };

  const criteria = (state) => state.graph.criteria.filter(({ only }) => applies(only, state.profile)).flatMap((each) => criterion(state, each));

  const merges = ({ merged }) => merged.map(({ id, severity, into }) => one(`merge:activities/${id}`, severity, [into], [id]));

  const ofDropped = ({ graph, profile, dropped, merged }) => [...dropped, ...merged].flatMap(({ id, severity }) => {
    const warning = graph.lessons.filter(({ at, only }) => at.includes(id) && applies(only, profile)).map((lesson) => lesson.id);
    const lessons = warning.length ? [one(`lessons:activities/${id}`, severity, [id], warning)] : [];
    return [...lessons, one(`skipped:activities/${id}`, severity, [id], [])];
  });

  const kind = ({ id }) => KINDS.indexOf(id.slice(0, id.indexOf(":")));
  const byId = (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id));

  const consequences = (graph, profile, cuts) => {
    const state = tailored(graph, profile, cuts);
    const found = [...never(state), ...inputs(state), ...criteria(state), ...merges(state), ...ofDropped(state)];
    return found.sort((a, b) => b.severity - a.severity || kind(a) - kind(b) || byId(a, b));
  };

  const proposals = (graph, profile, cuts) => {
    const { lost } = tailored(graph, profile, cuts);
    return graph.activities.filter(({ id }) => !lost.has(id) && !Object.hasOwn(cuts, id)).flatMap((activity) => WAYS
      .filter((way) => proposed(Object.hasOwn(activity.when, way) ? activity.when[way] : null, profile)
        && !(way === "drop" && activity.never) && !(way === "merge" && lost.has(activity.into)))
      .map((way) => [activity.id, way]));
  };

  const lost = (graph, profile, cuts) => [...tailored(graph, profile, cuts).lost].sort();

  Object.assign(project, { consequences, proposals, lost, applies, proposed });
})();
