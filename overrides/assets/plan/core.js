// The plan: windows for phases and activities, counted from a go-live. It touches no page and reads no clock.
// macros/loading/planning/ does the same in Python, in the same order, and a test holds both to one result. Days are whole numbers since 1970.
(() => {
  const REACH = 7305;
  const SEARCHED = 366;
  const DAY = 86400000;

  // A day as written in files, 2028-04-01, and as a number. Whatever is no day of the calendar is null.
  const dayOf = (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text || "") ? Date.parse(`${text}T00:00:00Z`) : NaN;
    return Number.isNaN(time) || isoOf(time / DAY) !== text ? null : time / DAY;
  };
  const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

  const holds = (time, day) => time.first <= day && day <= time.last;

  // The order of work without what is cut. `cuts` maps each activity that is left out to the one that takes it over, or to nothing.
  const without = (network, cuts) => {
    const phaseOf = new Map(network.tasks.map((task) => [task.id, task.phase]));
    const after = new Map(network.tasks.map((task) => [task.id, new Set(task.after)]));
    for (const task of network.tasks) {
      if (!cuts.has(task.id)) continue;
      const heir = cuts.get(task.id);
      const inherits = !cuts.has(heir) && phaseOf.get(heir) === task.phase;
      const waited = after.get(task.id);
      after.delete(task.id);
      if (inherits) for (const first of waited) after.get(heir).add(first);
      for (const [other, firsts] of after) {
        if (!firsts.delete(task.id)) continue;
        for (const first of inherits ? [heir] : waited) firsts.add(first);
        firsts.delete(other);
      }
      if (inherits) after.get(heir).delete(heir);
    }
    return { ...network, tasks: network.tasks.filter((task) => after.has(task.id)).map((task) => ({ ...task, after: [...after.get(task.id)] })) };
  };

  // The tasks of one phase, each with the number of tasks in the longest chain before and behind it.
  const stepsOf = (tasks) => {
    const place = new Map(tasks.map((task, number) => [task.id, number]));
    // Nothing waits for what comes after it in the order of work.
    const firsts = new Map(tasks.map((task) => [task.id, task.after.filter((other) => place.has(other) && place.get(other) < place.get(task.id))]));
    const before = new Map();
    const behind = new Map(tasks.map((task) => [task.id, 0]));
    for (const { id } of tasks) before.set(id, Math.max(0, ...firsts.get(id).map((other) => before.get(other) + 1)));
    for (const { id } of [...tasks].reverse()) for (const other of firsts.get(id)) behind.set(other, Math.max(behind.get(other), behind.get(id) + 1));
    const number = Math.max(0, ...[...before.values()].map((steps) => steps + 1));
    const latest = (id) => number - 1 - behind.get(id);
    const chain = [];
    for (const [id, steps] of before) {
      if (steps === chain.length && steps === latest(id) && (!chain.length || firsts.get(id).includes(chain.at(-1)))) chain.push(id);
    }
    return { number, before, latest, chain: new Set(chain) };
  };

  // As many days as `length` from `day` on, without those to avoid; none where they do not fit.
  const counted = (day, step, length, avoid) => {
    const days = [];
    for (let number = 0; number < REACH && days.length !== length; number++) {
      const other = day + number * step;
      if (!avoid.some((time) => holds(time, other))) days.push(other);
    }
    return days.length === length ? days : [];
  };

  const daysOf = (network, wishes) => {
    const days = new Map();
    const live = network.phases.indexOf(network.live);
    if (live < 0) return days;
    const fill = (phases, start, step) => {
      let day = start;
      for (const phase of phases) {
        const some = counted(day, step, wishes.lengths[phase] || 0, wishes.avoid);
        if (!some.length) return;
        day = some.at(-1) + step;
        days.set(phase, step < 0 ? some.reverse() : some);
      }
    };
    fill(network.phases.slice(0, live + 1).reverse(), wishes.goLive - 1, -1);
    fill(network.phases.slice(live + 1), wishes.goLive, 1);
    return days;
  };

  const dueOf = (task, steps, days) => {
    const share = (step) => Math.floor((step * days.length) / steps.number);
    const latest = steps.latest(task.id);
    const early = share(steps.before.get(task.id));
    const late = share(latest);
    const end = Math.max(share(latest + 1) - 1, late);
    return { id: task.id, phase: task.phase, startFrom: days[early], startBy: days[late], endBy: days[end], slack: late - early, chained: steps.chain.has(task.id) };
  };

  // The plan. `wishes`: { goLive, lengths: { phase: days }, avoid: [{ first, last, why }], payDays }.
  const planned = (network, wishes) => {
    const days = daysOf(network, wishes);
    const plan = { windows: new Map(), dues: new Map(), chain: [] };
    for (const phase of network.phases) {
      const tasks = network.tasks.filter((task) => task.phase === phase);
      const steps = stepsOf(tasks);
      plan.chain.push(...steps.chain);
      const mine = days.get(phase);
      if (!mine) continue;
      plan.windows.set(phase, { phase, first: mine[0], last: mine.at(-1), steps: steps.number });
      for (const task of tasks) plan.dues.set(task.id, dueOf(task, steps, mine));
    }
    return plan;
  };

  // Whether something counts for a project with these answers. A question without an answer rules nothing out.
  const applies = (conditions, profile) => Object.entries(conditions)
    .every(([question, answers]) => !profile[question]?.length || profile[question].some((answer) => answers.includes(answer)));

  const standing = (due, today, done) => {
    if (done) return "done";
    if (due.endBy < today) return "late";
    if (due.startBy <= today) return "now";
    return due.startFrom <= today ? "open" : "later";
  };

  // Why nothing should go live on a day: reasons of the times to avoid, "" for a pay day.
  const clashes = (wishes, day) => [
    ...wishes.avoid.filter((time) => holds(time, day)).map((time) => time.why || `${isoOf(time.first)} – ${isoOf(time.last)}`),
    ...(wishes.payDays.includes(day) ? [""] : []),
  ];
  const freeDays = (wishes) => [-1, 1].flatMap((step) => {
    for (let number = 1; number < SEARCHED; number++) {
      if (!clashes(wishes, wishes.goLive + number * step).length) return [wishes.goLive + number * step];
    }
    return [];
  });

  window.handbookPlan = { dayOf, isoOf, without, planned, applies, standing, clashes, freeDays };
})();
