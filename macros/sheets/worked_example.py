"""The worked example: its rows are invented, in whatever file they come."""

from __future__ import annotations

from functools import lru_cache

from macros.loading.handbook import Handbook
from macros.model import Example
from macros.pages.views.filled_examples import filled_parts
from macros.sheets.cells.likeness import plain
from macros.sheets.files.table import Row

TOLD = 25  # characters of a text that two logs do not share by chance


class WorkedExample:
    """What the rows of the worked example of one handbook tell."""

    def __init__(self, handbook: Handbook) -> None:
        parts = (part for example in handbook.all(Example) for part in filled_parts(handbook, example))
        self._texts = {plain(text) for part in parts for row in part.rows for text in row}

    def tells(self, row: Row) -> bool:
        """Return whether all that a row tells at length is in the example."""
        told = {text for text in map(plain, row.cells.values()) if len(text) >= TOLD}
        return bool(told) and told <= self._texts


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def worked_example(handbook: Handbook) -> WorkedExample:
    """Return what the worked example tells, read once for all tables of a file."""
    return WorkedExample(handbook)
