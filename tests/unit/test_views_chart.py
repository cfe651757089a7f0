"""Charts: boxes in rows, with lines from each box to those that hang on it."""

from __future__ import annotations

from itertools import combinations

import pytest
from world import World

from macros.model.chart import Chart
from macros.pages.views.chart_drawing import DrawnChart, drawn_chart

CHART = """\
charts:
  - title: Who carries what
    boxes:
      - {id: head, title: Head librarian, side: library, record: role/librarian}
      - {id: van, title: Van, side: carrier, about: Wheels Ltd, under: head}
      - {id: shelves, title: Shelves, under: head, items: [{text: Books}, {text: Maps}]}
"""


def chart(*boxes: dict) -> Chart:
    return Chart.model_validate({"title": "Chart", "boxes": [{"title": box["id"], **box} for box in boxes]})


def rows(drawn: DrawnChart) -> list[list[str]]:
    tops = sorted({each.y for each in drawn.boxes})
    return [[each.box.id for each in drawn.boxes if each.y == top] for top in tops]


def test_a_box_is_one_row_below_the_lowest_that_it_hangs_on():
    drawn = drawn_chart(chart({"id": "a"}, {"id": "b", "under": ["a"]}, {"id": "c", "under": ["a", "b"]}))
    assert rows(drawn) == [["a"], ["b"], ["c"]]


def test_boxes_that_hang_on_one_are_beside_each_other_with_a_line_to_each():
    drawn = drawn_chart(chart({"id": "a"}, {"id": "b", "under": ["a"]}, {"id": "c", "under": ["a"]}))
    assert (rows(drawn), len(drawn.lines)) == ([["a"], ["b", "c"]], 2)


@pytest.mark.parametrize("number", [1, 2, 12])
def test_boxes_never_lie_on_each_other_however_long_their_words(number: int):
    words = "Bestandsverzeichnisübernahmebestätigung der Stadtbücherei"
    boxes = [
        {"id": f"b{place}", "title": words, "about": words, "items": [{"text": words}], "under": ["a"]}
        for place in range(number)
    ]
    drawn = drawn_chart(chart({"id": "a"}, *boxes))
    for one, other in combinations(drawn.boxes, 2):
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )
        assert apart, (one.box.id, other.box.id)
    assert max(each.x + each.width for each in drawn.boxes) <= drawn.width


def test_every_text_is_inside_its_box():
    drawn = drawn_chart(chart({"id": "a", "about": "Long " * 30, "items": [{"text": "Word " * 20}] * 3}))
    (box,) = drawn.boxes
    _, last = box.items[-1]
    assert box.y < box.title.y < box.about.y < last.y
    assert last.y + 20 * (len(last.lines) - 1) < box.y + box.height


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("about: Wheels Ltd, under: head", "under: shelves", "no box above “van” has the id “shelves”"),
        ("about: Wheels Ltd, under: head", "under: van", "no box above “van” has the id “van”"),
        ("id: shelves", "id: van", "two boxes have the id “van”"),
        ("role/librarian", "role/nobody", "there is no role “nobody”"),
        ("side: carrier", "side: nobody", "there is no side “nobody”"),
    ],
)
def test_a_chart_that_does_not_hold_together_is_refused(world: World, old: str, new: str, said: str):
    world.change("overview/why.yml", "related:", CHART.replace(old, new) + "related:")
    assert said in "\n".join(world.check())


def test_a_chart_is_drawn_with_the_same_words_in_a_list(world: World):
    world.change("overview/why.yml", "related:", CHART + "related:")
    html = str(
        world.build().renderer.render(
            "overview_page.html", "overview/why.md", record=world.handbook().get("overview", "why")
        )
    )
    picture, listed = html.split('<ol class="chart-list">')
    for words in ("Head librarian", "Van", "Wheels Ltd", "Shelves", "Books", "Maps"):
        assert words in picture and words in listed
