"""The report for people shows the line that is wrong, with a mark under the place."""

from __future__ import annotations

from macros.checks.report import FEW, FORMATS, MOST_OF_A_KIND, Report, as_text
from macros.loading.handbook import Handbook
from macros.loading.problem import Place, Problem, Severity

SEVERITIES: tuple[Severity, Severity] = ("error", "warning")


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


def many(*counts: int) -> Report:
    """A report with so many problems of each kind, errors and warnings in turn."""
    problems = [
        Problem(
            Place(f"{number}-{kind}.yml"), "title", f"this is wrong {number}.", f"kind-{kind}", "", severity
        )
        for kind, count in enumerate(counts)
        for severity in (SEVERITIES[kind % 2],)
        for number in range(count)
    ]
    return Report(Handbook({}, {}), tuple(problems))


def test_of_many_problems_of_a_kind_the_first_are_shown_and_the_others_counted():
    text = as_text(many(5_000, MOST_OF_A_KIND, 3, MOST_OF_A_KIND + 1))
    shown = [line for line in text.splitlines() if "this is wrong" in line]
    assert [sum(f"-{kind}.yml" in line for line in shown) for kind in range(4)] == [25, 25, 3, 25]
    assert text.splitlines()[-5:] == [
        "And 1 more warning like 0-3.yml:1:1.",
        "And 4,975 more errors like 0-0.yml:1:1.",
        "To see them all, use `handbook check --all`.",
        "Every field is explained on the page /contribute/fields/.",
        "5,003 errors, 51 warnings.",
    ]


def test_every_problem_can_be_seen_and_programs_always_see_all():
    report = many(5_000)
    assert as_text(report, every=True).count("this is wrong") == 5_000
    for form in ("json", "github", "gitlab"):
        assert FORMATS[form](report).count("this is wrong") == 5_000


def test_what_people_can_read_is_shown_whole():
    assert as_text(many(FEW)).count("this is wrong") == FEW
    assert as_text(many(FEW + 1)).count("this is wrong") == MOST_OF_A_KIND
