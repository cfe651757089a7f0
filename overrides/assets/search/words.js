// Words: how a text becomes the words that are compared. Records and questions pass through the same functions, so that plurals,
// hyphens, accents, and British or American spelling make no difference.
(() => {
  const search = window.handbookSearch;
  const { language } = search.heads;
  const WORD = /[\p{L}\p{N}\p{M}]+(?:['‘’\-‐‑/.&][\p{L}\p{N}\p{M}]+)*/gu;
  const PARTS = /['‘’\-‐‑/.&]/u;
  const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

  // American and British spellings meet in the middle. A word that is no such word is changed in the same way everywhere, which
  // does no harm.
  const SPELLINGS = [
    [/is(e|ed|es|er|ers|ing|able|ation|ations)$/, "iz$1"],
    [/ys(e|ed|es|er|ers|ing)$/, "yz$1"],
    [/^(.{3,})our(s|ed|ing|al|able|ite|ites|less|ly)?$/, "$1or$2"],
    [/^(.{2,})tre(s|d)?$/, "$1ter$2"],
    [/amme(s|d)?$/, "am$1"],
    [/ogue(s|d)?$/, "og$1"],
    [/^cheque/, "check"],
    [/ence(s|d)?$/, "ense$1"],
    [/gement/, "gment"],
    [/ll/, "l"],
    [/^grey/, "gray"],
  ];
  const english = (word) => window.stemmer(SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word));
  const STEMS = { en: english };
  const stem = STEMS[language.split("-")[0]] || ((word) => word);

  // The plain form of a word: no accents on letters that have a plain one, no case, no possessive, no ending.
  const plain = (word) => word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’]s?$/, "");
  const known = new Map(); // most words come again and again
  // “IT” in capitals is not “it”: a word that does not count in a question counts when it is written as an abbreviation.
  const quiet = new Set(search.heads.stop.map((word) => plain(word)));
  const isAbbreviation = (word) => word.length > 1 && /^\p{Lu}+$/u.test(word) && quiet.has(plain(word));
  const form = (word) => {
    if (isAbbreviation(word)) return word;
    if (!known.has(word)) {
      const text = plain(word);
      known.set(word, /\d/.test(text) ? text : stem(text));
    }
    return known.get(word);
  };

  const segments = (text) => {
    if (!window.Intl?.Segmenter) return [...text];
    return [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter((one) => one.isWordLike).map((one) => one.segment);
  };

  // The words of a text as they are typed. A script that writes no spaces has its own rules for where words end.
  const split = (text) => (text.match(WORD) || []).flatMap((word) => (WITHOUT_SPACES.test(word) ? segments(word) : [word]));

  // The parts of a word with hyphens, and the whole without them: “go-live” is found as “go”, “live” and “golive”.
  const partsOf = (word) => (isAbbreviation(word) ? [word] : plain(word).split(PARTS).filter(Boolean));
  const joined = (word) => form(partsOf(word).join(""));

  // Every form under which a text is found.
  const forms = (text) => {
    const words = split(text);
    return words.flatMap((word, index) => {
      const parts = partsOf(word);
      const all = parts.map(form);
      if (parts.length > 1) all.push(joined(word));
      // A number and the letters before it are often written as one, as in “AB 463”.
      const next = words[index + 1];
      if (next && /^\p{L}+$/u.test(word) && /^\d+$/.test(next)) all.push(form(word + next));
      return all;
    });
  };

  // Whether two texts are the same but for spelling and signs.
  const key = (text) => split(text).flatMap(partsOf).map(form).join("").toLowerCase();

  search.words = { split, partsOf, form, forms, joined, key, plain };
})();
