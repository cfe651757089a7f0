// The engine: which records answer a question, best first. Names and summaries are looked up here, and MiniSearch looks in the rest.
(() => {
  const search = window.handbookSearch;
  const { words, question } = search;
  // Entries come as one list for each of their fields.
  const { kind, title, address, summary, names, numbers, language, in: places } = search.heads.entries;
  const entries = title.map((_, number) => ({
    kind: kind[number],
    title: title[number],
    address: address[number],
    summary: summary[number],
    names: names[number],
    numbers: numbers[number],
    language: language[number],
    in: places[number],
  }));
  // The id of a record or page is the last part of its address.
  const idOf = ({ address }) => {
    const end = address.endsWith("/") ? address.length - 1 : address.length;
    const begin = Math.max(address.lastIndexOf("/", end - 1), address.lastIndexOf("#", end - 1)) + 1;
    return address.slice(begin, end).replace(/\.html$/, "");
  };
  // How well an idea is met: in a name of the record, in its summary, or in its text, there by how much the text is about it.
  const IN_NAME = 1;
  const IN_HEAD = 0.7;
  const IN_TEXT = [0.15, 0.25];
  const SAME = 0.85; // a word that means the same counts a little less
  // What is left of that where the words of a phrase stand in another order, or apart. Other words of the same meaning must not stand apart.
  const MIXED = 0.8;
  const APART = 0.5;
  // What a record gains when it has all ideas of the question.
  const EXACT = 10;
  const NEARLY_EXACT = 7;
  const ALL_IN_NAME = 3;
  const ALL_IN_HEAD = 2;
  const ALL = 0.5;
  const MET = 12; // for the ideas that it meets, by how well and how rare they are
  const GUESSED = 0.7; // a word that was guessed says less about what is meant
  const ENOUGH = 0.3; // of a question: less is no answer
  const CLOSE = 0.5; // what a record gains at most when the question says all of its title
  const NEAR = 0.05; // of the best score: less is no answer beside it

  // Names and summaries are few words, and a first answer must not wait: they need no index but the vocabulary.
  const namesOf = (entry) => [idOf(entry), entry.title, ...(entry.names || []), entry.numbers].filter(Boolean);
  const lines = [];
  entries.forEach((entry, number) => {
    const [id, ...others] = namesOf(entry);
    lines.push({ text: `${id.replaceAll("-", " ")}, ${others.join(", ")}`, number, value: IN_NAME });
    if (entry.summary) lines.push({ text: entry.summary, number, value: IN_HEAD });
  });
  const vocabulary = search.vocabulary(lines);

  const formsIn = (text) => {
    const typed = words.split(text);
    return [...typed.flatMap(vocabulary.remember), ...words.pairs(typed).map(words.form), ...question.phrasesIn(typed)];
  };

  // MiniSearch reads the rest of the text, in pieces, so that typing never waits.
  let texts = null;
  const readTexts = async (all) => {
    const index = new window.MiniSearch({
      fields: ["text"], idField: "number", tokenize: formsIn, processTerm: (form) => form, searchOptions: { tokenize: (text) => [text] },
    });
    await vocabulary.prepare();
    await index.addAllAsync(all.map((text, number) => ({ number, text })), { chunkSize: 12 });
    texts = index;
  };

  const ideas = question.reader(vocabulary);

  // Where a form is found: each record, with how well it meets the form.
  const lookUp = (form, begun) => {
    const prefix = begun && form.length >= 2;
    const hits = new Map();
    for (const one of vocabulary.forms(form, prefix)) {
      for (const held of vocabulary.holdersOf(one)) {
        for (let at = 0; at < held.length; at += 2) {
          const hit = hits.get(held[at]);
          if (!hit) hits.set(held[at], { value: held[at + 1], terms: [one] });
          else hits.set(held[at], { value: Math.max(hit.value, held[at + 1]), terms: [...hit.terms, one] });
        }
      }
    }
    const found = texts ? texts.search(form, { prefix }) : [];
    const best = found[0]?.score;
    for (const { id, score, terms } of found) {
      const hit = hits.get(id);
      const value = IN_TEXT[0] + IN_TEXT[1] * (score / best);
      hits.set(id, hit ? { value: hit.value + value / 10, terms: [...hit.terms, ...terms] } : { value, terms });
    }
    return hits;
  };

  // How well the words of a phrase are met in a name or in the summary of a record: one after another, or in any order.
  const formsWritten = (text) => words.split(text).flatMap(words.partsOf).map(words.form);
  const inNames = entries.map(() => null);
  const inSummary = entries.map(() => null);
  const holds = (text, phrase) => {
    if (!phrase.every((form) => text.includes(form))) return 0;
    return text.some((_, at) => question.startsAt(phrase, text, at)) ? 1 : MIXED;
  };
  const inHead = (number, phrase) => {
    inNames[number] ||= namesOf(entries[number]).map((name) => formsWritten(name.replaceAll("-", " ")));
    inSummary[number] ||= formsWritten(entries[number].summary || "");
    return Math.max(...inNames[number].map((name) => IN_NAME * holds(name, phrase)), IN_HEAD * holds(inSummary[number], phrase));
  };

  // Records that have every form of one way to say it. Words of a phrase that stand apart say less.
  const meet = (forms, look, apart) => {
    const [start, ...others] = forms.map(look);
    if (!others.length) return start || new Map();
    const together = look(forms.join(" "));
    const hits = new Map();
    for (const [id, hit] of start) {
      const all = [hit, ...others.map((map) => map.get(id))];
      if (!all.every(Boolean)) continue;
      const scattered = Math.min(...all.map(({ value }) => value)) * apart;
      const value = Math.max(inHead(id, forms), together.get(id)?.value || 0, scattered);
      if (value) hits.set(id, { value, terms: all.flatMap(({ terms }) => terms) });
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
    for (const way of idea.ways) offer(meet(way, look, APART), 1);
    for (const other of idea.others) offer(meet(other, look, 0), SAME);
    // The word for a kind says which records are meant, but less than a word of their own does.
    if (idea.kind) {
      entries.forEach(({ kind }, number) => {
        const { value = 0, terms = [] } = best.get(number) || {};
        if (kind === idea.kind) best.set(number, { value: Math.max(value, IN_HEAD), terms });
      });
    }
    return best;
  };

  // Every record that answers the question, best first, or the first few. `begun` says that the last word is still being typed.
  const find = (asked, { begun = false, most = Infinity } = {}) => {
    const parts = ideas(asked, begun);
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
    const weights = found.map((hits, at) => (1 + (hits.size ? Math.log((entries.length + 1) / (hits.size + 1)) : 0)) * (parts[at].guessed ? GUESSED : 1));
    const ids = new Set(found.flatMap((hits) => [...hits.keys()]));
    // “What is a baseline” asks for what is called a baseline.
    const core = words.split(asked).filter((word) => !question.isQuiet(word)).join(" ");
    const keys = [words.key(asked), words.key(core)];
    const names = { written: written(asked), keys, beginnings: keys.map(words.beginning) };
    const rated = [...ids].map((number) => rate(number, found, weights, names));
    const results = hopeful(rated, most).map((one) => ({ ...one, score: one.base * (1 + CLOSE * closeness(one)) }));
    const best = Math.max(...results.map(({ score }) => score));
    const kept = results.filter(({ share, score }) => share >= ENOUGH && score >= best * NEAR);
    return kept.sort((one, two) => two.score - one.score || one.number - two.number).slice(0, most);
  };

  // The records that may be among the first few. How close their titles are takes longest to say, and is not asked of others.
  const hopeful = (rated, most) => {
    const enough = rated.filter(({ share }) => share >= ENOUGH);
    if (enough.length <= most) return rated;
    const bases = enough.map(({ base }) => base).sort((one, two) => two - one);
    return rated.filter(({ base }) => base * (1 + CLOSE) >= bases[most - 1]);
  };

  // What a record gains by where all ideas of the question are, and by whether the question is one of its names.
  const written = (text) => words.split(text).map(words.plain).join(" ");
  const bonus = (entry, hits, asked) => {
    const least = Math.min(...hits.map((hit) => (hit ? hit.value : 0)));
    if (least < IN_HEAD * SAME) return least ? ALL : 0;
    if (least < IN_NAME * SAME) return ALL_IN_HEAD;
    // Few names begin like the question.
    const near = namesOf(entry).filter((name) => asked.beginnings.some((so) => words.mayStart(name, so)));
    const alike = near.filter((name) => asked.keys.includes(words.key(name)));
    if (!alike.length) return ALL_IN_NAME;
    return alike.some((name) => written(name) === asked.written) ? EXACT : NEARLY_EXACT;
  };

  // How much of the title the question says: of two titles that hold all its words, the shorter one is meant.
  const titles = entries.map(() => null);
  // A title of nothing but words that do not count in a question, such as “How long, how much”, is taken as it is.
  const loudOf = (forms) => {
    const loud = forms.filter((form) => !question.stop.has(form));
    return loud.length ? loud : forms;
  };
  const closeness = ({ number, terms }) => {
    titles[number] ||= loudOf(words.split(entries[number].title).flatMap(words.partsOf).map(words.form));
    const forms = titles[number];
    return forms.length ? forms.filter((form) => terms.has(form)).length / forms.length : 0;
  };

  const rate = (number, found, weights, asked) => {
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
    const [, , kindWeight] = search.heads.kinds[entry.kind];
    const share = covered / total;
    const base = ((MET * met) / total + bonus(entry, hits, asked)) * kindWeight;
    return { number, entry, share, terms, base };
  };

  // Words of the handbook that are spelt somewhat like those of a question that found nothing.
  const similar = (question) => {
    const known = vocabulary.all();
    const near = words.split(question).flatMap((word) => search.spelling.near(words.plain(word), known, 3));
    return [...new Set(near.map((form) => known.get(form)[0]))].slice(0, 4);
  };

  Object.assign(search, { entries, find, similar, prepare: vocabulary.prepare, readTexts, idOf });
})();
