// Spelling: the words of the handbook that a word with an error of typing may mean.
(() => {
  const search = window.handbookSearch;

  // How many errors are forgiven: none in a short word, one from five letters, two from nine.
  const allowed = (word) => (word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0);

  // The number of errors between two words: a letter too many, too few or wrong, or two that changed places (the distance of Damerau
  // and Levenshtein, with each pair of letters changed once). More than `most` is as good as infinite.
  const distance = (one, two, most) => {
    if (Math.abs(one.length - two.length) > most) return Infinity;
    let before = [];
    let row = Array.from({ length: two.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= two.length; j += 1) {
        const wrong = one[i - 1] === two[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + wrong);
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row[two.length];
  };

  // The forms of the words nearest to `word`, all at the same distance. `known` holds the words of each form.
  const near = (word, known, most = allowed(word)) => {
    let best = most;
    let found = [];
    if (!most || /\d/.test(word)) return [];
    for (const [form, typed] of known) {
      for (const other of typed) {
        const errors = distance(word, other, best);
        if (errors > best) continue;
        if (errors < best) found = [];
        best = errors;
        found.push(form);
      }
    }
    return [...new Set(found)];
  };

  search.spelling = { near, distance };
})();
