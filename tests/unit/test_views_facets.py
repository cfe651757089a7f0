"""Facets: in which choices of a list a record is found."""

from __future__ import annotations

import pytest
from world import World

from macros.model import Migration
from macros.pages.views.facets import lengths, lengths_of


def stone(name: str, when: str, sort: str) -> str:
    return (
        f"    - id: {name}\n      title: A moment\n      when: {when}\n      type: {sort}\n"
        "      evidence:\n        - source: town-report\n          says: It was so.\n"
    )


@pytest.mark.parametrize(
    ("decided", "live", "bands"),
    [
        ("2007-01-01", "2007-06-01", ["12"]),
        ("2007-01-01", "2008-06-01", ["24"]),
        ("2002-01-01", "2008-06-01", ["longer"]),
        ("2007", "2008", ["12", "24"]),  # somewhere between a day and two years
    ],
)
def test_a_move_is_in_every_band_that_its_dates_allow(
    world: World, decided: str, live: str, bands: list[str]
) -> None:
    dated = "  milestones:\n" + stone("decided", decided, "decided") + stone("used", live, "live")
    world.change("migrations/old-town.yml", "  milestones:\n", dated)
    move = world.handbook().get(Migration.kind, "old-town")
    assert lengths_of(world.handbook(), move) == bands


def test_a_move_without_both_dates_is_in_no_band(world: World) -> None:
    handbook = world.handbook()
    assert lengths_of(handbook, handbook.get(Migration.kind, "old-town")) == []
    assert [words for _, words in lengths(handbook)] == [
        "Up to 12 months",
        "12 to 24 months",
        "24 to 48 months",
        "More than 48 months",
    ]
