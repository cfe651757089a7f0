"""The vocabulary of conditions: which questions a handbook asks about a project, and the answers to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from macros.loading.handbook import Handbook
from macros.model import Function, ProjectQuestion
from macros.model.conditions import Answers
from macros.model.questions import ANSWERS


@dataclass(frozen=True)
class Choice:
    """An answer to pick: its id, its title, what it means, and its words in the line of a condition."""

    id: str
    title: str
    hint: str
    phrase: str


@dataclass(frozen=True)
class Asked:
    """A question with the answers to pick from, wherever they are written."""

    question: ProjectQuestion
    choices: Mapping[str, Choice]

    def line(self, answers: tuple[str, ...], between: str) -> str:
        """Return the condition in words. `between` comes between answers. Unknown answers are left out."""
        return self._filled(self.question.line, answers, between)

    def rule_line(self, answers: tuple[str, ...], between: str) -> str:
        """Return the beginning of a rule in words, in the same way."""
        return self._filled(self.question.rule_line or "", answers, between)

    def _filled(self, line: str, answers: tuple[str, ...], between: str) -> str:
        known = [self.choices[answer].phrase for answer in answers if answer in self.choices]
        return line.replace(ANSWERS, between.join(known)) if known else ""


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def vocabulary(handbook: Handbook) -> Mapping[str, Asked]:
    """Return every question that the handbook asks, by id, in order."""
    return {name: asked for name, asked in _known(handbook).items() if not asked.question.left_out}


@lru_cache(maxsize=4)
def binding(handbook: Handbook) -> Mapping[str, Asked]:
    """Return the questions that tell whose rules bind a project, by id. A rule is named by them even where a
    team leaves them out.
    """
    return {name: asked for name, asked in _known(handbook).items() if asked.question.rule_line}


def about(handbook: Handbook) -> str:
    """Return the id of the question that the field `functions` of a record answers, or an empty text."""
    asked = vocabulary(handbook).values()
    return next((each.question.id for each in asked if each.question.answers_from), "")


def in_words(handbook: Handbook, conditions: Answers, between: str) -> list[str]:
    """Return each condition in words, in the order of the questions. What the handbook does not ask goes."""
    lines = (
        each.line(tuple(conditions[name]), between)
        for name, each in vocabulary(handbook).items()
        if name in conditions
    )
    return [line for line in lines if line]


def _known(handbook: Handbook) -> dict[str, Asked]:
    return {
        question.id: Asked(question, {choice.id: choice for choice in _choices(handbook, question)})
        for question in handbook.all(ProjectQuestion)
    }


def _choices(handbook: Handbook, question: ProjectQuestion) -> Iterator[Choice]:
    for answer in question.answers:
        yield Choice(answer.id, answer.title, answer.hint or "", answer.phrase or answer.title)
    if question.answers_from:
        for function in handbook.all(Function):
            yield Choice(function.id, function.title, function.summary or "", function.title)
