"""OpenDocument spreadsheets (.ods), written as the XML that they are. A cell is text, a number or a day, so
none is run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from macros.authoring.disk.archive import archive

# White space that readers of XML would lose: several spaces, those at either end of a line, and tabs.
_KEPT = re.compile(r"(^ +| +$|\t+| {2,})")
MIME = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, MANIFEST = (f"{{{_URN}{name}:1.0}}" for name in ("office", "table", "text", "manifest"))


def written(tables: Mapping[str, Sequence[Sequence[str | int | date]]]) -> bytes:
    """Return the tables (rows of cells by the name of their sheet) as a document."""
    whole = Element(f"{OFFICE}document-content", {f"{OFFICE}version": "1.3"})
    book = SubElement(SubElement(whole, f"{OFFICE}body"), f"{OFFICE}spreadsheet")
    for name, rows in tables.items():
        table = SubElement(book, f"{TABLE}table", {f"{TABLE}name": name})
        for row in rows:
            line = SubElement(table, f"{TABLE}table-row")
            for value in row:
                cell = SubElement(line, f"{TABLE}table-cell", _typed(value))
                _fill(cell, str(value))
    manifest = Element(f"{MANIFEST}manifest", {f"{MANIFEST}version": "1.3"})
    for path, kind in (("/", MIME), ("content.xml", "text/xml")):
        SubElement(
            manifest, f"{MANIFEST}file-entry", {f"{MANIFEST}full-path": path, f"{MANIFEST}media-type": kind}
        )
    return archive(
        {"mimetype": MIME.encode(), "content.xml": _xml(whole), "META-INF/manifest.xml": _xml(manifest)},
        first="mimetype",
        stored=("mimetype",),
    )


def _typed(value: str | int | date) -> dict[str, str]:
    """Return the attributes that say what a cell holds."""
    if isinstance(value, date):
        return {f"{OFFICE}value-type": "date", f"{OFFICE}date-value": value.isoformat()}
    if isinstance(value, int):
        return {f"{OFFICE}value-type": "float", f"{OFFICE}value": str(value)}
    return {f"{OFFICE}value-type": "string"} if value else {}


def _fill(cell: Element, value: str) -> None:
    """Write one paragraph for each line, with elements for tabs and for spaces that XML would merge."""
    for line in value.split("\n") if value else ():
        paragraph = SubElement(cell, f"{TEXT}p")
        last = None
        for piece in _KEPT.split(line):
            if _KEPT.fullmatch(piece):
                for sign in piece:
                    last = SubElement(paragraph, f"{TEXT}tab" if sign == "\t" else f"{TEXT}s")
            elif last is None:
                paragraph.text = (paragraph.text or "") + piece
            else:
                last.tail = (last.tail or "") + piece


def _xml(element: Element) -> bytes:
    data: bytes = tostring(element, encoding="utf-8", xml_declaration=True)
    return data
