// Words: how a text becomes the words that are compared. Records and questions pass through the same functions, so that plurals,
// hyphens, accents, and British or American spelling make no difference.
(() => {
  const search = window.handbookSearch;
  const { language } = search.heads;
  const WORD = /[\p{L}\p{N}\p{M}]+(?:['‘’\-‐‑/.&][\p{L}\p{N}\p{M}]+)*/gu;
  const PARTS = /['‘’\-‐‑/.&]/u;
  // Most texts have no other letters than these, and are read faster.
  const PLAIN_TEXT = /^[\0-\x7f]*$/;
  const PLAIN_WORD = /[a-z\d]+(?:['\-/.&][a-z\d]+)*/gi;
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
    [/ence(s|d)?$/, "ense$1"],
    [/gement/, "gment"],
    [/ll/, "l"],
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

  // The plain form of a word: no accents on letters that have a plain one, no case, no possessive, no plural of an abbreviation.
  const plain = (word) => (SMALL_LETTERS.test(word) ? word : plainOf(word));
  const plainOf = kept((word) => {
    const text = /^[\w-]+$/.test(word) ? word : word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    return text.replace(/(\p{Lu}{2})s$/u, "$1").toLowerCase().replace(/['’]s?$/, "");
  });
  // “IT” in capitals is not “it”: a word that does not count in a question counts when it is written as an abbreviation.
  const quiet = new Set(search.heads.stop.map(plain));
  const isAbbreviation = (word) => word.length > 1 && /^\p{Lu}+$/u.test(word) && quiet.has(plain(word));
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
    if (!WITHOUT_SPACES.test(text)) return text.match(WORD) || [];
    return (text.match(WORD) || []).flatMap((word) => (WITHOUT_SPACES.test(word) ? segments(word) : [word]));
  };

  // The parts of a word with hyphens, and the whole without them: “go-live” is found as “go”, “live” and “golive”.
  const partsOf = kept((word) => (isAbbreviation(word) ? [word] : plain(word).split(PARTS).filter(Boolean)));
  const joined = (word) => form(partsOf(word).join(""));
  const formsOfWord = kept((word) => {
    if (SMALL_LETTERS.test(word)) return [stem(word)];
    const parts = partsOf(word);
    return parts.length > 1 ? [...parts.map(form), joined(word)] : parts.map(form);
  });

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

  search.words = { split, pairs, partsOf, form, forms, formsOfWord, joined, key, plain };
})();
