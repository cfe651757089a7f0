"""The page that shows what is wrong, at every address, while content has errors and is served. The next good
save ends it.

Only serving does this. A build stops instead, and does not touch the site that is there.
"""

from __future__ import annotations

from pathlib import Path

from macros.checks.check import Report
from macros.checks.report import as_text
from macros.loading.overlay import LOCAL
from macros.model import FOLDERS, PAGES_OF
from macros.model.sections import SECTIONS
from macros.pages.handwritten import written
from macros.pages.templates import Templates


def sources(content: Path, docs: Path) -> list[str]:
    """Return the path of every page that would exist, by file names alone, because the files cannot be
    trusted now.
    """
    records = [
        f"{PAGES_OF[cls.kind]}/{file.stem}.md"
        for cls in FOLDERS
        for folder in (content, content / LOCAL)
        for file in sorted((folder / cls.folder).glob("*.yml"))
    ]
    return list(dict.fromkeys([*written(docs), *(section.source for section in SECTIONS), *records]))


def page(report: Report, templates: Path) -> str:
    """Return the one page for all of them, in Markdown that holds finished HTML."""
    return Templates(templates).get_template("problems.html").render(report=report, text=as_text(report))
