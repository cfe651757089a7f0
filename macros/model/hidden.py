"""What a local handbook leaves out of the original."""

from __future__ import annotations

from typing import ClassVar, Literal

from macros.model.fields import Listed, Model, Slug, Text, When, field


class HiddenRecord(Model):
    """One record that is left out."""

    record: Text = field("The record, as its folder, a slash and its id.", "lessons/its-id")
    why: Text = field(
        "Why it is left out. Readers of its old address see this.", "We have nothing of this kind."
    )


class DoneWithLess(Model):
    """One activity that is not left out, but done with less."""

    record: Text = field("The activity, as its folder, a slash and its id.", "activities/its-id")
    way: Literal["merge", "shrink"] = field(
        "`merge` (it is joined with another) or `shrink` (it is smaller)."
    )
    why: Text = field("Why your team does so.")


class AcceptedBreak(Model):
    """One thing that cuts break, and that your team accepts. The check then takes it for a decision."""

    breaks: Text = field("What is broken, as the page that tailors names it.", "input:products/its-id")
    why: Text = field("Why your team accepts it.")
    date: When | None = field("The day of the decision.", "2026-12-01", None)


class Answered(Model):
    """The answer to one question about your project."""

    question: Slug = field("The id of the question, from `content/questions.yml`.")
    answers: Listed[Slug] = field("The ids of its answers.", min_length=1)


class Hidden(Model):
    """The records of the original handbook that yours leaves out."""

    kind: ClassVar[str] = "hidden"
    folder: ClassVar[str] = ""

    hidden: tuple[HiddenRecord, ...] = field("Each record that is left out.", default=())
    less: tuple[DoneWithLess, ...] = field("Each activity that is done with less.", default=())
    accepted: tuple[AcceptedBreak, ...] = field(
        "What the cuts break, where your team accepts it.", default=()
    )
    profile: tuple[Answered, ...] = field("What your team answered about its project.", default=())
