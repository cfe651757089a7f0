"""The questions that a team answers about its own project, on which conditions rest."""

from __future__ import annotations

from typing import ClassVar, Literal

from macros.model.base import Record
from macros.model.fields import Model, Slug, Text, Title, TrueFalse, field
from macros.model.framework import Part

ANSWERS = "{answers}"  # the place of the answers in the line of a question


class ProjectAnswer(Model):
    """One answer to a question about a project."""

    id: Slug = field("The id that conditions name.")
    title: Title = field("The answer, as a team picks it.")
    hint: Text | None = field("What it means exactly, such as a limit in figures.", default=None)
    phrase: Text | None = field(
        "The words for it in the line of the question, where the title does not fit there.", default=None
    )


class ProjectQuestion(Part):
    """A question about a project."""

    kind: ClassVar[str] = "question"
    id: Slug = field("The id that conditions name.")
    title: Title = field("The question, as it is asked.")
    short: Title = field("Its name on pages, in a word or two.")
    hint: Text | None = field("What to think of when answering.", default=None)
    several: TrueFalse = field("Write true when more than one answer may be picked.", default=False)
    line: Text = field(
        "The words of a condition, which follow “Only if”, with {answers} where the answers come.",
        "the house is {answers}",
    )
    rule_line: Text | None = field(
        "How a rule begins that binds only where these answers are given, with {answers} where they come. "
        "Only the question that tells whose rules bind a project has it, and each rule names that question.",
        "In {answers}",
        None,
    )
    answers: tuple[ProjectAnswer, ...] = field(
        "The answers to pick from. Leave it out when they are taken from elsewhere.", default=()
    )
    answers_from: Literal["functions"] | None = field(
        "Where the answers are taken from: `functions` means the framework's. The field `functions` "
        "of a record then answers this question.",
        default=None,
    )
    left_out: TrueFalse = field(
        "Write true in your local `questions.yml` when you do not ask this question. Conditions that name it "
        "then rule nothing out.",
        default=False,
    )


class ProjectQuestions(Record):
    """What a team is asked about its project. A handbook may do without this file."""

    kind: ClassVar[str] = "questions"
    questions: tuple[ProjectQuestion, ...] = field("The questions, in the order in which they are asked.")
