"""Packages: a description as the bytes of a file. The markup of each format is in the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale

from macros.authoring.disk.archive import archive
from macros.model import Site
from macros.model.product import DocumentFormat
from macros.pages.templates import Templates
from macros.publishing.documents.blocks import Description
from macros.publishing.documents.sheet_layout import SPARE_ROWS, Sheet, sheets
from macros.publishing.documents.workbooks import helpers, links, lists, rules

TYPES = "[Content_Types].xml"
WORD = {
    TYPES: "docx/types.html",
    "_rels/.rels": "docx/root.html",
    "docProps/core.xml": "docx/core.html",
    "word/document.xml": "docx/document.html",
    "word/footer1.xml": "docx/foot.html",
    "word/numbering.xml": "docx/numbering.html",
    "word/settings.xml": "docx/settings.html",
    "word/styles.xml": "docx/styles.html",
    "word/_rels/document.xml.rels": "docx/relations.html",
}
BOOK = {
    TYPES: "xlsx/types.html",
    "_rels/.rels": "docx/root.html",
    "docProps/core.xml": "docx/core.html",
    "xl/workbook.xml": "xlsx/workbook.html",
    "xl/styles.xml": "xlsx/styles.html",
    "xl/_rels/workbook.xml.rels": "xlsx/relations.html",
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
_BETWEEN = re.compile(r">\n+<")
_BLANK = re.compile(r"(\{\w+\})")


# Bytes. A copy in a folder is packed once more, and then parts of a file that are smaller take less room
# together.
IN_COPY = 9000


class Writer:
    """Writes the files of one handbook, with the templates in a folder. Parts of a file with fewer than
    `least` bytes are not compressed.
    """

    def __init__(self, site: Site, templates: Path, *, least: int = 0) -> None:
        self._site = site
        self._least = least
        self._env = Templates(templates / "documents")
        language = Locale.parse(site.language, sep="-")
        self._env.globals |= {"site": site, "t": site.labels, "language": language, "parts": _BLANK.split}
        self._env.globals |= helpers()

    @cached_property
    def formats(self) -> Mapping[DocumentFormat, Callable[[Description], bytes]]:
        """How each format is written."""
        return {"docx": self._docx, "odt": self._odt, "xlsx": self._xlsx, "ods": self._ods}

    def written(self, description: Description, form: DocumentFormat) -> bytes:
        """Return a description as a file of the format."""
        return self.formats[form](description)

    def _docx(self, description: Description) -> bytes:
        return self._packed(self._filled(WORD, description, main="word/document.xml"), first=TYPES)

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
            "listed": _listed,
            "spare": SPARE_ROWS,
        }
        return self._open(self._filled(SHEET, description, **values), f"{MIME}spreadsheet")

    def _xlsx(self, description: Description) -> bytes:
        laid_out = self._sheets(description)
        choices = lists(laid_out, self._site.labels.sheets.lists)
        every = (*laid_out, choices.sheet) if choices.lists else laid_out
        files = self._filled(BOOK, description, sheets=every, main="xl/workbook.xml")
        for number, sheet in enumerate(every, 1):
            name = f"sheet{number}.xml"
            known = {"d": description, "sheet": sheet, "rules": rules(sheet, choices), "links": links(sheet)}
            files[f"xl/worksheets/{name}"] = self._part("xlsx/sheet.html", known)
            if known["links"]:
                files[f"xl/worksheets/_rels/{name}.rels"] = self._part("xlsx/links.html", known)
        return self._packed(files, first=TYPES)

    def _sheets(self, description: Description) -> tuple[Sheet, ...]:
        return sheets(description, self._site.labels.documents.texts)

    def _filled(self, parts: Mapping[str, str], description: Description, **values: Any) -> dict[str, bytes]:
        """Return the parts of a package, by their paths."""
        known = values | {"d": description}
        return {path: self._part(template, known) for path, template in parts.items()}

    def _part(self, template: str, values: Mapping[str, Any]) -> bytes:
        return _BETWEEN.sub("><", self._env.get_template(template).render(values)).encode()

    def _open(self, parts: Mapping[str, bytes], mime: str) -> bytes:
        """Return a package of OpenDocument, which begins with its type (part 2, 3.3)."""
        manifest = self._part("odt/manifest.html", {"type": mime, "inside": sorted(parts)})
        files = {"mimetype": mime.encode(), MANIFEST: manifest, **parts}
        return self._packed(files, first="mimetype")

    def _packed(self, files: Mapping[str, bytes], first: str) -> bytes:
        """Return a package that begins with its type, and stores what says only that."""
        small = [path for path, data in files.items() if len(data) < self._least]
        return archive(files, first=first, stored=("mimetype", *small))


def _listed(choices: tuple[str, ...]) -> str:
    """Return choices as a list in a formula, where a quotation mark inside a text is doubled."""
    return ";".join(f'"{choice.replace(chr(34), chr(34) * 2)}"' for choice in choices)
