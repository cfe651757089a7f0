"""The date that a person or a pipeline gives to a build, so that the same files give the same bytes."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime

from macros.refusal import Refusal

NAME = "SOURCE_DATE_EPOCH"
SECONDS = re.compile(r"[0-9]{1,10}")
LATEST = datetime(2107, 12, 31, tzinfo=UTC)  # the last day that a zip can name


def given_date() -> datetime | None:
    """Return the date in SOURCE_DATE_EPOCH, or None where it is empty. Raise Refusal when it is no date."""
    text = os.environ.get(NAME, "")
    return moment(text) if text else None


def moment(text: str) -> datetime:
    """Return the date that is `text` seconds after 1970. Raise Refusal when that is no date."""
    if not SECONDS.fullmatch(text):
        raise Refusal(f"{NAME} is a number of seconds since 1970, and “{text[:40]}” is none.")
    seconds = int(text)
    if seconds > LATEST.timestamp():
        raise Refusal(f"{NAME} is {seconds} seconds since 1970, which is after the year {LATEST.year}.")
    return datetime.fromtimestamp(seconds, UTC)


def settle() -> None:
    """Refuse a date that is none before MkDocs reads it, and forget one that is empty. Raise Refusal."""
    if given_date() is None:
        os.environ.pop(NAME, None)
