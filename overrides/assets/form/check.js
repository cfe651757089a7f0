// The check in the browser. It reads the same schemas as `handbook check` and says the same words; both come in form-data.js.
// It needs no page: what goes in is a record as plain data, what comes out is a list of problems.
(() => {
  const form = window.handbookForm;
  const { schemas, rules, choices, reserved, id: ofId, longestId, words } = form.data;
  const unseen = new RegExp(form.data.unseen, "u");

  const problem = (path, code, [message, hint], values = {}) => {
    const fill = (text) => text.replace(/\{(\w+)\}/g, (blank, name) => (name in values ? values[name] : blank));
    return { path, code, message: fill(message), hint: fill(hint) };
  };

  // 2009-04-01, 2009-04, 2007-Q3 or 2007 as the first and the last day that it may mean; null when there is no such day.
  const span = (text) => {
    const [year, part, day] = text.split("-");
    const quarter = part && part[0] === "Q" ? Number(part[1]) : 0;
    const from = quarter ? quarter * 3 - 2 : Number(part || 1);
    const to = quarter ? quarter * 3 : Number(part || 12);
    const longest = new Date(Date.UTC(Number(year), to, 0)).getUTCDate();
    if (from < 1 || to > 12 || (day && (Number(day) < 1 || Number(day) > longest))) return null;
    const two = (number) => String(number).padStart(2, "0");
    return [`${year}-${two(from)}-${day || "01"}`, `${year}-${two(to)}-${day || two(longest)}`];
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  // The shape of one record: what its schema says.

  const text = (node, said, value, path) => {
    const wrong = (name, code) => [problem(path, code, said[name], { value })];
    if (value === null) return wrong("nothing", "empty");
    const hidden = unseen.exec(value);
    if (hidden) {
      const code = `U+${hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      return [problem(path, "unseen-character", rules.unseen, { code })];
    }
    const length = [...value].length;
    if (node.enum) return node.enum.includes(value) ? [] : wrong("form", "not-allowed");
    if (length < (node.minLength || 0)) return wrong("empty", "empty");
    if (said["one-line"] && /[\n\r]/.test(value)) return wrong("one-line", "one-line");
    // A pattern of which the check says nothing is there for editors alone.
    if (node.pattern && said.form && !new RegExp(node.pattern, "u").test(value)) return wrong("form", "form");
    if (length > (node.maxLength || Infinity)) return wrong("long", "too-long");
    if (said["slug-reserved"] && reserved.includes(value)) return wrong("slug-reserved", "slug-reserved");
    if (said["date-real"] && !span(value)) return wrong("date-real", "date-real");
    return [];
  };

  const part = (whole, node, said, value, path) => {
    const ref = node.$ref || node.anyOf?.find((one) => one.$ref)?.$ref;
    if (ref) return group(whole, whole.$defs[ref.split("/").pop()], value, path);
    const list = node.anyOf ? node.anyOf.find((one) => one.type === "array") : node.type === "array" ? node : null;
    if (!list) return text(node, said, value, path);
    if (value === null) return [problem(path, "empty", said.nothing)];
    const items = typeof value === "string" ? [value] : value;
    if (items.length < (list.minItems || 0)) return [problem(path, "too-few", said.empty)];
    return items.flatMap((item, index) => part(whole, list.items, said, item, [...path, index]));
  };

  const group = (whole, node, value, path) => {
    const missing = node.required.filter((name) => !(name in value)).map((name) => problem([...path, name], "missing-field", node.said[name]));
    const known = Object.entries(value).flatMap(([name, inner]) => (name in node.properties
      ? part(whole, node.properties[name], node.properties[name].said, inner, [...path, name])
      // A group that takes any field is filled in by boxes alone, so what it holds is right.
      : node.additionalProperties ? [] : [problem([...path, name], "unknown-field", node.unknown)]));
    return [...missing, ...known];
  };

  const shape = (kind, record) => group(schemas[kind], schemas[kind], record, []);

  // What must hold between a record and the rest of the handbook. `sources` are ids that the form itself adds.

  const references = (whole, node, value, path, sources) => {
    if (node.$ref) return references(whole, whole.$defs[node.$ref.split("/").pop()], value, path, sources);
    if (node.properties) {
      return Object.entries(value).flatMap(([name, inner]) => (node.properties[name] ? references(whole, node.properties[name], inner, [...path, name], sources) : []));
    }
    const items = node.items || node.anyOf?.find((one) => one.type === "array")?.items;
    if (items) {
      return [value || []].flat().flatMap((item, index) => references(whole, items, item, [...path, index], sources));
    }
    const kind = node["x-ref"];
    if (!kind || !value) return [];
    if (kind === "step") return step(value, path);
    const there = choices[kind].some(([id]) => id === value) || (kind === "source" && sources.includes(value));
    return there ? [] : [problem(path, "unknown-id", rules["unknown-id"], { kind, id: value })];
  };

  const step = (pointer, path) => {
    const [id, inner] = pointer.split("#");
    const found = choices.activity.find(([known]) => known === id);
    if (!found) return [problem(path, "unknown-id", rules["unknown-id"], { kind: "activity", id })];
    return !inner || found[4].some(([known]) => known === inner) ? [] : [problem(path, "unknown-step", rules["unknown-step"], { id, step: inner })];
  };

  const places = (lesson) => {
    const at = [lesson.at || []].flat();
    if (!at.length) return [problem(["at"], "no-activity", rules["no-activity"])];
    return at.flatMap((pointer, index) => {
      const [, title, phase, workstream] = choices.activity.find(([id]) => id === pointer.split("#")[0]) || [];
      return [["phase", phase], ["workstream", workstream]].flatMap(([kind, id]) => {
        const allowed = [lesson[`${kind}s`] || []].flat();
        const known = allowed.every((one) => choices[kind].some(([other]) => other === one));
        return !id || allowed.includes(id) || !known ? [] : [problem(["at", index], "wrong-place", rules["wrong-place"], { title, kind, id })];
      });
    });
  };

  const days = (lesson) => {
    const [added, reviewed] = [lesson.added, lesson.reviewed].map((day) => (day && /^\d{4}/.test(day) ? span(day) : null));
    const found = Object.entries({ added, reviewed }).filter(([, day]) => day && day[0] > today()).map(([name]) => problem([name], "future", rules.future));
    return added && reviewed && reviewed[1] < added[0] ? [...found, problem(["reviewed"], "wrong-order", rules["wrong-order"])] : found;
  };

  const folded = (title) => title.toLowerCase().replaceAll("ß", "ss");
  const twins = (kind, record) => {
    const twin = choices[kind].find(([, title]) => folded(title) === folded(record.title || ""));
    return twin ? [problem(["title"], "twin", rules.twin, { id: twin[0] })] : [];
  };

  const whole = (kind, record, sources = []) => [
    ...references(schemas[kind], schemas[kind], record, [], sources), ...twins(kind, record), ...(kind === "lesson" ? [...places(record), ...days(record)] : []),
  ];

  // A file name is the id of the record: well-formed, and neither taken nor given up.
  const fileName = (kind, id, others = []) => {
    const taken = choices[kind].some(([known, , ...former]) => known === id || former.includes(id)) || others.includes(id);
    const said = !new RegExp(form.data.idForm).test(id) ? ofId.form : id.length > longestId ? ofId.long : reserved.includes(id) ? ofId["slug-reserved"] : taken ? [words.taken, ""] : null;
    return said ? [problem(["id"], "id", said)] : [];
  };

  // The file name that a title suggests, by the rule of `handbook new`.
  // The id that the command line would give, too. A title in other letters has no id of its own here: it gets the day.
  const idFrom = (title, kind) => {
    const plain = folded(title.normalize("NFKD")).replace(/\u2044/g, "/").replace(/[^\x00-\x7f]/g, "").replace(/['`]/g, "");
    const found = plain.match(/[a-z0-9]+/g) || [];
    let id = (found.shift() || "").slice(0, longestId);
    for (const word of found) {
      if (id.length + 1 + word.length > longestId) break;
      id += `-${word}`;
    }
    if (!id && /[\p{L}\p{N}]/u.test(title)) return `${kind}-${today()}`;
    return reserved.includes(id) ? `${id}-${kind}` : id;
  };

  const tooLarge = (file) => (new TextEncoder().encode(file).length > form.data.largest ? [problem([], "too-large", rules["too-large"])] : []);

  Object.assign(form, { shape, whole, fileName, idFrom, tooLarge, today, uncited: (path) => problem(path, "uncited", rules.uncited) });
})();
