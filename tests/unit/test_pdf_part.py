"""Which pages a PDF of one phase, route or role holds."""

from __future__ import annotations

import pytest
from world import World

from macros.copies.pdf import NotMade, part
from macros.export import data


@pytest.fixture
def everything(world: World) -> dict:
    return data(world.build())


def test_a_phase_brings_its_activities_lessons_and_products(everything: dict) -> None:
    addresses, title = part(everything, "phase", "move")
    assert title == next(p["title"] for p in everything["phases"] if p["id"] == "move")
    assert {"phases/move/", "activities/carry-the-books/", "lessons/label-every-box/"} <= addresses
    assert "activities/count-the-books/" not in addresses


def test_a_role_brings_what_it_takes_part_in(everything: dict) -> None:
    addresses, _ = part(everything, "role", "librarian")
    assert "roles/librarian/" in addresses
    assert any(address.startswith("activities/") for address in addresses)


def test_a_route_brings_its_phases(everything: dict) -> None:
    addresses, _ = part(everything, "route", "curious")
    assert "phases/plan/" in addresses


def test_an_unknown_phase_is_named_with_a_suggestion(everything: dict) -> None:
    with pytest.raises(NotMade, match="There is no phase “mov”. Did you mean “move”?"):
        part(everything, "phase", "mov")
