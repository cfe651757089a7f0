"""Activities: what is done in one phase and one workstream."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Basis, Evidence, Filed
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, Title, field

ProductState = Literal["draft", "agreed", "updated"]
Severity = Literal["low", "medium", "high"]


class Step(Model):
    """One step of an activity."""

    id: Slug = field(
        "An id that is unique in its activity. It is the anchor of the step, and lessons point to it."
    )
    text: Markdown = field("What to do, the verb first.")
    side: Annotated[Slug, Ref("side")] = field("The side that does it.")


class ProductUse(Model):
    """A product that goes into an activity or comes out of it."""

    product: Annotated[Slug, Ref("product")] = field("The product, by id.")
    state: ProductState = field("The state in which it is needed or given: `draft`, `agreed` or `updated`.")


class ActivityRoles(Model):
    """Who takes part."""

    lead: Annotated[Slug, Ref("role")] = field("The one role that answers for the activity.")
    contribute: Listed[Annotated[Slug, Ref("role")]] = field("Roles that do part of the work.", default=())
    approve: Listed[Annotated[Slug, Ref("role")]] = field("Roles that say yes.", default=())
    inform: Listed[Annotated[Slug, Ref("role")]] = field("Roles that must know.", default=())


class Effort(Model):
    """What it takes, when a source or practice says so."""

    people: Text | None = field("How many people, and which.", default=None)
    time: Text | None = field("How long, from start to end.", default=None)
    basis: Basis = field("Where these figures come from.")


class Skipped(Model):
    """What happens when an activity is left out."""

    effect: Markdown = field("What goes wrong.")
    severity: Severity = field("How bad that is: `low`, `medium` or `high`.")


class Tailoring(Model):
    """When to do less. At least one of the three is given."""

    shrink: Markdown | None = field("When and how to do less of it.", default=None)
    merge: Markdown | None = field("When to join it with another activity.", default=None)
    drop: Markdown | None = field("When to leave it out.", default=None)


class WhatHappened(Model):
    """What one organisation did, told apart from advice."""

    migration: Annotated[Slug, Ref("migration")] = field("The migration that it happened in.")
    text: Markdown = field("What happened, or that the source does not say.")
    evidence: tuple[Evidence, ...] = field("What that is based on.", default=())


class Counterpart(Model):
    """The same work in another framework."""

    framework: Text = field("The other framework.")
    number: Text = field("Its number there.")
    title: Title = field("Its title there.")


class Activity(Filed):
    """What is done in one phase and one workstream."""

    kind: ClassVar[str] = "activity"
    folder: ClassVar[str] = "activities"
    phase: Annotated[Slug, Ref("phase")] = field("The phase in which it is done.")
    workstream: Annotated[Slug, Ref("workstream")] = field("The workstream that it belongs to.")
    led_by: Annotated[Slug, Ref("side")] = field("The side that leads it.")
    functions: Listed[Annotated[Slug, Ref("function")]] = field(
        "The functions that it is about. Leave it out when it is about all of them.", default=()
    )
    purpose: Markdown = field("Why it is done, in one or two sentences.")
    done_when: Listed[Markdown] = field("How to know that it is finished, so that it can be tested.")
    steps: tuple[Step, ...] = field("What to do, in order.")
    inputs: tuple[ProductUse, ...] = field("The products that it needs.", default=())
    outputs: tuple[ProductUse, ...] = field("The products that it makes or changes.")
    starts_after: Listed[Annotated[Slug, Ref("activity")]] = field(
        "Activities that must be finished first.", default=()
    )
    roles: ActivityRoles = field("Who takes part.")
    effort: Effort | None = field("What it takes, when that is known.", default=None)
    mistakes: Listed[Markdown] = field("What people get wrong.")
    if_skipped: Skipped = field("What happens when it is left out.")
    tailoring: Tailoring = field("When to shrink, merge or drop it.")
    what_happened: tuple[WhatHappened, ...] = field("What organisations did, marked as such.", default=())
    counterparts: tuple[Counterpart, ...] = field("The same work in other frameworks.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")
