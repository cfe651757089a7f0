"""Activities: what is done in one phase and one workstream."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.fields import Markdown, Model, Ref, Slug, Text, Title, field, listed
from macros.records.base import Basis, Evidence, Record

ProductState = Literal["draft", "agreed", "updated"]
Severity = Literal["low", "medium", "high"]


class Step(Model):
    """One step of an activity."""

    id: Slug = field("An id that is unique in its activity. It is the anchor of the step, and lessons point to it.", "reconcile")
    text: Markdown = field("What to do, the verb first.", "Load a full copy and reconcile it line by line.")
    side: Annotated[Slug, Ref("side")] = field("The side that does it.", "provider")


class ProductUse(Model):
    """A product that goes into an activity or comes out of it."""

    product: Annotated[Slug, Ref("product")] = field("The product, by id.", "business-case")
    state: ProductState = field("The state in which it is needed or given: `draft`, `agreed` or `updated`.", "agreed")


class ActivityRoles(Model):
    """Who takes part."""

    lead: Annotated[Slug, Ref("role")] = field("The one role that answers for the activity.", "customer-project-manager")
    contribute: listed(Annotated[Slug, Ref("role")]) = field("Roles that do part of the work.", ["provider-project-manager"], ())
    approve: listed(Annotated[Slug, Ref("role")]) = field("Roles that say yes.", ["joint-project-board"], ())
    inform: listed(Annotated[Slug, Ref("role")]) = field("Roles that must know.", ["senior-responsible-owner"], ())


class Effort(Model):
    """What it takes, when a source or practice says so."""

    people: Text | None = field("How many people, and which.", "Two, part time", None)
    time: Text | None = field("How long, from start to end.", "Two to four weeks", None)
    basis: Basis = field("Where these figures come from.")


class Skipped(Model):
    """What happens when an activity is left out."""

    effect: Markdown = field("What goes wrong.", "Nobody can say which records are missing.")
    severity: Severity = field("How bad that is: `low`, `medium` or `high`.", "high")


class Tailoring(Model):
    """When to do less. At least one of the three is given."""

    shrink: Markdown | None = field("When and how to do less of it.", "With one payroll, one trial load may do.", None)
    merge: Markdown | None = field("When to join it with another activity.", "Join it with the plan if one team writes both.", None)
    drop: Markdown | None = field("When to leave it out.", "Leave it out if no data moves.", None)


class WhatHappened(Model):
    """What one organisation did, told apart from advice."""

    migration: Annotated[Slug, Ref("migration")] = field("The migration that it happened in.", "cabinet-office-2009")
    text: Markdown = field("What happened, or that the source does not say.", "Both sides agreed a letter of intent.")
    evidence: tuple[Evidence, ...] = field("What that rests on.", default=())


class Counterpart(Model):
    """The same work in another framework."""

    framework: Text = field("The other framework.", "M3")
    number: Text = field("Its number there.", "3.13")
    title: Title = field("Its title there.", "Prepare Data for Mock Conversions")


class Activity(Record):
    """What is done in one phase and one workstream."""

    kind: ClassVar[str] = "activity"
    folder: ClassVar[str] = "activities"
    phase: Annotated[Slug, Ref("phase")] = field("The phase in which it is done.", "build-and-test")
    workstream: Annotated[Slug, Ref("workstream")] = field("The workstream that it belongs to.", "data-migration")
    led_by: Annotated[Slug, Ref("side")] = field("The side that leads it.", "provider")
    functions: listed(Annotated[Slug, Ref("function")]) = field(
        "The services that it is about. Leave it out when it is about all of them.", ["payroll"], ())
    purpose: Markdown = field("Why it is done, in one or two sentences.", "Prove that every record arrives.")
    done_when: listed(Markdown) = field("How to know that it is finished, so that it can be tested.",
                                        ["Two full loads in a row reconcile to the agreed number."])
    steps: tuple[Step, ...] = field("What to do, in order.")
    inputs: tuple[ProductUse, ...] = field("The products that it needs.", default=())
    outputs: tuple[ProductUse, ...] = field("The products that it makes or changes.")
    starts_after: listed(Annotated[Slug, Ref("activity")]) = field("Activities that must be finished first.", ["agree-data-rules"], ())
    roles: ActivityRoles = field("Who takes part.")
    effort: Effort | None = field("What it takes, when that is known.", default=None)
    mistakes: listed(Markdown) = field("What people get wrong.", ["Counting rows, and not what they hold."])
    if_skipped: Skipped = field("What happens when it is left out.")
    tailoring: Tailoring = field("When to shrink, merge or drop it.")
    what_happened: tuple[WhatHappened, ...] = field("What organisations did, marked as such.", default=())
    counterparts: tuple[Counterpart, ...] = field("The same work in other frameworks.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")
