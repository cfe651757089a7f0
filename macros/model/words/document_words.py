"""Words for products as files to take: on their pages, and inside the files."""

from __future__ import annotations

from macros.model.fields import Model, Text, field, label
from macros.model.product import SectionKind
from macros.model.words.groups import WordGroup


class SectionKindLabels(WordGroup[SectionKind]):
    """A word for each of: {values}."""


class DocumentWords(Model):
    """Products as files to take: on their pages, and inside the files."""

    section_kinds: SectionKindLabels = field("What a section of a product consists of.")
    columns: Text = label("Before the columns of a table.")
    filled_at: Text = label("Before the step that fills a section.")
    proof: Text = label("Heading: what proves that a thing exists.")
    states: Text = label("Label: the states that a product goes through.")
