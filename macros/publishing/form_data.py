"""What the form for a new lesson knows: the schemas, what the check says, the choices, and where a file goes.

The form checks in the browser what `handbook check` checks, and says it in the same words. So nothing is written down twice:
the schemas are read off the model, and the words are heard by asking the model about a value that it refuses. It is a script
that assigns data, because a page that is opened from a folder may fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from macros.authoring.editor_schema import Node, schema
from macros.checks.rules import date_order, lesson_evidence, orphans, reference_targets, titles
from macros.loading.document import Document
from macros.loading.explain import explain
from macros.loading.handbook import Handbook
from macros.loading.overlay import own_folder
from macros.loading.yaml_file import MAX_BYTES, TOO_LARGE, UNSEEN, UNSEEN_HINT, UNSEEN_MESSAGE
from macros.model import KINDS, Record
from macros.model.fields import ID, MAX_ID, RESERVED
from macros.model.shape import inner_models
from macros.pages.prose import plain
from macros.pages.repository import new_file

if TYPE_CHECKING:
    from macros.publishing.build import Build

SCRIPT = "assets/form-data.js"
KINDS_WRITTEN = ("lesson", "source")
LONGEST_STEP = 48
# Values that some fields refuse, by the code of the problem that they then have.
PROBES = {"one-line": "a\nb", "date-real": "2021-02-30", "slug-reserved": "con"}
FOR_EDITORS = ("description", "examples", "title", "$schema")


def script(build: Build) -> str:
    """The script that gives the form what it knows."""
    whole = json.dumps(
        known(build.report.handbook, build.content, small=build.offline),
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return f"window.handbookForm = {{ data: {whole} }};\n"


def known(handbook: Handbook, content: Path, *, small: bool = False) -> dict[str, Any]:
    """Everything that the form knows, as plain data. A `small` one, for copies in a folder, calls steps by their ids."""
    site, folders = handbook.site, {kind: home_of(content, kind) for kind in KINDS_WRITTEN}
    return {
        "schemas": {kind: told(KINDS[kind]) for kind in KINDS_WRITTEN},
        "id": said(KINDS["lesson"], "id", {"maxLength": MAX_ID}),
        "rules": rules(),
        "reserved": sorted(RESERVED),
        "idForm": f"^{ID}$",
        "longestId": MAX_ID,
        "unseen": UNSEEN.pattern,
        "largest": MAX_BYTES,
        "choices": choices(handbook, small=small),
        "folders": folders,
        "newFile": {kind: new_file(site.repository, folder) for kind, folder in folders.items()},
        "email": site.contact.email or "",
        "words": site.labels.form.model_dump() | {"step_number": site.labels.step_number},
    }


def home_of(content: Path, kind: str) -> str:
    """Where a team keeps new records of `kind`: in the folder of its own, when it has one, and else where all are."""
    return (own_folder(content) / KINDS[kind].folder).relative_to(content.parent).as_posix()


def rules() -> dict[str, list[str]]:
    """What the check says beyond the shape of one record: the message and what to do, with names in braces for what it is about."""
    return {
        "no-activity": list(lesson_evidence.NO_ACTIVITY),
        "wrong-place": list(lesson_evidence.WRONG_PLACE),
        "wrong-order": [lesson_evidence.REVIEWED_FIRST, ""],
        "future": [date_order.FUTURE, ""],
        "twin": list(titles.TWIN),
        "unknown-id": [reference_targets.UNKNOWN, ""],
        "unknown-step": [reference_targets.NO_STEP, ""],
        "uncited": list(orphans.EXPECTED["source"][1:]),
        "unseen": [UNSEEN_MESSAGE, UNSEEN_HINT],
        "too-large": list(TOO_LARGE),
    }


@cache
def told(cls: type[BaseModel]) -> Node:
    """The schema of a kind of record without what only editors need, each part with what the check says when it does not hold."""
    made = schema(cls) if issubclass(cls, Record) else {}
    groups = {
        model.__name__: model for info in cls.model_fields.values() for model in inner_models(info.annotation)
    }
    for name, node in made.get("$defs", {}).items():
        _tell(node, groups[name])
    _tell(made, cls)
    return _bare(made)


def said(cls: type[BaseModel], field: str, part: Node) -> dict[str, list[str]]:
    """What the check says of `field` for each value that it refuses: nothing, empty, without form, too long, and the probes."""
    text = part.get("anyOf", [part])[0]
    bad = {
        "nothing": None,
        "empty": [] if "minItems" in part else "",
        "form": "?",
        "long": "x" * (text.get("maxLength", 0) + 1),
    }
    found = {name: words for name, value in bad.items() for words in _complaints(cls, field, value).values()}
    return found | {
        code: words
        for code, value in PROBES.items()
        for known, words in _complaints(cls, field, value).items()
        if known == code
    }


def _tell(node: Node, cls: type[BaseModel]) -> None:
    for name, part in node["properties"].items():
        part["said"] = said(cls, name, part)
    node["said"] = {
        name: _complaints(cls, name, None, whole={})["missing-field"] for name in node["required"]
    }
    node["unknown"] = _complaints(cls, "?", "?")["unknown-field"]


def _complaints(
    cls: type[BaseModel], field: str, value: Any, whole: Mapping[str, Any] | None = None
) -> dict[str, list[str]]:
    """What the check says of `field` when it holds `value`: message and hint, by code."""
    try:
        cls.model_validate({field: value} if whole is None else whole)
    except ValidationError as error:
        return {
            p.code: [p.message.replace("“?”", "“{value}”"), p.hint]
            for p in explain(error, cls, Document(""))
            if p.field.split(" ")[0] == field
        }
    return {}


def _bare(node: Any) -> Any:
    """The schema without what only editors need. Names of fields and what is said are no keywords, and stay."""
    if isinstance(node, list):
        return [_bare(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        word: {name: _bare(part) for name, part in value.items()}
        if word in ("properties", "$defs")
        else value
        if word == "said"
        else _bare(value)
        for word, value in node.items()
        if word not in FOR_EDITORS
    }


def choices(handbook: Handbook, *, small: bool = False) -> dict[str, Any]:
    """What fields that name records may hold: id and title, in the order of the handbook; lessons and sources with the ids that they had."""
    listed = {
        kind: [[record.id, record.title] for record in handbook.all(kind)]
        for kind in ("phase", "workstream", "function", "migration", "product")
    }
    for kind in KINDS_WRITTEN:
        listed[kind] = [[record.id, record.title, *record.formerly] for record in handbook.all(kind)]
    activities = [
        [
            a.id,
            a.title,
            a.phase,
            a.workstream,
            [[step.id] if small else [step.id, _short(step.text)] for step in a.steps],
        ]
        for a in handbook.all("activity")
    ]
    return {**listed, "activity": activities}


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= LONGEST_STEP else words[:LONGEST_STEP].rsplit(" ", 1)[0] + "…"
