"""Finds the records that a macro names. Unknown names raise MacroError with a suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import KINDS, Record
from macros.publishing.macro_error import MacroError
from macros.similarity import suggest


@dataclass(frozen=True, eq=False)
class RecordQuery:
    """Records of `handbook` by kind, by field and by id. Each method raises MacroError for a word that does
    not exist.
    """

    handbook: Handbook

    def all(self, kind: str) -> list[Any]:
        """Return every record of `kind`."""
        if kind not in KINDS:
            raise MacroError(f"there is no kind of record called “{kind}”. {suggest(kind, KINDS)}")
        return self.handbook.all(kind)

    def where(self, kind: str, wanted: dict[str, str]) -> list[Any]:
        """Return the records of `kind` whose fields hold the ids in `wanted`."""
        records = self.all(kind)
        fields = list(KINDS[kind].model_fields)
        for name in wanted:
            if name not in fields:
                raise MacroError(f"a {kind} has no field “{name}”. {suggest(name, fields)}")
        return [
            record for record in records if all(_holds(record, name, value) for name, value in wanted.items())
        ]

    def get(self, kind: str, id: str) -> Any:
        """Return the record with this id."""
        record = self.handbook.find(kind, id)
        if record is None:
            ids = [record.id for record in self.all(kind)]
            raise MacroError(f"there is no {kind} “{id}”. {suggest(id, ids)}")
        return record


def _holds(record: Record, field: str, wanted: str) -> bool:
    value = getattr(record, field, None)
    return wanted in value if isinstance(value, tuple) else value == wanted
