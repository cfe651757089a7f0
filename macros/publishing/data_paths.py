"""Where the files are that a site has beside its pages, from the root of the site. What reads a finished site
needs no more than these.
"""

from __future__ import annotations

from typing import NamedTuple

WHOLE = "handbook"  # the list that holds everything
# The page that opens a copy in a folder.
START = "START-HERE.html"
# Cover and contents of the copies that are one file. The order of its links is the order of the book.
BOOK = "book.html"


class Paths(NamedTuple):
    """Where the files of one list are. The whole handbook has no table."""

    json: str
    table: str
    schema: str


def paths(name: str) -> Paths:
    """Return where the list `name`, or `WHOLE`, is published."""
    table = "" if name == WHOLE else f"data/{name}.csv"
    return Paths(f"data/{name}.json", table, schema_path(name))


def schema_path(name: str) -> str:
    """Return where the schema of the list `name` is published."""
    return f"data/schema/{name}.json"


DATA = paths(WHOLE).json
