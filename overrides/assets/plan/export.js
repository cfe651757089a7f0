// The plan as files: CSV for spreadsheets, and iCalendar (RFC 5545). macros/planning/ writes the same bytes.
(() => {
  const { isoOf } = window.handbookPlan;
  const RUNS = /^'*[=+\-@|\t\r＝＋－＠｜﹦﹢﹣﹫−]/;
  const bytes = new TextEncoder();

  // A cell that a spreadsheet would run gets an apostrophe in front.
  const cell = (value) => {
    const text = RUNS.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const csv = (rows) => `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

  // A line has at most 75 octets; what is longer goes on after a blank. No letter is cut.
  const folded = (line) => {
    let out = "";
    let size = 0;
    for (const letter of line) {
      const more = bytes.encode(letter).length;
      if (size + more > 75) {
        out += "\r\n ";
        size = 1;
      }
      out += letter;
      size += more;
    }
    return `${out}\r\n`;
  };

  const stampOf = (day) => isoOf(day).replaceAll("-", "");

  // `calendar`: { product, name, stamp, events: [{ uid, first, last, title, text, category }] }. The last day is included.
  const ics = (calendar) => {
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${escaped(calendar.product)}`, "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(calendar.name)}`];
    for (const event of calendar.events) {
      lines.push("BEGIN:VEVENT", `UID:${event.uid}`, `DTSTAMP:${calendar.stamp}`,
        `DTSTART;VALUE=DATE:${stampOf(event.first)}`, `DTEND;VALUE=DATE:${stampOf(event.last + 1)}`,
        `SUMMARY:${escaped(event.title)}`);
      if (event.text) lines.push(`DESCRIPTION:${escaped(event.text)}`);
      if (event.category) lines.push(`CATEGORIES:${escaped(event.category)}`);
      lines.push("TRANSP:TRANSPARENT", "END:VEVENT");
    }
    return [...lines, "END:VCALENDAR"].map(folded).join("");
  };

  Object.assign(window.handbookPlan, { csv, ics });
})();
