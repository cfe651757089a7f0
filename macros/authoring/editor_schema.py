"""JSON Schemas for editors: completion, explanations and early warnings while somebody types.

An editor helps and the check decides. So a schema says what holds for one file alone, and flags nothing that
the check lets pass, but for an optional field that is left empty. A committed schema holds no ids: a new
record must not change any other file, and a list of ids would be a merge conflict for every two contributors.
Who wants ids completed makes a copy with them. There they are suggested and not demanded, because the copy is
as old as the last time it was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema as core

from macros.authoring.disk.whole_files import put_all
from macros.loading.additions import ORDERS
from macros.loading.handbook import Handbook
from macros.model import LOCAL_FILES, SINGLES, Activity, FileKind, Language
from macros.model.shape import inner_models

FOLDER = ".schema"  # under content/, where a name that starts with a dot is no record
WITH_IDS = "local"  # under that, for copies with ids, which are not committed
Node = dict[str, Any]
Names = Mapping[str, Mapping[str, str]]


def schemas(names: Names | None = None) -> dict[str, str]:
    """Return the text of each schema by its file name: one for each kind of file.

    Kinds of which a local folder may hold a part have a second. `names` (see `names_of`) adds ids to
    complete.
    """
    partial: tuple[FileKind, ...] = (*SINGLES, Language)
    nodes = {f"{cls.kind}.json": schema(cls, names) for cls in LOCAL_FILES}
    nodes |= {f"{cls.kind}-own.json": schema(cls, names, part=True) for cls in partial}
    return {name: json.dumps(node, ensure_ascii=False, indent=1) + "\n" for name, node in nodes.items()}


def write(folder: Path, names: Names | None = None) -> None:
    """Write every schema into `folder`, which is made if need be, in place of what is there.

    Raise Refusal, and leave all as it was, when one cannot be written.
    """
    put_all({folder / name: text.encode() for name, text in schemas(names).items()})


def schema(cls: FileKind, names: Names | None = None, *, part: bool = False) -> Node:
    """Return the schema of one kind of file, read off its model, without what is not written in the file.

    In a `part` nothing must be there.
    """
    node: Node = cls.model_json_schema(schema_generator=_ForEditors)
    fields = {name: field for name, field in node["properties"].items() if not field.get("injected")}
    partial = [name for name, field in fields.items() if field.pop("partial", False)]
    required = [name for name in node.get("required", ()) if name in fields and name not in partial]
    node["properties"] = fields
    node["required"] = [] if part else required
    if part:
        _let_add(fields)
    for name in cls.model_fields if part else partial:
        for inner in inner_models(cls.model_fields[name].annotation):
            _let_out(inner, node["$defs"])
    for inside in list(_nodes(node)):
        _read_examples(inside)
        if names is not None and "x-ref" in inside:
            _suggest(inside, names, node.setdefault("$defs", {}))
    return {"$schema": GenerateJsonSchema.schema_dialect, **node}


def names_of(handbook: Handbook) -> dict[str, dict[str, str]]:
    """Return what references may hold now, each with its title, by the kind that the field is marked with."""
    names = {kind: {key: r.title for key, r in each.items()} for kind, each in handbook.records.items()}
    steps = {f"{a.id}#{step.id}": step.text for a in handbook.all(Activity) for step in a.steps}
    anything = {f"{kind}/{key}": title for kind, titles in names.items() for key, title in titles.items()}
    return {**names, "step": names["activity"] | steps, "*": anything}


class _ForEditors(GenerateJsonSchema):
    """Where an editor and the reader of files see a value differently, the schema takes the reader's side."""

    def str_schema(self, schema: core.StringSchema) -> Node:
        """Every value stays the text that was typed, so `2010` is a text here, and a number to the editor."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def nullable_schema(self, schema: core.NullableSchema) -> Node:
        """Take a field that may be left out as left out, not as left empty."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> Node:
        """Offer no default: what a field is when it is left out needs no writing."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the base class names it
        """Give a field its title also where it holds a group that has one."""
        return True


def _nodes(node: Any) -> Iterator[Node]:
    """Yield `node` and every schema inside it."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from _nodes(inner)


def _read_examples(node: Node) -> None:
    """Examples in the model are texts as they are typed. Where a number or a truth is meant, the editor reads
    it so.
    """
    if node.get("type") in ("integer", "boolean") and "examples" in node:
        node["examples"] = [json.loads(example) for example in node["examples"]]


def _let_out(model: type[BaseModel], shared: Node) -> None:
    """Nothing must be there in a group of which a file says only some, nor in the groups inside it, but for
    values that count as one.
    """
    if not getattr(model, "one_value", False):
        needed = shared[model.__name__].pop("required", ())
        if "id" in needed:  # by which entries of lists are joined
            shared[model.__name__]["required"] = ["id"]
        for info in model.model_fields.values():
            for inner in inner_models(info.annotation):
                _let_out(inner, shared)


def _let_add(fields: Node) -> None:
    """Let a local file add to a list of ids in place of writing it anew (see `macros.loading.additions`)."""
    for name in fields.keys() & set(ORDERS):
        words = {key: fields[name][key] for key in ("title", "description")}
        ids = {key: value for key, value in fields[name].items() if key not in words}
        one = ids["items"]
        addition = {
            "type": "object",
            "properties": {"add": {"anyOf": [one, ids]}, "after": one, "before": one},
            "required": ["add"],
            "additionalProperties": False,
        }
        several = {"type": "array", "items": addition, "minItems": 1}
        fields[name] = {**words, "anyOf": [ids, addition, several]}


def _suggest(node: Node, names: Names, shared: Node) -> None:
    """Offer what exists now, each with its title, and accept whatever has the right form."""
    kind = node["x-ref"]
    if known := names[kind]:
        shared[f"known-{kind}"] = {"enum": list(known), "enumDescriptions": list(known.values())}
        also = [{"enum": node["x-also"]}] if "x-also" in node else []
        form = {key: node.pop(key) for key in ("type", "pattern", "maxLength") if key in node}
        node["anyOf"] = [{"$ref": f"#/$defs/known-{kind}"}, *also, form]
