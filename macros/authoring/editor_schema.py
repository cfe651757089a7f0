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

from macros.loading.handbook import Handbook
from macros.model import LOCAL_FILES, SINGLES, Activity, FileKind, Language
from macros.model.shape import inner_models

FOLDER = ".schema"  # under content/, where a name that starts with a dot is no record
WITH_IDS = "local"  # under that, for copies with ids, which are not committed
Node = dict[str, Any]
Names = Mapping[str, Mapping[str, str]]


def schemas(names: Names | None = None) -> dict[str, str]:
    """The text of each schema by its file name, one for each kind of file; and one for each kind that a
    team's own folder may hold in part. `names` (see `names_of`) adds ids to complete.
    """
    whole = {f"{cls.kind}.json": schema(cls, names) for cls in LOCAL_FILES}
    partial: tuple[FileKind, ...] = (*SINGLES, Language)
    parts = {f"{cls.kind}-own.json": schema(cls, names, part=True) for cls in partial}
    return {
        name: json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        for name, made in {**whole, **parts}.items()
    }


def write(folder: Path, names: Names | None = None) -> None:
    """Write every schema into `folder`, which is made if need be, in place of what stands there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(names).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def schema(cls: FileKind, names: Names | None = None, *, part: bool = False) -> Node:
    """The schema of one kind of file, read off its model: what is not written in the file is not in it. In a
    `part` nothing must be there.
    """
    made = cls.model_json_schema(schema_generator=_ForEditors)
    injected = {name for name, field in made["properties"].items() if field.get("injected")}
    made["properties"] = {name: field for name, field in made["properties"].items() if name not in injected}
    partial = [name for name, field in made["properties"].items() if field.pop("partial", False)]
    made["required"] = [name for name in made.get("required", ()) if name not in {*injected, *partial}]
    for inner in (
        inner
        for name in (cls.model_fields if part else partial)
        for inner in inner_models(cls.model_fields[name].annotation)
    ):
        _let_out(inner, made["$defs"])
    if part:
        made["required"] = []
    for node in list(_nodes(made)):
        _read_examples(node)
        if names is not None and "x-ref" in node:
            _suggest(node, names, made.setdefault("$defs", {}))
    return {"$schema": GenerateJsonSchema.schema_dialect, **made}


def names_of(handbook: Handbook) -> dict[str, dict[str, str]]:
    """What references may hold now, each with its title, by the kind that the field is marked with."""
    names = {
        kind: {id: record.title for id, record in records.items()}
        for kind, records in handbook.records.items()
    }
    steps = {
        f"{activity.id}#{step.id}": step.text
        for activity in handbook.all(Activity)
        for step in activity.steps
    }
    anything = {f"{kind}/{id}": title for kind, titles in names.items() for id, title in titles.items()}
    return {**names, "step": names["activity"] | steps, "*": anything}


class _ForEditors(GenerateJsonSchema):
    """Where an editor and the reader of files see a value differently, the schema takes the reader's side."""

    def str_schema(self, schema: core.StringSchema) -> Node:
        """Every value stays the text that was typed, so `2010` is a text here, and a number to the editor."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def nullable_schema(self, schema: core.NullableSchema) -> Node:
        """A field that may be left out is left out, not left empty."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> Node:
        """What a field is when it is left out needs no writing, so no editor should offer to write it."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Also where the field holds a group that has a title of its own."""
        return True


def _nodes(node: Any) -> Iterator[Node]:
    """`node` and every schema inside it."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(inner)


def _read_examples(node: Node) -> None:
    """Examples in the model are texts as they are typed. Where a number or a truth is meant, the editor reads
    it so.
    """
    if node.get("type") in ("integer", "boolean") and "examples" in node:
        node["examples"] = [json.loads(example) for example in node["examples"]]


def _let_out(model: type[BaseModel], shared: Node) -> None:
    """Nothing must be there in a group of which a file says only some, nor in the groups inside it, but for
    those that count as one value.
    """
    if not getattr(model, "one_value", False):
        needed = shared[model.__name__].pop("required", ())
        if "id" in needed:  # by which entries of lists are joined
            shared[model.__name__]["required"] = ["id"]
        for info in model.model_fields.values():
            for inner in inner_models(info.annotation):
                _let_out(inner, shared)


def _suggest(node: Node, names: Names, shared: Node) -> None:
    """Offer what exists now, each with its title, and accept whatever has the right form."""
    kind = node["x-ref"]
    if known := names[kind]:
        shared[f"known-{kind}"] = {"enum": list(known), "enumDescriptions": list(known.values())}
        also = [{"enum": node["x-also"]}] if "x-also" in node else []
        form = {key: node.pop(key) for key in ("type", "pattern", "maxLength") if key in node}
        node["anyOf"] = [{"$ref": f"#/$defs/known-{kind}"}, *also, form]
