"""What readers take away or look up: products, sources, overview pages, the glossary."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.fields import Markdown, Model, Ref, Slug, Text, Title, TrueFalse, WebAddress, When, field, listed
from macros.records.base import Basis, Evidence, Link, ReadLevel, Record

ProductType = Literal["document", "log", "template", "tool", "dataset", "agreement", "report", "service"]
Availability = Literal["download", "request", "described"]
SourceType = Literal["audit", "parliament", "government", "provider", "press", "research", "framework"]


class OutlineItem(Model):
    """One heading of a product's outline."""

    heading: Title = field("The heading.", "Costs")
    covers: Markdown = field("What stands under it.", "Every cost on both sides, by year.")


class Download(Model):
    """A file that readers can take."""

    title: Title = field("What the file is.", "Blank template")
    file: Text = field("Its path under `docs/`.", "files/business-case.docx")


class Product(Record):
    """A document, template or tool that is re-used."""

    kind: ClassVar[str] = "product"
    folder: ClassVar[str] = "products"
    type: ProductType = field("What sort of thing it is.", "document")
    purpose: Markdown = field("What it is for.", "Shows whether the move pays.")
    audience: Markdown = field("Who reads it, and what they decide with it.", "The board that approves the move.")
    contents: tuple[OutlineItem, ...] = field("Its outline, good enough to start writing from.")
    availability: Availability = field("`download` (a file is here), `request` (ask for it) or `described` (only its outline is here).", "described")
    files: tuple[Download, ...] = field("The files, when it can be downloaded.", default=())
    contact: Markdown | None = field("How to ask for it, and what is known of whether it still can be had.", "Ask the shared services team.", None)
    links: tuple[Link, ...] = field("Public examples elsewhere.", default=())
    licence: Text | None = field("The licence under which it may be used.", "CC BY 4.0", None)
    owner: Annotated[Slug, Ref("role")] | None = field("The role that keeps it.", "customer-project-manager", None)
    end_product: TrueFalse = field("`true` if it is an end in itself and no later activity needs it.", "true", False)
    external: TrueFalse = field("`true` if it comes from outside the framework and no activity makes it.", "false", False)
    evidence: tuple[Evidence, ...] = field("Facts that it rests on.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")


class Source(Record):
    """A public document that evidence comes from."""

    kind: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"
    title: Text = field("Its title, as published.", "Shared services in the Department for Transport and its agencies")
    type: SourceType = field("What sort of publisher it comes from.", "audit")
    publisher: Text = field("Who published it.", "National Audit Office")
    country: Text | None = field("The country that it is about.", "United Kingdom", None)
    date: When | None = field("When it was published, as exactly as is known.", "2008-05", None)
    reference: Text | None = field("Its number or reference.", "HC 481", None)
    url: WebAddress | None = field("Its address.", "https://www.nao.org.uk/reports/", None)
    licence: Text | None = field("The licence of the document itself, as far as it is known.", "Open Government Licence v3.0", None)
    read: ReadLevel = field("How it was read: `whole`, `part`, or `secondary` (only somebody else's account).", "part")
    extent: Text = field("What exactly was read.", "The summary on the report page.")
    reported_by: Text | None = field("Who reported it, when only their account was read.", "Public Finance", None)
    also_read: listed(WebAddress) = field("Further addresses at which it was read.", ["https://www.gov.uk/"], ())


class Learning(Model):
    """One key learning: a line, and the lessons behind it."""

    text: Text = field("The learning in one line.", "Adopt the provider's standard before you change it.")
    lessons: listed(Annotated[Slug, Ref("lesson")]) = field("The lessons that it rests on.", ["adopt-the-standard-first"])


class Overview(Record):
    """One page of the overview, read in order."""

    kind: ClassVar[str] = "overview"
    folder: ClassVar[str] = "overview"
    order: int = field("Its place in the reading order, counted in tens.", "10", ge=0)
    body: Markdown = field("The page, in Markdown. Headings start at `##`.", "## What happened\n\nThe office moved in 2009.")
    learnings: tuple[Learning, ...] = field("Key learnings, on the page that lists them.", default=())
    related: listed(Annotated[str, Ref("*")]) = field("Records to read with it, as `kind/id`.", ["phase/foundation"], ())
    evidence: tuple[Evidence, ...] = field("What it rests on.", default=())
    basis: tuple[Basis, ...] = field("Where it comes from.")


class Term(Record):
    """A term or abbreviation."""

    kind: ClassVar[str] = "term"
    id: Slug = field("The anchor of the term on the glossary page.", "sro")
    title: Title = field("The term, spelt out.", "Senior responsible owner")
    summary: Text = field("What it means, in one sentence.", "The one person who answers for the project.")
    abbreviation: Text | None = field("Its abbreviation. It is explained on every page that uses it.", "SRO", None)
    also: listed(Text) = field("Other words that readers may search for.", ["senior responsible officer"], ())
    see: listed(Annotated[str, Ref("*")]) = field("Records that say more, as `kind/id`.", ["role/senior-responsible-owner"], ())
    note: Markdown | None = field("What else to know, such as what a source does not say.", "The source does not spell it out.", None)


class Glossary(Record):
    """The glossary, one file."""

    kind: ClassVar[str] = "glossary"
    folder: ClassVar[str] = ""
    terms: tuple[Term, ...] = field("All terms. The page sorts them.")
