"""Workbooks of Excel as no library here writes them: the old .xls and the binary .xlsb, byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence

Rows = Sequence[Sequence[str]]
SECTOR = 512


def xls(rows: Rows, name: str = "Log") -> bytes:
    """A workbook of Excel 97 (BIFF8) with one sheet of texts."""
    title = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    sheet_at = len(start) + len(record(0x85, b"\0" * 6 + title)) + len(record(0x0A))
    bound = record(0x85, struct.pack("<IBB", sheet_at, 0, 0) + title)
    cells = b"".join(
        record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    )
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + cells + record(0x0A)
    return compound(start + bound + record(0x0A) + sheet)


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def compound(stream: bytes) -> bytes:
    """A compound file with the one stream “Workbook”."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    chain = [*range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack(f"<{2 + sectors}I", 0xFFFFFFFD, 0xFFFFFFFE, *chain).ljust(SECTOR, b"\xff")
    folder = entry("Root Entry", 5, child=1, at=0xFFFFFFFE) + entry("Workbook", 2, at=2, size=len(stream))
    form = "<8s16sHHHHH6xIIIIIIIII"
    end = 0xFFFFFFFE
    mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header = struct.pack(form, mark, b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    return header + struct.pack("<I", 0) + b"\xff" * 432 + table + folder.ljust(SECTOR, b"\0") + stream


def entry(name: str, kind: int, *, child: int = 0xFFFFFFFF, at: int, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    head = struct.pack("<64sHBBIII", text, len(text), kind, 1, none, none, child)
    return head + bytes(36) + struct.pack("<IQ", at, size)


def xlsb(rows: Rows, name: str = "Log") -> bytes:
    """A binary workbook with one sheet of texts."""
    size = struct.pack("<4I", 0, len(rows), 0, max(map(len, rows)))
    sheet = part(129) + part(148, size) + part(145)
    for number, texts in enumerate(rows):
        sheet += part(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, text in enumerate(texts):
            if text:
                sheet += part(6, struct.pack("<IIB", column, 0, 0)[:8] + wide(text))
    sheet += part(146) + part(130)
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide(name)
    book = part(131) + part(143) + part(156, bundle) + part(144) + part(132)
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{kinds}/{{0}}" Target="{{1}}"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        zipped.writestr("_rels/.rels", relation.format("officeDocument", "xl/workbook.bin"))
        zipped.writestr("xl/_rels/workbook.bin.rels", relation.format("worksheet", "worksheets/sheet1.bin"))
        zipped.writestr("xl/workbook.bin", book)
        zipped.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()


def part(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = bytes([len(data)]) if len(data) < 128 else bytes([len(data) & 0x7F | 0x80, len(data) >> 7])
    return head + size + data


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
