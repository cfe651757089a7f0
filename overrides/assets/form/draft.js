// The draft stays on the device. A browser may refuse to keep anything; then the form works without, and says so.
(() => {
  const form = window.handbookForm;
  const device = window.handbookDevice;
  const KEY = `handbook-draft:${location.pathname}`;
  const ASIDE = `handbook-drafts-set-aside:${location.pathname}`;
  let timer;

  const keep = (draft) => device.write(KEY, JSON.stringify(draft));

  const forget = () => {
    clearTimeout(timer);
    device.forget(KEY);
  };

  const later = (draft) => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(draft()), 300);
  };

  form.draft = {
    keep, forget, later,
    kept: () => device.read(KEY),
    works: () => device.keeps(KEY),
    setAside: () => device.setAside(ASIDE),
    putAside: (text) => device.putAside(ASIDE, text),
    forgetAside: () => device.forget(ASIDE),
  };
})();
