"""How long and how much: medians with exact intervals, and cases from typed milestones and sourced sums."""

from __future__ import annotations

from itertools import product
from math import comb

import pytest
from world import World

from macros.loading.planning.cases import questions
from macros.loading.planning.median import ENOUGH, median, ranks
from macros.pages.views.how_long import base_rates, dotted

STONES = (
    ("said-yes", "2005", "decided"),
    ("the-plan", "2006-03", "planned"),
    ("the-first", "2006-06", "live"),
    ("the-rest", "2007", "live"),
)


@pytest.mark.parametrize(
    ("cases", "expected"), [(5, None), (6, (1, 6)), (8, (1, 8)), (11, (2, 10)), (20, (6, 15))]
)
def test_the_interval_of_a_median_lies_between_the_cases_that_tables_name(cases, expected):
    found = ranks(cases)
    assert (found and found[:2]) == expected


@pytest.mark.parametrize("cases", range(6, 13))
def test_the_interval_holds_the_true_median_as_often_as_it_says(cases):
    low, high, sure = ranks(cases)
    holds = 0
    for sides in product((False, True), repeat=cases):
        below = sum(sides)
        holds += low <= below <= high - 1
    assert holds / 2**cases == pytest.approx(sure)
    assert sure >= 0.95
    narrower = 1 - 2 * sum(comb(cases, below) for below in range(low + 1)) / 2**cases
    assert narrower < 0.95


def test_fewer_than_eight_cases_have_no_median():
    assert median([(n, n) for n in range(ENOUGH - 1)]) is None
    assert median([(n, n) for n in range(ENOUGH)]) is not None


def test_a_median_of_ranges_is_a_range_and_its_interval_covers_what_is_not_known():
    exact = median([(n, n) for n in range(9)])
    assert (exact.low, exact.high, exact.least, exact.most) == (4, 4, 1, 7)
    vague = median([(n - 1, n + 2) for n in range(9)])
    assert (vague.low, vague.high, vague.least, vague.most) == (3, 6, 0, 9)
    assert median([(n, n) for n in range(10)]).low == 4.5


def typed(world: World) -> str:
    """Give the migration milestones of every type, and return the name of its file."""
    file = next(path for path in world.content.glob("migrations/*.yml"))
    name = file.relative_to(world.content).as_posix()
    source = next(world.content.glob("sources/*.yml")).stem
    stones = "".join(
        f"    - {{id: {one}, title: It was {one}, when: {when}, type: {sort}, "
        f"evidence: [{{source: {source}, says: They wrote so.}}]}}\n"
        for one, when, sort in STONES
    )
    world.change(name, "  milestones:\n", f"  milestones:\n{stones}")
    return name


def test_a_case_counts_from_the_first_milestone_of_a_type_to_the_first_of_another(world: World):
    typed(world)
    found = {
        question.name: [(round(case.least), round(case.most)) for case in question.cases]
        for question in questions(world.handbook())
    }
    assert found == {"to_live": [(5, 18)], "late": [(2, 4)], "in_use": [], "cost": []}


def test_a_cost_counts_where_a_source_gives_the_plan_and_the_end(world: World):
    name = typed(world)
    source = next(world.content.glob("sources/*.yml")).stem
    evidence = f"evidence: [{{source: {source}, says: It was so.}}]"
    world.add(
        name,
        f"budget:\n  covers: All of it.\n  planned: {{amount: GBP 2m, {evidence}}}\n"
        f"  final: {{amount: GBP 5.5m, {evidence}}}\n",
    )
    dots = {one.question.name: one for one in dotted(world.handbook())}
    assert [case.middle for case in dots["cost"].question.cases] == [2.75]
    assert dots["cost"].ticks[0][0] == 0
    assert dots["cost"].ticks[-1][0] >= 2.75
    world.change(name, "GBP 5.5m", "EUR 5.5m")
    ((code, line),) = world.found()
    assert code == "two-currencies"
    assert line.partition(": ")[2] == (
        "budget, final, amount: the planned and the final cost are in two currencies. "
        "Give both in one, as a source does, or leave “budget” out."
    )
    world.change(name, "EUR 5.5m", "5.5 million")
    assert "an amount is a currency and millions, written GBP 11.8m" in world.check()[0]


def test_go_live_not_live_a_go_live_of_another_type_is_named(world: World):
    name = typed(world)
    world.change(name, "type: planned,", "type: planned, go_live: true,")
    ((code, line),) = world.found()
    assert code == "go-live-not-live"
    assert line.partition(": ")[2] == (
        "timeline, milestones 2, type: this is the go-live, so it is not “planned”. "
        "Write “type: live”, or take “go_live” out."
    )


def test_a_published_rate_is_shown_beside_the_question_that_it_answers(world: World):
    world.change(
        "framework.yml",
        "key_migration:",
        "base_rates:\n  - {about: late, source: town-report, says: Of 9 moves 3 were late.}\nkey_migration:",
    )
    book = world.handbook()
    assert [rate.says for rate in base_rates(book, "late")] == ["Of 9 moves 3 were late."]
    assert base_rates(book, "cost") == []
