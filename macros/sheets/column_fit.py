"""Fit: whether what is in a column can be what its heading says, and which field it fits better."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from macros.model import Record
from macros.model.fields import FieldPath, Ref
from macros.sheets.cells.choices import BY_NAME, Names
from macros.sheets.cells.columns import SIDE, Meaning
from macros.sheets.cells.leaves import Leaf, leaf_at, leaves
from macros.sheets.cells.likeness import key, plain

MOST = 60  # texts of a column that are looked at
LONGEST_NAME = 60
MOSTLY = 0.5
DIFFERENT = 0.8  # of the titles in a column that are titles
TITLE: FieldPath = ("title",)
TICKS = {"x", "✓", "✔", "☑", "☒", "✗", "●", "•", "y", "yes", "true", "1"}
NO_TICKS = {"n", "no", "false", "0", "☐", "-", "–"}


@dataclass(frozen=True)
class Fit:
    """Compares columns with the names of one handbook. `chosen` are texts whose meaning a person said."""

    cls: type[Record]
    names: Names
    chosen: Mapping[str, str]

    def better(self, meaning: Meaning, texts: Sequence[str]) -> tuple[Meaning, str]:
        """Return the meaning of a heading that its cells fit, and why it has no path, where they fit none."""
        distinct = self._distinct(texts)
        if not distinct or not meaning.path:
            return meaning, ""
        paths = (meaning.path, *meaning.others)
        fitting = next((path for path in paths if self._fits(path, distinct, texts)), None)
        if fitting is not None:
            return replace(meaning, path=fitting), ""
        leaf = leaf_at(self.cls, meaning.path)
        if meaning.others:
            by_name = (path for path in paths if _is_by_name(leaf_at(self.cls, path)))
            return replace(meaning, path=next(by_name, meaning.path)), ""
        if leaf and leaf.words:
            return replace(meaning, path=(), score=0.0), f"none of its cells names a {leaf.path[-1]}"
        return meaning, ""

    def named_by(self, texts: Sequence[str]) -> FieldPath:
        """Return the field to choose from whose words are all that the texts hold, or nothing."""
        distinct = self._distinct(texts)
        if len(distinct) < 2:
            return ()
        for path, leaf in leaves(self.cls).items():
            choice = path == SIDE or (leaf.several and _is_by_name(leaf))
            if choice and all(self.names.match(leaf, text).exact for text in distinct):
                return path
        return ()

    def _fits(self, path: FieldPath, distinct: Sequence[str], texts: Sequence[str]) -> bool:
        leaf = leaf_at(self.cls, path)
        if leaf is None:
            return True
        if path == TITLE:
            return len(set(texts)) >= DIFFERENT * len(texts)
        if not (leaf.words or _is_by_name(leaf)):
            return True
        known = sum(self._is_known(leaf, text) for text in distinct)
        return known > 0 if leaf.words else known >= MOSTLY * len(distinct)

    def _is_known(self, leaf: Leaf, text: str) -> bool:
        pieces = [piece.strip() for piece in re.split(r"[;,|/+\n]", text) if piece.strip()] or [text]
        return key(text) in self.chosen or any(
            self.names.match(leaf, piece).id for piece in (text, *pieces[:5])
        )

    def _distinct(self, texts: Sequence[str]) -> list[str]:
        """Return the texts of a column, each once, without the ones that say nothing."""
        nothing = set(map(plain, self.names.labels.sheets.nothing)) - {""}
        once = (text for text in dict.fromkeys(map(str.strip, texts)) if text)
        said = (text for text in once if len(text) <= 5 * LONGEST_NAME and plain(text) not in nothing)
        return list(islice(said, MOST))


def _is_by_name(leaf: Leaf | None) -> bool:
    """Return whether a leaf holds names of records that people know."""
    return leaf is not None and isinstance(leaf.mark, Ref) and leaf.mark.kind in BY_NAME


def is_ticks(texts: Sequence[str]) -> bool:
    """Return whether the cells of a column hold ticks alone, or say yes and no."""
    return bool(texts) and all(text.strip().casefold() in TICKS | NO_TICKS for text in texts)


def is_ticked(text: str) -> bool:
    """Return whether a cell is ticked, or says yes."""
    return text.strip().casefold() in TICKS
