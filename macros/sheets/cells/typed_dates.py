"""Dates as people type them.

What can be read in two ways is not read at all, unless something else says which way is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from babel import Locale
from babel.dates import get_day_names, get_month_names
from pydantic_core import PydanticCustomError

from macros.model.partial_date import PartialDate

Order = Literal["day-first", "month-first"]
_SEPARATED = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?")
_TWO_YEARS = re.compile(r"(\d{4})\s*/\s*(\d{4}|\d{2})")  # as financial and school years are written
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_QUARTER = re.compile(
    r"q\s*([1-4])[\s,/-]*(?:fy\s*)?(\d{4})(?:\s*[/-]\s*(\d{2}|\d{4}))?|(\d{4})(?:\s*[/-]\s*(\d{2}|\d{4}))?[\s,/-]*q\s*([1-4])"
)
_DAY_MONTH = re.compile(r"(?:(\d{1,2})[^\W\d]{0,2}[\s.-]+)?([^\W\d_]+)\.?[\s,.-]*['’]?(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})[^\W\d]{0,2},?\s+(\d{4})")
_TIME = re.compile(r"[\sT,]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?\s*([ap]m)?z?$", re.IGNORECASE)
_SERIAL = re.compile(r"[2-5]\d{4}")
DAY_ONE = date(1899, 12, 30)  # from which spreadsheets count


@dataclass(frozen=True)
class Reading:
    """A date as the handbook writes it, or none; `note` is what was assumed, or why there is none."""

    value: str = ""
    note: str = ""
    open: bool = False  # it could be read in two ways


class Calendar:
    """How dates are read in one table: the names of months in these languages, the order of numbers, where
    financial years start.
    """

    def __init__(
        self, languages: Iterable[str], today: date, order: Order | None = None, year_starts: int = 4
    ) -> None:
        self.today = today
        self.order = order
        self.year_starts = year_starts
        locales = [Locale.parse(language, sep="-") for language in languages]
        widths: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
        self.months = {
            name.casefold().strip("."): month
            for locale in locales
            for width in widths
            for month, name in get_month_names(width, locale=locale).items()
        }
        self.months |= {"sept": 9}
        self.days = {
            name.casefold().strip(".")
            for locale in locales
            for width in widths
            for name in get_day_names(width, locale=locale).values()
        }

    def read(self, text: str, order: Order | None = None, because: str = "") -> Reading:
        """Read one date. `order` is what the rest of its column shows, and `because` how."""
        line = " ".join(text.split())
        day = self._day(_TIME.sub("", line), order, because)
        clock = _TIME.search(line)
        if not day.value or clock is None or not clock[0].lower().strip("0: t,.zapm"):
            return day
        return replace(day, note="; ".join(filter(None, (day.note, "the time of day is left out"))))

    def _day(self, text: str, order: Order | None, because: str) -> Reading:
        typed = text.casefold()
        first, _, rest = typed.partition(" ")
        typed = rest if first.strip(",.") in self.days else typed
        try:
            if (typed.isdigit() and len(typed) == 4) or re.fullmatch(r"\d{4}-(q[1-4]|\d\d|\d\d-\d\d)", typed):
                return Reading(str(PartialDate.parse(typed.upper())))
            if separated := _SEPARATED.fullmatch(typed):
                return self._numbers(separated, self.order or order, "" if self.order else because)
            return self._words(typed)
        except (PydanticCustomError, ValueError):
            return Reading(note="there is no such day in the calendar")

    def order_in(self, texts: Mapping[str, str]) -> tuple[Order | None, str]:
        """Return the order that one date of the texts (by their place) proves and none disproves, and the
        place of the proof.
        """
        proofs: dict[Order, str] = {}
        for place, text in texts.items():
            if numbers := _SEPARATED.fullmatch(_TIME.sub("", text.strip())):
                one = int(numbers[1])
                two = int(numbers[2])
                if max(one, two) > 12 and _is_day(numbers[3], min(one, two), max(one, two)):
                    proofs.setdefault(
                        "day-first" if one > 12 else "month-first", f"{text.strip()} in {place}"
                    )
        return next(iter(proofs.items())) if len(proofs) == 1 else (None, "")

    def _numbers(self, numbers: re.Match[str], order: Order | None, because: str) -> Reading:
        one = int(numbers[1])
        two = int(numbers[2])
        year, note = self._year(numbers[3])
        if one <= 12 and two <= 12 and one != two and not order:
            both = " or ".join(
                _long(PartialDate(year, None, month, day)) for day, month in ((one, two), (two, one))
            )
            return Reading(note=f"this date can be read as {both}", open=True)
        day, month = (one, two) if two <= 12 and (one > 12 or order != "month-first") else (two, one)
        proven = (
            f"the day comes first, as {because} shows"
            if order == "day-first"
            else f"the month comes first, as {because} shows"
        )
        return _real(
            PartialDate(year, None, month, day),
            "; ".join(
                filter(None, (note, proven if because and one <= 12 and two <= 12 and one != two else ""))
            ),
        )

    def _words(self, typed: str) -> Reading:
        if (found := _TWO_YEARS.fullmatch(typed)) and int(found[2]) % 100 == (int(found[1]) + 1) % 100:
            return Reading(note=_two_years(int(found[1]), found[2]))
        if found := _YEAR_FIRST.fullmatch(typed):
            return _real(PartialDate(int(found[1]), None, int(found[2]), int(found[3]) if found[3] else None))
        if found := _MONTH_YEAR.fullmatch(typed):
            return _real(PartialDate(int(found[2]), None, int(found[1])))
        if found := _QUARTER.fullmatch(typed):
            return self._quarter(
                int(found[1] or found[6]), int(found[2] or found[4]), found[3] or found[5] or ""
            )
        if (found := _MONTH_DAY.fullmatch(typed)) and (month := self.months.get(found[1])):
            return _real(PartialDate(int(found[3]), None, month, int(found[2])))
        if (found := _DAY_MONTH.fullmatch(typed)) and (month := self.months.get(found[2])):
            year, note = self._year(found[3])
            return _real(PartialDate(year, None, month, int(found[1]) if found[1] else None), note)
        if _SERIAL.fullmatch(typed):
            return Reading(
                (DAY_ONE + timedelta(int(typed))).isoformat(), "the number is how spreadsheets keep this day"
            )
        return Reading(note="this is not a date that the handbook can keep")

    def _quarter(self, quarter: int, year: int, second: str) -> Reading:
        if not second:
            return Reading(f"{year}-Q{quarter}", "the quarter is taken as one of the calendar year")
        if int(second) % 100 != (year + 1) % 100:
            return Reading(note="this is not a date that the handbook can keep")
        month = self.year_starts + 3 * (quarter - 1)
        start = PartialDate(year + (month - 1) // 12, (month - 1) % 12 // 3 + 1)
        return Reading(
            str(start),
            f"the year {year}/{second[-2:]} is taken to start in {date(year, self.year_starts, 1):%B}",
        )

    def _year(self, text: str) -> tuple[int, str]:
        if len(text) == 4:
            return int(text), ""
        year = 2000 + int(text) if 2000 + int(text) <= self.today.year + 1 else 1900 + int(text)
        return year, f"{text} is taken as {year}"


def _two_years(year: int, second: str) -> str:
    """Return why a year such as 2011/12 is not read: the handbook keeps none, and 12 may be a month."""
    whole = f"as the year from {year} to {year + 1}"
    if len(second) == 2 and 1 <= int(second) <= 12:
        return f"this can be read as {date(year, int(second), 1):%B %Y} or {whole}"
    return f"this can be read {whole}, and the handbook keeps a day, a month, a quarter or one year"


def _is_day(year: str, month: int, day: int) -> bool:
    try:
        date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    except ValueError:
        return False
    return True


def _real(moment: PartialDate, note: str = "") -> Reading:
    return Reading(str(PartialDate.parse(str(moment))), note)


def _long(moment: PartialDate) -> str:
    return f"{moment.first.day} {moment.first:%B %Y}"
