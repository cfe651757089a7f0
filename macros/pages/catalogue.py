"""Which pages exist, where each stands, and what makes it: front matter and one macro call.

The list is data. `macros.generator.hooks` hands it to MkDocs as generated files; `handbook pages --to DIR` writes it to disk
for any other generator that knows front matter and macros.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Phase, Record
from macros.model.sections import SECTIONS
from macros.pages.handwritten import written
from macros.pages.prose import headings

# Kinds whose records can be printed with everything about them in one document.
PRINTED = {"phase": "phases", "role": "roles", "route": "routes"}


@dataclass(frozen=True)
class Page:
    """One generated page: `source` is its path under docs/ (`lessons/x.md`), `call` the macro that makes it.
    `moved_to` is the record that readers of this address are sent to.
    """

    source: str
    title: str
    description: str
    call: str
    record: Record | None = None
    section: str = ""
    searchable: bool = True
    moved_to: Record | None = None

    @property
    def markdown(self) -> str:
        """The page as MkDocs reads it."""
        meta: dict[str, Any] = {
            "title": inert(self.title),
            "description": inert(self.description),
            "render_macros": True,
        }
        if self.moved_to:
            meta["moved_to"] = source_of(self.moved_to)
        if not self.searchable:
            meta["search"] = {"exclude": True}
        return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n{{{{ {self.call} }}}}\n"


def inert(text: str) -> str:
    """`text` for places that the theme prints unescaped and the macros plugin may read: nothing in it can act."""
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


def pages(handbook: Handbook) -> list[Page]:
    """Every generated page of `handbook`, in a stable order."""
    return [*_index_pages(handbook), *_record_pages(handbook), *_print_pages(handbook)]


def redirects(handbook: Handbook) -> list[Page]:
    """One page for each id that a record had before, which sends its readers on, and for each record that is left out, which says so."""
    left_out = [
        Page(
            f"{type(left.record).folder}/{id}.md",
            left.record.title,
            left.why,
            f'left_out("{kind}", "{left.record.id}")',
            section=type(left.record).folder,
            searchable=False,
        )
        for (kind, _), left in handbook.hidden.items()
        for id in (left.record.id, *left.record.formerly)
    ]
    return left_out + [
        Page(
            f"{cls.folder}/{id}.md",
            record.title,
            record.summary,
            f'moved("{cls.kind}", "{record.id}")',
            section=cls.folder,
            searchable=False,
            moved_to=record,
        )
        for cls in FOLDERS
        for record in handbook.all(cls.kind)
        for id in record.formerly
    ]


def write(handbook: Handbook, folder: Path) -> int:
    """Write every generated page into `folder`, as files for any generator that knows front matter and macros. Returns how many."""
    made = [*pages(handbook), *redirects(handbook)]
    for page in made:
        file = folder / page.source
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8")
    return len(made)


def source_of(record: Record) -> str:
    """The path of the page of `record` under docs/, with the anchor when it is a part of a page."""
    if record.kind == "term":
        return f"glossary.md#{record.id}"
    if record.kind in ("layer", "route", "stage", "side", "function", "framework", "site"):
        return "index.md"
    if record.kind == "glossary":
        return "glossary.md"
    return f"{type(record).folder}/{record.id}.md"


def print_source(record: Record) -> str:
    """The path of the page under docs/ that gathers everything about `record` for printing."""
    return f"print/{PRINTED[record.kind]}/{record.id}.md"


def page_sources(handbook: Handbook, docs: Path) -> dict[str, str]:
    """The path of every page, generated or hand-written, with its title (or an empty text)."""
    return dict.fromkeys(written(docs), "") | {page.source: page.title for page in pages(handbook)}


def anchors(handbook: Handbook, source: str) -> set[str] | None:
    """The anchors of a generated page that content may link to; None when that is not known here."""
    folder, _, name = source.removesuffix(".md").rpartition("/")
    cls = next((c for c in FOLDERS if c.folder == folder), None)
    if source == "glossary.md":
        return set(handbook.records["term"])
    record: Any = handbook.find(cls.kind, name) if cls else None
    if record is None:
        return None
    inner = [*getattr(record, "steps", ()), *getattr(record, "exit_criteria", ())]
    if timeline := getattr(record, "timeline", None):
        inner += [*timeline.spans, *timeline.milestones]
    if cls and cls.kind == "workstream":
        inner += handbook.all(Phase)
    return {part.id for part in inner} | {anchor for _, anchor, _ in headings(getattr(record, "body", ""))}


def _record_pages(handbook: Handbook) -> Iterator[Page]:
    for cls in FOLDERS:
        for record in handbook.all(cls.kind):
            yield Page(
                source_of(record),
                record.title,
                record.summary,
                f'{cls.kind}_page("{record.id}")',
                record,
                cls.folder,
            )


def _print_pages(handbook: Handbook) -> Iterator[Page]:
    title = handbook.site.labels.print_title
    for kind in PRINTED:
        for record in handbook.all(kind):
            yield Page(
                print_source(record),
                title.replace("{title}", record.title),
                record.summary or record.title,
                f'print_page("{kind}", "{record.id}")',
                searchable=False,
            )


def _index_pages(handbook: Handbook) -> Iterator[Page]:
    labels = handbook.site.labels.pages
    for section in SECTIONS:
        label = labels[section.name]
        yield Page(
            section.source,
            label.title,
            label.summary,
            f"{section.name}_index()",
            None,
            section.name,
            section.searchable,
        )
