"""Validity: the values that the model accepts.

Every other stays in the draft as a remark, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotated_types import MinLen
from pydantic import ValidationError

from macros.loading.explain import why
from macros.model import Record
from macros.model.fields import FieldPath
from macros.model.shape import holds_several, written_fields
from macros.sheets.cells.leaves import IDENTITY, put_together
from macros.sheets.column import name


@dataclass(frozen=True)
class Refused:
    """A value that the model refuses, and why."""

    path: FieldPath
    value: Any
    why: str

    @property
    def remark(self) -> str:
        """The value with the reason, for the head of the draft."""
        text = self.value if isinstance(self.value, str) else ", ".join(self.value)
        return f"{name(self.path)} ({self.why}): {text}"


def valid(cls: type[Record], values: Mapping[FieldPath, Any]) -> tuple[dict[FieldPath, Any], list[Refused]]:
    """Return the values that the model accepts, and the ones that it refuses."""
    good = dict(values)
    refused: list[Refused] = []
    while wrong := _wrong(cls, good):
        refused += [Refused(path, good.pop(path), why) for path, why in wrong.items()]
    return good, refused


def in_order(cls: type[Record], data: Mapping[str, Any], *, ours: bool) -> dict[str, Any]:
    """Return the fields in the order of their kind.

    In a row that an export of this handbook wrote, a list with nothing in it is empty, not missing.
    """
    ordered: dict[str, Any] = {}
    for field, info in written_fields(cls).items():
        key = info.alias or field
        required = info.is_required()
        may_be_empty = not any(isinstance(mark, MinLen) for mark in info.metadata)
        if key in data and (data[key] != [] or ours or required):
            ordered[key] = data[key]
        elif ours and required and holds_several(info) and may_be_empty:
            ordered[key] = []
    return ordered


def _wrong(cls: type[Record], values: Mapping[FieldPath, Any]) -> dict[FieldPath, str]:
    """Return why each value is refused, if any is."""
    try:
        cls.model_validate({"id": values.get(IDENTITY, "x"), **put_together(values)})
    except ValidationError as error:
        reasons: dict[FieldPath, str] = {}
        for detail in error.errors(include_url=False):
            path = _nearest(values, tuple(detail["loc"]))
            if path is not None and detail["type"] not in ("missing", "too_short"):
                reasons.setdefault(path, why(detail).rstrip("."))
        return reasons
    return {}


def _nearest(values: Mapping[FieldPath, Any], path: FieldPath) -> FieldPath | None:
    """Return the value at the path or the innermost one above it.

    Numbers in errors count what is there, without gaps.
    """
    while path and path not in values:
        path = path[:-1]
    return path or None
