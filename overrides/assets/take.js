// What a list shows, to take along: copied as titles and addresses, or as a table in a CSV file.
(() => {
  const linkOf = (element) => element.querySelector("a[href]") || element;
  const titleOf = (element) => (element.querySelector("[data-title]") || linkOf(element)).textContent.trim().replace(/\s+/g, " ");
  const addressOf = (element) => linkOf(element).href || `${location.href.split("#")[0]}#${element.id}`;

  const copy = async ({ dataset }, elements, announce) => {
    const list = elements.map((element) => `${titleOf(element)}\n${addressOf(element)}`).join("\n");
    try {
      await navigator.clipboard.writeText(list);
      announce(dataset.done);
    } catch {
      announce(dataset.failed);
    }
  };

  // A spreadsheet takes a cell that begins with one of these for a formula. An apostrophe in front makes it text.
  const cell = (value) => `"${(/^'*[=+\-@|\t\r＝＋－＠｜]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const download = ({ dataset }, elements, form) => {
    const columns = [...form.querySelectorAll("[data-facet]")].map((group) => [group.dataset.facet, group.dataset.heading, new Map([...group.querySelectorAll("label")].map((row) => [row.querySelector("input").value, row.querySelector("[data-word]").textContent]))]);
    const words = (element, name, titles) => (element.dataset[name] || "").split(" ").filter(Boolean).map((value) => titles.get(value) || value).join("; ");
    const rows = [[dataset.title, dataset.address, ...columns.map(([, heading]) => heading)], ...elements.map((element) => [titleOf(element), addressOf(element), ...columns.map(([name, , titles]) => words(element, name, titles))])];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv" }));
    link.download = dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  // Let the buttons of `form` take what `shown` returns.
  window.handbookTake = (form, shown, announce) => form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.matches("[data-copy]")) copy(button, shown(), announce);
    else if (button?.matches("[data-download]")) download(button, shown(), form);
  });
})();
