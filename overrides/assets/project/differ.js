// Where two people differ: each difference in words, and a choice. What was chosen stays, and the other goes.
(() => {
  const project = window.handbookProject;
  const { words, fill, valueOf } = project;
  const part = document.querySelector("[data-differ]");
  const lists = project.lists;

  // The reason for a go-live is part of it.
  const ofPlan = (index, { lengths = {}, go_live: live, go_live_why: why }) => [
    ...(live ? [{ index, path: ["plan", "go_live"], value: live, why: why || "" }] : []),
    ...Object.entries(lengths).map(([phase, value]) => ({ index, path: ["plan", "lengths", phase], value })),
  ];
  const differences = (read) => read.others.flatMap((other, index) => Object.entries(other).flatMap(([name, entries]) => (
    name === "plan" ? ofPlan(index, entries) : Object.entries(entries).map(([id, value]) => ({ index, path: [name, id], value })))));

  const at = (read, path) => path.reduce((value, name) => value?.[name], read);
  const whatIs = (read, path) => (path[0] === "plan" ? project.nameInPlan(path, read) : [words.parts[path[0]], project.nameOf(path[0], path[1], read)].join(": "));
  const withWhy = (text, why) => (why ? fill(words.differ_why, { value: text, why }) : text);

  // Take a difference out of `others`; what is empty then goes as well.
  const settle = (read, { index, path }) => {
    const chain = path.slice(0, -1).reduce((list, name) => [...list, list.at(-1)[name]], [read.others[index]]);
    if (path[1] === "go_live") delete chain.at(-1).go_live_why;
    path.toReversed().forEach((name, depth) => {
      const holder = chain[chain.length - 1 - depth];
      if (!depth || !Object.keys(holder[name]).length) delete holder[name];
    });
    read.others = read.others.filter((other) => Object.keys(other).length);
  };

  const take = (read, { path, value, why }) => {
    at(read, path.slice(0, -1))[path.at(-1)] = value;
    if (path[1] === "go_live") read.plan.go_live_why = why;
  };

  const decide = (line, difference, what, taken) => {
    const index = [...line.parentElement.children].indexOf(line);
    const why = project.clean(line.querySelector("[data-why] input").value).trim();
    const fits = project.change((read) => {
      if (taken) take(read, difference);
      if (why) read.plan.go_live_why = why;
      settle(read, difference);
    });
    if (fits) project.announce(fill(words.decided, { what }));
    if (part.hidden) document.querySelector("[data-save]").focus();
    else lists.focusAt(part.querySelector("[data-list]"), index, document.getElementById("project-differ"));
  };

  const made = (read, difference) => {
    const { path, value } = difference;
    const [name, id] = path;
    const isGoLive = id === "go_live";
    const what = whatIs(read, path);
    const line = lists.made("project-difference");
    line.querySelector("strong").textContent = what;
    const mine = withWhy(valueOf(name, at(read, path), id), isGoLive ? read.plan.go_live_why : "");
    line.querySelector("[data-mine]").textContent = fill(words.differ_mine, { value: mine || words.nothing_said });
    line.querySelector("[data-theirs]").textContent = fill(words.differ_theirs, { value: withWhy(valueOf(name, value, id), difference.why) });
    line.querySelector("[data-why]").hidden = !isGoLive;
    for (const [button, text, taken] of [["keep", words.keep_mine, false], ["take", words.take_theirs, true]]) {
      const element = line.querySelector(`[data-${button}]`);
      element.textContent = text;
      element.setAttribute("aria-label", `${text}: ${what}`);
      element.addEventListener("click", () => decide(line, difference, what, taken));
    }
    return line;
  };

  const show = (read) => {
    const found = differences(read);
    part.hidden = !found.length;
    part.querySelector("[data-list]").replaceChildren(...found.map((difference) => made(read, difference)));
  };

  Object.assign(project, { differences });
  project.on(show);
  show(project.read());
})();
