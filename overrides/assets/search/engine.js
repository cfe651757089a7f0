// The engine: which records answer a question, best first. MiniSearch finds the words; this file says what counts most.
(() => {
  const search = window.handbookSearch;
  const { heads, words } = search;
  const { entries } = heads;
  const BOOST = { title: 5, names: 4, id: 3, numbers: 4, summary: 2 };
  const NAMES = ["title", "names", "id", "numbers"];
  // The id of a record or page is the last part of its address.
  const idOf = ({ address }) => address.split(/[/#]/).filter(Boolean).at(-1)?.replace(/\.html$/, "") || "";
  const EXACT = 10;
  const ALL_IN_TITLE = 6;
  const ALL_IN_HEAD = 4;
  const ALL = 2.4;
  const SAME = 0.8; // a word that means the same counts a little less
  const MOST = 0.6; // of a question, where others have all of it
  const ENOUGH = 0.5; // of a question: less is no answer
  const known = new Map(); // every form in the index, with the words that have it
  const stop = new Set(heads.stop.flatMap(words.forms));

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
  const index = (fields, boost = {}) => new window.MiniSearch({
    fields, idField: "number", tokenize: remember, processTerm: (form) => form, searchOptions: { boost, tokenize: (text) => [text] },
  });

  const first = index(Object.keys(BOOST), BOOST);
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

  const exact = new Map();
  entries.forEach((entry, number) => {
    for (const name of [entry.title, idOf(entry), entry.numbers, ...(entry.names || [])]) {
      if (!name) continue;
      const key = words.key(name);
      exact.set(key, (exact.get(key) || new Set()).add(number));
    }
  });

  // A question becomes ideas. Each idea has several ways to say it, each a list of forms that must all be there.

  const ways = (word, begun) => {
    const parts = words.partsOf(word).map(words.form);
    if (parts.length > 1) return [[words.joined(word)], parts];
    const [form] = parts;
    if (!form || known.has(form) || (begun && begins(form))) return [parts];
    const found = search.spelling.near(words.plain(word), known).map((other) => [other]);
    for (let at = 2; at <= word.length - 2; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)].map(words.form);
      if (halves.every((half) => known.has(half))) found.push(halves);
    }
    return found.length ? found : [parts];
  };
  const begins = (form) => [...known.keys()].some((one) => one.startsWith(form));

  const same = heads.same.map((group) => group.map((phrase) => words.split(phrase).flatMap(words.partsOf).map(words.form)));
  const startsWith = (forms, phrase) => phrase.every((form, at) => forms[at] === form);

  const ideas = (question, begun) => {
    const typed = words.split(question);
    const forms = typed.map((word) => words.partsOf(word).map(words.form));
    const found = [];
    for (let at = 0; at < typed.length;) {
      const rest = forms.slice(at).flat();
      const phrases = same.flatMap((group) => group.filter((phrase) => startsWith(rest, phrase)).map((phrase) => ({ phrase, group })));
      const { phrase, group } = phrases.sort((one, two) => two.phrase.length - one.phrase.length)[0] || {};
      const pair = at + 1 < typed.length && words.joined(typed[at] + typed[at + 1]);
      if (phrase) {
        const others = group.filter((other) => other !== phrase);
        found.push({ ways: [...(phrase.length > 1 ? [[phrase.join("")]] : []), phrase], others });
        let length = 0;
        while (length < phrase.length) length += forms[at++].length;
      } else if (pair && known.has(pair)) {
        found.push({ ways: [[pair], [...forms[at], ...forms[at + 1]]], others: [] });
        at += 2;
      } else {
        if (!forms[at].every((form) => stop.has(form))) found.push({ ways: ways(typed[at], begun && at === typed.length - 1), others: [] });
        at += 1;
      }
    }
    return found.length ? found : typed.map((word) => ({ ways: ways(word, begun), others: [] }));
  };

  // Where a form is found: the number of each record, with its score and whether it is in the head.
  const lookUp = (form, begun) => {
    const options = {
      prefix: begun && form.length >= 2,
    };
    const hits = new Map();
    const take = (results, head) => {
      for (const { id, score, terms, match } of results) {
        const hit = hits.get(id) || { score: 0, head: false, title: false, terms: [] };
        const title = Object.values(match).flat().some((field) => NAMES.includes(field));
        hits.set(id, { score: hit.score + score * (head ? 1 : 0.4), head: hit.head || head, title: hit.title || title, terms: [...hit.terms, ...terms] });
      }
    };
    take(first.search(form, options), true);
    if (second) take(second.search(form, options), false);
    return hits;
  };

  // Records that have every form of one way to say it.
  const meet = (forms, look) => {
    const [start, ...others] = forms.map(look);
    const hits = new Map();
    for (const [id, hit] of start || []) {
      const all = [hit, ...others.map((map) => map.get(id))];
      if (!all.every(Boolean)) continue;
      hits.set(id, { score: all.reduce((sum, one) => sum + one.score, 0) / all.length, head: all.every((one) => one.head), title: all.every((one) => one.title), terms: all.flatMap((one) => one.terms) });
    }
    return hits;
  };

  const answers = (idea, look) => {
    const best = new Map();
    const offer = (hits, factor) => {
      for (const [id, hit] of hits) {
        const score = hit.score * factor;
        const before = best.get(id);
        if (!before || score > before.score || hit.head > before.head || hit.title > before.title) best.set(id, { ...hit, score: Math.max(score, before?.score || 0) });
      }
    };
    for (const way of idea.ways) offer(meet(way, look), 1);
    for (const other of idea.others) offer(meet(other, look), SAME);
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
    const weight = found.map((hits) => 1 + Math.log((entries.length + 1) / (hits.size + 1)));
    const total = weight.reduce((sum, one) => sum + one, 0);
    const same = exact.get(words.key(question)) || new Set();
    const ids = new Set([...same, ...found.flatMap((hits) => [...hits.keys()])]);
    const results = [...ids].map((number) => rate(number, found, weight, total, same));
    const all = results.some(({ share }) => whole(share));
    return results.filter(({ share }) => share >= (all ? MOST : ENOUGH)).sort((one, two) => two.score - one.score || one.number - two.number);
  };

  // What a record counts by where the words of the question are: all in its names, all in its head, all somewhere, or most of them.
  const whole = (part) => part > 0.999;
  const worth = (share, head, title) => {
    if (whole(title)) return ALL_IN_TITLE;
    if (whole(head)) return ALL_IN_HEAD + title;
    if (whole(share)) return ALL + head;
    return share * share * (1 + head);
  };

  // How much of the title the question says: of two titles that hold all its words, the shorter one is meant.
  const closeness = (entry, terms) => {
    const forms = words.split(entry.title).flatMap(words.partsOf).map(words.form).filter((form) => !stop.has(form));
    return forms.length ? forms.filter((form) => terms.has(form)).length / forms.length : 0;
  };

  const rate = (number, found, weight, total, same) => {
    let covered = 0;
    let inHead = 0;
    let inTitle = 0;
    let points = 0;
    const terms = new Set();
    found.forEach((hits, at) => {
      const hit = hits.get(number);
      if (!hit) return;
      covered += weight[at];
      if (hit.head) inHead += weight[at];
      if (hit.title) inTitle += weight[at];
      points += hit.score;
      hit.terms.forEach((term) => terms.add(term));
    });
    const entry = entries[number];
    const isSame = same.has(number);
    const share = isSame ? 1 : covered / total;
    const [, , kindWeight] = heads.kinds[entry.kind];
    const base = isSame ? EXACT : worth(share, inHead / total, inTitle / total);
    const score = base * kindWeight * (1 + closeness(entry, terms) / 2) * (1 + points / (points + 40));
    return { number, entry, share, terms, score };
  };

  // Words of the handbook that are spelt somewhat like those of a question that found nothing.
  const similar = (question) => {
    const near = words.split(question).flatMap((word) => search.spelling.near(words.plain(word), known, 3));
    return [...new Set(near.map((form) => [...known.get(form)][0]))].slice(0, 4);
  };

  Object.assign(search, { find, similar, readTexts, idOf });
})();
