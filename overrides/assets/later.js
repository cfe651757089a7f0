// What a page needs only once it is there: its scripts come after it, side by side, and run in their order. What somebody chooses, types
// or presses until then is done once they are there, so that nothing is lost.
(() => {
  const { currentScript: place } = document;
  const parts = [...document.querySelectorAll(".waits")];
  const settling = document.querySelectorAll("[data-settles]"); // what such a project changes a lot
  const TYPES = ["input", "change", "click", "submit"];
  const kept = [];

  // Readers who kept something on this device, such as a project, see it first, and no empty fields.
  const isKnown = () => {
    try {
      return localStorage.length > 0;
    } catch {
      return false;
    }
  };

  const keep = (event) => {
    const { type } = event;
    const target = type === "click" ? event.target.closest("button") : event.target;
    if (!target) return;
    event.stopPropagation(); // or a script that has just come would do it too
    if (type === "submit") event.preventDefault(); // the button that sends it is kept
    else kept.push({ type, target, checked: target.checked, value: target.value });
  };
  const again = ({ type, target, checked, value }) => {
    if (type === "click") {
      target.click();
      return;
    }
    if (target.matches("[type=checkbox], [type=radio]")) target.checked = checked;
    else if (target.type !== "file") target.value = value;
    target.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const listen = (how) => {
    for (const part of parts) for (const type of TYPES) part[how](type, keep, true);
  };

  const load = (src) => new Promise((loaded, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src, async: false, onload: loaded, onerror: failed }));
  });
  const whole = async () => {
    await new Promise((there) => { addEventListener("load", there, { once: true }); });
    await Promise.all(place.dataset.later.split(" ").map(load));
    listen("removeEventListener");
    kept.forEach(again);
  };

  // Put pieces of the page in their places.
  const put = (pieces) => {
    for (const [name, piece] of Object.entries(pieces)) {
      for (const element of document.querySelectorAll(`[data-late="${name}"]`)) element.insertAdjacentHTML("beforeend", piece);
    }
  };

  const failed = () => {
    const note = Object.assign(document.createElement("p"), { className: "wrong", textContent: place.dataset.failed });
    note.setAttribute("role", "alert");
    parts[0]?.before(note);
  };

  const settle = (waits) => { for (const part of settling) part.classList.toggle("waits", waits); };
  const end = () => {
    settle(false);
    place.removeAttribute("data-later");
  };

  listen("addEventListener");
  if (isKnown()) settle(true);
  else for (const part of parts) part.classList.remove("waits");
  window.handbookLater = { put, whole: whole().catch(failed) };
  // A frame later: what moves while it comes to be seen would jump.
  window.handbookLater.whole.then(() => requestAnimationFrame(() => setTimeout(end)));
})();
