"""How strong the evidence is, in words that a reader can check."""

from __future__ import annotations

import pytest
from world import World

from macros.pages.views.evidence import cited, citing, strength

LESSON = "lessons/label-every-box.yml"
REPORT = "sources/town-report.yml"


@pytest.mark.parametrize(
    ("source", "fact", "read", "said"),
    [
        ("whole", "", "whole", "verified"),
        ("part", "", "part", "verified"),
        ("secondary", "", "secondary", "secondary"),
        ("whole", "secondary", "secondary", "secondary"),
        ("secondary", "part", "part", "verified"),
    ],
)
def test_a_fact_is_as_strong_as_it_was_read_and_that_comes_from_its_source(
    world: World, source, fact, read, said
):
    world.change(REPORT, "read: whole", f"read: {source}")
    if fact:
        world.change(LESSON, "    where: page 3", f"    where: page 3\n    read: {fact}")
    book = world.handbook()
    lesson = book.get("lesson", "label-every-box")
    assert (cited(book, lesson.evidence[0]).read, strength(book, lesson)) == (read, said)


def test_one_fact_read_in_the_source_is_enough(world: World):
    world.change(
        LESSON,
        "    says: Forty boxes were lost.",
        "    says: Forty boxes were lost.\n    read: secondary\n  - source: town-report\n    says: Forty.",
    )
    book = world.handbook()
    assert strength(book, book.get("lesson", "label-every-box")) == "verified"


def test_a_source_knows_each_record_that_cites_it_once_by_kind(world: World):
    world.copy(LESSON, "lessons/b.yml", title="Close the lids")
    book = world.handbook()
    found = dict(citing(book, book.get("source", "town-report")))
    assert {kind: [r.title for r in records] for kind, records in found.items()} == {
        "lesson": ["Close the lids", "Label every box"],
        "migration": ["Old Town moves its library"],
    }
