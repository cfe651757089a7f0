"""While somebody edits, content is often broken for a moment. Then every page shows what is wrong, until the next save mends it.

Only serving does this. A build stops instead, and leaves the site of before alone.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.checks.check import Report
from macros.checks.report import as_text
from macros.loading.overlay import LOCAL
from macros.model import FOLDERS
from macros.pages.catalogue import INDEXES
from macros.pages.handwritten import written


def sources(content: Path, docs: Path) -> list[str]:
    """The path of every page that would exist, known from file names alone, because the files cannot be trusted now."""
    records = [
        f"{cls.folder}/{file.stem}.md"
        for cls in FOLDERS
        for folder in (content, content / LOCAL)
        for file in sorted((folder / cls.folder).glob("*.yml"))
    ]
    return list(dict.fromkeys([*written(docs), *(f"{address}.md" for address in INDEXES), *records]))


def page(report: Report, templates: Path) -> str:
    """One page for all of them, in Markdown that holds finished HTML."""
    env = Environment(loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined)
    return env.get_template("problems.html").render(report=report, text=as_text(report))
