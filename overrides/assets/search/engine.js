// The engine: which records answer a question, best first, by what its ideas find.
(() => {
  const search = window.handbookSearch;
  const { words, question } = search;
  const { IN_NAME, IN_HEAD, SAME, entries, namesOf, idOf, vocabulary, readTexts, lookUp, answers } = search.matching;
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

  const ideas = question.reader(vocabulary);

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
    titles[number] ||= loudOf(question.formsOf(entries[number].title));
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
