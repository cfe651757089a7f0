// The engine: which records answer a question, best first. Names and summaries are looked up here, and MiniSearch looks in the rest.
(() => {
  const search = window.handbookSearch;
  const { words, question } = search;
  // Entries come as one list for each of their fields.
  const fields = Object.entries(search.heads.entries);
  const entries = search.heads.entries.title.map((_, number) => {
    const entry = {};
    for (const [name, values] of fields) entry[name] = values[number];
    return entry;
  });
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
  const GUESSED = 0.7; // a word that was guessed says less about what is meant
  const ENOUGH = 0.3; // of a question: less is no answer
  const NEAR = 0.05; // of the best score: less is no answer beside it
  const known = new Map(); // every form in the index, with the words that have it

  // Words are remembered without their capitals: errors of typing are looked for among them, because an ending that is cut off hides one.
  const hear = (word, form) => {
    const all = known.get(form);
    if (!all) known.set(form, [word]);
    else if (!all.includes(word)) all.push(word);
  };
  // Most words come again and again, so each is worked out once.
  const heard = new Set();
  const remember = (word) => {
    const forms = words.formsOfWord(word);
    if (heard.has(word)) return forms;
    heard.add(word);
    hear(words.plain(word), words.form(word));
    for (const form of forms) if (!known.has(form)) hear(form, form);
    return forms;
  };

  // Names and summaries are few words, and a first answer must not wait: each word simply has the list of records that hold it, in
  // their order, each with how well. A word that a record has in a name and in its summary counts where it comes first, in the name.
  const namesOf = (entry) => [idOf(entry), entry.title, ...(entry.names || []), entry.numbers].filter(Boolean);
  const holders = new Map();
  const pairs = new Map(); // the same for what is written as one word or as two
  const hold = (all, word, number, value) => {
    const held = all.get(word);
    if (!held) all.set(word, [number, value]);
    else if (held[held.length - 2] !== number) held.push(number, value);
  };
  const note = (text, number, value) => {
    const typed = words.split(text);
    for (const word of typed) hold(holders, word, number, value);
    for (const pair of words.pairs(typed)) hold(pairs, pair, number, value);
  };
  entries.forEach((entry, number) => {
    const [id, ...names] = namesOf(entry);
    note(`${id.replaceAll("-", " ")} · ${names.join(" · ")}`, number, IN_NAME);
    if (entry.summary) note(entry.summary, number, IN_HEAD);
  });
  const heads = new Map(); // every form in names and summaries, with the holders of its words
  const list = (form, held) => {
    if (heads.has(form)) heads.get(form).push(held);
    else heads.set(form, [held]);
  };
  for (const [word, held] of holders) for (const form of remember(word)) list(form, held);
  for (const [pair, held] of pairs) list(words.form(pair), held);

  const formsIn = (text) => {
    const typed = words.split(text);
    return [...typed.flatMap(remember), ...words.pairs(typed).map(words.form)];
  };

  // MiniSearch reads the rest of the text, in pieces, so that typing never waits.
  let texts = null;
  const readTexts = async (all) => {
    const index = new window.MiniSearch({
      fields: ["text"], idField: "number", tokenize: formsIn, processTerm: (form) => form, searchOptions: { tokenize: (text) => [text] },
    });
    await index.addAllAsync(all.map((text, number) => ({ number, text })), { chunkSize: 12 });
    texts = index;
  };

  const ideas = question.reader(known);

  // Where a form is found: each record, with how well it meets the form.
  const lookUp = (form, begun) => {
    const prefix = begun && form.length >= 2;
    const hits = new Map();
    for (const one of prefix ? [...heads.keys()].filter((other) => other.startsWith(form)) : [form]) {
      for (const held of heads.get(one) || []) {
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
    // The word for a kind says which records are meant, but less than a word of their own does.
    if (idea.kind) {
      entries.forEach(({ kind }, number) => {
        const { value = 0, terms = [] } = best.get(number) || {};
        if (kind === idea.kind) best.set(number, { value: Math.max(value, IN_HEAD), terms });
      });
    }
    return best;
  };

  // Every record that answers the question, best first. `begun` says that the last word is still being typed.
  const find = (asked, { begun = false } = {}) => {
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
    const names = { written: written(asked), keys: [words.key(asked), words.key(core)] };
    const results = [...ids].map((number) => rate(number, found, weights, names));
    const best = Math.max(...results.map(({ score }) => score));
    return results.filter(({ share, score }) => share >= ENOUGH && score >= best * NEAR).sort((one, two) => two.score - one.score || one.number - two.number);
  };

  // What a record gains by where all ideas of the question are, and by whether the question is one of its names.
  const written = (text) => words.split(text).map(words.plain).join(" ");
  const bonus = (entry, hits, asked) => {
    const least = Math.min(...hits.map((hit) => (hit ? hit.value : 0)));
    if (least < IN_HEAD * SAME) return least ? ALL : 0;
    if (least < IN_NAME * SAME) return ALL_IN_HEAD;
    const alike = namesOf(entry).filter((name) => asked.keys.includes(words.key(name)));
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
  const closeness = (number, terms) => {
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
    const base = ((MET * met) / total) * (0.4 + 0.6 * share) + bonus(entry, hits, asked);
    return { number, entry, share, terms, score: base * kindWeight * (1 + closeness(number, terms) / 2) };
  };

  // Words of the handbook that are spelt somewhat like those of a question that found nothing.
  const similar = (question) => {
    const near = words.split(question).flatMap((word) => search.spelling.near(words.plain(word), known, 3));
    return [...new Set(near.map((form) => known.get(form)[0]))].slice(0, 4);
  };

  Object.assign(search, { entries, find, similar, readTexts, idOf });
})();
