"""The axis of a timeline: a stretch of whole years, on which each day has a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FEW_YEARS = 2  # up to these, months are marked
TICKS = 8  # about how many years are marked


@dataclass(frozen=True)
class Axis:
    """The stretch from the first of January of one year to that of another."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return the position of a day, in per cent, kept on the axis."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(min(1.0, max(0.0, share)) * 100, 2)

    @property
    def in_years(self) -> bool:
        """Whether years are marked, because there are more than a few."""
        return self.last.year - self.first.year > FEW_YEARS

    @property
    def ticks(self) -> list[tuple[date, float]]:
        """The days to mark, with their positions: years, or months when there are few years."""
        years = self.last.year - self.first.year
        step = 12 * max(1, round(years / TICKS)) if self.in_years else 3 * years
        days = (
            date(self.first.year + months // 12, months % 12 + 1, 1)
            for months in range(0, 12 * years + 1, step)
        )
        return [(day, self.at(day)) for day in days]
