// The engine: which records answer a question, best first. MiniSearch finds the words; this file says what counts most.
(() => {
  const search = window.handbookSearch;
  const { heads, words, question } = search;
  const { entries } = heads;
  const FIELDS = ["title", "names", "id", "numbers", "summary"];
  const NAMES = ["title", "names", "id", "numbers"];
  // The id of a record or page is the last part of its address.
  const idOf = ({ address }) => address.split(/[/#]/).filter(Boolean).at(-1)?.replace(/\.html$/, "") || "";
  // How well an idea is met: in a name of the record, in its summary, or in its text, there by how much the text is about it.
  const IN_NAME = 1;
  const IN_HEAD = 0.7;
  const IN_TEXT = [0.15, 0.25];
  const SAME = 0.85; // a word that means the same counts a little less
  // What a record gains when it has all ideas of the question.
  const EXACT = 10;
  const NEARLY_EXACT = 7;
  const ALL_IN_NAME = 3;
  const ALL_IN_HEAD = 2;
  const ALL = 0.8;
  const MET = 5; // for the ideas that it meets, by how well and how rare they are
  const ENOUGH = 0.3; // of a question: less is no answer
  const NEAR = 0.15; // of the best score: less is no answer beside it
  const known = new Map(); // every form in the index, with the words that have it

  // Words are remembered as they are typed: errors of typing are looked for among them, because an ending that is cut off hides one.
  const remember = (text) => {
    for (const word of words.split(text)) {
      const whole = words.plain(word);
      const form = words.form(word);
      if (!known.has(form)) known.set(form, new Set());
      known.get(form).add(whole);
    }
    const forms = words.forms(text);
    for (const form of forms) if (!known.has(form)) known.set(form, new Set([form]));
    return forms;
  };
  const index = (fields) => new window.MiniSearch({
    fields, idField: "number", tokenize: remember, processTerm: (form) => form, searchOptions: { tokenize: (text) => [text] },
  });

  const first = index(FIELDS);
  first.addAll(entries.map((entry, number) => ({
    number, title: entry.title, id: idOf(entry), names: (entry.names || []).join(" · "), numbers: entry.numbers || "", summary: entry.summary || "",
  })));
  let second = null;

  // Read the rest of the text in pieces, so that typing never waits.
  const readTexts = async (texts) => {
    const rest = index(["text"]);
    await rest.addAllAsync(texts.map((text, number) => ({ number, text })), { chunkSize: 40 });
    second = rest;
  };

  // Names of records, as they are written and as they are compared.
  const exact = new Map();
  const nearlyExact = new Map();
  const note = (map, key, number) => map.set(key, (map.get(key) || new Set()).add(number));
  const written = (text) => words.split(text).map(words.plain).join(" ");
  entries.forEach((entry, number) => {
    for (const name of [entry.title, idOf(entry), entry.numbers, ...(entry.names || [])]) {
      if (!name) continue;
      note(exact, written(name), number);
      note(nearlyExact, words.key(name), number);
    }
  });

  const ideas = question.reader(known);

  // Where a form is found: each record, with how well it meets the form.
  const lookUp = (form, begun) => {
    const options = { prefix: begun && form.length >= 2 };
    const hits = new Map();
    for (const { id, terms, match } of first.search(form, options)) {
      const named = Object.values(match).flat().some((field) => NAMES.includes(field));
      hits.set(id, { value: named ? IN_NAME : IN_HEAD, terms });
    }
    const texts = second ? second.search(form, options) : [];
    const best = texts[0]?.score;
    for (const { id, score, terms } of texts) {
      const hit = hits.get(id);
      const value = IN_TEXT[0] + IN_TEXT[1] * (score / best);
      hits.set(id, hit ? { value: hit.value + value / 10, terms: [...hit.terms, ...terms] } : { value, terms });
    }
    return hits;
  };

  // Records that have every form of one way to say it.
  const meet = (forms, look) => {
    const [start, ...others] = forms.map(look);
    const hits = new Map();
    for (const [id, hit] of start || []) {
      const all = [hit, ...others.map((map) => map.get(id))];
      if (all.every(Boolean)) hits.set(id, { value: Math.min(...all.map(({ value }) => value)), terms: all.flatMap(({ terms }) => terms) });
    }
    return hits;
  };

  const answers = (idea, look) => {
    const best = new Map();
    const offer = (hits, factor) => {
      for (const [id, hit] of hits) {
        const value = hit.value * factor;
        const before = best.get(id);
        if (!before || value > before.value) best.set(id, { value, terms: hit.terms });
      }
    };
    for (const way of idea.ways) offer(meet(way, look), 1);
    for (const other of idea.others) offer(meet(other, look), SAME);
    if (idea.kind) for (const [number, entry] of entries.entries()) if (entry.kind === idea.kind) best.set(number, { value: IN_NAME, terms: best.get(number)?.terms || [] });
    return best;
  };

  // Every record that answers the question, best first. `begun` says that the last word is still being typed.
  const find = (question, { begun = false } = {}) => {
    const parts = ideas(question, begun);
    if (!parts.length) return [];
    const last = parts.at(-1);
    const seen = new Map();
    const look = (form, open) => {
      const name = `${form}${open}`;
      if (!seen.has(name)) seen.set(name, lookUp(form, open));
      return seen.get(name);
    };
    const found = parts.map((idea) => answers(idea, (form) => look(form, begun && idea === last && idea.ways[0].at(-1) === form)));
    // Rare words count more; a word that nothing holds counts least, or it would hide what the others find.
    const weights = found.map((hits) => 1 + (hits.size ? Math.log((entries.length + 1) / (hits.size + 1)) : 0));
    const same = [exact.get(written(question)) || new Set(), nearlyExact.get(words.key(question)) || new Set()];
    const ids = new Set([...same[1], ...found.flatMap((hits) => [...hits.keys()])]);
    const results = [...ids].map((number) => rate(number, found, weights, same));
    const best = Math.max(...results.map(({ score }) => score));
    return results.filter(({ share, score }) => share >= ENOUGH && score >= best * NEAR).sort((one, two) => two.score - one.score || one.number - two.number);
  };

  // What a record gains by where all ideas of the question are.
  const bonus = (hits) => {
    const least = Math.min(...hits.map((hit) => (hit ? hit.value : 0)));
    if (least >= IN_NAME * SAME) return ALL_IN_NAME;
    if (least >= IN_HEAD * SAME) return ALL_IN_HEAD;
    return least ? ALL : 0;
  };

  // How much of the title the question says: of two titles that hold all its words, the shorter one is meant.
  const titles = entries.map(() => null);
  const closeness = (number, terms) => {
    titles[number] ||= words.split(entries[number].title).flatMap(words.partsOf).map(words.form).filter((form) => !question.stop.has(form));
    const forms = titles[number];
    return forms.length ? forms.filter((form) => terms.has(form)).length / forms.length : 0;
  };

  const rate = (number, found, weights, [same, nearly]) => {
    const hits = found.map((one) => one.get(number));
    const terms = new Set(hits.flatMap((hit) => hit?.terms || []));
    let total = 0;
    let covered = 0;
    let met = 0;
    weights.forEach((weight, at) => {
      total += weight;
      if (!hits[at]) return;
      covered += weight;
      met += weight * hits[at].value;
    });
    const entry = entries[number];
    const isSame = nearly.has(number);
    const [, , kindWeight] = heads.kinds[entry.kind];
    const asWritten = same.has(number) ? EXACT : NEARLY_EXACT;
    const share = covered / total;
    const base = ((MET * met) / total) * (0.4 + 0.6 * share) + (isSame ? asWritten : bonus(hits));
    return { number, entry, share: isSame ? 1 : share, terms, score: base * kindWeight * (1 + closeness(number, terms) / 2) };
  };

  // Words of the handbook that are spelt somewhat like those of a question that found nothing.
  const similar = (question) => {
    const near = words.split(question).flatMap((word) => search.spelling.near(words.plain(word), known, 3));
    return [...new Set(near.map((form) => [...known.get(form)][0]))].slice(0, 4);
  };

  Object.assign(search, { find, similar, readTexts, idOf });
})();
