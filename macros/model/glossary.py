"""The glossary: terms and abbreviations."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Record
from macros.model.fields import Listed, Markdown, Ref, Slug, Text, Title, field


class Term(Record):
    """A term or abbreviation."""

    kind: ClassVar[str] = "term"
    id: Slug = field("The anchor of the term on the glossary page.")
    title: Title = field("The term, spelt out.")
    summary: Text = field("What it means, in one sentence.")
    abbreviation: Text | None = field(
        "Its abbreviation. It is explained on every page that uses it.", default=None
    )
    forms: Listed[Text] = field(
        "The term in other forms, such as its plural. In running text, the first use of each leads here.",
        default=(),
    )
    also: Listed[Text] = field("Other words that readers may search for.", default=())
    see: Listed[Annotated[str, Ref("*")]] = field("Records that say more, as `kind/id`.", default=())
    note: Markdown | None = field("What else to know, such as what a source does not say.", default=None)


class Glossary(Record):
    """Terms and abbreviations, all in one file."""

    kind: ClassVar[str] = "glossary"
    same_words: Listed[Text] = field(
        "Words of the trade that mean the same to a reader who searches: one group in each entry, commas "
        "between words. “N people” is any number of them below 200.",
        default=(),
    )
    terms: tuple[Term, ...] = field("All terms. The page sorts them.")
