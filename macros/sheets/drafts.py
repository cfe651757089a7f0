"""Drafts: what was found in a row becomes a file of content. What is missing stays as `handbook new` leaves it.

What could not be placed stands in comments at the head of the file, so that whoever fills in the draft can use it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from annotated_types import MinLen
from pydantic import ValidationError

from macros.authoring.examples import Examples
from macros.authoring.scaffold import DAYS, NotStarted, filled_in, id_from
from macros.model import Record
from macros.model.fields import MAX_ID, FieldPath
from macros.model.shape import holds_several, written_fields
from macros.sheets.cells.leaves import IDENTITY, leaf_at, put_together
from macros.sheets.cells.splitting import first_sentence
from macros.sheets.mapping import name
from macros.sheets.placing import AT
from macros.sheets.rows import MAIN, Found

LONGEST_TITLE = 80
NEARBY = "In the phases and workstreams of this row:"


@dataclass(frozen=True)
class Draft:
    """One record to write: its id, its data as YAML holds it, where it was found, and remarks for the head of the file."""

    id: str
    data: Mapping[str, Any]
    found: Found
    file: str
    remarks: tuple[str, ...] = ()
    made_up: bool = False  # the title was taken from the text
    nearby: tuple[str, ...] = ()  # the activities that it may belong to

    @property
    def origin(self) -> str:
        """Where it comes from: `log.xlsx, sheet “Lessons”, row 14, part 2 of 3, reference L-7`."""
        parts = (
            self.file,
            f"sheet “{self.found.sheet}”" if self.found.sheet else "",
            f"row {self.found.row}" if self.found.row else "",
            f"part {self.found.part}" if self.found.part else "",
            f"reference {self.found.reference}" if self.found.reference else "",
        )
        return ", ".join(filter(None, parts))

    def missing(self, cls: type[Record]) -> list[str]:
        """The required fields that the draft does not hold."""
        return [
            info.alias or field
            for field, info in written_fields(cls).items()
            if info.is_required() and (info.alias or field) not in self.data
        ]

    def text(self, cls: type[Record], shown: Examples, up: str = "..") -> str:
        """The file: remarks, what is known, and what is missing with its explanation and an example of `shown`."""
        head = (
            [f"Imported from {self.origin}."]
            + (
                [
                    "What follows was in the same row and fits no field. Use it or delete it; it may name people."
                ]
                if self.remarks
                else []
            )
            + list(self.remarks)
        )
        return filled_in(
            cls,
            self.data,
            shown,
            head if self.remarks or self.missing(cls) else [],
            up,
            {AT[0]: [NEARBY, *self.nearby]} if self.nearby else {},
        )


def draft(
    cls: type[Record], found: Found, file: str, defaults: Mapping[FieldPath, Any], today: date
) -> Draft:
    """The draft of one record. Raises NotStarted when no id can be made for it."""
    values = {
        **{
            path: value for path, value in defaults.items() if path[0] not in {own[0] for own in found.values}
        },
        **found.values,
    }
    remarks = [f"{heading}: {text}" for heading, text in found.rest]
    made_up = ("title",) not in values
    if made_up:
        values[("title",)] = _title(values)
    if IDENTITY not in values:
        for day in DAYS:
            if leaf_at(cls, (day,)):
                values.setdefault((day,), today.isoformat())
    values, refused = _valid(cls, values)
    id = values.get(IDENTITY) or id_from(values[("title",)], cls.kind)
    return Draft(
        id,
        _in_order(cls, put_together(values), ours=IDENTITY in values),
        found,
        file,
        (*remarks, *refused),
        made_up,
    )


def renamed(draft: Draft, taken: set[str]) -> Draft:
    """The draft under an id that no other has."""
    id, number = draft.id, 1
    while id in taken:
        number += 1
        id = f"{draft.id[: MAX_ID - len(str(number)) - 1].rstrip('-')}-{number}"
    return replace(draft, id=id)


def _title(values: Mapping[FieldPath, Any]) -> str:
    text = next((values[(step,)] for step in ("lesson", "action", "event", *MAIN) if (step,) in values), "")
    return first_sentence(text, LONGEST_TITLE)


def _valid(cls: type[Record], values: dict[FieldPath, Any]) -> tuple[dict[FieldPath, Any], list[str]]:
    """The values that the model accepts; every other becomes a remark with the reason."""
    refused = []
    for _ in range(len(values)):
        try:
            cls.model_validate({"id": values.get(IDENTITY, "x"), **put_together(values)})
            break
        except ValidationError as error:
            wrong = {
                path: detail
                for detail in error.errors()
                if detail["type"] not in ("missing", "too_short")
                if (path := _nearest(values, tuple(detail["loc"]))) is not None
            }
            if not wrong:
                break
            for path, detail in wrong.items():
                value, why = values.pop(path), f"{detail['msg'][0].lower()}{detail['msg'][1:]}"
                if path == ("title",) and detail["type"] == "string_too_long":
                    values[path], why = (
                        first_sentence(value, detail["ctx"]["max_length"]),
                        "this is the whole of it",
                    )
                refused.append(
                    f"{name(path)} ({why}): {value if isinstance(value, str) else ', '.join(value)}"
                )
    return values, refused


def _nearest(values: Mapping[FieldPath, Any], path: FieldPath) -> FieldPath | None:
    while path and path not in values:
        path = path[:-1]
    return path or None


def _in_order(cls: type[Record], data: Mapping[str, Any], *, ours: bool) -> dict[str, Any]:
    """The fields in the order of their kind. In a row of ours, a list that may be empty and has nothing in it is empty."""
    made = {}
    for field, info in written_fields(cls).items():
        name = info.alias or field
        if name in data and (data[name] != [] or ours or info.is_required()):
            made[name] = data[name]
        elif (
            ours
            and info.is_required()
            and holds_several(info)
            and not any(isinstance(mark, MinLen) for mark in info.metadata)
        ):
            made[name] = []
    return made


__all__ = ["Draft", "NotStarted", "draft", "renamed"]
