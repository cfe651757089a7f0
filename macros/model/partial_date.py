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
        found = FORM.fullmatch(text)
        if not found:
            raise PydanticCustomError("date_form", "a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007")
        parts = {name: int(value) if value else None for name, value in found.groupdict().items()}
        made = cls(**parts)  # type: ignore[arg-type]
        try:
            if 0 in parts.values():
                raise ValueError
            made.first
        except ValueError:
            raise PydanticCustomError("date_real", "there is no such day in the calendar") from None
        return made

    @property
    def precision(self) -> str:
        """`day`, `month`, `quarter` or `year`."""
        return "day" if self.day else "month" if self.month else "quarter" if self.quarter else "year"

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        return date(
            self.year,
            self.month or (self.quarter or 1) * 3 - 2 if self.quarter else self.month or 1,
            self.day or 1,
        )

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        if self.day:
            return self.first
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def after(self) -> date:
        """The day after the last that it may mean."""
        return self.last + timedelta(days=1)

    def __str__(self) -> str:
        if self.quarter:
            return f"{self.year}-Q{self.quarter}"
        return "-".join([str(self.year)] + [f"{part:02}" for part in (self.month, self.day) if part])
