// From the reader's project to a plan: its dates and lengths, what it leaves out, and what is done. macros/loading/planning/from_project.py does the same.
(() => {
  const plan = window.handbookPlan;
  const EARLIEST = plan.dayOf("1990-01-01");
  const LATEST = plan.dayOf("2199-12-31");

  // What is left out, each with the activity that takes it over: what the team cut, and what does not count for a project like theirs.
  const cutsOf = (data, kept) => {
    const cuts = new Map(data.tasks.filter(({ applies }) => !plan.applies(applies, kept.profile)).map(({ id }) => [id, ""]));
    for (const { id, heir } of data.tasks) {
      const way = Object.hasOwn(kept.cuts, id) ? kept.cuts[id].way : "shrink";
      if (way !== "shrink") cuts.set(id, way === "merge" ? heir : "");
    }
    return cuts;
  };

  // The plan of a project on the day `today`, with all that its files and pictures need. `known`: there is a go-live to count from.
  const stateOf = (data, kept, today) => {
    const given = kept.plan;
    const avoid = given.avoid.map(({ from, to, why }) => ({ first: plan.dayOf(from), last: plan.dayOf(to), why: why || "" }));
    const wishes = { goLive: plan.dayOf(given.go_live), lengths: given.lengths, avoid, payDays: given.pay_days.map(plan.dayOf), why: given.go_live_why || "" };
    const otherLives = kept.others.map((other) => other.plan?.go_live).filter(Boolean).map(plan.dayOf);
    const whole = { phases: data.phases.map(([id]) => id), tasks: data.tasks, live: data.live };
    const left = plan.without(whole, cutsOf(data, kept));
    const known = wishes.goLive !== null && wishes.goLive >= EARLIEST && wishes.goLive <= LATEST;
    const counted = known ? plan.planned(left, wishes) : { windows: new Map(), dues: new Map(), chain: [] };
    const done = new Set(data.tasks.filter((task) => window.handbookProject.isDone(kept, task.id, task.done)).map(({ id }) => id));
    return { data, whole, left, plan: counted, wishes, otherLives, known, done, owners: kept.owners, today };
  };

  plan.stateOf = stateOf;
})();
