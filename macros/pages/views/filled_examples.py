"""Worked examples: the sections of a product as they are filled in, with the facts that documents share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.loading.handbook import Handbook
from macros.loading.shared_facts import cells, facts, filled
from macros.model import Example, Product
from macros.model.example import FilledSection, Signature
from macros.model.fields import NOT_GIVEN
from macros.model.partial_date import FORM
from macros.model.product import Column, OutlineItem
from macros.pages.views.registry import view
from macros.pages.wording import Words


@dataclass(frozen=True)
class FilledPart:
    """One section with what is in it. Each row has a cell for each of the `columns` that are filled in."""

    item: OutlineItem
    text: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    signatures: tuple[Signature, ...]


@view
def filled_parts(handbook: Handbook, example: Example) -> list[FilledPart]:
    """Return the sections of an example in the order of its product. An introduction has none."""
    if example.product is None:
        return []
    written = {section.heading: section for section in example.sections}
    items = handbook.get(Product, example.product).contents
    shown = _shown(handbook)
    return [_part(item, written[item.heading], shown) for item in items if item.heading in written]


@view
def with_facts(handbook: Handbook, text: str) -> str:
    """Return a text with the value of each shared fact that it names. Dates are as people read them."""
    return _shown(handbook)(text)


@view
def example_of(handbook: Handbook, product: Product) -> Example | None:
    """Return the example that fills the product in, or None where there is none."""
    return next(iter(handbook.linked_from(product, Example, "product")), None)


def _part(item: OutlineItem, section: FilledSection, shown: Callable[[str], str]) -> FilledPart:
    columns = {column.title: column for column in item.columns}
    return FilledPart(
        item,
        shown(section.text or ""),
        tuple(columns[title] for title in section.columns),
        tuple(tuple(map(shown, cells(row))) for row in section.rows),
        tuple(
            one.model_copy(update={"says": shown(one.says), "date": shown(one.date)})
            for one in section.signatures
        ),
    )


def _shown(handbook: Handbook) -> Callable[[str], str]:
    """Return what shows a text: its facts filled in, and what is only a date in words of the language."""
    known = facts(handbook)
    words = Words(handbook.site)

    def date(value: str) -> str:
        return words.when(value) if FORM.fullmatch(value) and value != NOT_GIVEN else value

    return lambda text: date(filled(text, known, date))
