"""Worked examples: products filled in for an invented organisation, and the facts that they share."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Basis, Filed
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, Title, field


class SharedFact(Model):
    """One invented fact that several documents give, so that all of them give the same."""

    id: Slug = field("Its id. Texts show its value where they say `[[id]]`.")
    title: Title = field("What the fact is.")
    value: Text = field("Its value, as documents show it. Write a date as `2032-09-06`.")
    sum_of: Listed[Slug] = field("Facts that add up to it.", default=())
    less: Listed[Slug] = field("Facts that are taken away from that sum.", default=())


class Signature(Model):
    """One signature under an example."""

    role: Annotated[Slug, Ref("role")] = field("The role that signs. Never a person.")
    says: Text = field("What it says, such as “agreed”.")
    date: Text = field("The day, or the shared fact that gives it.", "2032-09-06")


class FilledSection(Model):
    """One section of a product, filled in. What it holds follows from the kind of the section."""

    heading: Title = field("The heading, as in the product.")
    text: Markdown | None = field("The text of a section that is no table and no sign-off.", default=None)
    columns: Listed[Title] = field("The columns of a table that are filled in, in order.", default=())
    rows: Listed[Text] = field(
        "The rows of a table: the cells in the order of `columns`, with ` | ` between two cells.", default=()
    )
    signatures: tuple[Signature, ...] = field("The signatures of a sign-off.", default=())


class Example(Filed):
    """One page of a worked example: its introduction, or a product filled in."""

    kind: ClassVar[str] = "example"
    folder: ClassVar[str] = "example"
    pages: ClassVar[str] = "products/example"
    sorted_by: ClassVar[str] = "order"

    order: int = field("Its place in the story.", "10", ge=0)
    about: Markdown | None = field("The story so far, or what to notice.", default=None)
    facts: tuple[SharedFact, ...] = field("Facts that the documents share.", default=())
    product: Annotated[Slug, Ref("product")] | None = field(
        "The product that is filled in. Leave it out in the introduction.", default=None
    )
    version: Text | None = field("The version of the document.", default=None)
    state: Text | None = field("The state of the document: one of the states of the product.", default=None)
    date: Text | None = field(
        "The day of this version, or the shared fact that gives it.", "2032-09-06", None
    )
    sections: tuple[FilledSection, ...] = field("Every section of the product, filled in.", default=())
    basis: tuple[Basis, ...] = field("Where the example comes from.")
