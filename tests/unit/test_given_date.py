"""SOURCE_DATE_EPOCH: a date that is none is refused in a sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from macros.generator.given_date import given_date, settle
from macros.refusal import Refusal


@pytest.mark.parametrize("text", ["²", "-1", "x", "1.5", " 1", "1 ", "٣", "1e9", "0x10", "9" * 5000])
def test_what_is_no_number_of_seconds_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(Refusal, match="SOURCE_DATE_EPOCH is a number of seconds since 1970"):
        settle()


@pytest.mark.parametrize("text", ["4354905600", "9999999999"])
def test_a_day_that_no_zip_can_name_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(Refusal, match="which is after the year 2107"):
        settle()


def test_an_empty_date_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    settle()
    assert given_date() is None


def test_a_date_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert given_date() == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
