// What each idea of a question finds. Names and summaries are looked up here, and MiniSearch looks in the rest.
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
  const inNames = entries.map(() => null);
  const inSummary = entries.map(() => null);
  const holds = (text, phrase) => {
    if (!phrase.every((form) => text.includes(form))) return 0;
    return text.some((_, at) => question.startsAt(phrase, text, at)) ? 1 : MIXED;
  };
  const inHead = (number, phrase) => {
    inNames[number] ||= namesOf(entries[number]).map((name) => question.formsOf(name.replaceAll("-", " ")));
    inSummary[number] ||= question.formsOf(entries[number].summary || "");
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

  search.matching = { IN_NAME, IN_HEAD, SAME, entries, namesOf, idOf, vocabulary, readTexts, lookUp, answers };
})();
