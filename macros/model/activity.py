"""Activities: what is done in one phase and one workstream."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from macros.model.base import Basis, Called, Evidence
from macros.model.conditions import FORM, MEANING, Applies
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, TrueFalse, field
from macros.model.rule import Limit, Rule

ProductState = Literal["draft", "agreed", "updated"]
Severity = Literal["low", "medium", "high"]


class Step(Model):
    """One step of an activity."""

    id: Slug = field(
        "An id that is unique in its activity. It is the anchor of the step, and lessons point to it."
    )
    text: Markdown = field("What to do, the verb first.")
    side: Annotated[Slug, Ref("side")] = field("The side that does it.")
    applies_to: Applies | None = field(MEANING, FORM, None)
    rules: tuple[Rule, ...] = field(
        "Rules that bind only some projects, such as a law of one country. The text of the step keeps what "
        "holds for all.",
        default=(),
    )

    @property
    def told(self) -> str:
        """All that the step says, with its rules."""
        return " ".join((self.text, *(rule.text for rule in self.rules)))


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


class Way(Model):
    """A way to do less. Where there is nothing but words to say, the words alone are enough."""

    text: Markdown = field("When to do it, how, and what remains.")
    when: Applies | None = field(
        "For which projects it is proposed, in the way of `applies_to`. Leave it out where nobody judged it.",
        FORM,
        None,
    )


class Merge(Way):
    """A way to do less: join the activity with another."""

    with_: Annotated[Slug, Ref("activity")] | None = field(
        "The activity to join it with.", default=None, alias="with"
    )


class Drop(Way):
    """A way to do less: leave the activity out."""

    never: TrueFalse = field(
        "Write true where leaving it out is never proposed, because a law, money, pay, data or a decision "
        "depends on it.",
        default=False,
    )


def _in_words(value: Any) -> Any:
    """Read a way to do less that is given in words alone."""
    return {"text": value} if isinstance(value, str) else value


class Tailoring(Model):
    """When to do less, which is our judgement. At least one of the three is given."""

    shrink: Annotated[Way | None, BeforeValidator(_in_words, json_schema_input_type=Way | str)] = field(
        "When and how to do less of it.", default=None
    )
    merge: Annotated[Merge | None, BeforeValidator(_in_words, json_schema_input_type=Merge | str)] = field(
        "When to join it with another activity.", default=None
    )
    drop: Annotated[Drop | None, BeforeValidator(_in_words, json_schema_input_type=Drop | str)] = field(
        "When to leave it out.", default=None
    )


class WhatHappened(Model):
    """What one organisation did, told apart from advice."""

    migration: Annotated[Slug, Ref("migration")] = field("The migration that it happened in.")
    text: Markdown = field("What happened, or that the source does not say.")
    evidence: tuple[Evidence, ...] = field("What that is based on.", default=())


class Activity(Called):
    """What is done in one phase and one workstream."""

    kind: ClassVar[str] = "activity"
    folder: ClassVar[str] = "activities"
    phase: Annotated[Slug, Ref("phase")] = field("The phase in which it is done.")
    workstream: Annotated[Slug, Ref("workstream")] = field("The workstream that it belongs to.")
    led_by: Annotated[Slug, Ref("side")] = field("The side that leads it.")
    functions: Listed[Annotated[Slug, Ref("function")]] = field(
        "The functions that it is about. Leave it out when it is about all of them.", default=()
    )
    applies_to: Applies | None = field(MEANING, FORM, None)
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
    latest: tuple[Limit, ...] = field(
        "The latest time at which it can be done, where a source gives one.", default=()
    )
    mistakes: Listed[Markdown] = field("What people get wrong.")
    if_skipped: Skipped = field("What happens when it is left out.")
    tailoring: Tailoring = field("When to shrink, merge or drop it.")
    what_happened: tuple[WhatHappened, ...] = field("What organisations did, marked as such.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")
