"""Recognising what is there already: the same log may come twice, and the same lesson may stand in two logs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.authoring.scaffold import DAYS
from macros.loading.yaml_file import read
from macros.model import Record
from macros.sheets.cells.leaves import IDENTITY
from macros.sheets.cells.likeness import plain
from macros.sheets.drafts import Draft

# What import may fill in by itself, so that it says nothing about whether two rows are the same.
FILLED_IN = ("evidence", "contributed_by", *DAYS)
LONG_ENOUGH = 30  # two lessons do not share so long a text by chance


class Known:
    """What is there already, broken drafts included, found again by id, by title, or by the text of a lesson."""

    def __init__(self, folders: Sequence[Path], cls: type[Record]) -> None:
        self.kind, self.ids = cls.kind, set[str]()
        self._data: dict[str, Any] = {}
        self._by: dict[str, str] = {}
        self.files: dict[str, Path] = {}
        for file in (file for folder in folders for file in sorted(folder.glob("*.yml"))):
            self.files[file.stem] = file
            data = read(file, file.name)[0].data
            self._keep(file.stem, data if isinstance(data, dict) else {})

    def same(self, one: Draft) -> str:
        if IDENTITY in one.found.values:
            return one.id if one.id in self.ids else ""
        found = [self._by[key] for key in self._keys(one.data) if key in self._by]
        return found[0] if found else ""

    def holds(self, id: str, one: Draft) -> bool:
        """Whether the record holds all that the row says. What import fills in by itself may differ from one time to the next."""
        ours = IDENTITY in one.found.values
        return all(
            _alike(self._data[id].get(name), value)
            for name, value in one.data.items()
            if ours or name not in FILLED_IN
        )

    def taken(self, one: Draft) -> Draft:
        """Of this import, two rows with one title may still be two lessons; two rows with one text are not."""
        self._keep(one.id, dict(one.data), self._keys(one.data)[-1:])
        return one

    def _keep(self, id: str, data: Mapping[str, Any], keys: Sequence[str] | None = None) -> None:
        self.ids.add(id)
        self._data[id] = data
        for key in self._keys(data) if keys is None else keys:
            self._by.setdefault(key, id)

    def _keys(self, data: Mapping[str, Any]) -> list[str]:
        """Texts that two records do not share by chance: the title with the lesson."""
        texts = [plain(str(data.get(name) or "")) for name in ("title", self.kind)]
        return [
            f"{name}: {text}"
            for name, text in zip(("title", "text"), texts, strict=True)
            if len(text) > (LONG_ENOUGH if name == "text" else 0)
        ]


def _alike(there: Any, new: Any) -> bool:
    """Whether a value of a file says the same as a new one. A file may write one value where a list is meant."""
    if isinstance(new, list):
        there = there if isinstance(there, list) else [there]
        return len(there) == len(new) and all(map(_alike, there, new))
    if isinstance(new, dict) and isinstance(there, dict):
        return there.keys() == new.keys() and all(_alike(there[name], value) for name, value in new.items())
    return there == new
