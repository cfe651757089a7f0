"""Tables below each other: a sheet that holds several is read as several, each under headings of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from macros.sheets.cells.columns import Headings, Meaning
from macros.sheets.files.table import Row, Sheet
from macros.sheets.header_row import LONGEST_SECOND, MAIN_FIELDS

CERTAIN = 98.0  # of a heading that is known as it is written
MOST = 40  # cells of a row that are looked at
SURE = 3  # fields that a row names and no lesson does, even without an empty row above


def separate(sheet: Sheet, headings: Headings) -> list[Sheet]:
    """Return the tables of a sheet: one, or one more for each row of other headings below an empty row.

    What was found in the file goes to the table in whose rows it is, or to the one above.
    """
    starts = list(_starts(sheet.rows, headings))
    bounds = [0, *starts, len(sheet.rows)]
    parts = []
    for start, end in pairwise(bounds):
        first = sheet.rows[start].number if start else 0
        last = sheet.rows[end].number if end < len(sheet.rows) else float("inf")
        found = [problem for problem in sheet.problems if first <= problem.place.line < last]
        parts.append(replace(sheet, rows=sheet.rows[start:end], problems=found))
    return parts


def with_what_is_above(parts: Sequence[Sheet], is_table: Callable[[Sheet], bool]) -> list[Sheet]:
    """Return the tables of a sheet, where rows that are no table belong to the table below them."""
    result: list[Sheet] = []
    waiting: Sheet | None = None
    for part in parts:
        whole = part
        if waiting:
            problems = [*waiting.problems, *part.problems]
            whole = replace(part, rows=[*waiting.rows, *part.rows], problems=problems)
        waiting = None if is_table(part) else whole
        if not waiting:
            result.append(whole)
    return [*result, waiting] if waiting else result


def _starts(rows: Sequence[Row], headings: Headings) -> Iterator[int]:
    """Return where headings begin below a table whose headings are others. A title above them belongs to
    them.
    """
    above: list[Row] = []
    for index, row in enumerate(rows):
        if not are_headings(row, headings, first=not above):
            continue
        start = index - 1 if index > 1 and len(rows[index - 1].cells) == 1 else index
        gap = next((at for at in (index, start) if at > 0 and _is_after_gap(rows, at)), None)
        if gap is None and above and above[-1] is not rows[index - 1] and _names_many(row, headings):
            gap = index
        if above and gap is not None and all(row.cells != other.cells for other in above):
            yield gap
        above.append(row)


def _is_after_gap(rows: Sequence[Row], index: int) -> bool:
    return rows[index].number > rows[index - 1].number + 1


def are_headings(row: Row, headings: Headings, *, first: bool) -> bool:
    """Return whether the cells of a row are short, and most of them headings as this handbook knows them.

    In the `first` table they are of a record. A table below may be of something else.
    """
    texts = _texts(row)[:MOST]
    if len(texts) < 2 or any(len(text) > LONGEST_SECOND for text in texts):
        return False
    known = _known(texts, headings)
    own = any(it.side or str(it.path[0]) in MAIN_FIELDS for it in known)
    return len(known) * 2 >= len(texts) and (own or (len(known) > 1 and not first))


def _known(texts: Sequence[str], headings: Headings) -> list[Meaning]:
    """Return the meanings of the texts that are headings; none as soon as most are not."""
    known: list[Meaning] = []
    for place, text in enumerate(texts, 1):
        meaning = headings.meant(text)
        if meaning.side or (meaning.score >= CERTAIN and meaning.path):
            known.append(meaning)
        elif (place - len(known)) * 2 > len(texts):
            return []
    return known


def _names_many(row: Row, headings: Headings) -> bool:
    """Return whether the cells of a row name so many fields that it can be no lesson."""
    meanings = [headings.meant(text) for text in _texts(row)]
    paths = [it.path for it in meanings if it.path and it.score >= CERTAIN]
    return len(set(paths)) == len(paths) >= SURE


def _texts(row: Row) -> list[str]:
    return [" ".join(text.split()) for text in row.cells.values()]
