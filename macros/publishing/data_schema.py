"""JSON Schemas of the published data: what other software may rely on, read from the models.

Unlike the schemas for editors (`macros.authoring.editor_schema`), these describe what the site gives out:
every record with its id and address, every field that holds something, and every field that has a default.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema as core

from macros.loading.overlay import Origin
from macros.model import FOLDERS, Framework, ProjectQuestions, Record, Term
from macros.publishing.data_paths import WHOLE, schema_path

Node = dict[str, Any]

DIALECT = GenerateJsonSchema.schema_dialect
LISTS: dict[str, type[Record]] = {"glossary": Term, **{cls.folder: cls for cls in FOLDERS}}
# Files of which there is one. The second is there only where a handbook has it.
SINGLES: tuple[type[Record], ...] = (Framework, ProjectQuestions)
RENAMED = {"links": "examples"}  # a field of a record whose name the data itself uses
SOMETIMES = ("backlinks", "origin")  # what only some sites add to a record


def _text(description: str = "") -> Node:
    return {"type": "string", **({"description": description} if description else {})}


def _list(items: Node, description: str = "") -> Node:
    return {"type": "array", "items": items, **({"description": description} if description else {})}


def _object(properties: Node, required: list[str], description: str = "") -> Node:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        **({"description": description} if description else {}),
        "properties": properties,
    }


_LINK = _object(
    {
        "field": _text("The field that points."),
        "kind": _text("The kind of the other record."),
        "id": _text("The id of the other record."),
    },
    ["field", "kind", "id"],
)
# What the data adds to the fields of each record.
ADDED: Node = {
    "kind": _text("The kind of record. With the id it names the record."),
    "address": _text("The address of its page, from the root of the site."),
    "file": _text("The file that it comes from."),
    "origin": {
        "enum": list(get_args(Origin)),
        "description": "Where one handbook follows another: whether this is a record of the other, added, "
        "or written in its place.",
    },
    "links": _list(_LINK, "Records that it points to."),
    "backlinks": _list(_LINK, "Records that point to it. Copies in a folder leave this out."),
}
OVERLAY = _object(
    {
        "folder": _text(),
        "original": _text("The organisation that is followed."),
        **{name: _list(_text()) for name in ("added", "replaced", "changed", "outdated")},
        "hidden": _list(_object({"record": _text(), "why": _text()}, ["record", "why"])),
    },
    ["folder", "original", "added", "replaced", "hidden", "changed"],
    "Where one handbook follows another: what it adds, replaces, hides and changes there. "
    "Records are kind/id.",
)
TITLE = _text("The name of this handbook, which may follow a framework of another name.")


def schemas(home: str = "") -> dict[str, Node]:
    """Return the schema of each data file by the name of the file without suffix.

    With `home`, the address of the site, each names its own address.
    """
    definitions = _definitions()
    lists = {name: _list(_ref(cls)) for name, cls in LISTS.items()}
    singles = {cls.kind: _ref(cls) for cls in SINGLES}
    whole: Node = {
        "type": "object",
        "properties": {"title": TITLE, **singles, "overlay": OVERLAY, **lists},
        "required": ["title", "framework", *lists],
        "additionalProperties": False,
    }
    return {
        name: {
            "$schema": DIALECT,
            **({"$id": home + schema_path(name)} if home else {}),
            **schema,
            "$defs": {key: definitions[key] for key in sorted(_needed(schema, definitions))},
        }
        for name, schema in {WHOLE: whole, **lists}.items()
    }


class _ForReaders(GenerateJsonSchema):
    """What is not known is left out of the data; everything else is there."""

    def nullable_schema(self, schema: core.NullableSchema) -> Node:
        """Describe a field that may be empty as what it holds when it is there."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> Node:
        """Leave the default out, because the data always gives the value."""
        return self.generate_inner(schema["schema"])

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002 (the signature is pydantic's)
        """Return whether the data always has the field: when it must be written, or has a default."""
        inner = field["schema"]
        return inner["type"] != "default" or inner.get("default") is not None


@cache
def _definitions() -> Node:
    """Return every part of the data by name, records with what the data adds to them."""
    models: list[type[Record]] = [*LISTS.values(), *SINGLES]
    _, schema = models_json_schema(
        [(cls, "serialization") for cls in models],
        schema_generator=_ForReaders,
        by_alias=False,
    )
    definitions: Node = schema["$defs"]
    for cls in LISTS.values():
        _add_to_record(definitions[cls.__name__])
    for cls in SINGLES:
        single = definitions[cls.__name__]
        single["properties"].pop("id", None)
        single["required"] = [name for name in single["required"] if name != "id"]
    return definitions


def _add_to_record(node: Node) -> None:
    fields = {RENAMED.get(name, name): field for name, field in node["properties"].items()}
    always = [name for name in ADDED if name not in SOMETIMES]
    required = [RENAMED.get(name, name) for name in node["required"]]
    node["properties"] = {"id": _text("The id, which never changes."), **ADDED, **fields}
    node["required"] = list(dict.fromkeys(["id", *always, *required]))


def _ref(cls: type[Record]) -> Node:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _needed(node: Node, definitions: Node) -> set[str]:
    """Return the names of the definitions that `node` reaches."""
    reached: set[str] = set()
    waiting = list(_refs(node))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _refs(definitions[name])
    return reached


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for part in node.values():
            yield from _refs(part)
    elif isinstance(node, list):
        for part in node:
            yield from _refs(part)
