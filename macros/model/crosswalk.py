"""Crosswalks: the numbers and names of another framework, and what they are here."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Filed
from macros.model.fields import (
    LanguageCode,
    Listed,
    Model,
    Ref,
    Slug,
    Text,
    TrueFalse,
    WebAddress,
    When,
    field,
)


class CrosswalkEntry(Model):
    """One part of the other framework, with its number and name as published there."""

    id: Text = field("Its number there, or a short id of our own where it has none. Pairs point to it.")
    title: Text | None = field("Its name there. Leave it out where nobody could read it.", default=None)
    english: Text | None = field(
        "Its English name, where the other framework gives one beside a name in another language.",
        default=None,
    )
    sort: Slug = field("What it is there, in a word such as its word for a phase or an activity.")
    parent: Listed[Text] = field("The parts of the list that it belongs to, by id.", default=())
    second_hand: TrueFalse = field(
        "`true` where the name was read in somebody else's account.", default=False
    )


class CrosswalkPair(Model):
    """One part of the other framework, and the records that do the same work here."""

    theirs: Text = field("Its id in the list.")
    ours: Listed[Annotated[str, Ref("*")]] = field("Records that do the same work, as `kind/id`.")


class Crosswalk(Filed):
    """Another framework beside this one: names and numbers only, in both directions."""

    kind: ClassVar[str] = "crosswalk"
    folder: ClassVar[str] = "crosswalks"
    pages: ClassVar[str] = "crosswalk"
    near_titles: ClassVar[bool] = True
    publisher: Text = field("Who publishes the other framework.")
    edition: Text = field("Its edition, as exactly as it is known. Numbers move between editions.")
    checked: When = field("The day on which the list was checked.", "2026-12-01")
    url: WebAddress = field("Where the list was read.", "https://example.org/framework")
    licence: Text = field("The licence of the other framework, as far as it is known.")
    language: LanguageCode | None = field(
        "The language of its names, as a code, when it is not the language of the handbook.", "de", None
    )
    complete: TrueFalse = field("`true` where the list has everything that `reach` names.")
    reach: Text = field("How far the list goes: what was read of the other framework, and what was not.")
    cautions: Listed[Text] = field("What to know before a reader relies on a number.", default=())
    entries: tuple[CrosswalkEntry, ...] = field(
        "The parts of the other framework, in its order.", min_length=1
    )
    pairs: tuple[CrosswalkPair, ...] = field(
        "What is the same work in both. Each part of theirs is given once.", default=()
    )
