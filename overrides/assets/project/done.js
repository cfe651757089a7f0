// What counts as done, begun or met in a reader's project. Plain data goes in. macros/loading/planning/from_project.py does the same.
(() => {
  const project = (window.handbookProject = window.handbookProject || {});

  // `marks` are those of all that shows that an activity is done.
  const ticked = (read, id, marks) => marks.filter((mark) => Object.hasOwn(read.ticks, `activities/${id}#done-${mark}`)).length;
  const isDone = (read, id, marks) => Object.hasOwn(read.ticks, `activities/${id}`) || (marks.length > 0 && ticked(read, id, marks) === marks.length);
  const isBegun = (read, id) => Object.keys(read.ticks).some((tick) => tick.startsWith(`activities/${id}#`));

  // The state of a criterion is what a gate pack says. Where it says nothing, a tick on the page of its phase means that it is met.
  const stateOf = (read, ref) => (Object.hasOwn(read.states, ref) && read.states[ref]) || (Object.hasOwn(read.ticks, ref) ? "met" : "");
  const isMet = (read, ref) => stateOf(read, ref) === "met";

  // Tick something, or not any more. What a gate pack says of it follows.
  const setTick = (read, ref, checked) => {
    if (checked) read.ticks[ref] = true;
    else delete read.ticks[ref];
    if (!Object.hasOwn(read.states, ref)) return;
    if (checked) read.states[ref] = "met";
    else delete read.states[ref];
  };

  Object.assign(project, { setTick, ticked, isDone, isBegun, stateOf, isMet });
})();
