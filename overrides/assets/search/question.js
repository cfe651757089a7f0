// Questions: what somebody typed becomes ideas. Each idea has several ways to say it, each a list of forms that must all be there.
(() => {
  const search = window.handbookSearch;
  const { heads, words, spelling } = search;
  const SMALL_NUMBER = /^1?\d?\d$/;
  const stop = new Set(heads.stop.flatMap(words.forms));
  const isQuiet = (word) => words.partsOf(word).map(words.form).every((form) => stop.has(form));
  const formsOf = (text) => words.split(text).flatMap(words.partsOf).map(words.form);
  // Phrases of the same meaning: only those that begin like a word of the question are worked out.
  const same = heads.same.map((group) => group.map((text) => ({ text, forms: null })));
  const formsOfPhrase = (phrase) => (phrase.forms ||= formsOf(phrase.text));
  let parts = null;
  const inPhrases = (form) => {
    parts ||= [...new Set(heads.same.flat().flatMap(words.split).flatMap(words.partsOf))];
    return parts.some((part) => words.mayBegin(part, words.beginning(form)) && words.form(part) === form);
  };
  // The phrases that are written in a text, each as one form.
  let phrases = null;
  const byFirst = () => {
    if (phrases) return phrases;
    phrases = new Map();
    for (const forms of same.flat().map(formsOfPhrase)) if (forms.length > 1) phrases.set(forms[0], [...(phrases.get(forms[0]) || []), forms]);
    return phrases;
  };
  const startsAt = (phrase, forms, at) => phrase.every((form, place) => form === forms[at + place]);
  const phrasesIn = (typed) => {
    const forms = typed.flatMap(words.partsOf).map(words.form);
    return forms.flatMap((form, at) => (byFirst().get(form) || []).filter((phrase) => startsAt(phrase, forms, at)).map((phrase) => phrase.join(" ")));
  };
  // “Lesson” and “role” say which kind is meant, in one and in many.
  const kinds = new Map();
  for (const [kind, names] of Object.entries(heads.kinds)) {
    for (const name of names.slice(0, 2)) {
      const forms = formsOf(name);
      if (forms.length === 1) kinds.set(forms[0], kind);
    }
  }

  const reader = (vocabulary) => {
    // A word that nothing holds may be spelt wrongly, be two words written as one, or have an ending that we do not use.
    const guesses = (word) => {
      const known = vocabulary.all();
      const found = spelling.near(words.plain(word), known).map((other) => [other]);
      for (let at = 3; at <= word.length - 3; at += 1) {
        const halves = [word.slice(0, at), word.slice(at)].map(words.form);
        if (halves.every((half) => known.has(half))) found.push(halves);
      }
      if (!found.length && !/\d/.test(word)) {
        const form = words.form(word);
        for (let end = form.length - 1, least = 3; end >= least && !found.length; end -= 1, least = 5) if (known.has(form.slice(0, end))) found.push([form.slice(0, end)]);
      }
      return found;
    };
    const ways = (word, begun) => {
      const parts = words.partsOf(word).map(words.form);
      if (parts.length > 1) return [[words.joined(word)], parts];
      const [form] = parts;
      if (!form || vocabulary.has(form) || inPhrases(form) || (begun && vocabulary.hasBegun(form))) return [parts];
      const found = guesses(word);
      return found.length ? Object.assign(found, { guessed: true }) : [parts];
    };

    // A number below 200 is also the “N” of a phrase: “60 staff” has “N staff”.
    const waysInPhrases = ({ word, ways: own }) => (SMALL_NUMBER.test(word) ? [...own, ["n"]] : own);

    // Where a phrase that has others of the same meaning begins at `at`: the words that it takes, and those others.
    const phraseAt = (typed, at) => {
      let best = null;
      const beginnings = waysInPhrases(typed[at]).map(([form = ""]) => words.beginning(form));
      for (const group of same) {
        for (const phrase of group) {
          if (!beginnings.some((so) => words.mayStart(phrase.text, so))) continue;
          const forms = formsOfPhrase(phrase);
          const taken = fits(forms, typed, at);
          if (!taken || (best && forms.length < best.forms.length)) continue;
          // The same phrase may be in several groups.
          const before = best?.forms.join(" ") === forms.join(" ") ? best.group : [];
          best = { forms, taken, group: [...before, ...group] };
        }
      }
      return best;
    };
    // Words that do not count may stand inside, or be others: “price of a payslip” has “price per payslip”.
    const fits = (phrase, typed, at) => {
      const loud = phrase.filter((form) => !stop.has(form)).length;
      let to = at;
      for (let from = 0; from < phrase.length;) {
        if (to === typed.length) return 0;
        const way = waysInPhrases(typed[to]).find((forms) => startsAt(forms, phrase, from));
        if (way) from += way.length;
        if (way || (from && loud && typed[to].quiet)) to += 1;
        else if (from && loud > 1 && stop.has(phrase[from])) from += 1;
        else return 0;
      }
      return to - at;
    };

    return (question, begun) => {
      const loud = question === question.toUpperCase() && /\s/.test(question); // somebody left the capitals on
      const written = words.split(loud ? question.toLowerCase() : question);
      const typed = written.map((word, at) => ({
        word, ways: ways(word, begun && at === written.length - 1), quiet: isQuiet(word),
      }));
      const ideas = [];
      for (let at = 0; at < typed.length;) {
        const { word, ways: own, quiet } = typed[at];
        const next = typed[at + 1];
        const found = phraseAt(typed, at);
        const pair = next && !quiet && words.joined(word + next.word);
        if (found) {
          const { forms, taken, group } = found;
          const others = new Map(group.map(formsOfPhrase).map((other) => [other.join(" "), other]));
          others.delete(forms.join(" "));
          ideas.push({ ways: forms.length > 1 ? [[forms.join("")], forms] : [forms], others: [...others.values()] });
          at += taken;
        } else if (pair && vocabulary.has(pair) && !phraseAt(typed, at + 1)) {
          ideas.push({ ways: [[pair], [...own[0], ...next.ways[0]]], others: [] });
          at += 2;
        } else {
          if (!quiet) ideas.push({ ways: own, others: [], kind: kinds.get(own[0][0]), guessed: own.guessed });
          at += 1;
        }
      }
      return ideas.length ? ideas : typed.map(({ ways: own }) => ({ ways: own, others: [] }));
    };
  };

  search.question = { reader, stop, isQuiet, formsOf, phrasesIn, startsAt };
})();
