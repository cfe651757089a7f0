"""Which records a macro is asked for, by words that people write in pages. A wrong word gets an answer that helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import KINDS
from macros.publishing.macro_error import MacroError
from macros.similarity import suggest


@dataclass(frozen=True, eq=False)
class Chosen:
    """Records of `handbook` by kind, by field and by id. Every method raises MacroError for a word that does not exist."""

    handbook: Handbook

    def all(self, kind: str) -> list[Any]:
        """Every record of `kind`."""
        if kind not in KINDS:
            raise MacroError(f"there is no kind of record called “{kind}”. {suggest(kind, KINDS)}")
        return self.handbook.all(kind)

    def where(self, kind: str, where: dict[str, str]) -> list[Any]:
        """Those of `kind` whose fields hold the ids in `where`."""
        records = self.all(kind)
        fields = list(KINDS[kind].model_fields)
        for name in where:
            if name not in fields:
                raise MacroError(f"a {kind} has no field “{name}”. {suggest(name, fields)}")
        return [r for r in records if all(_has(r, name, value) for name, value in where.items())]

    def get(self, kind: str, id: str) -> Any:
        """The one with this id."""
        known = {record.id for record in self.all(kind)}
        if id not in known:
            raise MacroError(f"there is no {kind} “{id}”. {suggest(id, known)}")
        return self.handbook.get(kind, id)


def _has(record: Any, name: str, value: str) -> bool:
    held = getattr(record, name, None)
    return value in held if isinstance(held, tuple) else held == value
