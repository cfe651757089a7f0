"""Where the page of a record is, and which places on it content may link to."""

from __future__ import annotations

from typing import Any

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, PAGES_OF, Phase, Record, Term
from macros.model.sections import SOURCES
from macros.pages.prose import headings

# Kinds whose records can be printed with everything about them in one document, with the folder of these
# pages.
PRINTED = {"phase": "phases", "role": "roles", "route": "routes"}
# The hand-written page that leads to the pages about fields.
FIELDS = "contribute/fields.md"
# The folder of the pages that hold the rest of a long list.
LIST_PARTS = "lists/"
# Kinds without a page of their own, which the home page shows.
ON_THE_HOME_PAGE = ("layer", "route", "stage", "side", "function", "framework", "site")


def source_of(record: Record) -> str:
    """Return the path of the page of `record` under docs/, with the anchor when it is a part of a page."""
    if record.kind == "term":
        return f"glossary.md#{record.id}"
    if record.kind in ON_THE_HOME_PAGE:
        return "index.md"
    if record.kind == "glossary":
        return "glossary.md"
    return f"{PAGES_OF[record.kind]}/{record.id}.md"


def print_source(record: Record) -> str:
    """Return the path of the page under docs/ that gathers everything about `record` for printing."""
    return print_source_of(record.kind, record.id)


def print_source_of(kind: str, id: str) -> str:
    """Return the same for a record that is named by its kind and id."""
    return f"print/{PRINTED[kind]}/{id}.md"


def fields_source(kind: str) -> str:
    """Return the path of the page under docs/ that explains the fields of a kind of file."""
    return f"{FIELDS.removesuffix('.md')}/{kind}.md"


def gate_source(phase: Record) -> str:
    """Return the path of the page under docs/ with what a board needs at the end of `phase`."""
    return f"gates/{phase.id}.md"


def list_source(section: str, group: str, number: int) -> str:
    """Return the path of the page under docs/ with a part of a group of a long list, counted from 1."""
    end = "" if number == 1 else f"-{number}"
    return f"{LIST_PARTS}{_list_name(section)}/{group}{end}.md"


def list_script(section: str) -> str:
    """Return the path of the script that brings the rest of a long list to its page."""
    return f"assets/lists/{_list_name(section)}.js"


def late_name(source: str) -> str:
    """Return the name of the script that brings pieces of the page at `source` once it is there."""
    return f"late/{source.removesuffix('.md').replace('/', '-')}"


def anchors(handbook: Handbook, source: str) -> set[str] | None:
    """Return the anchors of a generated page that content may link to; None when that is not known here."""
    if source == "glossary.md":
        return {term.id for term in handbook.all(Term)}
    record = _record_at(handbook, source)
    if record is None:
        return None
    parts = [*getattr(record, "steps", ()), *getattr(record, "exit_criteria", ())]
    if timeline := getattr(record, "timeline", None):
        parts += [*timeline.spans, *timeline.milestones]
    if record.kind == "workstream":
        parts += handbook.all(Phase)
    return {part.id for part in parts} | {anchor for _, anchor, _ in headings(getattr(record, "body", ""))}


def _list_name(section: str) -> str:
    return SOURCES[section].partition("/")[0].removesuffix(".md")


def _record_at(handbook: Handbook, source: str) -> Any | None:
    folder, _, name = source.removesuffix(".md").rpartition("/")
    cls = next((cls for cls in FOLDERS if PAGES_OF[cls.kind] == folder), None)
    return handbook.find(cls, name) if cls else None
