"""Migrations: one organisation's move, with what its sources date and what they do not."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.fields import NOT_GIVEN, Markdown, Model, Ref, Slug, Text, Title, TrueFalse, When, WhenKnown, field, listed
from macros.records.base import Basis, Evidence, Record

Outcome = Literal["in-service", "stopped", "reversed", "replaced", "under-way", "not-known"]


class Span(Model):
    """A stretch of the timeline: a phase of the framework, or a stretch of the organisation's own."""

    id: Slug = field("An id that is unique in its timeline.", "foundation")
    title: Title = field("What it is called.", "Foundation")
    phase: Annotated[Slug, Ref("phase")] | None = field("The phase of the framework that it is.", "foundation", None)
    start: WhenKnown = field(f"When it started, or `{NOT_GIVEN}` when the source does not say.", "2007-Q3")
    end: WhenKnown = field(f"When it ended, or `{NOT_GIVEN}` when the source does not say.", "2008-03")
    note: Text | None = field("What to know about the dates.", "The source gives the order only.", None)
    evidence: tuple[Evidence, ...] = field("What the dates rest on.", min_length=1)


class Milestone(Model):
    """A moment of the timeline."""

    id: Slug = field("An id that is unique in its timeline.", "services-move")
    title: Title = field("What happened.", "Services move to the provider")
    when: When = field("When, as exactly as the source says.", "2009-04")
    go_live: TrueFalse = field("`true` for the moment at which services moved. Timelines can be aligned on it.", "true", False)
    phase: Annotated[Slug, Ref("phase")] | None = field("The phase of the framework that it belongs to.", "implement", None)
    evidence: tuple[Evidence, ...] = field("What it rests on.", min_length=1)


class Timeline(Model):
    """Spans and milestones, each in order."""

    spans: tuple[Span, ...] = field("Stretches of time, in order.", default=())
    milestones: tuple[Milestone, ...] = field("Moments, in order.")


class Fact(Model):
    """One fact about a migration: a label, a value and its evidence."""

    label: Text = field("What the fact is about.", "Staff")
    value: Markdown = field("The fact, with its exact figure.", "About 1,500")
    evidence: tuple[Evidence, ...] = field("What it rests on.", min_length=1)


class Migration(Record):
    """One organisation's move."""

    kind: ClassVar[str] = "migration"
    folder: ClassVar[str] = "migrations"
    organisation: Text = field("The organisation that moved.", "Cabinet Office")
    country: Text = field("Its country.", "United Kingdom")
    provider: Text = field("Who provided the services.", "DWP Shared Services")
    functions: listed(Annotated[Slug, Ref("function")]) = field("The services that moved.", ["hr", "payroll"])
    staff: Text | None = field("How many people it served, as the source says.", "About 1,500", None)
    system: Text | None = field("The system that it moved to, as the source says.", "Oracle RM", None)
    outcome: Outcome = field("How it stands, as far as the sources go.", "in-service")
    outcome_text: Markdown = field("What came of it, and what the sources do not say.", "Services moved in April 2009.")
    body: Markdown = field("The story, in a few short paragraphs.", "The office decided in March 2007.")
    facts: tuple[Fact, ...] = field("Facts and figures, each with its evidence.", default=())
    timeline: Timeline = field("The dated story.")
    evidence: tuple[Evidence, ...] = field("What the story rests on.", min_length=1)
    basis: tuple[Basis, ...] = field("Where it comes from.")
