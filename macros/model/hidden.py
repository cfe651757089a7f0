"""What a local handbook leaves out of the original."""

from __future__ import annotations

from typing import ClassVar

from macros.model.fields import Model, Text, field


class HiddenRecord(Model):
    """One record that is left out."""

    record: Text = field("The record, as its folder, a slash and its id.", "lessons/its-id")
    why: Text = field(
        "Why it is left out. Readers of its old address see this.", "We have nothing of this kind."
    )


class Hidden(Model):
    """The records of the original handbook that yours leaves out."""

    kind: ClassVar[str] = "hidden"
    folder: ClassVar[str] = ""

    hidden: tuple[HiddenRecord, ...] = field("Each record that is left out.", default=())
