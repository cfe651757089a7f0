"""The state of a plan on a day: what is late or under way, and whether the go-live is on a day to avoid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from macros.loading.planning.windows import Due, Wishes

SEARCHED = 366  # days on each side of a go-live in which a better day is looked for


def standing(due: Due, today: date, *, done: bool = False) -> str:
    """Return the state of a task in one word: `done`, or by urgency.

    `late`: it should have ended. `now`: it should have started. `open`: it can start. `later`: not
    yet.
    """
    if done:
        return "done"
    if due.end_by < today:
        return "late"
    if due.start_by <= today:
        return "now"
    return "open" if due.start_from <= today else "later"


def clashes(wishes: Wishes, day: date) -> list[str]:
    """Return why nothing should go live on `day`: the reasons of the times to avoid, `""` for a pay day."""
    reasons = [
        time.why or f"{time.first} – {time.last}" for time in wishes.avoid if time.holds(day.toordinal())
    ]
    return [*reasons, ""] if day in wishes.pay_days else reasons


def free_days(wishes: Wishes) -> Sequence[date]:
    """Return the nearest days before and after the go-live on which it clashes with nothing."""
    steps = [range(-1, -SEARCHED, -1), range(1, SEARCHED)]
    around = [(wishes.go_live + timedelta(days=step) for step in each) for each in steps]
    nearest = (next((day for day in each if not clashes(wishes, day)), None) for each in around)
    return [day for day in nearest if day]
