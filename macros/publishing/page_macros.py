"""The macros: what a page may call between double braces. Each public method is one macro.

A macro takes records and hands them to a template in `overrides/handbook/`; it holds no markup. The
docstrings are the reference that readers see, with the example on the last line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from macros.authoring import field_reference
from macros.authoring.examples import examples
from macros.model import FOLDERS, Overview
from macros.model.partial_date import FORM
from macros.model.sections import SECTIONS
from macros.pages.renderer import Renderer
from macros.publishing import data_file
from macros.publishing.data_schema import LISTS, WHOLE
from macros.publishing.macro_error import MacroError
from macros.publishing.open_data import paths
from macros.publishing.record_query import Chosen
from macros.similarity import suggest

RECORD_PAGES = tuple(cls.kind for cls in FOLDERS)
INDEX_PAGES = tuple(section.name for section in SECTIONS)
TEXTS = ("about", "credit", "licence", "edition", "summary")


class Macros:
    """The macros of one handbook. `here` says which page is being made (its path under docs/)."""

    def __init__(self, renderer: Renderer, here: Callable[[], str]) -> None:
        self._renderer, self._here = renderer, here
        self._handbook, self._chosen = renderer.handbook, Chosen(renderer.handbook)

    def table(self) -> dict[str, Callable[..., Markup]]:
        """Every macro by the name that pages call it by."""
        pages = {f"{kind}_page": partial(self._record_page, kind) for kind in RECORD_PAGES} | {
            "moved": self._moved,
            "left_out": self._left_out,
            "print_page": self._printed,
        }
        indexes = {f"{section}_index": partial(self._show, f"{section}_index") for section in INDEX_PAGES}
        return {**self._written(), **pages, **indexes}

    def navigation_tool(self, compact: bool = False) -> Markup:
        """The map: phases across, workstreams down. `compact` draws one mark for each activity, for a home page.

        navigation_tool(compact=True)
        """
        return self._show("map_small" if compact else "navigation_tool")

    def phase_timeline(self, migration: str = "", compact: bool = False) -> Markup:
        """The timeline of one migration, drawn to scale; by default of the framework's own. `compact` leaves out the table.

        phase_timeline(compact=True)
        """
        chosen = migration or self._handbook.framework.key_migration
        return (
            self._show("phase_timeline", migration=self._chosen.get("migration", chosen), compact=compact)
            if chosen
            else Markup()
        )

    def routes(self) -> Markup:
        """The doors of the home page: one for each route of the framework.

        routes()
        """
        return self._show("routes")

    def key_learnings(self) -> Markup:
        """What to remember, as overview pages list it: each one line with its lessons.

        key_learnings()
        """
        return self._show(
            "key_learnings", learnings=[x for page in self._handbook.all(Overview) for x in page.learnings]
        )

    def cards(self, kind: str, *ids: str) -> Markup:
        """Records of one kind as cards: those named, or all of them.

        cards("phase")
        """
        return self._show(
            "cards", records=[self._chosen.get(kind, id) for id in ids] or self._chosen.all(kind)
        )

    def records(self, kind: str, **where: str) -> Markup:
        """A list of records of one kind, filtered by any field that holds an id.

        records("product", availability="request")
        """
        return self._show("record_list", records=self._chosen.where(kind, where))

    def count(self, kind: str, **where: str) -> Markup:
        """How many records of one kind there are, filtered as in `records`.

        count("lesson")
        """
        return Markup(str(len(self._chosen.where(kind, where))))

    def framework_text(self, field: str) -> Markup:
        """A text of the framework: `about`, `credit`, `licence`, `edition` or `summary`.

        framework_text("credit")
        """
        if field not in TEXTS:
            raise MacroError(f"the framework has no text “{field}”. {suggest(field, TEXTS)}")
        return self._show("framework_text", text=getattr(self._handbook.framework, field))

    def edition_note(self) -> Markup:
        """Which edition this copy is, and how to get the next.

        edition_note()
        """
        return self._show("edition_note")

    def data_files(self) -> Markup:
        """The files that hold the records as data, each with its schema.

        data_files()
        """
        labels = self._handbook.site.labels
        rows = [
            (labels.data_whole, paths(WHOLE)),
            *((labels.kinds_many[cls.kind], paths(name)) for name, cls in LISTS.items()),
        ]
        return self._show("data_files", rows=[(words, list(filter(None, files))) for words, files in rows])

    def feed_list(self) -> Markup:
        """The feeds of new and changed lessons, or why there are none.

        feed_list()
        """
        return self._show("feed_list")

    def lesson_form(self) -> Markup:
        """The form for a new lesson. It checks what is typed, shows the page and makes the file, all in the browser.

        lesson_form()
        """
        return self._show("lesson_form")

    def value(self, file: str, name: str) -> Markup:
        """A value from a YAML file in `docs/`, such as a number that a test run wrote. A date is shown as a date.

        value("about/accessibility-results.yml", "date")
        """
        text = data_file.value(self._renderer.docs, file, name)
        return escape(self._renderer.words.when(text) if FORM.fullmatch(text) else text)

    def values(self, file: str, name: str) -> Markup:
        """A list from a YAML file in `docs/`, one point an entry. An empty list says that there is none.

        values("about/accessibility-results.yml", "known_failures")
        """
        return self._show("values", entries=data_file.values(self._renderer.docs, file, name))

    def field_reference(self) -> Markup:
        """Every field of every kind of record, with its meaning, what it holds and an example.

        field_reference()
        """
        return self._show("field_reference", groups=field_reference.groups(examples(self._handbook)))

    def macro_reference(self) -> Markup:
        """Every macro for hand-written pages, with an example.

        macro_reference()
        """
        return self._show("macro_reference", entries=field_reference.macros(self._written()))

    def _written(self) -> dict[str, Callable[..., Markup]]:
        """The macros that people may write in pages; the rest are called by generated pages only."""
        return {
            name: getattr(self, name) for name in dir(self) if not name.startswith("_") and name != "table"
        }

    def _record_page(self, kind: str, id: str) -> Markup:
        return self._show(f"{kind}_page", record=self._chosen.get(kind, id))

    def _moved(self, kind: str, id: str) -> Markup:
        return self._show("moved", record=self._chosen.get(kind, id))

    def _left_out(self, kind: str, id: str) -> Markup:
        return self._show(
            "left_out",
            left=self._handbook.hidden[kind, id],
            section=type(self._handbook.hidden[kind, id].record).folder,
        )

    def _printed(self, kind: str, id: str) -> Markup:
        return self._show("print_page", record=self._chosen.get(kind, id))

    def _show(self, template: str, **values: Any) -> Markup:
        return self._renderer.render(f"{template}.html", self._here(), **values)
