"""Each public example of a product is a document that was read, under its own title, and says how much was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from macros.loading.handbook import Handbook
from macros.model import Product, Source
from macros.model.base import Link

pytestmark = pytest.mark.ours
READ = re.compile(r"\bWe read\b")
WORD = re.compile(r"\w+")
# Kinds of document that public bodies publish, so that at least one of each was found.
PUBLISHED = (
    "approvals-plan",
    "assurance-report",
    "board-decision",
    "business-case",
    "communications-plan",
    "cutover-plan",
    "data-protection-assessment",
    "equality-analysis",
    "governance-charter",
    "lessons-report",
    "options-appraisal",
    "provider-service-catalogue",
    "raid-log",
    "service-agreement",
    "training-plan",
)


def examples(handbook: Handbook) -> Iterator[tuple[str, Link]]:
    """Yield every public example with the id of its product."""
    for product in handbook.all(Product):
        yield from ((product.id, link) for link in product.links)


def source_of(handbook: Handbook, link: Link) -> Source | None:
    """Return the record of a document, which may be a file inside a repository that was read."""
    for source in handbook.all(Source):
        if link.url in (source.url, *source.also_read):
            return source
    inside = (one for one in handbook.all(Source) if one.url and link.url.startswith(f"{one.url}/blob/"))
    return next(inside, None)


def test_each_example_is_a_document_that_was_read(handbook: Handbook):
    unread = [
        f"{product}: {link.url}"
        for product, link in examples(handbook)
        if not (source := source_of(handbook, link)) or source.read == "secondary"
    ]
    assert unread == []


def test_each_example_says_what_it_is_good_for_and_how_much_of_it_was_read(handbook: Handbook):
    silent = [
        f"{product}: {link.title}"
        for product, link in examples(handbook)
        if not READ.search(link.good_for or "")
    ]
    assert silent == []


def test_the_title_of_an_example_has_no_word_that_its_record_does_not_have(handbook: Handbook):
    """Only at the main address of a record. Its further addresses are other pages, with titles of their own."""
    other = []
    for product, link in examples(handbook):
        source = source_of(handbook, link)
        if source and source.url == link.url:
            theirs = set(WORD.findall(source.title.lower()))
            if strange := [one for one in WORD.findall(link.title.lower()) if one not in theirs]:
                other.append(f"{product}: {link.title}: {', '.join(strange)}")
    assert other == []


def test_no_product_links_to_the_same_address_twice(handbook: Handbook):
    twice = [
        product.id
        for product in handbook.all(Product)
        if len({link.url for link in product.links}) < len(product.links)
    ]
    assert twice == []


def test_the_kinds_of_document_that_are_published_have_an_example(handbook: Handbook):
    shown = {product for product, _ in examples(handbook)}
    assert [one for one in PUBLISHED if one not in shown] == []
