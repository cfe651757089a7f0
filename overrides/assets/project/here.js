// The reader's own project on every page: it hides what does not apply, and shows and takes ticks. menu.js loads it where it is needed.
(() => {
  const assets = new URL("../", document.currentScript.src);
  const NEEDED = ["device", "project-start", "project-only", "project/shape", "project/done", "project/layers", "project/store", "project/consequences", "project/hidden", "project/follow", "project/ticks", "project/progress"];

  const isLoaded = (name) => [...document.scripts].some(({ src }) => src === new URL(`${name}.js`, assets).href);
  const load = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(`${name}.js`, assets).href;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  // Where a link leads, as the reference of a record, or an empty text.
  const root = new URL("../", assets).href;
  const refOf = (address) => {
    const [path] = address.split(/[?#]/u);
    if (!path.startsWith(root)) return "";
    const inside = path.slice(root.length).replace(/(\/index)?\.html$|\/$/u, "");
    return /^[a-z]+\/[a-z0-9-]+$/u.test(inside) ? inside : "";
  };

  const begin = async () => {
    // The pages about the project itself show everything.
    if (document.querySelector("[data-tailor], [data-project]")) return;
    const styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = new URL("project/project.css", assets).href;
    document.head.append(styles);
    await window.handbookLater?.whole;
    window.handbookProject = Object.assign(window.handbookProject || {}, { refOf, load, root });
    for (const name of NEEDED) if (!isLoaded(name)) await load(name);
  };

  // Scripts of the page itself come first, also the later ones: some of them bring the project along.
  if (document.readyState === "complete") begin().catch(() => {});
  else window.addEventListener("load", () => begin().catch(() => {}), { once: true });
})();
