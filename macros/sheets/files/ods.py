"""OpenDocument spreadsheets (.ods), read and written as the XML that they are."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from macros.archive import archive
from macros.loading.problem import Problem, printable
from macros.sheets.files.table import NotRead, Row, Sheet, too_long

# White space that readers of XML would lose: several spaces, those at either end of a line, and tabs.
_KEPT = re.compile(r"(^ +| +$|\t+| {2,})")
MIME = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE, MANIFEST = (
    f"{{{_URN}{name}:1.0}}" for name in ("office", "table", "text", "style", "manifest")
)


def read(name: str, held: zipfile.ZipFile, most_rows: int) -> list[Sheet]:
    """Every sheet of the document. Raises NotRead."""
    try:
        whole = fromstring(held.read("content.xml"))
    except (DefusedXmlException, ParseError):
        raise NotRead(
            f"“{name}” is damaged and cannot be opened, or it is protected by a password. Save it anew, without a password."
        ) from None
    unseen = {
        style.get(f"{STYLE}name")
        for style in whole.iter(f"{STYLE}style")
        if any(part.get(f"{TABLE}display") == "false" for part in style.iter(f"{STYLE}table-properties"))
    }
    return [_sheet(name, table, unseen, most_rows) for table in whole.iter(f"{TABLE}table")]


def _sheet(name: str, table: Element, unseen: set[str | None], most_rows: int) -> Sheet:
    title = printable(table.get(f"{TABLE}name", ""))
    made = Sheet(name, title, [])
    rows: list[Row] = []
    problems: list[Problem] = []
    merged: dict[int, tuple[int, str]] = {}  # column → last row and text of a cell that spans rows
    number = 1
    for element in table.iter(f"{TABLE}table-row"):
        cells = dict(_cells(element, number, merged, made, problems))
        times = int(element.get(f"{TABLE}number-rows-repeated", 1))
        hidden = element.get(f"{TABLE}visibility", "visible") != "visible"
        if cells and len(rows) + times > most_rows:
            raise NotRead(too_long(name, number + times - 1))
        if cells:
            rows += [Row(number + step, cells, hidden) for step in range(times)]
        number += times
    return Sheet(name, title, rows, table.get(f"{TABLE}style-name") in unseen, problems)


def _cells(
    row: Element, number: int, merged: dict[int, tuple[int, str]], sheet: Sheet, problems: list[Problem]
) -> Iterator[tuple[int, str]]:
    column = 1
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        text, times = _shown(cell), int(cell.get(f"{TABLE}number-columns-repeated", 1))
        if cell.tag == f"{TABLE}covered-table-cell":
            text = merged[column][1] if column in merged and merged[column][0] >= number else ""
        elif (down := int(cell.get(f"{TABLE}number-rows-spanned", 1))) > 1:
            merged[column] = (number + down - 1, text)
        if wrong := _wrong(sheet, number, column, cell, text):
            problems.append(wrong)
        elif text.strip():
            yield from ((column + step, text) for step in range(min(times, 1000)))
        column += times


def _wrong(sheet: Sheet, row: int, column: int, cell: Element, text: str) -> Problem | None:
    if not cell.get(f"{TABLE}formula"):
        return None
    if text.startswith(("#", "Err:")):
        return sheet.problem(
            row,
            column,
            "cell-error",
            f"this cell holds the error {text}, so it counts as empty.",
            "Mend the formula, or type the value.",
        )
    if not text.strip():
        return sheet.problem(
            row,
            column,
            "no-value",
            "this cell holds a formula without its result, so it counts as empty.",
            "Open the file in your spreadsheet application, let it calculate, and save it.",
        )
    return None


def _shown(cell: Element) -> str:
    """The value of a cell: dates as they are kept, everything else as it is shown, without the comments of readers."""
    if cell.get(f"{OFFICE}value-type") == "date":
        return cell.get(f"{OFFICE}date-value", "").partition("T")[0]
    return "\n".join(_text(part) for part in cell if part.tag == f"{TEXT}p")


def _text(element: Element) -> str:
    signs = {f"{TEXT}s": " " * int(element.get(f"{TEXT}c", 1)), f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
    return signs.get(element.tag, element.text or "") + "".join(
        _text(part) + (part.tail or "") for part in element
    )


def written(tables: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """The tables (rows of text by the name of their sheet) as a document. Every cell is text, so none is run."""
    whole = Element(f"{OFFICE}document-content", {f"{OFFICE}version": "1.3"})
    book = SubElement(SubElement(whole, f"{OFFICE}body"), f"{OFFICE}spreadsheet")
    for name, rows in tables.items():
        table = SubElement(book, f"{TABLE}table", {f"{TABLE}name": name})
        for row in rows:
            line = SubElement(table, f"{TABLE}table-row")
            for value in row:
                _fill(
                    SubElement(
                        line, f"{TABLE}table-cell", {f"{OFFICE}value-type": "string"} if value else {}
                    ),
                    value,
                )
    manifest = Element(f"{MANIFEST}manifest", {f"{MANIFEST}version": "1.3"})
    for path, kind in (("/", MIME), ("content.xml", "text/xml")):
        SubElement(
            manifest, f"{MANIFEST}file-entry", {f"{MANIFEST}full-path": path, f"{MANIFEST}media-type": kind}
        )
    return archive(
        {"mimetype": MIME.encode(), "content.xml": _xml(whole), "META-INF/manifest.xml": _xml(manifest)},
        first="mimetype",
        stored="mimetype",
    )


def _fill(cell: Any, value: str) -> None:
    """One paragraph a line; spaces that XML would merge, and tabs, as elements."""
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
    return tostring(element, encoding="utf-8", xml_declaration=True)
