// The plan as files: a table for CSV and for workbooks, and iCalendar (RFC 5545). macros/loading/planning/ writes the same bytes of CSV and iCalendar.
(() => {
  const { isoOf } = window.handbookPlan;
  const RUNS = /^'*[=+\-@|\t\r＝＋－＠｜﹦﹢﹣﹫−]/;
  const bytes = new TextEncoder();
  const DAY = 86400000; // milliseconds
  const LONG = 20; // characters, from which a column is wide
  const WIDE = 44;
  const NARROW = 14;

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

  // What both files hold. `state`: { data, whole, left, plan, done, owners, today }.

  const columnsOf = ({ columns: c }) => [c.number, c.phase, c.activity, c.lead, c.owner, c.start_from, c.start_by, c.end_by, c.slack, c.chain, c.state, c.late];
  const ownerOf = (state, role) => (Object.hasOwn(state.owners, role) ? state.owners[role] : "");

  const standingOf = (state, id) => {
    const due = state.plan.dues.get(id);
    const done = state.done.has(id);
    if (!due) return { word: done ? state.data.words.standings.done : "", late: "" };
    const where = window.handbookPlan.standing(due, state.today, done);
    return { where, word: state.data.words.standings[where], late: where === "late" ? state.today - due.endBy : "" };
  };

  // The table: its headings, then one row for each activity that is left. `day` makes a cell of a day.
  const rows = (state, day = isoOf) => {
    const { data, plan } = state;
    const phases = new Map(data.phases);
    const left = new Set(state.left.tasks.map((task) => task.id));
    const chain = new Set(plan.chain);
    const one = (task, index) => {
      const due = plan.dues.get(task.id);
      const dates = due ? [day(due.startFrom), day(due.startBy), day(due.endBy), due.slack] : ["", "", "", ""];
      const { word, late } = standingOf(state, task.id);
      return [index + 1, phases.get(task.phase), task.title, data.roles[task.lead], ownerOf(state, task.lead), ...dates, chain.has(task.id) ? data.words.yes : "", word, late];
    };
    return [columnsOf(data.words), ...state.whole.tasks.map((task, index) => left.has(task.id) && one(task, index)).filter(Boolean)];
  };

  // The same as a sheet of a workbook, whose days can be sorted and counted.
  const sheet = (state) => {
    const every = rows(state, (day) => new Date(day * DAY));
    const widths = every[0].map((_, column) => (every.some((row, number) => number && typeof row[column] === "string" && row[column].length > LONG) ? WIDE : NARROW));
    return { name: state.data.name, widths, rows: every };
  };

  // The days of the calendar: the go-live, the phases, then the activities.
  const calendar = (state, goLive) => {
    const { data, plan } = state;
    const { columns, live } = data.words;
    const phases = new Map(data.phases);
    const tasks = new Map(state.whole.tasks.map((task) => [task.id, task]));
    const about = (task, due) => {
      const owner = ownerOf(state, task.lead);
      const who = owner ? `${data.roles[task.lead]} (${owner})` : data.roles[task.lead];
      return `${columns.lead}: ${who}\n${columns.start_from}: ${isoOf(due.startFrom)}\n${columns.slack}: ${due.slack}`;
    };
    const events = [{ uid: `go-live@${data.book}`, first: goLive, last: goLive, title: live, text: state.wishes.why }];
    for (const [phase, window_] of plan.windows) events.push({ uid: `phase-${phase}@${data.book}`, first: window_.first, last: window_.last, title: phases.get(phase) });
    for (const [id, due] of plan.dues) {
      const task = tasks.get(id);
      events.push({ uid: `activity-${id}@${data.book}`, first: due.startBy, last: due.endBy, title: task.title, text: about(task, due), category: phases.get(task.phase) });
    }
    return { product: data.product, name: data.name, stamp: data.stamp, events };
  };

  Object.assign(window.handbookPlan, { csv, ics, rows, sheet, calendar, standingOf });
})();
