"""The macros that people may write in pages, between double braces. Each public method is one macro.

A macro takes records and hands them to a template in `overrides/handbook/`; it holds no markup. The
docstrings are the reference that readers see, with the example on the last line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from macros.authoring import field_reference
from macros.model import LOCAL_FILES, Overview
from macros.model.partial_date import FORM
from macros.pages.record_pages import fields_source
from macros.pages.renderer import Renderer
from macros.publishing import data_file
from macros.publishing.data_paths import WHOLE, paths
from macros.publishing.data_schema import LISTS
from macros.publishing.generated_pages import GeneratedPages
from macros.publishing.macro_error import MacroError
from macros.publishing.project_data import SCHEMA_FILE
from macros.publishing.record_query import RecordQuery
from macros.similarity import suggest

TEXTS = ("about", "credit", "licence", "edition", "summary")


class Macros:
    """The macros of one handbook. `here` says which page is being made (its path under docs/)."""

    def __init__(self, renderer: Renderer, here: Callable[[], str]) -> None:
        self._renderer = renderer
        self._here = here
        self._handbook = renderer.handbook
        self._query = RecordQuery(renderer.handbook)

    def table(self) -> dict[str, Callable[..., Markup]]:
        """Return every macro by the name that pages call it by, with the macros of generated pages."""
        return {**self._written(), **GeneratedPages(self._renderer, self._here).table()}

    def navigation_tool(self, compact: bool = False) -> Markup:
        """Draw the map: phases across, workstreams down. `compact` draws one mark for each activity, for a
        home page.

        navigation_tool(compact=True)
        """
        return self._show("map_small" if compact else "navigation_tool")

    def phase_timeline(self, migration: str = "", compact: bool = False) -> Markup:
        """Draw the timeline of one migration to scale; by default the framework's own. `compact` leaves out
        the table.

        phase_timeline(compact=True)
        """
        name = migration or self._handbook.framework.key_migration
        if not name:
            return Markup()
        return self._show("phase_timeline", migration=self._query.get("migration", name), compact=compact)

    def routes(self) -> Markup:
        """Show the doors of the home page: one for each route of the framework.

        routes()
        """
        return self._show("routes")

    def layers(self) -> Markup:
        """Show the layers of the framework as a picture, each with what it holds.

        layers()
        """
        return self._show("layers")

    def key_learnings(self) -> Markup:
        """List what to remember, as overview pages say it: each point with its lessons.

        key_learnings()
        """
        pages = self._handbook.all(Overview)
        return self._show("key_learnings", learnings=[point for page in pages for point in page.learnings])

    def cards(self, kind: str, *ids: str) -> Markup:
        """Show records of one kind as cards: those named, or all of them.

        cards("phase")
        """
        records = [self._query.get(kind, name) for name in ids] or self._query.all(kind)
        return self._show("cards", records=records)

    def records(self, kind: str, **where: str) -> Markup:
        """List records of one kind, filtered by any field that holds an id.

        records("product", availability="request")
        """
        return self._show("record_list", records=self._query.where(kind, where))

    def count(self, kind: str, **where: str) -> Markup:
        """Count the records of one kind, filtered as in `records`.

        count("lesson")
        """
        return Markup(str(len(self._query.where(kind, where))))

    def framework_text(self, field: str) -> Markup:
        """Show a text of the framework: `about`, `credit`, `licence`, `edition` or `summary`.

        framework_text("credit")
        """
        if field not in TEXTS:
            raise MacroError(f"the framework has no text “{field}”. {suggest(field, TEXTS)}")
        return self._show("framework_text", text=getattr(self._handbook.framework, field))

    def edition_note(self) -> Markup:
        """Say which edition this copy is, and how to get the next.

        edition_note()
        """
        return self._show("edition_note")

    def contact(self) -> Markup:
        """Say how to reach the team, and how soon it answers, as `contact` in site.yml has it.

        contact()
        """
        return self._show("contact")

    def data_files(self) -> Markup:
        """List the files that hold the records as data, each with its schema.

        data_files()
        """
        labels = self._handbook.site.labels
        rows = [
            (labels.data_whole, paths(WHOLE)),
            *((labels.kinds_many[cls.kind], paths(name)) for name, cls in LISTS.items()),
            (labels.pages["project"].title, (SCHEMA_FILE,)),
        ]
        return self._show("data_files", rows=[(words, list(filter(None, files))) for words, files in rows])

    def feed_list(self) -> Markup:
        """List the feeds of new and changed lessons, or say why there are none.

        feed_list()
        """
        return self._show("feed_list")

    def lesson_form(self) -> Markup:
        """Show the form for a new lesson. It checks what is typed, shows the page and makes the file, all in
        the browser.

        lesson_form()
        """
        return self._show("lesson_form")

    def value(self, file: str, name: str) -> Markup:
        """Show a value from a YAML file in `docs/`, such as a number that a test run wrote. A date is shown
        as a date.

        value("about/accessibility-results.yml", "date")
        """
        text = data_file.value(self._renderer.docs, file, name)
        return escape(self._renderer.words.when(text) if FORM.fullmatch(text) else text)

    def values(self, file: str, name: str) -> Markup:
        """Show a list from a YAML file in `docs/`, one point in each entry. An empty list says so.

        values("about/accessibility-results.yml", "known_failures")
        """
        return self._show("values", entries=data_file.values(self._renderer.docs, file, name))

    def field_reference(self) -> Markup:
        """List every kind of file in `content/`, each with a link to the page about its fields.

        field_reference()
        """
        pages = [(fields_source(cls.kind), field_reference.of_file(cls.kind, {})[0]) for cls in LOCAL_FILES]
        return self._show("field_reference", pages=pages)

    def macro_reference(self) -> Markup:
        """Explain every macro for hand-written pages, with an example.

        macro_reference()
        """
        return self._show("macro_reference", entries=field_reference.macros(self._written()))

    def _written(self) -> dict[str, Callable[..., Markup]]:
        """Return the macros that people may write in pages."""
        names = (name for name in dir(self) if not name.startswith("_") and name != "table")
        return {name: getattr(self, name) for name in names}

    def _show(self, template: str, **values: Any) -> Markup:
        return self._renderer.render(f"{template}.html", self._here(), **values)
