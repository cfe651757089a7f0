"""Migrations: one organisation's move, with what its sources date and what they do not."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Basis, Called, Evidence
from macros.model.fields import (
    NOT_GIVEN,
    Labelled,
    Listed,
    Markdown,
    Model,
    Money,
    Ref,
    Slug,
    Text,
    Title,
    TrueFalse,
    When,
    WhenKnown,
    field,
)

MilestoneType = Literal["decided", "planned", "replanned", "live", "stopped", "ended"]
Outcome = Literal["in-service", "stopped", "reversed", "replaced", "under-way", "not-known"]


class Span(Model):
    """A stretch of the timeline: a phase of the framework, or a stretch of the organisation's own."""

    id: Slug = field("An id that is unique in its timeline.")
    title: Title = field("What it is called.")
    phase: Annotated[Slug, Ref("phase")] | None = field(
        "The phase of the framework that it is.", default=None
    )
    start: WhenKnown = field(f"When it started, or `{NOT_GIVEN}` when the source does not say.", "2007-Q3")
    end: WhenKnown = field(f"When it ended, or `{NOT_GIVEN}` when the source does not say.", "2008-03")
    note: Text | None = field("What to know about the dates.", default=None)
    evidence: tuple[Evidence, ...] = field("What the dates are based on.", min_length=1)


class Milestone(Model):
    """A moment of the timeline."""

    id: Slug = field("An id that is unique in its timeline.")
    title: Title = field("What happened.")
    when: When = field("When, as exactly as the source says.", "2009-04")
    type: MilestoneType | None = field(
        "What sort of moment it is. `decided`: the decision to go ahead, such as a signed contract. "
        "`planned`: the first date that was planned for the go-live, and `replanned` a later one. "
        "`live`: people begin to use the service, or a part of it. `stopped`: the move is given up. "
        "`ended`: the service or its provider goes.",
        default=None,
    )
    go_live: TrueFalse = field(
        "`true` for the moment that the work leads up to. Timelines can be aligned on it.", default=False
    )
    phase: Annotated[Slug, Ref("phase")] | None = field(
        "The phase of the framework that it belongs to.", default=None
    )
    evidence: tuple[Evidence, ...] = field("What it is based on.", min_length=1)


class Timeline(Model):
    """Spans and milestones, each in order."""

    spans: tuple[Span, ...] = field("Stretches of time, in order.", default=())
    milestones: tuple[Milestone, ...] = field("Moments, in order.")


class Fact(Model):
    """One fact about a migration: a label, a value and its evidence."""

    label: Text = field("What the fact is about.")
    value: Markdown = field("The fact, with its exact figure.")
    evidence: tuple[Evidence, ...] = field("What it is based on.", min_length=1)


class Amount(Model):
    """A sum of money, with its evidence."""

    amount: Money = field("A currency and millions.", "GBP 11.8m")
    when: When | None = field("When it was given or spent, where the source says so.", "2019", None)
    evidence: tuple[Evidence, ...] = field("What it is based on.", min_length=1)


class Budget(Model):
    """What a move was to cost and did cost, where sources give both for the same thing."""

    covers: Text = field("What the two sums are for, and what is known to be left out.")
    planned: Amount = field("The first sum that was planned.")
    final: Amount = field("What it had cost when it was finished or given up.")


class Migration(Called):
    """One organisation's move."""

    kind: ClassVar[str] = "migration"
    folder: ClassVar[str] = "migrations"
    organisation: Text = field("The organisation that it is about.")
    country: Annotated[Text, Labelled("Label: the country.")] = field("Its country.")
    provider: Annotated[Text, Labelled("Label: who provides the services.")] = field(
        "Who did the work for it, or provides it now."
    )
    functions: Listed[Annotated[Slug, Ref("function")]] = field("What it was about.")
    staff: Annotated[Text | None, Labelled("Label: how many people were served.")] = field(
        "How many people it served, as the source says.", default=None
    )
    system: Annotated[Text | None, Labelled("Label: the system.")] = field(
        "The system in use afterwards, as the source says.", default=None
    )
    outcome: Outcome = field("How it turned out, as far as the sources say.")
    outcome_text: Markdown = field("What came of it, and what the sources do not say.")
    body: Markdown = field("The story, in a few short paragraphs.")
    facts: tuple[Fact, ...] = field("Facts and figures, each with its evidence.", default=())
    budget: Budget | None = field("Planned and final cost, where sources give both.", default=None)
    timeline: Timeline = field("The dated story.")
    evidence: tuple[Evidence, ...] = field("What the story is based on.", min_length=1)
    basis: tuple[Basis, ...] = field("Where it comes from.")
