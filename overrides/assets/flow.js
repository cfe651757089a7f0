// The picture of the flow: choose a product or an activity, and its path is lit, numbered and listed. Everything is read from the
// picture and from the table below it. Without this file, the name of a product leads to its lines, which are lit.
(() => {
  const root = document.querySelector("[data-flow]");
  if (!root) return;
  const picture = root.querySelector(".flow-picture");
  const form = root.querySelector("form");
  const choice = form.querySelector("select");
  for (const option of choice.options) option.value = (option.dataset.about || "").replace(/^products\//, "");
  const panel = root.querySelector(".flow__chosen");
  const rows = new Map([...document.querySelectorAll("[data-product]")].map((row) => [row.dataset.product, row]));
  const names = new Map([...picture.querySelectorAll(".product")].map((name) => [name.getAttribute("href").slice("#flow-".length), name]));
  const lines = (id) => document.getElementById(`flow-${id}`);
  const bars = [...picture.querySelectorAll(".flow-picture__bars path")];
  const SVG = "http://www.w3.org/2000/svg";

  const has = (list, id) => list.split(" ").includes(id);
  const make = (name, values = {}, text = "") => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const html = (name, ...inside) => {
    const element = document.createElement(name);
    element.append(...inside);
    return element;
  };

  // A number at each cell of the path, in the order of the list; several numbers of one cell share a sign.
  const number = (ids) => {
    const signs = make("g", { class: "flow-picture__numbers", "aria-hidden": "true" });
    const cells = new Map();
    ids.forEach((id, place) => {
      const bar = bars.find(({ dataset }) => has(dataset.for, id));
      if (bar) cells.set(bar, [...(cells.get(bar) || []), place + 1]);
    });
    for (const [bar, numbers] of cells) {
      const { x, y } = bar.getBBox();
      numbers.forEach((each, place) => {
        signs.append(make("circle", { cx: x - 9, cy: y + 8 + 19 * place, r: 9 }), make("text", { x: x - 9, y: y + 12 + 19 * place }, each));
      });
    }
    picture.append(signs);
  };

  const light = (id) => [names.get(id), lines(id)].forEach((element) => element.classList.add("lit"));
  const idOf = ({ target }) => target.closest?.(".product")?.getAttribute("href").slice("#flow-".length);

  const clear = () => {
    picture.querySelectorAll(".flow-picture__numbers").forEach((element) => element.remove());
    picture.querySelectorAll(".lit, .near").forEach((element) => element.classList.remove("lit", "near"));
    picture.classList.remove("following");
    panel.replaceChildren();
  };

  // What the reader's project hides stays out.
  const isIn = (entry) => !entry.closest("[data-tailored-out=hidden]");

  const list = (heading, entries, start) => {
    const items = entries.map((entry, place) => {
      const sign = html("span", String(start + place));
      sign.className = "flow__number";
      return html("li", ...(start ? [sign] : []), ...[...entry.childNodes].map((node) => node.cloneNode(true)));
    });
    return html("div", html("h4", heading), html("ol", ...items));
  };

  const show = (title, address, ...lists) => {
    const link = html("a", panel.dataset.read.replace("{title}", title));
    link.href = address;
    panel.append(html("h3", title), html("div", ...lists), html("p", link));
    picture.classList.add("following");
  };

  const followProduct = (id) => {
    const row = rows.get(id);
    const link = row.querySelector("th a");
    const [made, used] = row.querySelectorAll("td");
    const makers = [...made.querySelectorAll("[data-activity]")].filter(isIn);
    const users = [...used.querySelectorAll("[data-activity]")].filter(isIn).filter(({ dataset }) => !makers.some((maker) => maker.dataset.activity === dataset.activity));
    light(id);
    for (const name of names.values()) {
      if (users.some(({ dataset }) => has(name.dataset.makers, dataset.activity))) name.classList.add("near");
    }
    number([...makers, ...users].map(({ dataset }) => dataset.activity));
    show(link.textContent, link.href, list(made.dataset.label, makers, 1), list(used.dataset.label, users, makers.length + 1));
  };

  const followActivity = (id) => {
    const named = document.querySelector(`.flow-table [data-activity="${CSS.escape(id)}"] a`);
    const needed = [];
    const given = [];
    for (const [product, name] of names) {
      if (!isIn(name)) continue;
      const comes = [...lines(product).children].filter(({ dataset }) => has(dataset.for, id));
      for (const line of comes) line.classList.add("lit");
      if (comes.length) {
        name.classList.add("near");
        needed.push(rows.get(product).querySelector("th"));
      }
      if (has(name.dataset.makers, id)) {
        light(product);
        given.push(rows.get(product).querySelector("th"));
      }
    }
    number([id]);
    show(named.textContent, named.href, list(form.dataset.needs, needed, 0), list(form.dataset.gives, given, 0));
  };

  const follow = (value) => {
    clear();
    const activity = value.startsWith("activities/") ? value.slice("activities/".length) : "";
    const known = activity ? bars.some(({ dataset }) => has(dataset.for, activity)) : rows.has(value) && names.has(value);
    choice.value = known ? value : "";
    if (activity && known) followActivity(activity);
    else if (known) followProduct(value);
  };

  const keep = (value) => {
    const mark = value && (value.startsWith("activities/") ? value : `flow-${value}`);
    history.replaceState(null, "", mark ? `#${mark}` : location.pathname + location.search);
    follow(value);
  };
  const recall = () => follow(decodeURIComponent(location.hash.slice(1)).replace(/^flow-/, ""));

  picture.addEventListener("click", (event) => {
    const id = idOf(event);
    if (!id) return;
    event.preventDefault();
    keep(id);
  });
  // Under the pointer or with the focus, a product lights its lines.
  for (const [type, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    picture.addEventListener(type, (event) => lines(idOf(event))?.classList.toggle("hint", on));
  }
  picture.classList.add("ready");
  choice.addEventListener("change", () => keep(choice.value));
  form.addEventListener("reset", () => setTimeout(() => keep("")));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", recall);
  document.addEventListener("handbook-followed", () => follow(choice.value));
  form.classList.remove("waits");
  recall();
})();
