"""Products: documents, templates and tools to re-use."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Basis, Evidence, Filed, Link
from macros.model.fields import Markdown, Model, Ref, Slug, Text, Title, TrueFalse, field

ProductType = Literal["document", "log", "template", "tool", "dataset", "agreement", "report", "service"]
Availability = Literal["download", "request", "described"]


class OutlineItem(Model):
    """One heading of a product's outline."""

    heading: Title = field("The heading.")
    covers: Markdown = field("What it is about.")


class Download(Model):
    """A file that readers can take."""

    title: Title = field("What the file is.")
    file: Text = field("Its path under `docs/`.", "files/blank.csv")


class Product(Filed):
    """A document, template or tool that is re-used."""

    kind: ClassVar[str] = "product"
    folder: ClassVar[str] = "products"
    type: ProductType = field("What sort of thing it is.")
    purpose: Markdown = field("What it is for.")
    audience: Markdown = field("Who reads it, and what they decide with it.")
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
