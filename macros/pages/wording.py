"""Wording: labels with their plurals, and dates in the language of the content."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from macros.model import Site
from macros.model.fields import NOT_GIVEN
from macros.model.partial_date import PartialDate
from macros.model.words.labels import Plural

_BLANK = re.compile(r"(\{\w+\})")


class Words:
    """The words of one site."""

    def __init__(self, site: Site) -> None:
        self.labels = site.labels
        self.locale = Locale.parse(site.language.replace("-", "_"))

    def count(self, plural: Plural, number: int) -> str:
        """Return `3 lessons`: the right plural with its number, by the rules of the language."""
        form: str = getattr(plural, self.locale.plural_form(number), None) or plural.other
        return form.replace("{n}", str(number))

    def fill(self, label: str, **values: object) -> Markup:
        """Return a label with its blanks filled. Values that are markup stay markup; everything else is
        escaped.
        """
        parts = _BLANK.split(label)
        return Markup().join(
            escape(values.get(part[1:-1], part) if _BLANK.match(part) else part) for part in parts
        )

    def when(self, text: str) -> str:
        """Return a date as people read it, no more precise than it was written."""
        return self.labels.not_given if text == NOT_GIVEN else _as_read(text, self.locale)

    def size(self, count: int) -> str:
        """Return a number of bytes for people, in kilobytes of 1,000 bytes."""
        number = format_decimal(max(1, round(count / 1000)), locale=self.locale)
        return f"{number} kB"

    def month(self, day: date) -> str:
        """Return a month and its year."""
        return format_date(day, "MMM y", locale=self.locale)


@lru_cache(maxsize=10_000)  # dates: a handbook names the same few hundred again and again
def _as_read(text: str, locale: Locale) -> str:
    known = PartialDate.parse(text)
    if known.precision == "day":
        return format_date(known.first, "d MMMM y", locale=locale)
    if known.precision == "month":
        return format_date(known.first, "MMMM y", locale=locale)
    if known.precision == "quarter":
        return format_skeleton("yQQQ", known.first, locale=locale)
    return str(known.year)
