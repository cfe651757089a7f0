"""Lessons: what somebody learned, with the evidence that they learned it from."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Evidence, Filed
from macros.model.conditions import FORM, MEANING, Applies
from macros.model.fields import Listed, Markdown, QuestionText, Ref, Slug, StepRef, Text, When, field

LessonKind = Literal["avoid", "repeat", "watch"]
LessonState = Literal["observation", "identified", "applied", "confirmed", "retired"]


class Sighting(Evidence):
    """Another place where the same thing was seen."""

    organisation: Text | None = field("The organisation that saw it.", default=None)
    when: When | None = field("When, as exactly as the source says.", "2009-04", None)


class Use(Evidence):
    """One place where somebody applied the lesson. `says` is what they did."""

    organisation: Text = field("The organisation that applied it.")
    when: When | None = field("When, as exactly as the source says.", "2009-04", None)
    result: Markdown | None = field(
        "What came of it, as the source says. Leave it out when the source does not tell.", default=None
    )


class Lesson(Filed):
    """One lesson, in about 120 words."""

    kind: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "lessons"
    type: LessonKind = field(
        "`avoid` (it went wrong), `repeat` (it went well) or `watch` (it can go either way)."
    )
    organisation: Text = field("The organisation that it happened to.")
    when: When | None = field("When it happened, as exactly as the source says.", "2009-04", None)
    event: Markdown = field("What happened, when and where, with the figures.")
    cause: Markdown | None = field(
        "Why it happened. Leave it out when the source does not tell.", default=None
    )
    lesson: Markdown = field("What we now know.")
    action: Markdown = field("What to do: one instruction that can be tested.")
    question: QuestionText | None = field(
        "What a reviewer asks a team about it, in one question that evidence can answer.", default=None
    )
    applies_when: Markdown = field("The conditions under which it holds.")
    at: Listed[Annotated[str, StepRef()]] = field(
        "The activities that it belongs to, the first being where it is needed most; "
        "`activity#step` points to one step."
    )
    phases: Listed[Annotated[Slug, Ref("phase")]] = field("The phases in which it matters.")
    workstreams: Listed[Annotated[Slug, Ref("workstream")]] = field("The workstreams in which it matters.")
    functions: Listed[Annotated[Slug, Ref("function")]] = field(
        "The functions that it is about. Leave it out when it is about all of them.", default=()
    )
    applies_to: Applies | None = field(MEANING, FORM, None)
    migration: Annotated[Slug, Ref("migration")] | None = field(
        "The migration that it comes from.", default=None
    )
    products: Listed[Annotated[Slug, Ref("product")]] = field("The products that carry it.", default=())
    related: Listed[Annotated[Slug, Ref("lesson")]] = field("Lessons to read with it.", default=())
    evidence: tuple[Evidence, ...] = field("What it is based on: at least one fact.", min_length=1)
    seen_again: tuple[Sighting, ...] = field("Where else the same was seen.", default=())
    used: tuple[Use, ...] = field(
        "Where somebody applied this lesson, and what came of it, by public evidence.", default=()
    )
    state: LessonState = field(
        "How far it has come: `observation`, `identified`, `applied`, `confirmed` or `retired`."
    )
    contributed_by: Text = field("The organisation that added it, never a person.")
    added: When = field("The day it was added.", "2009-04-01")
    reviewed: When = field("The day somebody last checked it against its sources.", "2009-04-01")

    @property
    def activities(self) -> tuple[str, ...]:
        """The ids of the activities at which it belongs, each once and the most important first."""
        return tuple(dict.fromkeys(pointer.partition("#")[0] for pointer in self.at))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The different organisations that it happened to, without the ones that only reported it."""
        seen = (sighting.organisation for sighting in self.seen_again)
        return tuple(dict.fromkeys([self.organisation, *(name for name in seen if name)]))
