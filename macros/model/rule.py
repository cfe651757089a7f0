"""Rules: what binds some projects by law or policy, and times by which work must be done."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Evidence
from macros.model.conditions import FORM, Applies
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, When, field

CHECKED = "The day on which somebody last read the rule."


class Rule(Model):
    """A rule that binds only some projects, such as a law of one country."""

    text: Markdown = field("What the rule means for the step, in a sentence that follows whom it binds.")
    applies_to: Applies = field(
        "Whom it binds, in the way of `applies_to` elsewhere. It names a question that has a `rule_line`.",
        FORM,
    )
    checked: When = field(CHECKED, "2026-12-01")
    sources: Listed[Annotated[Slug, Ref("source")]] = field("The sources that say so, by id.", default=())


class Limit(Evidence):
    """A time by which the work must be done, as a source gives it. `says` is what the source says."""

    time: Text = field("The time, counted from a day of the move.")
    applies_to: Applies | None = field(
        "Whom it binds, where it is a rule that binds only some projects.", FORM, None
    )
    checked: When | None = field(f"{CHECKED} Leave it out where no rule sets the time.", "2026-12-01", None)
