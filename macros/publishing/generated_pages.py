"""The macros that generated pages call: one for each kind of record, and one for each section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from macros.authoring.examples import Examples, examples
from macros.authoring.field_reference import of_file
from macros.loading.handbook import Handbook
from macros.model import FOLDERS, KIND_OF
from macros.model.sections import SECTIONS
from macros.pages.renderer import Renderer
from macros.pages.views.long_lists import list_part
from macros.publishing.record_query import RecordQuery

RECORD_PAGES = tuple(cls.kind for cls in FOLDERS)
# Kinds whose pages link the terms in their texts to the glossary.
WITH_TERMS = ("overview", "phase", "activity", "lesson", "product")
INDEX_PAGES = tuple(section.name for section in SECTIONS)


class GeneratedPages:
    """The pages of one handbook. `here` says which page is being made (its path under docs/)."""

    def __init__(self, renderer: Renderer, here: Callable[[], str]) -> None:
        self._renderer = renderer
        self._here = here
        self._handbook = renderer.handbook
        self._query = RecordQuery(renderer.handbook)

    def table(self) -> dict[str, Callable[..., Markup]]:
        """Return every macro by the name that pages call it by."""
        return {name: partial(make, self) for name, make in MACROS.items()}

    def made(self, macro: str, *arguments: str) -> Markup:
        """Return what one macro makes."""
        return MACROS[macro](self, *arguments)

    def _record_page(self, id: str, *, kind: str) -> Markup:
        record = self._query.get(kind, id)
        terms = self._renderer.term_links(record, self._here()) if kind in WITH_TERMS else None
        return self._show(f"{kind}_page", record=record, terms=terms)

    def _index(self, *, section: str) -> Markup:
        """Return the page of a section: its own template, or for a kind without one the list of its
        records.
        """
        kind = KIND_OF.get(section, "")
        templates = (f"{section}_index.html", "records_index.html")
        return self._renderer.render(templates, self._here(), section=section, kind=kind)

    def _moved(self, kind: str, id: str) -> Markup:
        return self._show("moved", record=self._query.get(kind, id))

    def _left_out(self, kind: str, id: str) -> Markup:
        left = self._handbook.hidden[kind, id]
        return self._show("left_out", left=left, section=left.record.folder)

    def _print_page(self, kind: str, id: str) -> Markup:
        return self._show("print_page", record=self._query.get(kind, id))

    def _fields_page(self, kind: str) -> Markup:
        groups = of_file(kind, _examples(self._handbook))
        return self._show("fields_page", groups=groups, title=groups[0].title)

    def _gate_page(self, phase: str) -> Markup:
        return self._show("gate_page", phase=self._query.get("phase", phase))

    def _list_part_page(self, section: str, group: str, number: str) -> Markup:
        return self._show("list_part_page", part=list_part(self._handbook, section, group, number))

    def _show(self, template: str, **values: Any) -> Markup:
        return self._renderer.render(f"{template}.html", self._here(), **values)


MACROS: Mapping[str, Callable[..., Markup]] = {
    **{f"{kind}_page": partial(GeneratedPages._record_page, kind=kind) for kind in RECORD_PAGES},
    **{f"{name}_index": partial(GeneratedPages._index, section=name) for name in INDEX_PAGES},
    "moved": GeneratedPages._moved,
    "left_out": GeneratedPages._left_out,
    "print_page": GeneratedPages._print_page,
    "fields_page": GeneratedPages._fields_page,
    "gate_page": GeneratedPages._gate_page,
    "list_part_page": GeneratedPages._list_part_page,
}


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def _examples(handbook: Handbook) -> Examples:
    return examples(handbook)
