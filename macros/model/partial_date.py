"""Dates as sources give them: to the day, the month, the quarter or the year.

The way a date is written *is* its precision (`2009-04-01`, `2009-04`, `2007-Q3`, `2007`), so the two cannot
disagree. Nothing here rounds a date to more than its source says.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic_core import PydanticCustomError

FORM = re.compile(
    r"(?P<year>(19|20)\d\d)(-(Q(?P<quarter>[1-4])|(?P<month>\d\d)(-(?P<day>\d\d))?))?", re.ASCII
)
PARTS = ("year", "quarter", "month", "day")


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, month, quarter or year. `first` and `last` are the days it may mean."""

    year: int
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2009-04-01`, `2009-04`, `2007-Q3` or `2007`. Raises PydanticCustomError otherwise."""
        match = FORM.fullmatch(text)
        if not match:
            raise PydanticCustomError("date_form", "a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007")
        year = int(match["year"])
        quarter, month, day = (int(match[name]) if match[name] else None for name in PARTS[1:])
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            raise PydanticCustomError("date_real", "there is no such day in the calendar") from None
        return cls(year, quarter, month, day)

    @property
    def precision(self) -> str:
        """`day`, `month`, `quarter` or `year`."""
        return next(name for name in reversed(PARTS) if getattr(self, name))

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        start_of_quarter = (self.quarter or 1) * 3 - 2
        return date(self.year, self.month or start_of_quarter, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        if self.day:
            return self.first
        end_of_quarter = (self.quarter or 4) * 3
        month = self.month or end_of_quarter
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def after(self) -> date:
        """The day after the last that it may mean."""
        return self.last + timedelta(days=1)

    def __str__(self) -> str:
        if self.quarter:
            return f"{self.year}-Q{self.quarter}"
        return "-".join([str(self.year)] + [f"{part:02}" for part in (self.month, self.day) if part])
