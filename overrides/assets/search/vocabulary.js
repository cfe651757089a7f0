// The vocabulary: every form in names and summaries, with the words that have it and the records that hold it. A first answer must not
// wait until all of it is worked out, so at first only what begins like a word of the question is.
(() => {
  const search = window.handbookSearch;
  const { words } = search;
  const PIECE = 400; // words that are worked out before a reader may type again

  // Each line is a text with the number of its record, and how well the record meets what stands there.
  const vocabulary = (lines) => {
    let known = new Map(); // every form, with the words that have it
    const holders = new Map(); // every form, with the holders of its words: records in their order, each with how well
    const opened = new Set(); // the beginnings of forms that are worked out
    let complete = false; // whether all forms are known

    // Words are kept without their capitals: errors of typing are looked for among them, because an ending that is cut off hides one.
    const hear = (all, word, form) => {
      const heard = all.get(form);
      if (!heard) all.set(form, [word]);
      else if (!heard.includes(word)) heard.push(word);
    };
    const enter = (all, word, beginning) => {
      const form = words.form(word);
      if (form.startsWith(beginning)) hear(all, words.plain(word), form);
      for (const one of words.formsOfWord(word)) if (one.startsWith(beginning) && !all.has(one)) hear(all, one, one);
    };
    const hold = (all, word, { number, value }) => {
      const held = all.get(word);
      if (!held) all.set(word, [number, value]);
      else if (held[held.length - 2] !== number) held.push(number, value);
      else held[held.length - 1] = Math.max(held[held.length - 1], value);
    };
    const list = (form, held) => {
      if (holders.has(form)) holders.get(form).push(held);
      else holders.set(form, [held]);
    };

    // Most texts are plain, and searched as one.
    const plain = [];
    const others = [];
    for (const line of lines) {
      const text = words.plainText(line.text);
      if (text === null) others.push(line);
      else plain.push(text === line.text ? line : { ...line, text });
    }
    const joined = plain.map(({ text }) => text).join("\n");
    const eachWord = (beginning, use) => {
      let at = 0;
      let end = plain[0]?.text.length;
      if (beginning) {
        for (const { 0: word, index } of joined.matchAll(words.patternOf(beginning))) {
          for (; index > end; end += plain[at].text.length + 1) at += 1;
          use(word, plain[at]);
        }
      }
      for (const line of beginning ? others : lines) {
        for (const word of words.split(line.text)) if (words.mayBegin(word, beginning)) use(word, line);
      }
    };

    // Work out every form that begins like this one.
    const open = (like) => {
      const beginning = words.beginning(like);
      if (opened.has(beginning)) return;
      opened.add(beginning);
      const held = new Map();
      eachWord(beginning, (word, line) => hold(held, word, line));
      for (const [word, where] of held) {
        if (!complete) enter(known, word, beginning);
        for (const form of words.formsOfWord(word)) if (form.startsWith(beginning)) list(form, where);
      }
    };
    // The same for what is written as one word or as two: it has letters and a number.
    let paired = false;
    const openPairs = () => {
      if (paired) return;
      paired = true;
      const held = new Map();
      for (const line of lines) if (/\d/.test(line.text)) for (const pair of words.pairs(words.split(line.text))) hold(held, pair, line);
      for (const [pair, where] of held) list(words.form(pair), where);
    };

    const has = (form) => {
      if (!complete) open(form);
      return known.has(form);
    };
    const hasBegun = (form) => {
      if (!complete) open(form);
      return [...known.keys()].some((one) => one.startsWith(form));
    };
    // The forms that are there: this one, or all that begin with it.
    const forms = (form, begun) => {
      open(form);
      if (/\d/.test(form)) openPairs();
      return begun ? [...holders.keys()].filter((one) => one.startsWith(form)) : [form];
    };
    const holdersOf = (form) => holders.get(form) || [];

    // All forms, in the order of the records. Who looks for what is spelt alike needs them.
    const everyWord = () => [...new Set(lines.flatMap(({ text }) => words.split(text)))];
    const finish = (whole) => {
      known = whole;
      complete = true;
    };
    const all = () => {
      if (!complete) {
        const whole = new Map();
        for (const word of everyWord()) enter(whole, word, "");
        finish(whole);
      }
      return known;
    };
    // The same in pieces, so that typing never waits.
    const prepare = async () => {
      if (complete) return;
      const found = everyWord();
      const whole = new Map();
      for (let at = 0; at < found.length; at += PIECE) {
        await new Promise((done) => setTimeout(done));
        if (complete) return;
        for (const word of found.slice(at, at + PIECE)) enter(whole, word, "");
      }
      finish(whole);
    };
    // A word of another text. Most come again and again, so each is worked out once.
    const heard = new Set();
    const remember = (word) => {
      if (!heard.has(word)) {
        heard.add(word);
        enter(known, word, "");
      }
      return words.formsOfWord(word);
    };

    return { has, hasBegun, forms, holdersOf, all, prepare, remember };
  };

  search.vocabulary = vocabulary;
})();
