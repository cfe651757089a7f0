"""Packages: a description as the bytes of a file. The markup of each format is in `documents/` of the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.archive import QUICK, archive
from macros.model import Site
from macros.model.product import DocumentFormat
from macros.publishing.documents.blocks import Cell, Description
from macros.publishing.documents.sheets import Sheet, sheets
from macros.publishing.documents.workbooks import SPARE_ROWS, style_of, workbook

WORD = {
    "[Content_Types].xml": "docx/types.html",
    "_rels/.rels": "docx/root.html",
    "docProps/core.xml": "docx/core.html",
    "word/document.xml": "docx/document.html",
    "word/footer1.xml": "docx/foot.html",
    "word/numbering.xml": "docx/numbering.html",
    "word/settings.xml": "docx/settings.html",
    "word/styles.xml": "docx/styles.html",
    "word/_rels/document.xml.rels": "docx/relations.html",
}
TEXT = {
    "content.xml": "odt/content.html",
    "styles.xml": "odt/styles.html",
    "meta.xml": "odt/meta.html",
}
SHEET = {
    "content.xml": "ods/content.html",
    "styles.xml": "ods/styles.html",
    "settings.xml": "ods/settings.html",
    "meta.xml": "odt/meta.html",
}
MANIFEST = "META-INF/manifest.xml"
MIME = "application/vnd.oasis.opendocument."
_BLANK = re.compile(r"(\{\w+\})")


class Writer:
    """Writes the files of one handbook, with the templates in a folder."""

    def __init__(self, site: Site, templates: Path) -> None:
        self._site = site
        self._env = Environment(
            loader=FileSystemLoader(templates / "documents"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        language = Locale.parse(site.language, sep="-")
        self._env.globals |= {"site": site, "t": site.labels, "language": language, "parts": _BLANK.split}

    @cached_property
    def formats(self) -> Mapping[DocumentFormat, Callable[[Description], bytes]]:
        """How each format is written."""
        return {"docx": self._docx, "odt": self._odt, "xlsx": self._xlsx, "ods": self._ods}

    def written(self, description: Description, form: DocumentFormat) -> bytes:
        """Return a description as a file of the format."""
        return self.formats[form](description)

    def _docx(self, description: Description) -> bytes:
        return archive(self._filled(WORD, description), first="[Content_Types].xml", level=QUICK)

    def _odt(self, description: Description) -> bytes:
        return self._open(self._filled(TEXT, description), f"{MIME}text")

    def _ods(self, description: Description) -> bytes:
        laid_out = self._sheets(description)
        lists = dict.fromkeys(
            choices
            for sheet in laid_out
            for choices in (
                *(column.choices for column in sheet.columns),
                *(line.choices_at(place) for line in sheet.lines for place in range(len(line.cells))),
            )
            if choices
        )
        names = {choices: f"choices-{number}" for number, choices in enumerate(lists, 1)}
        values = {
            "sheets": laid_out,
            "widths": sorted({width for sheet in laid_out for width in sheet.widths}),
            "rules": [(name, choices) for choices, name in names.items()],
            "rule_of": lambda choices: names.get(choices, ""),
            "style_of": style_of,
            "listed": _listed,
            "nothing": Cell(""),
            "spare": SPARE_ROWS,
        }
        return self._open(self._filled(SHEET, description, **values), f"{MIME}spreadsheet")

    def _xlsx(self, description: Description) -> bytes:
        return workbook(description, self._sheets(description), self._site)

    def _sheets(self, description: Description) -> tuple[Sheet, ...]:
        return sheets(description, self._site.labels.documents.texts)

    def _filled(self, parts: Mapping[str, str], description: Description, **values: Any) -> dict[str, bytes]:
        """Return the parts of a package, with numbers of their own for everything in it that needs one."""
        numbers = count(1)
        links = {address: f"link{number}" for number, address in enumerate(description.addresses, 1)}
        known = values | {"d": description, "number": lambda: next(numbers), "link": links.__getitem__}
        return {path: self._part(template, known) for path, template in parts.items()}

    def _part(self, template: str, values: Mapping[str, Any]) -> bytes:
        return self._env.get_template(template).render(values).encode()

    def _open(self, parts: Mapping[str, bytes], mime: str) -> bytes:
        """Return a package of OpenDocument, which begins with its type (part 2, 3.3)."""
        manifest = self._part("odt/manifest.html", {"type": mime, "inside": sorted(parts)})
        files = {"mimetype": mime.encode(), MANIFEST: manifest, **parts}
        return archive(files, first="mimetype", stored="mimetype", level=QUICK)


def _listed(choices: tuple[str, ...]) -> str:
    """Return choices as a list in a formula, where a quotation mark inside a text is doubled."""
    return ";".join(f'"{choice.replace(chr(34), chr(34) * 2)}"' for choice in choices)
