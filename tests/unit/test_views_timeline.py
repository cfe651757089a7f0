"""Timelines drawn to scale: what is sure is solid, what is not is drawn over the whole stretch in which it may lie."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.base import Evidence
from macros.model.migration import Migration, Milestone, Span, Timeline
from macros.model.partial_date import PartialDate
from macros.pages.views.axis import Axis
from macros.pages.views.go_live import align
from macros.pages.views.timeline import axis_of, compare, draw
from macros.pages.views.timeline_rows import Length, lanes, length, moves_first, stretch

FACT = (Evidence(source="town-report", says="So it was."),)


def span(start: str, end: str, id: str = "s") -> Span:
    return Span(id=id, title=id, start=start, end=end, evidence=FACT)


def stone(when: str, *, live: bool = False) -> Milestone:
    return Milestone(id="m", title=when, when=when, go_live=live, evidence=FACT)


def move(*parts: Span | Milestone, title: str = "Move") -> Migration:
    timeline = Timeline(
        spans=tuple(p for p in parts if isinstance(p, Span)),
        milestones=tuple(p for p in parts if isinstance(p, Milestone)),
    )
    return Migration.model_construct(title=title, timeline=timeline)


def days(drawing) -> list[tuple[date, date]]:
    """The bars of a drawing as days, read back off the axis."""
    axis = drawing.axis
    whole = (axis.last - axis.first).days
    return [
        tuple(date.fromordinal(axis.first.toordinal() + round(x / 100 * whole)) for x in (bar.start, bar.end))
        for bar in drawing.bars
    ]


# The axis


def test_the_axis_is_whole_years_around_everything_that_is_dated():
    assert axis_of([move(span("2007-Q3", "2008-03"), stone("2009-04-01"))]) == Axis(
        date(2007, 1, 1), date(2010, 1, 1)
    )


def test_the_axis_of_nothing_dated_is_a_year():
    assert axis_of([move(span("not-given", "not-given"))]) == Axis(date(2000, 1, 1), date(2001, 1, 1))


def test_a_year_at_the_end_of_the_axis_is_whole():
    assert axis_of([move(stone("2009"))]) == Axis(date(2009, 1, 1), date(2010, 1, 1))


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2008, 1, 1), 0.0),
        (date(2012, 1, 1), 100.0),
        (date(2010, 1, 1), 50.03),
        (date(2000, 1, 1), 0.0),
        (date(2020, 1, 1), 100.0),
    ],
)
def test_a_day_has_a_place_in_per_cent_and_stays_on_the_axis(day, at):
    assert Axis(date(2008, 1, 1), date(2012, 1, 1)).at(day) == at


def test_years_are_marked_with_their_places():
    axis = Axis(date(2008, 1, 1), date(2011, 1, 1))
    assert (axis.in_years, [(day.year, at) for day, at in axis.ticks]) == (
        True,
        [(2008, 0.0), (2009, 33.39), (2010, 66.7), (2011, 100.0)],
    )


def test_a_long_axis_marks_every_few_years():
    assert [day.year for day, _ in Axis(date(1990, 1, 1), date(2014, 1, 1)).ticks] == list(
        range(1990, 2015, 3)
    )


@pytest.mark.parametrize(
    ("last", "marked"), [(date(2009, 1, 1), [1, 4, 7, 10, 1]), (date(2010, 1, 1), [1, 7, 1, 7, 1])]
)
def test_an_axis_of_few_years_marks_months(last, marked):
    axis = Axis(date(2008, 1, 1), last)
    assert (axis.in_years, [day.month for day, _ in axis.ticks]) == (False, marked)


# Bars


def test_a_span_between_two_days_is_solid():
    (bar,) = draw(move(span("2008-01-01", "2008-12-31"))).bars
    assert (bar.start, bar.solid, bar.end, bar.dated, bar.open) == (0.0, (0.27, 99.73), 100.0, True, False)


def test_a_span_between_two_quarters_is_solid_between_them_only():
    (bar,) = draw(move(span("2008-Q1", "2008-Q4"))).bars
    assert (bar.start, bar.solid, bar.end) == (0.0, (24.86, 74.86), 100.0)


def test_a_span_within_one_stretch_is_nowhere_solid():
    (bar,) = draw(move(span("2008", "2008"))).bars
    assert (bar.start, bar.solid, bar.end) == (0.0, None, 100.0)


def test_a_span_that_is_not_dated_lies_between_its_neighbours():
    drawing = draw(
        move(span("2007-Q3", "2008-03"), span("not-given", "not-given"), span("2009-04", "2009-12"))
    )
    bar = drawing.bars[1]
    assert (days(drawing)[1], bar.solid, bar.dated, bar.open) == (
        (date(2008, 3, 1), date(2009, 5, 1)),
        None,
        False,
        False,
    )


def test_two_spans_that_are_not_dated_share_their_stretch():
    drawing = draw(
        move(
            span("2007", "2008"),
            span("not-given", "not-given"),
            span("not-given", "not-given"),
            span("2010", "2010"),
        )
    )
    assert days(drawing)[1] == days(drawing)[2] == (date(2008, 1, 1), date(2011, 1, 1))


def test_a_span_that_is_not_dated_and_has_no_neighbours_fills_the_axis():
    drawing = draw(move(span("not-given", "not-given"), stone("2009-04-01")))
    assert (days(drawing), drawing.bars[0].open) == ([(date(2009, 1, 1), date(2010, 1, 1))], True)


def test_a_span_without_an_end_is_open_when_nothing_follows():
    drawing = draw(move(span("2008-04-01", "not-given"), stone("2009-04-01")))
    assert (days(drawing), drawing.bars[0].solid, drawing.bars[0].dated, drawing.bars[0].open) == (
        [(date(2008, 4, 1), date(2010, 1, 1))],
        None,
        True,
        True,
    )


def test_a_span_without_an_end_is_not_open_when_something_dated_follows():
    drawing = draw(move(span("2008-04-01", "not-given"), span("2008-10-01", "2008-11-01")))
    assert (days(drawing)[0], drawing.bars[0].open) == ((date(2008, 4, 1), date(2008, 10, 2)), False)


def test_a_span_without_a_start_reaches_back_to_what_stands_before():
    drawing = draw(move(span("2008-01-01", "2008-06-30"), span("not-given", "2008-12-31")))
    assert days(drawing)[1] == (date(2008, 6, 30), date(2009, 1, 1))


def test_a_span_inside_another_ends_after_it_starts():
    drawing = draw(move(span("2008-01-01", "2012-06-30"), span("not-given", "2009-06-30")))
    assert days(drawing)[1][0] < days(drawing)[1][1]


WHEN = st.sampled_from(
    [
        "not-given",
        "2007",
        "2008",
        "2008-Q1",
        "2008-Q3",
        "2008-03",
        "2008-09-15",
        "2009",
        "2009-06-30",
        "2011-02",
    ]
)


@given(st.lists(st.tuples(WHEN, WHEN), min_size=1, max_size=4))
def test_every_bar_runs_forward_on_the_axis(pairs):
    """Whatever the check lets through: starts in order, ends after their own start and after every start above."""
    highest = date(1900, 1, 1)
    spans = []
    for start, end in pairs:
        first = None if start == "not-given" else PartialDate.parse(start)
        last = None if end == "not-given" else PartialDate.parse(end)
        if (first and first.last < highest) or (
            last and last.last < max(highest, first.first if first else highest)
        ):
            continue
        highest = max(highest, first.first) if first else highest
        spans.append(span(start, end))
    for bar in draw(move(*spans)).bars:
        low, high = bar.solid or (bar.start, bar.end)
        assert 0 <= bar.start <= low <= high <= bar.end <= 100


# Milestones


@pytest.mark.parametrize(
    ("when", "start", "end", "middle"),
    [("2008-07-01", 49.73, 50.0, 49.86), ("2008-Q1", 0.0, 24.86, 12.43), ("2008", 0.0, 100.0, 50.0)],
)
def test_a_milestone_lies_somewhere_in_what_its_date_may_mean(when, start, end, middle):
    (mark,) = draw(move(stone(when)), Axis(date(2008, 1, 1), date(2009, 1, 1))).marks
    assert (mark.start, mark.end, mark.middle) == (start, end, middle)


# Several migrations


def test_migrations_are_compared_on_one_axis_the_earliest_first():
    drawings = compare(
        [
            move(stone("2012"), title="Late"),
            move(span("2005", "2006"), stone("2009"), title="Early"),
            move(stone("2005"), title="Also early"),
        ]
    )
    assert [d.migration.title for d in drawings] == ["Also early", "Early", "Late"]
    assert {(d.axis.first.year, d.axis.last.year) for d in drawings} == {(2005, 2013)}


def test_a_migration_without_a_date_is_compared_last():
    assert [
        d.migration.title
        for d in compare([move(span("not-given", "not-given"), title="A"), move(stone("2009"), title="B")])
    ] == ["B", "A"]


def test_migrations_are_aligned_on_go_live():
    aligned, ticks = align(
        [
            move(stone("2007-04-01"), stone("2009-04-01", live=True), stone("2010-04-01"), title="One"),
            move(stone("2012-01-01", live=True), stone("2012-07-01"), title="Two"),
        ]
    )
    assert [[(years, at) for _, years, at in one.marks] for one in aligned] == [
        [(-2.0, 24.96), (0.0, 75.0), (1.0, 99.98)],
        [(0.0, 75.0), (0.5, 87.46)],
    ]
    assert ticks == [(-3, 0.0), (-2, 25.0), (-1, 50.0), (0, 75.0), (1, 100.0)]


def test_a_day_shortly_before_go_live_is_no_negative_nothing():
    (one,), _ = align([move(stone("2009-03-25"), stone("2009-04-01", live=True))])
    assert [str(years) for _, years, _ in one.marks] == ["0.0", "0.0"]


def test_go_live_is_always_marked():
    for stones in (
        [stone("2009-01-01", live=True)],
        [stone("1990"), stone("2009-01-01", live=True), stone("2031")],
    ):
        assert 0 in [year for year, _ in align([move(*stones)])[1]]


def test_a_migration_whose_go_live_is_not_dated_is_left_out():
    aligned, ticks = align([move(stone("2009-04-01"))])
    assert (aligned, ticks[0]) == ([], (0, 0.0))


# What a timeline says beside its drawing


def test_spans_without_dates_that_follow_each_other_share_a_row():
    drawing = draw(
        move(
            span("2007", "2008", "a"),
            span("not-given", "not-given", "b"),
            span("not-given", "not-given", "c"),
            span("2009", "not-given", "d"),
        )
    )
    assert [[bar.span.id for bar in row] for row in lanes(drawing)] == [["a"], ["b", "c"], ["d"]]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2007-03-01", "2008-03-01", Length(0, 12, True)),
        ("2007-03", "2009-06", Length(2, 3, False)),
        ("2007-Q3", "2008-03", Length(0, 7, False)),
        ("2007-03-01", "2007-03-05", None),
        ("not-given", "2008", None),
        ("2007", "not-given", None),
    ],
)
def test_a_span_with_both_dates_says_how_long_it_took(start, end, said):
    assert length(span(start, end)) == said


def test_the_first_and_the_last_date_are_said_as_they_are_written():
    assert stretch(move(span("2007-Q3", "not-given"), stone("2006"), stone("2009-04"))) == ("2006", "2009-04")
    assert stretch(move(span("not-given", "not-given"))) == ("", "")


def test_the_own_move_comes_first_then_those_with_a_go_live_and_many_dates():
    def made(name: str, *parts: Span | Milestone) -> Migration:
        return move(*parts, title=name).model_copy(update={"id": name})

    own = made("own", stone("2009"))
    live = [made(f"live-{n}", stone("2010", live=True), stone("2011")) for n in range(6)]
    dated = made("dated", *(stone(str(year)) for year in range(2012, 2018)))
    bare = made("bare", stone("2012"))
    book = SimpleNamespace(framework=SimpleNamespace(key_migration="own"))
    first, others = moves_first(book, compare([own, *live, dated, bare]))
    assert [d.migration.id for d in others] == ["bare"]
    assert [d.migration.id for d in first] == ["own", *(f"live-{n}" for n in range(6)), "dated"]
