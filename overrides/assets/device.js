// What pages keep on the device, and files that they hand over. A browser may refuse to keep anything; then nothing here fails.
(() => {
  // The text that is kept under a name, or null.
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  // Keep a text. Whether the browser did.
  const write = (key, text) => {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  };

  const forget = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Then there is nothing to forget.
    }
  };

  // Whether this browser keeps anything at all.
  const keeps = (key) => {
    const works = write(`${key}?`, "");
    forget(`${key}?`);
    return works;
  };

  // Texts that no longer fit, oldest first, as they were kept.
  const setAside = (key) => {
    try {
      const texts = JSON.parse(read(key));
      return Array.isArray(texts) ? texts.filter((text) => typeof text === "string") : [];
    } catch {
      return [];
    }
  };

  // Put a text aside, once, and return all of them. What the browser refuses to keep is still offered on this page.
  const putAside = (key, text) => {
    const texts = [...new Set([...setAside(key), text])];
    write(key, JSON.stringify(texts));
    return texts;
  };

  const download = ({ name, text, type }) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  window.handbookDevice = { read, write, forget, keeps, setAside, putAside, download };
})();
