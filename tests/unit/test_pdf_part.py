"""Which pages a PDF of one phase, route or role holds, and what is other on paper."""

from __future__ import annotations

import re

import pytest
from lxml import html
from world import World

from macros.copies.pdf import for_paper
from macros.copies.pdf_part import part, patience
from macros.publishing.handbook_data import data
from macros.refusal import Refusal


@pytest.fixture
def everything(world: World) -> dict:
    return data(world.build())


def test_a_phase_brings_its_activities_lessons_and_products(everything: dict) -> None:
    move = part(everything, "phase", "move")
    assert move.title == next(p["title"] for p in everything["phases"] if p["id"] == "move")
    assert {"phases/move/", "activities/carry-the-books/", "lessons/label-every-box/"} <= move.addresses
    assert "activities/count-the-books/" not in move.addresses


def test_a_role_brings_what_it_takes_part_in(everything: dict) -> None:
    addresses = part(everything, "role", "librarian").addresses
    assert "roles/librarian/" in addresses
    assert any(address.startswith("activities/") for address in addresses)


def test_a_route_brings_its_phases(everything: dict) -> None:
    addresses = part(everything, "route", "curious").addresses
    assert "phases/plan/" in addresses


def test_an_unknown_phase_is_named_with_a_suggestion(everything: dict) -> None:
    with pytest.raises(Refusal, match=re.escape("There is no phase “mov”. Did you mean “move”?")):
        part(everything, "phase", "mov")


def test_a_heading_over_several_rows_stands_on_each_so_that_a_new_page_says_it_too() -> None:
    rows = "<tr><th scope=rowgroup rowspan=2>A</th><td>1</td></tr><tr><td>2</td></tr><tr><th scope=row>B</th><td>3</td></tr>"
    paper = for_paper(html.document_fromstring(f"<table>{rows}</table>"))
    assert [[cell.text for cell in row] for row in paper.iter("tr")] == [["A", "1"], ["A", "2"], ["B", "3"]]
    assert {cell.get("scope") for cell in paper.iter("th")} == {"row"} and not paper.xpath("//*[@rowspan]")


def test_who_prints_the_whole_handbook_hears_first_how_long_it_takes_when_it_is_long() -> None:
    assert (
        patience({f"{n}.html": b"" for n in range(800)})
        == "The whole handbook takes about 4 minutes and 3.8 GB of memory. One phase, route or role takes less."
    )
    assert patience({f"{n}.html": b"" for n in range(50)}) == ""


def test_what_is_folded_away_goes_from_paper_unless_paper_needs_it() -> None:
    folded = "<details{}><summary><h2>{}</h2></summary><p>Words</p></details>"
    paper = for_paper(
        html.document_fromstring(folded.format("", "More") + folded.format(" data-paper", "A table"))
    )
    assert [heading.text for heading in paper.iter("h2")] == ["A table"] and not paper.xpath("//details")


def test_a_sign_beside_its_word_goes_from_paper_unless_it_is_in_a_key() -> None:
    sign = "<svg class=shape><circle r=7 /></svg> Led by us"
    paper = for_paper(html.document_fromstring(f"<p>{sign}</p><p class=legend>{sign}</p>"))
    assert [drawing.getparent().get("class") for drawing in paper.iter("svg")] == ["legend"]


def test_a_drawing_on_paper_gets_the_styles_of_drawings_with_the_values_of_the_light_scheme() -> None:
    sheet = (
        ":root { --ink: #000; --link: var(--accent); --accent: #05f } @media screen { :root { --ink: #fff } }"
    )
    drawings = ".dot { fill: var(--link); stroke: var(--ink) }"
    page = f"<style>{sheet}</style><style id=drawings>{drawings}</style><svg class=dots><circle /></svg><svg class=shape></svg>"
    paper = for_paper(html.document_fromstring(page))
    dots, shape = paper.iter("svg")
    assert [style.text for style in dots.iter("style")] == [".dot { fill: #05f; stroke: #000 }"]
    assert not list(shape.iter("style"))
