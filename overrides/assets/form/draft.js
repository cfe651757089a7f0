// The draft stays on the device. A browser may refuse to keep anything; then the form works without, and says so.
(() => {
  const form = window.handbookForm;
  const KEY = `handbook-draft:${location.pathname}`;
  let timer;

  const keep = (draft) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  };

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch {
      return null;
    }
  };

  const forget = () => {
    clearTimeout(timer);
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Then there is nothing to forget.
    }
  };

  // Whether this browser keeps anything at all.
  const works = () => {
    try {
      localStorage.setItem(`${KEY}?`, "");
      localStorage.removeItem(`${KEY}?`);
      return true;
    } catch {
      return false;
    }
  };

  const later = (draft) => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(draft()), 300);
  };

  form.draft = { keep, kept, forget, later, works };
})();
