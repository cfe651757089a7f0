// The menu on small screens: a real button. Without this file the menu is simply always open. It runs before the page is drawn, so
// that nothing moves when the menu closes and when lists get their filters: styles know by the class whether scripts run.
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector(".top__menu");
  if (!button) return;
  // The main menu, the parts of this layer, and the pages beside this one.
  const menus = [...document.querySelectorAll("#menu, #parts, #siblings")];
  button.setAttribute("aria-controls", menus.map(({ id }) => id).join(" "));
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    document.documentElement.classList.toggle("menu-open", open);
  };
  set(false);
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      set(false);
      button.focus();
    }
  });
});
// Pages where something can be ticked, and all pages of a reader who keeps a project, load it. Other pages load nothing.
(() => {
  const { src } = document.currentScript;
  const keeps = () => {
    try {
      return Object.keys(localStorage).some((key) => key.endsWith("-project"));
    } catch {
      return false;
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector(".record-activity, .record-phase, .record-product") && !keeps()) return;
    const script = document.createElement("script");
    script.src = new URL("project/here.js", src).href;
    document.head.append(script);
  });
})();
