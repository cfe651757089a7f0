"""Puts the complaints of the validation library into the words of the people who read them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.document import Document
from macros.loading.problem import Problem
from macros.model.fields import FieldPath
from macros.model.shape import inner_models


def explain(
    error: ValidationError, model: type[BaseModel], document: Document, base: FieldPath = ()
) -> list[Problem]:
    """Every complaint in `error` as a problem with its place in `document`, in the order of the file."""
    details = error.errors()
    return sorted(
        _explain(detail, model, document, base) for detail in details if not _follows(detail, details)
    )


def suggest(word: str, allowed: Iterable[str]) -> str:
    """`Did you mean “x”?`, or an empty text when nothing is near."""
    near = get_close_matches(word.lower(), list(allowed), n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”?" if near else ""


def name_of(path: FieldPath) -> str:
    """A field path as people say it: `steps 2, side`."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts[-1:] = [f"{parts[-1]} {step + 1}" if parts else f"entry {step + 1}"]
        else:
            parts.append(step)
    return ", ".join(parts)


def is_one_value(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether the group of fields at `path` counts as one value, so that no field of it is of use alone."""
    return getattr(model_at(model, path), "one_value", False)


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because its entries are broken, which is said of each of them."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in details
    )


def _explain(detail: ErrorDetails, model: type[BaseModel], document: Document, base: FieldPath) -> Problem:
    path = tuple(detail["loc"])
    field = path  # an entry of a list says what the list says
    while field and isinstance(field[-1], int):
        field = field[:-1]
    code, message, hint = _words(detail, str(field[-1]) if field else "", model_at(model, field[:-1]))
    unknown = detail["type"] == "extra_forbidden"
    return Problem(document.place((*base, *path), key=unknown), name_of((*base, *path)), message, code, hint)


def _words(detail: ErrorDetails, name: str, model: type[BaseModel] | None) -> tuple[str, str, str]:
    context: dict[str, Any] = detail.get("ctx") or {}
    kind = detail["type"]
    fields = {info.alias or n: info for n, info in model.model_fields.items()} if model else {}
    info = fields.get(name)
    meaning = f"It says: {info.description}" if info and info.description else ""
    if kind == "extra_forbidden":
        known = [n for n, it in fields.items() if not (it.json_schema_extra or {}).get("injected")]  # type: ignore[union-attr]
        return (
            "unknown-field",
            "this field does not exist.",
            suggest(name, known) or f"The fields here are: {', '.join(known)}.",
        )
    if kind == "missing":
        return "missing-field", f"the field “{name}” is missing.", meaning
    if kind in ("literal_error", "enum"):
        allowed = [w.strip(" '") for w in context.get("expected", "").replace(" or ", ", ").split(",")]
        if not isinstance(detail["input"], str):
            said, code = (
                ("there is nothing here.", "empty")
                if detail["input"] is None
                else ("one word belongs here.", "wrong-type")
            )
            return code, said, f"Write one of: {', '.join(allowed)}."
        return (
            "not-allowed",
            f"“{detail['input']}” is not one of the words allowed here.",
            suggest(str(detail["input"]), allowed) or f"Write one of: {', '.join(allowed)}.",
        )
    if kind in _TYPES:
        said = "there is nothing here" if detail["input"] is None else _TYPES[kind]
        return (
            ("empty", said + ".", meaning) if detail["input"] is None else ("wrong-type", said + ".", meaning)
        )
    if kind in _SIZES:
        return (
            _SIZES[kind][0],
            _SIZES[kind][1].format(**{"min_length": "", "max_length": "", "ge": "", **context}),
            "",
        )
    return kind.replace("_", "-"), detail["msg"][0].lower() + detail["msg"][1:] + ".", ""


_TYPES = {
    "string_type": "a text belongs here, not a list or a group of fields",
    "tuple_type": "a list belongs here: one entry a line, each starting with a dash",
    "model_type": "a group of fields belongs here, each with its name and a colon",
    "model_attributes_type": "a group of fields belongs here, each with its name and a colon",
    "dict_type": "a group of fields belongs here, each with its name and a colon",
    "int_parsing": "a whole number belongs here",
    "int_parsing_size": "a whole number belongs here",
    "int_type": "a whole number belongs here",
    "bool_type": "write true or false here",
    "bool_parsing": "write true or false here",
}
_SIZES = {
    "string_too_short": ("empty", "this text is empty."),
    "too_long": ("too-long", "this text is longer than {max_length} characters."),
    "string_too_long": ("too-long", "this text is longer than {max_length} characters."),
    "too_short": ("too-few", "at least {min_length} entry is needed here."),
    "greater_than_equal": ("too-small", "this number must be {ge} or more."),
}


def model_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """The model that the group of fields at `path` is read with."""
    for step in path:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step)
        found = next(inner_models(info.annotation), None) if info else None
        if not found:
            return None
        model = found
    return model
