"""The handbook as data: every record with its fields, its address, and the records that it points to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.overlay import as_data
from macros.model import FOLDERS, ProjectQuestions, Record, Term
from macros.pages.record_pages import source_of
from macros.publishing.build import Build
from macros.publishing.data_schema import RENAMED


def data(build: Build) -> dict[str, Any]:
    """Return the whole handbook under its own title: one list for each kind, each record as `_record` gives
    it.
    """
    handbook = build.handbook
    questions = handbook.find(ProjectQuestions, ProjectQuestions.kind)
    return {
        "title": handbook.site.title,
        "framework": _fields(handbook.framework),
        **({"questions": _fields(questions)} if questions else {}),
        **({"overlay": as_data(handbook.overlay)} if handbook.overlay else {}),
        "glossary": [_record(build, term) for term in handbook.all(Term)],
        **{cls.folder: [_record(build, record) for record in handbook.all(cls.kind)] for cls in FOLDERS},
    }


def _record(build: Build, record: Record) -> dict[str, Any]:
    """Return id, kind, address, file, fields and links of `record`.

    Where there is a local folder, `origin` says who wrote it. `backlinks` are left out of copies in a folder,
    because they take room and follow from the links.
    """
    handbook = build.handbook
    return {
        "id": record.id,
        "kind": record.kind,
        "address": build.addresses.of(source_of(record)),
        "file": handbook.file(record),
        **({"origin": handbook.origin(record)} if handbook.overlay else {}),
        **_fields(record, RENAMED),
        "links": _links(handbook, record),
        **({} if build.offline else {"backlinks": _backlinks(handbook, record)}),
    }


def _fields(record: Record, renamed: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """Return the fields as written; those whose name the data itself uses get another."""
    fields = record.model_dump(mode="json", exclude={"id"}, exclude_none=True)
    return {renamed.get(name, name): value for name, value in fields.items()}


def _links(handbook: Handbook, record: Record) -> list[dict[str, str]]:
    return _once((link.field, link.target) for link in handbook.links_of(record))


def _backlinks(handbook: Handbook, record: Record) -> list[dict[str, str]]:
    return _once((link.field, link.origin) for link in handbook.links_to(record))


def _once(links: Iterable[tuple[str, Record]]) -> list[dict[str, str]]:
    """Return each field with each record that it joins, once."""
    unique = dict.fromkeys((field, other.kind, other.id) for field, other in links)
    return [{"field": field, "kind": kind, "id": other} for field, kind, other in unique]
