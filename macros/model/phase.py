"""Phases: the columns of the map, each with what must be true before it ends."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Basis, Evidence, Filed
from macros.model.conditions import FORM, MEANING, Applies
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, field


class Question(Model):
    """A question that a phase answers."""

    ask: Text = field("The question, as a decision maker asks it.")
    answered_by: Listed[Annotated[Slug, Ref("activity")]] = field(
        "The activities that answer it.", default=()
    )
    answer: Markdown | None = field(
        "How it was answered in the case that the framework is based on.", default=None
    )


class Criterion(Model):
    """An exit criterion: what must be true before the phase ends."""

    id: Slug = field("An id that is unique in its phase. It is the anchor of the criterion.")
    text: Markdown = field("What must be true, so that it can be tested.")
    activities: Listed[Annotated[Slug, Ref("activity")]] = field(
        "The activities that give the evidence.", default=()
    )
    products: Listed[Annotated[Slug, Ref("product")]] = field(
        "The products that are the evidence.", default=()
    )
    applies_to: Applies | None = field(MEANING, FORM, None)


class Priority(Model):
    """One of the few activities of a phase that matter most."""

    activity: Annotated[Slug, Ref("activity")] = field("The activity, by id.")
    why: Text = field("Why it matters so much, in a few words.")


class EmptyCell(Model):
    """A cell of the map without an activity, and why."""

    workstream: Annotated[Slug, Ref("workstream")] = field("The workstream of the cell.")
    why: Text = field("Why no work happens here.")


class Phase(Filed):
    """A part of the work, between two decisions."""

    kind: ClassVar[str] = "phase"
    folder: ClassVar[str] = "phases"
    listed_in: ClassVar[str] = "phases"
    same_titles: ClassVar[bool] = True
    stage: Annotated[Slug, Ref("stage")] = field("The stage that it belongs to.")
    purpose: Markdown = field("What the phase is for.")
    matters_most: tuple[Priority, ...] = field(
        "The few activities that matter most, the first one first. The page shows them before all else.",
        default=(),
    )
    questions: tuple[Question, ...] = field("The questions that it answers.", default=())
    exit_criteria: tuple[Criterion, ...] = field("What must be true before it ends.")
    empty_cells: tuple[EmptyCell, ...] = field("Why cells of the map in this phase are empty.", default=())
    what_happened: Markdown | None = field(
        "What happened in the case that the framework is based on.", default=None
    )
    evidence: tuple[Evidence, ...] = field("What that is based on.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")
