"""JSON Schemas of the published data: what other software may rely on, read off the models.

Unlike the schemas for editors (`macros.authoring.editor_schema`), these describe what the site gives out: every record with its id and address, every field that
holds something, and every field that has a default.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema as core

from macros.loading.overlay import Origin
from macros.model import FOLDERS, Framework, Record, Term

Node = dict[str, Any]
SOMETIMES = ("backlinks", "origin")
RENAMED = {"links": "examples"}  # a field of a record whose name the data itself uses
LISTS: dict[str, type[Record]] = {"glossary": Term, **{cls.folder: cls for cls in FOLDERS}}
WHOLE = "handbook"
_TEXT = {"type": "string"}
_LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["field", "kind", "id"],
        "properties": {
            "field": {**_TEXT, "description": "The field that points."},
            "kind": {**_TEXT, "description": "The kind of the other record."},
            "id": {**_TEXT, "description": "The id of the other record."},
        },
    },
}
# What the data adds to the fields of each record.
ADDED: Node = {
    "kind": {**_TEXT, "description": "The kind of record. With the id it names the record."},
    "address": {**_TEXT, "description": "The address of its page, from the root of the site."},
    "file": {**_TEXT, "description": "The file that it comes from."},
    "origin": {
        "enum": list(get_args(Origin)),
        "description": "Where one handbook follows another: whether this is a record of the other, added, or written in its place.",
    },
    "links": {**_LINKS, "description": "Records that it points to."},
    "backlinks": {**_LINKS, "description": "Records that point to it. Copies in a folder leave this out."},
}


# Where one handbook follows another: what it adds, replaces, hides and changes there.
OVERLAY: Node = {
    "type": "object",
    "additionalProperties": False,
    "required": ["folder", "original", "added", "replaced", "hidden", "changed"],
    "description": "Where one handbook follows another: what it adds, replaces, hides and changes there. Records are kind/id.",
    "properties": {
        "folder": _TEXT,
        "original": {**_TEXT, "description": "The organisation that is followed."},
        **{name: {"type": "array", "items": _TEXT} for name in ("added", "replaced", "changed")},
        "hidden": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["record", "why"],
                "properties": {"record": _TEXT, "why": _TEXT},
            },
        },
    },
}

TITLE: Node = {
    **_TEXT,
    "description": "The name of this handbook, which may follow a framework of another name.",
}


def schemas(home: str = "") -> dict[str, Node]:
    """The schema of each data file by the name of the file without suffix. With `home`, the address of the site, each says its own address."""
    defs = _definitions()
    lists = {name: {"type": "array", "items": _ref(cls)} for name, cls in LISTS.items()}
    whole = {
        "type": "object",
        "properties": {"title": TITLE, "framework": _ref(Framework), "overlay": OVERLAY, **lists},
        "required": ["title", "framework", *lists],
        "additionalProperties": False,
    }
    found = {WHOLE: whole, **lists}
    return {
        name: {
            "$schema": GenerateJsonSchema.schema_dialect,
            **({"$id": f"{home}data/schema/{name}.json"} if home else {}),
            **schema,
            "$defs": {key: defs[key] for key in sorted(_needed(schema, defs))},
        }
        for name, schema in found.items()
    }


class _ForReaders(GenerateJsonSchema):
    """What is not known is left out of the data; everything else is there."""

    def nullable_schema(self, schema: core.NullableSchema) -> Node:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> Node:
        return self.generate_inner(schema["schema"])

    def field_is_required(self, field: Any, total: bool) -> bool:
        inner = field["schema"]
        return inner["type"] != "default" or inner.get("default") is not None


@cache
def _definitions() -> Node:
    """Every part of the data by name, records with what the data adds to them."""
    _, made = models_json_schema(
        [(cls, "serialization") for cls in (*LISTS.values(), Framework)],
        schema_generator=_ForReaders,
        by_alias=False,
    )
    for cls in LISTS.values():
        node = made["$defs"][cls.__name__]
        fields = {RENAMED.get(name, name): field for name, field in node["properties"].items()}
        node["properties"] = {
            "id": _TEXT | {"description": "The id, which never changes."},
            **ADDED,
            **fields,
        }
        required = [RENAMED.get(name, name) for name in node["required"]]
        node["required"] = list(
            dict.fromkeys(["id", *(name for name in ADDED if name not in SOMETIMES), *required])
        )
    framework = made["$defs"][Framework.__name__]
    framework["properties"].pop("id", None)
    framework["required"] = [name for name in framework["required"] if name != "id"]
    return made["$defs"]


def _ref(cls: type[Record]) -> Node:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _needed(node: Any, defs: Node) -> set[str]:
    """The names of the definitions that `node` reaches."""
    found: set[str] = set()
    waiting = list(_refs(node))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _refs(defs[name])
    return found


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and "$ref" in node:
        yield node["$ref"].rpartition("/")[2]
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _refs(inner)
