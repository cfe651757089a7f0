// The rehearsal: one question at a time, an answer and what shows it, and at the end what is missing. Answers are kept in the project.
(() => {
  const project = window.handbookProject;
  const words = window.handbookGateWords.rehearsal;
  const { answers } = window.handbookGateWords;
  const PROVEN = "yes";

  window.handbookRehearsal = ({ page, asks, change, own }) => {
    const place = page.querySelector("[data-rehearsal]");
    const one = (name) => place.querySelector(`[data-${name}]`);
    const form = one("asking");
    let number = 0;

    const show = (next) => {
      number = next;
      const list = asks();
      const ask = list[number];
      const kept = project.read();
      const ref = ask.dataset.question;
      one("begin").hidden = true;
      one("intro").hidden = true;
      one("missing").hidden = true;
      form.hidden = false;
      one("where").textContent = project.fill(words.question, { n: number + 1, all: list.length });
      one("progress").max = list.length;
      one("progress").value = number;
      one("ask").textContent = ask.querySelector("h3").textContent;
      one("from").replaceChildren(...[...ask.querySelector(".ask__from").childNodes].map((node) => node.cloneNode(true)));
      for (const input of form.elements.answer) input.checked = input.value === own(kept.states, ref);
      one("note").value = own(kept.notes, ref);
      one("refused").textContent = "";
      one("back").disabled = !number;
      one("ask").focus();
    };

    // Keep the answer of this question. Whether it could be kept.
    const keep = () => {
      const ask = asks()[number];
      const { question: ref, title, mark } = ask.dataset;
      const answer = form.elements.answer.value;
      const note = one("note").value.trim();
      if (!answer && !note) return true;
      const taken = change(ref, title, mark, (next) => {
        if (answer) next.states[ref] = answer;
        if (note) next.notes[ref] = note;
        else delete next.notes[ref];
      });
      one("refused").textContent = taken ? "" : words.refused;
      return taken;
    };

    const end = () => {
      const kept = project.read();
      const list = asks();
      const open = list.map((ask, index) => ({ ask, index, answer: own(kept.states, ask.dataset.question) })).filter(({ answer }) => answer !== PROVEN);
      const lines = open.map(({ ask, index, answer }) => {
        const line = document.createElement("li");
        const button = document.createElement("button");
        const note = own(kept.notes, ask.dataset.question);
        button.type = "button";
        button.textContent = project.fill(words.again, { n: index + 1 });
        button.addEventListener("click", () => show(index));
        line.append(`${ask.querySelector("h3").textContent} `, Object.assign(document.createElement("em"), { textContent: [answers[answer] || words.not_answered, note].filter(Boolean).join(". ") }), " ", button);
        return line;
      });
      form.hidden = true;
      one("begin").hidden = false;
      one("missing").hidden = false;
      one("missing-count").textContent = open.length ? project.fill(words.missing_count, { open: open.length, all: list.length }) : words.nothing_missing;
      one("missing").querySelector("ol").replaceChildren(...lines);
      one("missing").querySelector("h3").focus();
    };

    const next = () => (number + 1 < asks().length ? show(number + 1) : end());
    one("start").addEventListener("click", () => show(0));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (keep()) next();
    });
    one("back").addEventListener("click", () => show(Math.max(0, number - 1)));
    one("skip").addEventListener("click", next);
    one("stop").addEventListener("click", end);
    place.classList.remove("waits");
    place.hidden = !asks().length;
  };
})();
