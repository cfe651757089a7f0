"""One thing wrong in content, as a line that a person can act on."""

from __future__ import annotations

from macros.loading.problem import Place, Problem


def test_a_problem_reads_place_field_message_hint():
    assert str(
        Problem(Place("content/a.yml", 3, 5), "steps 2, side", "it is gone.", "gone", "Put it back.")
    ) == ("content/a.yml:3:5: steps 2, side: it is gone. Put it back.")


def test_a_problem_without_a_field_or_a_hint_leaves_them_out():
    assert str(Problem(Place("content/a.yml"), "", "it is gone.")) == "content/a.yml:1:1: it is gone."


def test_problems_stand_in_the_order_of_files_and_lines():
    places = [Place("b.yml"), Place("a.yml", 10), Place("a.yml", 9, 2), Place("a.yml", 9)]
    assert [str(p.place) for p in sorted(Problem(place, "", "x.") for place in places)] == [
        "a.yml:9:1",
        "a.yml:9:2",
        "a.yml:10:1",
        "b.yml:1:1",
    ]


def test_the_same_thing_said_twice_is_one_problem():
    assert len({Problem(Place("a.yml"), "id", "x.", "one"), Problem(Place("a.yml"), "id", "x.", "two")}) == 1
