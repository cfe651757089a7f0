// The draft between the form and the device: read from the form, filled in again, and set aside where it no longer fits.
(() => {
  const form = window.handbookForm;
  const sourceList = () => form.element.querySelector("[data-sources]");

  const draft = () => ({
    lesson: form.read(form.main, "lesson", new Map()), id: form.nameBox(form.main).value, own: "own" in form.nameBox(form.main).dataset,
    sources: form.sources().map(({ sign, record, entry }) => ({ sign, record, id: form.nameBox(entry).value, own: "own" in form.nameBox(entry).dataset })),
  });

  const restore = (kept) => {
    sourceList().querySelector("[data-entries]").replaceChildren();
    for (const { sign, record, id, own } of kept.sources || []) {
      if (!record) throw new TypeError("a source without a record");
      const entry = form.add(sourceList());
      entry.dataset.sign = sign;
      form.fill(entry, record);
      setName(form.nameBox(entry), id, own);
    }
    form.offerOwn();
    form.fill(form.main, kept.lesson || {});
    setName(form.nameBox(form.main), kept.id || "", kept.own);
  };

  const setName = (box, id, own) => {
    box.value = id;
    if (own) box.dataset.own = "";
    else delete box.dataset.own;
  };

  // Whether the form shows everything that was kept, in the place where it was kept.
  const holds = (shown, kept) => {
    const single = (part) => part === null || typeof part !== "object";
    if (single(kept)) return single(shown) && String(kept).trim() === String(shown).trim();
    return Object.entries(kept).every(([name, part]) => holds(shown?.[name], part));
  };

  // Fill in the draft that was kept as `text`. Whether all of it fits: a later edition may have other fields, records and words.
  const restoreText = (text) => {
    try {
      const kept = JSON.parse(text);
      form.start(kept);
      return holds(draft(), kept);
    } catch {
      form.start({ lesson: form.fresh() });
      return false;
    }
  };

  const showAside = (texts) => {
    const aside = form.element.querySelector("[data-aside]");
    aside.hidden = !texts.length;
    aside.querySelector("[data-save-aside]").onclick = () => form.download({ name: "drafts.json", text: texts.join("\n"), type: "application/json" });
    aside.querySelector("[data-forget-aside]").onclick = () => {
      if (!window.confirm(form.words("aside_sure"))) return;
      form.draft.forgetAside();
      aside.hidden = true;
      form.controlOf(form.main).focus();
    };
  };

  Object.assign(form, { readDraft: draft, restore, restoreText, setName, showAside });
})();
