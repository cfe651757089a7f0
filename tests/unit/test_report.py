"""The report for people shows the line that is wrong, with a mark under the place."""

from __future__ import annotations

from macros.checks.report import Report, as_text
from macros.loading.handbook import Handbook
from macros.loading.problem import Place, Problem


def shown(line: str, column: int) -> list[str]:
    """What the report shows of a line with a problem at `column`: the line, and the mark below it."""
    problem = Problem(Place("box.yml", 1, column), "title", "this is wrong.", "wrong", "Put it right.")
    report = Report(Handbook({}, {}), (problem,), {"box.yml": line})
    block = as_text(report).splitlines()
    start = block.index(f"box.yml:1:{column}: title: this is wrong.") + 1
    assert block[start + 2] == "    Put it right."
    return [text.removeprefix("    ") for text in block[start : start + 2]]


def test_a_short_line_is_shown_whole():
    assert shown("title: Box", 8) == ["title: Box", "       ^"]


def test_of_a_long_line_the_part_around_the_place_is_shown():
    line = "a" * 99 + "B" + "c" * 200
    assert shown(line, 100) == ["a" * 59 + "B" + "c" * 40, " " * 59 + "^"]


def test_the_beginning_of_a_line_is_shown_while_the_place_is_near_it():
    line = "a" * 59 + "B" + "c" * 200
    assert shown(line, 60) == [line[:100], " " * 59 + "^"]


def test_what_is_missed_behind_the_end_of_a_line_is_marked_behind_it():
    assert shown("title:", 60) == ["title:", "      ^"]
