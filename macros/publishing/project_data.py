"""What the browser must know to keep a reader's project: the schema of its file, the words, and what each
record was called and said.

Both files are scripts that assign data, because a page that is opened from a folder may fetch nothing. The
first is small, and every page where something can be ticked loads it. The second is for the pages about the
project.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from macros.authoring.latin import latin
from macros.loading.flow import Flow
from macros.loading.former_names import former_refs
from macros.loading.handbook import Handbook
from macros.loading.vocabulary import Asked, vocabulary
from macros.model import Activity, Lesson, Phase, Product, Role
from macros.model.base import Filed
from macros.model.project import MAX_BYTES, UNSEEN_SIGNS, WAYS, project_schema
from macros.pages.views.marks import mark_of, text_mark
from macros.publishing.build import Build
from macros.publishing.data_paths import schema_path
from macros.publishing.data_schema import DIALECT
from macros.publishing.json_lines import compact

SCHEMA_FILE = schema_path("project")
START = "assets/project-start.js"
DATA = "assets/project-data.js"
NOTED: tuple[type[Filed], ...] = (Phase, Activity, Product, Lesson, Role)


def scripts(build: Build) -> dict[str, str]:
    """Return both scripts, by path."""
    return {START: script_of("start", _start(build.handbook)), DATA: script_of("data", known(build))}


def schema_file(home: str) -> dict[str, str | bytes]:
    """Return the schema of project files, by path. With `home`, the address of the site, it names its own."""
    named = {"$id": home + SCHEMA_FILE} if home else {}
    schema = {"$schema": DIALECT, **named, **project_schema()}
    return {SCHEMA_FILE: json.dumps(schema, ensure_ascii=False, indent=1) + "\n"}


def storage_key(handbook: Handbook) -> str:
    """Return the name under which a browser keeps the project of this handbook.

    All files that are opened from folders share one store, so the name must tell handbooks apart.
    """
    title = handbook.site.title
    name = "-".join(re.findall("[a-z0-9]+", latin(title).lower()))[:48].strip("-")
    return f"{name or hashlib.sha256(title.encode()).hexdigest()[:8]}-project"


def _start(handbook: Handbook) -> dict[str, Any]:
    labels = handbook.site.labels
    return {
        "key": storage_key(handbook),
        "handbook": handbook.framework.title,
        "edition": handbook.framework.edition,
        "formerly": dict(former_refs(handbook)),
        "largest": MAX_BYTES,
        "unseen": UNSEEN_SIGNS,
        "schema": project_schema(),
        "words": labels.project.model_dump(),
    }


def known(build: Build) -> dict[str, Any]:
    """Return what the pages about the project know of the handbook, as plain data."""
    handbook = build.handbook
    labels = handbook.site.labels
    gates = labels.gates
    return {
        "states": gates.states.model_dump(by_alias=True) | gates.answers.model_dump(by_alias=True),
        "answers": {name: _answers(asked) for name, asked in vocabulary(handbook).items()},
        "ways": {way: getattr(labels.tailoring_page.ways, way).done for way in WAYS},
        "days": labels.n_days.model_dump(exclude_none=True),
        "records": {ref: [title, mark] for ref, title, mark in _records(handbook)},
        "parts": {ref: parts for ref, parts in _all_parts(handbook) if parts},
        "work": _work(Flow(handbook)),
        "suffix": build.addresses.of("x.md").removeprefix("x"),
    }


def _answers(asked: Asked) -> tuple[str, dict[str, str]]:
    """Return the words of a question, and the words of each answer by id."""
    return asked.question.title, {choice.id: choice.title for choice in asked.choices.values()}


def _records(handbook: Handbook) -> Iterator[tuple[str, str, str]]:
    """Yield every record that can be noted: its reference, its title and its mark."""
    for cls in NOTED:
        for record in handbook.all(cls):
            yield f"{cls.folder}/{record.id}", record.title, mark_of(handbook, record)


def _all_parts(handbook: Handbook) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the parts of each record, by reference: the mark of each, by its id."""
    for cls in NOTED:
        for record in handbook.all(cls):
            yield f"{cls.folder}/{record.id}", {part: text_mark(text) for part, text in _parts(record)}


def _work(flow: Flow) -> list[dict[str, Any]]:
    """Return every activity in the order of the work: who takes part, what it waits for, and what of it can
    be ticked.
    """
    return [
        {
            "id": activity.id,
            "lead": activity.roles.lead,
            "others": [*activity.roles.contribute, *activity.roles.approve],
            "after": sorted(flow.awaited(activity)),
            "done": [text_mark(text) for text in activity.done_when],
        }
        for activity in flow.order
    ]


def _parts(record: Filed) -> Iterator[tuple[str, str]]:
    """Yield what of a record can be ticked by its own: id and text."""
    if isinstance(record, Activity):
        yield from ((step.id, step.told) for step in record.steps)
        yield from ((f"done-{text_mark(text)}", text) for text in record.done_when)
    if isinstance(record, Phase):
        yield from ((criterion.id, criterion.text) for criterion in record.exit_criteria)


def script_of(name: str, value: Any) -> str:
    """Return a script that gives the project `value` under a name."""
    return f"(window.handbookProject=window.handbookProject||{{}}).{name}={compact(value)};\n"
