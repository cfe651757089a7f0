"""Number formats: what a number in a cell of Excel shows, as far as it matters to a reader."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from macros.model.partial_date import PartialDate
from macros.sheets.files.number_sections import dressed

_UNSHOWN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def builtin(number: int) -> str:
    """Return the format that Excel keeps under this number."""
    return str(BUILTIN_FORMATS.get(number, "General"))


def shown_number(text: str, form: str, *, since_1904: bool = False) -> str:
    """Return what a number shows in this format: dates as dates, no more exactly than shown; others with all
    their digits, and with the signs and words around them.

    Raises ValueError for what is no number.
    """
    number = float(text)
    if form != "General" and is_date_format(form) and math.isfinite(number):
        moment = _moment(number, form, since_1904=since_1904)
        if isinstance(moment, timedelta):
            return _hours(moment)
        return shown_date(moment, form) if isinstance(moment, date) else str(moment or text)
    if form == "General" and re.fullmatch(r"-?\d+", text):
        return text
    if not math.isfinite(number):
        return str(number)
    return dressed(number, form)


def shown_date(moment: date, form: str) -> str:
    """Return a date with no more of it than the format shows, and with a time where it shows one that is not
    midnight.
    """
    shown = _UNSHOWN.sub("", form.lower())
    day = moment.date() if isinstance(moment, datetime) else moment
    if "y" not in shown:
        return day.isoformat()
    month = day.month if "m" in shown else None
    exact = month and "d" in shown
    partial = str(PartialDate(day.year, None, month, day.day if exact else None))
    clock = isinstance(moment, datetime) and "h" in shown and exact and moment.time() != time()
    return f"{partial} {moment:%H:%M:%S}" if clock else partial


def _hours(lasting: timedelta) -> str:
    """Return a stretch of time in hours, minutes and seconds, as spreadsheets do, and never in days."""
    seconds = round(abs(lasting).total_seconds())
    minus = "-" if lasting < timedelta() else ""
    return f"{minus}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _moment(number: float, form: str, *, since_1904: bool) -> date | time | timedelta | None:
    epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
    try:
        moment: date | time | timedelta | None = from_excel(
            number, epoch, timedelta=is_timedelta_format(form)
        )
    except (ValueError, OverflowError):
        return None
    return moment
