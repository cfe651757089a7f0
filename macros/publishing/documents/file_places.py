"""File places: in which formats there are files of products, gates and examples, and where each is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from macros.model import Example, Phase, Product
from macros.model.product import DocumentFormat, ProductForm
from macros.pages.addresses import Addresses
from macros.pages.record_pages import gate_source, source_of

FOLDER = "documents/"
ADDRESSES = Addresses()  # those of the published site, in copies too
FORMATS: Mapping[ProductForm, tuple[DocumentFormat, ...]] = {
    "document": ("docx", "odt"),
    "spreadsheet": ("xlsx", "ods"),
    "thing": (),
}
PACKS: tuple[DocumentFormat, ...] = get_args(DocumentFormat)


def path_of(product: Product, form: DocumentFormat) -> str:
    """Return where the file of a product in a format is."""
    return f"{FOLDER}{product.id}.{form}"


def formats_of(product: Product) -> tuple[DocumentFormat, ...]:
    """Return the formats in which there is a file of the product; none for a thing."""
    sheets = FORMATS["spreadsheet"] if product.registers else ()
    return (*FORMATS[product.made_as], *sheets)


def tables_of(product: Product, form: DocumentFormat) -> tuple[str, ...]:
    """Return the tables that a file of the product holds, where it holds no more than these."""
    apart = product.made_as == "document" and form in FORMATS["spreadsheet"]
    return tuple(section.heading for section in product.registers) if apart else ()


def pack_path(phase: Phase, form: DocumentFormat) -> str:
    """Return where the gate pack of a phase in a format is: beside its page."""
    return gate_source(phase).removesuffix("md") + form


def example_path(example: Example, form: DocumentFormat) -> str:
    """Return where the file of an example in a format is: beside its page."""
    return source_of(example).removesuffix("md") + form


def zip_path(phase: Phase) -> str:
    """Return where the zip of all templates for the gate of a phase is."""
    return f"{FOLDER}{phase.id}.zip"


def page_address(home: str, source: str) -> tuple[str, str]:
    """Return the address of a page as a file shows it, and the one that a link leads to, which is empty where
    nobody knows `home`, the address of the site.

    Checkers of accessibility object to a link whose words are its address, so `https://` is not shown.
    """
    path = ADDRESSES.of(source)
    return (home + path).rpartition("://")[2], home + path if home else ""
