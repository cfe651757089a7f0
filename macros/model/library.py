"""What readers take away or look up: products, sources, overview pages, the glossary."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Basis, Evidence, Filed, Link, ReadLevel, Record
from macros.model.fields import (
    LanguageCode,
    Markdown,
    Model,
    Ref,
    Slug,
    Text,
    Title,
    TrueFalse,
    WebAddress,
    When,
    field,
    listed,
)

ProductType = Literal["document", "log", "template", "tool", "dataset", "agreement", "report", "service"]
Availability = Literal["download", "request", "described"]
SourceType = Literal["audit", "parliament", "government", "provider", "press", "research", "framework"]


class OutlineItem(Model):
    """One heading of a product's outline."""

    heading: Title = field("The heading.")
    covers: Markdown = field("What stands under it.")


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
    availability: Availability = field("`download` (a file is here), `request` (ask for it) or `described` (only its outline is here).")
    files: tuple[Download, ...] = field("The files, when it can be downloaded.", default=())
    contact: Markdown | None = field("How to ask for it, and what is known of whether it still can be had.", default=None)
    links: tuple[Link, ...] = field("Public examples elsewhere.", default=())
    licence: Text | None = field("The licence under which it may be used.", default=None)
    owner: Annotated[Slug, Ref("role")] | None = field("The role that keeps it.", default=None)
    end_product: TrueFalse = field("`true` if it is an end in itself and no later activity needs it.", default=False)
    external: TrueFalse = field("`true` if it comes from outside the framework and no activity makes it.", default=False)
    evidence: tuple[Evidence, ...] = field("Facts that it rests on.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")


class Source(Filed):
    """A public document that evidence comes from."""

    kind: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"
    title: Text = field("Its title, as published.")
    language: LanguageCode | None = field("The language of its title, as a code, when it is not the language of the handbook.", "nl", None)
    meaning: Text | None = field("What a title in another language means. It is shown behind the title.", default=None)
    type: SourceType = field("What sort of publisher it comes from.")
    publisher: Text = field("Who published it.")
    country: Text | None = field("The country that it is about.", default=None)
    date: When | None = field("When it was published, as exactly as is known.", "2009-04", None)
    reference: Text | None = field("Its number or reference.", default=None)
    url: WebAddress | None = field("Its address.", "https://example.org/report", None)
    licence: Text | None = field("The licence of the document itself, as far as it is known.", default=None)
    read: ReadLevel = field("How it was read: `whole`, `part`, or `secondary` (only somebody else's account).")
    extent: Text = field("What exactly was read.")
    reported_by: Text | None = field("Who reported it, when only their account was read.", default=None)
    also_read: listed(WebAddress) = field("Further addresses at which it was read.", ["https://example.org/"], ())


class Learning(Model):
    """One key learning: a line, and the lessons behind it."""

    text: Text = field("The learning in one line.")
    lessons: listed(Annotated[Slug, Ref("lesson")]) = field("The lessons that it rests on.")


class Overview(Filed):
    """One page of the overview, read in order."""

    kind: ClassVar[str] = "overview"
    folder: ClassVar[str] = "overview"
    order: int = field("Its place in the reading order, counted in tens.", "10", ge=0)
    body: Markdown = field("The page, in Markdown. Headings start at `##`.")
    learnings: tuple[Learning, ...] = field("What to remember, one line each with its lessons, on the page that lists them.", default=())
    related: listed(Annotated[str, Ref("*")]) = field("Records to read with it, as `kind/id`.", default=())
    evidence: tuple[Evidence, ...] = field("What it rests on.", default=())
    basis: tuple[Basis, ...] = field("Where it comes from.")


class Term(Record):
    """A term or abbreviation."""

    kind: ClassVar[str] = "term"
    id: Slug = field("The anchor of the term on the glossary page.")
    title: Title = field("The term, spelt out.")
    summary: Text = field("What it means, in one sentence.")
    abbreviation: Text | None = field("Its abbreviation. It is explained on every page that uses it.", default=None)
    also: listed(Text) = field("Other words that readers may search for.", default=())
    see: listed(Annotated[str, Ref("*")]) = field("Records that say more, as `kind/id`.", default=())
    note: Markdown | None = field("What else to know, such as what a source does not say.", default=None)


class Glossary(Record):
    """The glossary, one file."""

    kind: ClassVar[str] = "glossary"
    folder: ClassVar[str] = ""
    terms: tuple[Term, ...] = field("All terms. The page sorts them.")
