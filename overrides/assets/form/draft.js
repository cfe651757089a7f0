// The draft stays on the device. A browser may refuse to keep anything; then the form works without, and says so.
(() => {
  const form = window.handbookForm;
  const KEY = `handbook-draft:${location.pathname}`;
  const ASIDE = `handbook-drafts-set-aside:${location.pathname}`;
  let timer;

  const keep = (draft) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  };

  // The text of the draft as it was kept, or null.
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  // Drafts that did not fit the form when it opened, oldest first, as they were kept.
  const setAside = () => {
    try {
      const texts = JSON.parse(localStorage.getItem(ASIDE));
      return Array.isArray(texts) ? texts.filter((text) => typeof text === "string") : [];
    } catch {
      return [];
    }
  };

  // Put a draft aside, once, and all of them again. What the browser refuses to keep is still offered on this page.
  const putAside = (text) => {
    const texts = [...new Set([...setAside(), text])];
    try {
      localStorage.setItem(ASIDE, JSON.stringify(texts));
    } catch {
      // Then it can still be downloaded now.
    }
    return texts;
  };

  const forgetAside = () => {
    try {
      localStorage.removeItem(ASIDE);
    } catch {
      // Then there is nothing to forget.
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

  form.draft = { keep, kept, forget, later, works, setAside, putAside, forgetAside };
})();
