"""Dates are no more precise than they are written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from macros.model.partial_date import PartialDate

FORM = "a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007"
NO_SUCH_DAY = "there is no such day in the calendar"


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2009-04-01", "day", date(2009, 4, 1), date(2009, 4, 1)),
        ("2009-04", "month", date(2009, 4, 1), date(2009, 4, 30)),
        ("2008-02", "month", date(2008, 2, 1), date(2008, 2, 29)),
        ("2009-12", "month", date(2009, 12, 1), date(2009, 12, 31)),
        ("2007-Q1", "quarter", date(2007, 1, 1), date(2007, 3, 31)),
        ("2007-Q3", "quarter", date(2007, 7, 1), date(2007, 9, 30)),
        ("2007-Q4", "quarter", date(2007, 10, 1), date(2007, 12, 31)),
        ("2007", "year", date(2007, 1, 1), date(2007, 12, 31)),
        ("1900", "year", date(1900, 1, 1), date(1900, 12, 31)),
        ("2099", "year", date(2099, 1, 1), date(2099, 12, 31)),
    ],
)
def test_a_date_means_all_the_days_that_it_may_mean(text, precision, first, last):
    known = PartialDate.parse(text)
    assert (known.precision, known.first, known.last, known.after) == (
        precision,
        first,
        last,
        last + timedelta(days=1),
    )


@pytest.mark.parametrize("text", ["2009-04-01", "2009-04", "2007-Q3", "2007"])
def test_a_date_reads_as_it_was_written(text):
    assert str(PartialDate.parse(text)) == text


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_calendar_is_a_date(day):
    known = PartialDate.parse(day.isoformat())
    assert (known.first, known.last, str(known)) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "2009-02-30",
        "2009-02-29",
        "1900-02-29",
        "2009-04-31",
        "2009-13",
        "2009-13-01",
        "2009-01-32",
        "2009-00",
        "2009-04-00",
        "2009-00-05",
    ],
)
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(PydanticCustomError) as refused:
        PartialDate.parse(text)
    assert (refused.value.type, refused.value.message()) == ("date_real", NO_SUCH_DAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "April 2009",
        "01/04/2009",
        "2009-4-1",
        "2009-4",
        "09-04-01",
        "2007-Q0",
        "2007-Q5",
        "2007-q3",
        "2007Q3",
        "1899",
        "2100",
        "20090401",
        "2009-04-01T10:00",
        " 2009",
        "2009 ",
        "2009\n",
        "2009-",
        "-2009",
        "٢٠٠٩",
        "20٠٩-04",
    ],
)
def test_a_date_written_otherwise_is_refused(text):
    with pytest.raises(PydanticCustomError) as refused:
        PartialDate.parse(text)
    assert (refused.value.type, refused.value.message()) == ("date_form", FORM)
