// Words: how a text becomes the words that are compared. Records and questions pass through the same functions, so that plurals,
// hyphens, accents, and British or American spelling make no difference.
(() => {
  const search = window.handbookSearch;
  const { language } = search.heads;
  const WORD = /[\p{L}\p{N}\p{M}]+(?:['‘’\-‐‑/.&][\p{L}\p{N}\p{M}]+)*/gu;
  const PARTS = /['‘’\-‐‑/.&]/u;
  // Most texts have no other letters than these, and are read faster.
  const PLAIN_TEXT = /^[\0-\x7f‘’‐‑–—“”„…·«»£€]*$/;
  const PLAIN_WORD = /[a-z\d]+(?:['‘’\-‐‑/.&][a-z\d]+)*/gi;
  // Scripts that write no spaces. A browser needs a while to make this pattern, so it is made for texts with such letters only.
  const FAR = /[\u0e00-\u1fff\u2e80-\uffff]/;
  const SCRIPTS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];
  let withoutSpaces = null;
  const hasNoSpaces = (text) => {
    if (!FAR.test(text)) return false;
    withoutSpaces ||= new RegExp(`[${SCRIPTS.map((name) => `\\p{Script=${name}}`).join("")}]`, "u");
    return withoutSpaces.test(text);
  };

  // American and British spellings meet in the middle. A word that is no such word is changed in the same way everywhere, which
  // does no harm.
  const SPELLINGS = [
    [/is(e|ed|es|er|ers|ing|able|ation|ations)$/, "iz$1"],
    [/ys(e|ed|es|er|ers|ing)$/, "yz$1"],
    [/^(.{3,})our(s|ed|ing|al|able|ite|ites|less|ly)?$/, "$1or$2"],
    [/^(.{2,})tre(s|d)?$/, "$1ter$2"],
    [/amme(s|d)?$/, "am$1"],
    [/ogue(s|d)?$/, "og$1"],
    [/ence(s|d)?$/, "ense$1"],
    [/gement/, "gment"],
    // “Cancelled” and “enroll”, and not “rolled”, “filled” or “overall”, which would look like “role”, “file” and “over”.
    [/^(?!overall)(.*[aeiouy][^aeiouy]+[aeiou])ll(?=(ed|ing|ers?|ors?|ments?|ations?)?s?$)/, "$1l"],
    [/illful/, "ilful"],
    [/^grey/, "gray"],
  ];
  const OTHERWISE = new RegExp(SPELLINGS.map(([from]) => from.source).join("|"));
  const english = (word) => (OTHERWISE.test(word) ? SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word) : word);
  const spelling = language.split("-")[0] === "en" ? english : (word) => word;
  // Most words come again and again, so what is worked out for one is kept.
  const kept = (work) => {
    const known = new Map();
    return (word) => {
      let value = known.get(word);
      if (value === undefined) known.set(word, value = work(word));
      return value;
    };
  };
  const stem = kept((word) => (search.stemmer ? search.stemmer.stemWord(spelling(word)) : spelling(word)));
  // Most words are plain as they are, have one part, and are no abbreviation.
  const SMALL_LETTERS = /^[a-z]+$/;
  const LETTERS = /^[a-z]+$/i;
  const LETTER_FIRST = /^[a-z\d]/i;

  // The plain form of a word: no accents on letters that have a plain one, no case, no possessive, no plural of an abbreviation.
  const plain = (word) => (SMALL_LETTERS.test(word) ? word : plainOf(word));
  const plainOf = kept((word) => {
    const text = /^[\w-]+$/.test(word) ? word : word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    return text.replace(/(\p{Lu}{2}|\p{L}\d+)s$/u, "$1").toLowerCase().replace(/['’]s?$/, "");
  });
  // “IT” in capitals is not “it”: a word that does not count in a question counts when it is written as an abbreviation.
  const quiet = new Set(search.heads.stop.map(plain));
  const isAbbreviation = (word) => word.length > 1 && quiet.has(plain(word)) && /^\p{Lu}+$/u.test(word);
  const form = (word) => {
    if (SMALL_LETTERS.test(word)) return stem(word);
    if (isAbbreviation(word)) return word;
    const text = plainOf(word);
    return /\d/.test(text) ? text : stem(text);
  };

  const segments = (text) => {
    if (!window.Intl?.Segmenter) return [...text];
    return [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter((one) => one.isWordLike).map((one) => one.segment);
  };

  // The words of a text as they are typed. A script that writes no spaces has its own rules for where words end.
  const split = (text) => {
    if (PLAIN_TEXT.test(text)) return text.match(PLAIN_WORD) || [];
    const found = text.match(WORD) || [];
    return hasNoSpaces(text) ? found.flatMap((word) => (hasNoSpaces(word) ? segments(word) : [word])) : found;
  };

  // The parts of a word with hyphens, and the whole without them: “go-live” is found as “go”, “live” and “golive”.
  const partsOf = kept((word) => (isAbbreviation(word) ? [word] : plain(word).split(PARTS).filter(Boolean)));
  const joined = (word) => form(partsOf(word).join(""));
  const formsOfWord = kept((word) => {
    if (SMALL_LETTERS.test(word)) return [stem(word)];
    const parts = partsOf(word);
    return parts.length > 1 ? [...parts.map(form), joined(word)] : parts.map(form);
  });

  // How a form begins, where that is how its word begins: the stemmers of some languages change the beginning too.
  const beginning = (form) => (search.stemmer?.changesBeginnings ? "" : form.slice(0, 1));
  // Whether a form of this word may begin so, or the first form of this text.
  const beginningsOf = kept((word) => partsOf(word).map((part) => part.slice(0, 1)));
  const isAlike = (text, so) => text[0].toLowerCase() === so.toLowerCase();
  const mayBegin = (word, so) => !so || (LETTERS.test(word) ? isAlike(word, so) : beginningsOf(word).includes(so));
  const mayStart = (text, so) => !so || (LETTER_FIRST.test(text) ? isAlike(text, so) : split(text).slice(0, 1).some((word) => mayBegin(word, so)));
  // What finds all such words in a plain text: a browser does that much faster than we look at each word.
  const patternOf = (so) => new RegExp(`\\b(?:[a-z\\d]+['‘’\\-‐‑/.&])*${/[a-z\d]/i.test(so) ? so : "$^"}[a-z\\d]*(?:['‘’\\-‐‑/.&][a-z\\d]+)*`, "gi");
  // A plain text with the same forms, or null: accents make no difference, and browsers take “_” for a letter.
  const plainText = (text) => {
    if (text.includes("_")) return null;
    if (PLAIN_TEXT.test(text)) return text;
    const bare = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return PLAIN_TEXT.test(bare) ? bare : null;
  };

  // A number and the letters before it are often written as one, as in “AB 463”. No word begins with a sign before “:” but a number.
  const isPair = (word, next) => next < ":" && /^\d+$/.test(next) && /^\p{L}+$/u.test(word);
  const pairs = (typed) => {
    const found = [];
    typed.forEach((word, at) => { if (at && isPair(typed[at - 1], word)) found.push(typed[at - 1] + word); });
    return found;
  };
  // Every form under which the words of a text are found.
  const forms = (text) => split(text).flatMap(formsOfWord);

  // Whether two texts are the same but for spelling and signs.
  const key = (text) => split(text).flatMap(partsOf).map(form).join("").toLowerCase();

  search.words = { split, pairs, partsOf, form, forms, formsOfWord, joined, key, plain, beginning, mayBegin, mayStart, plainText, patternOf };
})();
