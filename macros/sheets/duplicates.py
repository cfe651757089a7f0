"""Duplicates: recognising what is in the handbook already, because the same log may come twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.authoring.scaffold import DAYS
from macros.loading.yaml_file import read
from macros.model import Record
from macros.sheets.cells.leaves import IDENTITY, leaves
from macros.sheets.cells.likeness import plain
from macros.sheets.drafts import Draft

# What import may fill in by itself, so that it says nothing about whether two records are the same.
FILLED_IN = ("evidence", "contributed_by", *DAYS)
TEXTS = ("title", "lesson", "event", "action", "summary")
LONG_ENOUGH = 30  # two lessons do not share so long a text by chance
MOST_LIKE = 50  # records that are compared with one row


class Known:
    """The records that are there, unfinished ones included, found again by id or by their texts."""

    def __init__(self, folders: Sequence[Path], cls: type[Record]) -> None:
        self._cls = cls
        self._by_title = ("lesson",) not in leaves(cls)  # another kind of record is known by its title
        self.files: dict[str, Path] = {}
        self._data: dict[str, Mapping[str, Any]] = {}
        self._by_text: dict[tuple[str, str], list[str]] = {}
        for file in (file for folder in folders for file in sorted(folder.glob("*.yml"))):
            self.files[file.stem] = file
            data = read(file, file.name)[0].data
            self._data[file.stem] = data if isinstance(data, dict) else {}
        for name, data in self._data.items():
            for text in _texts(data):
                self._by_text.setdefault(text, []).append(name)

    @property
    def ids(self) -> set[str]:
        """The ids that are taken."""
        return set(self._data)

    def same(self, draft: Draft) -> str:
        """Return the id of the record that holds all that the row says, or nothing."""
        if IDENTITY in draft.found.values:
            return draft.id if draft.id in self._data and self.holds(draft.id, draft) else ""
        return next((name for name in self._alike(draft) if self.holds(name, draft)), "")

    def changed(self, draft: Draft) -> str:
        """Return the id of the record that holds the same lesson in other words, or nothing.

        The same title is no proof: the same lesson is, or the same title with another text that is the same.
        """
        if IDENTITY in draft.found.values:
            return draft.id if draft.id in self._data else ""
        own = set(_texts(draft.own))
        title = {text for text in own if text[0] == "title"}
        for name in self._alike(draft):
            shared = own & set(_texts(self._data[name]))
            proofs = {text for text in shared - title if len(text[1]) >= LONG_ENOUGH}
            lesson = any(field == "lesson" for field, _ in proofs)
            if lesson or (title & shared and (proofs or self._by_title)):
                return name
        return ""

    def holds(self, name: str, draft: Draft) -> bool:
        """Return whether the record holds all that the row says.

        What import fills in may differ from time to time.
        """
        there = self._data[name]
        if IDENTITY not in draft.found.values:
            own = {field: value for field, value in draft.own.items() if field not in FILLED_IN}
            return all(_alike(there.get(field), value) for field, value in own.items())
        try:  # a file and a cell may write the same in two ways, such as conditions
            return self._cls.model_validate({**there, "id": name}) == self._cls.model_validate(
                {**there, **draft.data, "id": name}
            )
        except ValidationError:
            return all(_alike(there.get(field), value) for field, value in draft.data.items())

    def _alike(self, draft: Draft) -> list[str]:
        """Return records that share a text with the row, the ones that share the rarest."""
        shared = [self._by_text[text] for text in _texts(draft.own) if text in self._by_text]
        names = [name for group in sorted(shared, key=len) for name in group[:MOST_LIKE]]
        return list(dict.fromkeys(names))[:MOST_LIKE]


def _texts(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Return the texts by which a record is known."""
    for field in TEXTS:
        if text := plain(str(data.get(field) or "")):
            yield field, text


def _alike(there: Any, new: Any) -> bool:
    """Return whether a value of a file says the same as a new one.

    A file may write one value where a list is meant.
    """
    if isinstance(new, list):
        there = there if isinstance(there, list) else [there]
        return len(there) == len(new) and all(map(_alike, there, new))
    if isinstance(new, dict) and isinstance(there, dict):
        return there.keys() == new.keys() and all(_alike(there[name], value) for name, value in new.items())
    return bool(there == new)
