"""Other rows: which rows of a table are no records: headings again, the example, lines, the foot, notes, and
names of groups.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from macros.model.fields import Ref
from macros.sheets.cells.cell_text import is_placeholder, is_visible
from macros.sheets.cells.columns import REFERENCE, SIDE
from macros.sheets.cells.leaves import IDENTITY, leaves
from macros.sheets.cells.likeness import plain
from macros.sheets.cells.reading import Reader
from macros.sheets.files.table import Row
from macros.sheets.header_row import LONGEST_LABEL
from macros.sheets.mapping import Mapped
from macros.sheets.worked_example import worked_example

GROUPED_BY = ("phase", "workstream", "function")  # kinds whose names alone in a row head the rows below
_RULER = re.compile(r"[\s|:+=_–—-]*[=_–—-]{2}[\s|:+=_–—-]*")
_N = re.compile(r"\s*n\s*=\s*\d+\s*", re.IGNORECASE)
_HINT = re.compile(r"\s*\(.*\)\s*", re.DOTALL)
_FOOT_NOTE = re.compile(r"\s*(?:\*+|[†‡§¹²³]|\[\d+\]|\(\d+\))\s*\S", re.DOTALL)
_SENTENCE = re.compile(r"[.!?…]\s*$")


@dataclass(frozen=True)
class Why:
    """Why a row is no record, and how to `keep` it as one. What `heads` the rows below is said in their
    drafts.
    """

    code: str
    message: str
    keep: str = ""
    heads: bool = False


KEEP = "If it is a {kind}, write more of it in the same row."
INVENTED = Why(
    "invented",
    "this row is in the worked example of this handbook, which is invented, so it was left out.",
    "If the same happened to you, tell it in your own words.",
)
HEADER = Why("header", "this row repeats the headings, so it was left out.")
EXAMPLE = Why("example", "this row is the example of the template, so it was left out.")
RULER = Why("ruler", "this row only draws a line, so it was left out.")
HINTS = Why("placeholder", "this row only explains the headings, so it was left out.", KEEP)
NOTHING = Why("nothing", "this row holds only signs or words that say nothing, so it was left out.", KEEP)
FOOT = Why("foot", "this row is the foot of a table or a page, such as a total, so it was left out.", KEEP)
NOTE = Why("note", "this row is a note below the table, so it was left out.", KEEP)
HEADS = "this row heads the rows below it, so it was left out. Their drafts name it."
GROUP = Why("group", HEADS, KEEP, heads=True)


class OtherRows:
    """Tells what the rows of one table are."""

    def __init__(self, mapped: Mapped, reader: Reader) -> None:
        self._mapped = mapped
        self._reader = reader
        words = reader.names.labels.sheets
        self._numbered = [it.number for it in mapped.columns if it.path in (REFERENCE, IDENTITY)]
        self._foot = set(map(plain, words.foot))
        self._beside = self._foot | set(map(plain, (*words.foot_beside, *words.filler)))
        self._notes = set(map(plain, words.notes))
        self._example = worked_example(reader.names.handbook)
        self._last = max((row.number for row in mapped.rows if len(row.cells) > 1), default=0)
        tail = [row.number for row in mapped.rows if row.number > self._last]
        self._apart = {number for place, number in enumerate(tail, 1) if number > self._last + place}
        self._next = {row.number: after for row, after in pairwise(mapped.rows)}

    def why(self, row: Row) -> Why | None:
        """Return why a row is no record, or None where it may be one."""
        checks = (
            (self._is_example, EXAMPLE),
            (self._example.tells, INVENTED),
            (self._is_header, HEADER),
            (self._is_ruler, RULER),
            (self._is_hint, HINTS),
            (self._says_nothing, NOTHING),
            (self._is_foot, FOOT),
            (self._is_note, NOTE),
            (self._is_group, GROUP),
        )
        return next((why for holds, why in checks if holds(row)), None)

    def side(self, text: str) -> str:
        """Return the word of the field SIDE that a text is, such as “What went well”."""
        leaf = leaves(self._reader.cls).get(tuple(map(str, SIDE)))
        names = self._reader.names
        return names.match(leaf, text).id if leaf and names.holds(leaf, text) else ""

    def _is_header(self, row: Row) -> bool:
        """Return whether a row repeats the headings, as logs made for paper do on every page."""
        headings = {column.number: column.heading for column in self._mapped.columns}
        return len(row.cells) > 1 and all(
            " ".join(text.split()) == headings.get(number) for number, text in row.cells.items()
        )

    def _is_example(self, row: Row) -> bool:
        mark = plain(self._reader.names.labels.sheets.example)
        return any(plain(text) == mark for text in self._references(row).values())

    def _is_ruler(self, row: Row) -> bool:
        return all(_RULER.fullmatch(text) for text in row.cells.values())

    def _is_hint(self, row: Row) -> bool:
        return len(row.cells) > 1 and all(_HINT.fullmatch(text) for text in row.cells.values())

    def _says_nothing(self, row: Row) -> bool:
        """Return whether each cell holds a dash, “n/a” and the like, and one of them such a word or sign."""
        own = [text for number, text in row.cells.items() if number not in self._references(row)]
        texts = [text for text in own if not _is_sign(text)]
        return (
            bool(own)
            and all(is_visible(text) for text in own)
            and all(self._reader.says_nothing(text) and not is_placeholder(text) for text in texts)
        )

    def _is_foot(self, row: Row) -> bool:
        """Return whether a row holds nothing but words such as “Total” and “End of log”, and numbers."""
        words = [plain(text).split() for text in row.cells.values()]
        if any(_N.fullmatch(text) for text in row.cells.values()):
            return len(row.cells) == 1
        said = [{word for word in each if not any(map(str.isdigit, word))} for each in words]
        named = [each for each in said if each & self._foot]
        return bool(named) and all(each <= self._beside for each in said) and max(map(len, words)) <= 8

    def _is_note(self, row: Row) -> bool:
        """Return whether a row has one cell, is below all others, and begins as notes do."""
        text = row.cells[min(row.cells)].strip()
        if text.endswith(":") and plain(text) in self._notes:
            return True
        if not 0 < self._last < row.number:
            return False
        if ":" in text and plain(text.partition(":")[0]) in self._notes:
            return True
        return row.number in self._apart and _FOOT_NOTE.match(text) is not None

    def _is_group(self, row: Row) -> bool:
        """Return whether a row only names what the rows below it belong to."""
        own = [text for number, text in row.cells.items() if number not in self._references(row)]
        texts = own or list(row.cells.values())
        text = " ".join(texts[0].split())
        after = self._next.get(row.number)
        if len(texts) != 1 or after is None or len(text) > LONGEST_LABEL or _SENTENCE.search(text):
            return False
        if row.across > 1 and row.across * 2 > len(self._mapped.columns):
            return True
        named = self._is_name(text) or (bool(own) and self._is_numbered_above(row, after))
        return named and row.number < self._last

    def _is_numbered_above(self, row: Row, after: Row) -> bool:
        """Return whether a row has a number such as 1 or 1., and the next one such as 1.1."""
        own = next(iter(self._references(row).values()), "").strip().rstrip(".")
        below = next(iter(self._references(after).values()), "").strip()
        return own.replace(".", "").isdigit() and below.startswith(f"{own}.") and below != f"{own}."

    def _is_name(self, text: str) -> bool:
        names = self._reader.names
        known = leaves(self._reader.cls).values()
        grouping = [it for it in known if isinstance(it.mark, Ref) and it.mark.kind in GROUPED_BY]
        return bool(self.side(text)) or any(names.holds(leaf, text) for leaf in grouping)

    def _references(self, row: Row) -> Mapping[int, str]:
        """Return the cells with the log's own number, by column."""
        return {number: row.cells[number] for number in self._numbered if number in row.cells}


def _is_sign(text: str) -> bool:
    """Return whether a text is a dash, a question mark or the like, and no picture."""
    return all(unicodedata.category(sign)[0] in "PZ" or sign in "+=~<>|^`\n\t" for sign in text)
