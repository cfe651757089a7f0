"""The schemas by which the form for a new lesson checks what is typed, each part with the words of the check.

The words are not written down a second time. They are read from the model, by asking it about values that it
refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.authoring.editor_schema import Node, schema
from macros.loading.document import Document
from macros.loading.explain import explain
from macros.model import Record
from macros.model.shape import inner_models

# Values that some fields refuse, by the code of the problem that they then have.
PROBES = {"one-line": "a\nb", "date-real": "2021-02-30", "slug-reserved": "con"}
FOR_EDITORS = ("description", "examples", "title", "$schema")
Messages = dict[str, list[str]]


@cache
@cache
def form_schema(cls: type[Record]) -> Node:
    """Return the schema of `cls` without what only editors need, each part with its messages, under
    `said`.
    """
    node = schema(cls)
    groups = {
        model.__name__: model for info in cls.model_fields.values() for model in inner_models(info.annotation)
    }
    for name, definition in node.get("$defs", {}).items():
        _add_messages(definition, groups[name])
    _add_messages(node, cls)
    bare: Node = _bare(node)
    return bare


def messages(cls: type[BaseModel], field: str, part: Node) -> Messages:
    """Return what the check says of `field` for each value that it refuses: message and hint.

    The keys are `nothing`, `empty`, `form`, `long` and the codes in `PROBES`. `part` is the schema of the
    field.
    """
    text = part.get("anyOf", [part])[0]
    refused = {
        "nothing": None,
        "empty": [] if "minItems" in part else "",
        "form": "?",
        "long": "x" * (text.get("maxLength", 0) + 1),
    }
    found: Messages = {}
    for name, value in refused.items():
        for words in _complaints(cls, field, value).values():
            found[name] = words
    # A question mark is all that a question needs, so that one is asked for by a text without.
    for words in _complaints(cls, field, "x").values():
        found.setdefault("form", words)
    for code, value in PROBES.items():
        complaints = _complaints(cls, field, value)
        if code in complaints:
            found[code] = complaints[code]
    return found


def _add_messages(node: Node, cls: type[BaseModel]) -> None:
    for name, part in node["properties"].items():
        part["said"] = messages(cls, name, part)
    node.setdefault("required", [])
    node["said"] = {name: _complaints_of(cls, name, {})["missing-field"] for name in node["required"]}
    node["unknown"] = _complaints(cls, "?", "?").get("unknown-field", [])


def _complaints(cls: type[BaseModel], field: str, value: Any) -> Messages:
    """Return what the check says of `field` when it holds `value`, by code."""
    return _complaints_of(cls, field, {field: value})


def _complaints_of(cls: type[BaseModel], field: str, record: Mapping[str, Any]) -> Messages:
    try:
        cls.model_validate(record)
    except ValidationError as error:
        return {
            problem.code: [problem.message.replace("“?”", "“{value}”"), problem.hint]
            for problem in explain(error, cls, Document(""))
            if problem.field.split(" ")[0] == field
        }
    return {}


def _bare(node: Any) -> Any:
    """Return the schema without what only editors need. Names of fields, and messages, are no keywords, and
    stay.
    """
    if isinstance(node, list):
        return [_bare(part) for part in node]
    if isinstance(node, dict):
        return {word: _bare_part(word, part) for word, part in node.items() if word not in FOR_EDITORS}
    return node


def _bare_part(word: str, part: Any) -> Any:
    if word == "said":
        return part
    if word in ("properties", "$defs"):
        return {name: _bare(field) for name, field in part.items()}
    return _bare(part)
