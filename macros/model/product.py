"""Products: documents, templates and tools to reuse."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Basis, Called, Evidence, Link
from macros.model.fields import (
    Listed,
    Markdown,
    Model,
    QuestionText,
    Ref,
    Slug,
    StepRef,
    Text,
    Title,
    TrueFalse,
    field,
)

ProductType = Literal["document", "log", "template", "tool", "dataset", "agreement", "report", "service"]
Availability = Literal["download", "request", "described"]
ProductForm = Literal["document", "spreadsheet", "thing"]
SectionKind = Literal["prose", "table", "list", "sign-off", "picture"]
ColumnType = Literal["text", "reference", "number", "money", "date", "choice", "role", "yes-no"]

DocumentFormat = Literal["docx", "odt", "xlsx", "ods"]

# The form of a product that does not say, by its type. Every other type is a document.
FORM_OF_TYPE: dict[ProductType, ProductForm] = {
    "log": "spreadsheet",
    "dataset": "spreadsheet",
    "tool": "thing",
    "service": "thing",
}


class Column(Model):
    """One column of a table in a product."""

    title: Title = field("Its heading.")
    type: ColumnType = field(
        "What its cells hold: `text`, `reference` (a short mark by which a row is found), `number`, `money`, "
        "`date`, `choice` (one of `values`), `role` (a role of the handbook) or `yes-no`.",
        default="text",
    )
    values: Listed[Title] = field("What a cell may hold, for a `choice`.", default=())


class OutlineItem(Model):
    """One section of a product."""

    heading: Title = field("The heading.")
    covers: Markdown = field("What it is about.")
    kind: SectionKind = field(
        "What it consists of: `prose`, `table`, `list`, `sign-off` (who agrees) or `picture`.",
        default="prose",
    )
    prompt: QuestionText | None = field(
        "The question that the writer answers here. Templates show it, and it can be deleted in one go.",
        default=None,
    )
    step: Annotated[str, StepRef()] | None = field(
        "The step that fills it, as `activity#step`.", default=None
    )
    drafts: Listed[Annotated[Slug, Ref("role")]] = field(
        "The roles that write it, where that is not the lead of the activity that makes the product.",
        default=(),
    )
    checks: Listed[Annotated[Slug, Ref("role")]] = field(
        "The roles that check it, where they are not the contributors of that activity.", default=()
    )
    approves: Listed[Annotated[Slug, Ref("role")]] = field(
        "The roles that agree to it, where they are not the ones that approve that activity.", default=()
    )
    columns: tuple[Column, ...] = field("The columns of a `table`, in order.", default=())
    workbook: TrueFalse = field(
        "`true` for a `table` of a document that a team keeps as a spreadsheet. Such tables are also in a "
        "workbook beside the document.",
        default=False,
    )


class Download(Model):
    """A file that readers can take."""

    title: Title = field("What the file is.")
    file: Text = field("Its path under `docs/`.", "files/blank.csv")


class Product(Called):
    """A document, template or tool that is reused."""

    kind: ClassVar[str] = "product"
    folder: ClassVar[str] = "products"
    type: ProductType = field("What sort of thing it is.")
    purpose: Markdown = field("What it is for.")
    audience: Markdown = field("Who reads it, and what they decide with it.")
    form: ProductForm | None = field(
        "`document`, `spreadsheet`, or `thing` for what is no document, such as a service that runs. "
        "It follows from `type` where it is left out.",
        default=None,
    )
    proof: Markdown | None = field("For a `thing`: what proves that it exists.", default=None)
    states: Listed[Text] = field(
        "The states that it goes through, in order. Leave it out where they are those in which activities "
        "make and use it.",
        default=(),
    )
    contents: tuple[OutlineItem, ...] = field("Its outline, good enough to start writing from.")
    availability: Availability = field(
        "`download` (a file is here), `request` (ask for it) or `described` (only its outline is here)."
    )
    files: tuple[Download, ...] = field("The files, when it can be downloaded.", default=())
    contact: Markdown | None = field(
        "How to ask for it, and what is known of whether it still can be had.", default=None
    )
    links: tuple[Link, ...] = field("Public examples elsewhere.", default=())
    licence: Text | None = field("The licence under which it may be used.", default=None)
    owner: Annotated[Slug, Ref("role")] | None = field("The role that keeps it.", default=None)
    end_product: TrueFalse = field(
        "`true` if it is a final product that no later activity needs.", default=False
    )
    external: TrueFalse = field(
        "`true` if it comes from outside the framework and no activity makes it.", default=False
    )
    evidence: tuple[Evidence, ...] = field("Facts that it is based on.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")

    @property
    def made_as(self) -> ProductForm:
        """The form that it is written with, or that its type has."""
        return self.form or FORM_OF_TYPE.get(self.type, "document")

    @property
    def registers(self) -> tuple[OutlineItem, ...]:
        """The tables of a document that are in a workbook of their own."""
        return tuple(section for section in self.contents if section.workbook)
