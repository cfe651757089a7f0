"""The handbook as data: every record with its fields, its address, and the records that it points to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.overlay import as_data
from macros.model import ProjectQuestions, Record
from macros.pages.record_pages import source_of
from macros.publishing.build import Build
from macros.publishing.data_schema import LISTS, RENAMED


def data(build: Build) -> dict[str, Any]:
    """Return the whole handbook under its own title: one list for each kind, each record as `_record` gives
    it.
    """
    return {name: list(part) if isinstance(part, Iterator) else part for name, part in parts(build)}


def parts(build: Build) -> Iterator[tuple[str, Any]]:
    """Yield each part of the data with its name, and lists one record at a time: together they take more
    memory than the records do.
    """
    handbook = build.handbook
    yield "title", handbook.site.title
    yield "framework", _fields(handbook.framework)
    if questions := handbook.find(ProjectQuestions, ProjectQuestions.kind):
        yield "questions", _fields(questions)
    if handbook.overlay:
        yield "overlay", as_data(handbook.overlay)
    for name in LISTS:
        yield name, listed(build, name)


def listed(build: Build, name: str) -> Iterator[dict[str, Any]]:
    """Yield the records of the list `name`, each as `_record` gives it."""
    return (_record(build, record) for record in build.handbook.all(LISTS[name].kind))


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
