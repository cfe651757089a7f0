"""Puts the complaints of the validation library into the words of the people who read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.loading.document import Document
from macros.loading.problem import Problem
from macros.model.shape import is_injected, model_at
from macros.similarity import suggest

Words = tuple[str, str, str]  # the code, the message and the hint of a problem
GROUP = "a group of fields belongs here, each with its name and a colon"
NUMBER = "a whole number belongs here"
TRUTH = "write true or false here"
TYPES = {
    "string_type": "a text belongs here, not a list or a group of fields",
    "tuple_type": "a list belongs here: one entry on each line, each starting with a dash",
    "model_type": GROUP,
    "model_attributes_type": GROUP,
    "dict_type": GROUP,
    "int_parsing": NUMBER,
    "int_parsing_size": NUMBER,
    "int_type": NUMBER,
    "bool_type": TRUTH,
    "bool_parsing": TRUTH,
}
SIZES = {
    "string_too_short": ("empty", "this text is empty."),
    "too_long": ("too-long", "this text is longer than {max_length} characters."),
    "string_too_long": ("too-long", "this text is longer than {max_length} characters."),
    "too_short": ("too-few", "at least {min_length} entry is needed here."),
    "greater_than_equal": ("too-small", "this number must be {ge} or more."),
}


def explain(error: ValidationError, model: type[BaseModel], document: Document) -> list[Problem]:
    """Return every complaint in `error` as a problem with its place in `document`, in the order of the
    file.
    """
    details = error.errors()
    return sorted(
        _problem(detail, model, document) for detail in details if not _is_consequence(detail, details)
    )


def why(detail: ErrorDetails) -> str:
    """Return one complaint as a sentence, without the field that it is about."""
    return _words(detail, "", {})[1]


def _is_consequence(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a list is called too short only because its entries are wrong; each of them has a
    problem.
    """
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in details
    )


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    path = tuple(detail["loc"])
    field = path  # what is wrong with an entry of a list is explained as the list is
    while field and isinstance(field[-1], int):
        field = field[:-1]
    group = model_at(model, field[:-1])
    fields = {info.alias or name: info for name, info in group.model_fields.items()} if group else {}
    name = str(field[-1]) if field else ""
    code, message, hint = _words(detail, name, fields)
    if detail["type"] == "extra_forbidden":
        place = document.place(path, key=True)
        return Problem(place, document.problem(path, code, message).field, message, code, hint)
    return document.problem(path, code, message, hint)


def _words(detail: ErrorDetails, name: str, fields: Mapping[str, FieldInfo]) -> Words:
    kind = detail["type"]
    info = fields.get(name)
    meaning = f"It says: {info.description}" if info and info.description else ""
    if kind == "extra_forbidden":
        return _unknown(name, fields)
    if kind == "missing":
        return "missing-field", f"the field “{name}” is missing.", meaning
    if kind in ("literal_error", "enum"):
        return _not_allowed(detail["input"], detail.get("ctx") or {})
    if kind in TYPES:
        if detail["input"] is None:
            return "empty", "there is nothing here.", meaning
        return "wrong-type", f"{TYPES[kind]}.", meaning
    if kind in SIZES:
        code, message = SIZES[kind]
        return code, message.format_map(detail.get("ctx") or {}), ""
    return kind.replace("_", "-"), f"{detail['msg'][0].lower()}{detail['msg'][1:]}.", ""


def _unknown(name: str, fields: Mapping[str, FieldInfo]) -> Words:
    known = [each for each, info in fields.items() if not is_injected(info)]
    hint = suggest(name, known) or f"The fields here are: {', '.join(known)}."
    return "unknown-field", "this field does not exist.", hint


def _not_allowed(value: Any, context: Mapping[str, Any]) -> Words:
    allowed = [word.strip(" '") for word in context.get("expected", "").replace(" or ", ", ").split(",")]
    choice = f"Write one of: {', '.join(allowed)}."
    if value is None:
        return "empty", "there is nothing here.", choice
    if not isinstance(value, str):
        return "wrong-type", "one word belongs here.", choice
    return (
        "not-allowed",
        f"“{value}” is not one of the words allowed here.",
        suggest(value, allowed) or choice,
    )
