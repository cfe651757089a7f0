"""Opening a file: what it really is, whatever its name says, and whether it is safe and small enough to read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from macros.loading.problem import printable
from macros.sheets.files.delimited import read as read_delimited
from macros.sheets.files.ods import read as read_ods
from macros.sheets.files.table import NotRead, Sheet, too_long
from macros.sheets.files.xlsx import read as read_xlsx

MAX_BYTES = 20_000_000
MAX_UNPACKED = 150_000_000
MAX_ROWS = 100_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AS_XLSX = "Open it in your spreadsheet application and save it as “Excel workbook (.xlsx)”, then import that."


def open_table(file: Path) -> list[Sheet]:
    """Every sheet of the file. Raises NotRead, with one plain sentence and what to do."""
    try:
        if file.is_dir():
            raise NotRead(f"“{file}” is a folder. Name the file of the log itself.")
        if (size := file.stat().st_size) > MAX_BYTES:
            raise NotRead(
                f"“{file.name}” is larger than {MAX_BYTES // 1_000_000} MB ({size // 1_000_000} MB). A log of lessons is text: "
                "take out pictures and attachments, or save the sheet of lessons as a workbook of its own."
            )
        data = file.read_bytes()
    except FileNotFoundError:
        raise NotRead(f"There is no file “{file}”. Check its name and folder.") from None
    except OSError as error:
        raise NotRead(
            f"“{file}” cannot be opened: {error.strerror}. If it is open in another program, close it there."
        ) from None
    return _sheets(printable(file.name), data)


def _sheets(name: str, data: bytes) -> list[Sheet]:
    if not data.strip():
        raise NotRead(f"“{name}” is empty.")
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise NotRead(
                f"“{name}” is protected by a password. Save a copy without the password, then import that."
            )
        raise NotRead(f"“{name}” is in the old format of Excel (.xls). {AS_XLSX}")
    if data.startswith(b"PK"):
        return _unpacked(name, data)
    if data.startswith(b"%PDF"):
        raise NotRead(f"“{name}” is a PDF, not a spreadsheet. Ask for the spreadsheet that it was made from.")
    start = data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<?xml")) or start.partition(b">")[0].split(b" ")[0] in (
        b"<html",
        b"<table",
        b"<head",
        b"<body",
    ):
        raise NotRead(f"“{name}” is a web page, whatever its name says. {AS_XLSX}")
    return read_delimited(name, data)


def _unpacked(name: str, data: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            names = set(held.namelist())
            _refuse_bombs(name, held)
            kind = held.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else ""
            if kind.startswith("application/vnd.oasis.opendocument.spreadsheet") and "content.xml" in names:
                return read_ods(name, held, MAX_ROWS)
            if "xl/workbook.xml" in names:
                _refuse_long_sheets(name, held)
                return read_xlsx(name, data)
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        OverflowError,
        RecursionError,
        ValueError,
        KeyError,
    ):
        raise NotRead(
            f"“{name}” is damaged and cannot be opened. Ask for it again, or open it in your spreadsheet application and save it anew."
        ) from None
    except RuntimeError:  # an entry that asks for a password
        raise NotRead(
            f"“{name}” is protected by a password. Save a copy without the password, then import that."
        ) from None
    if "xl/workbook.bin" in names:
        raise NotRead(f"“{name}” is a binary workbook of Excel (.xlsb). {AS_XLSX}")
    raise NotRead(
        f"“{name}” is not a spreadsheet that can be read here. Those are .xlsx, .ods and .csv. {AS_XLSX}"
    )


def _refuse_bombs(name: str, held: zipfile.ZipFile) -> None:
    size = sum(entry.file_size for entry in held.infolist())
    if size > MAX_UNPACKED or len(held.infolist()) > 5_000:
        raise NotRead(
            f"“{name}” would fill {size // 1_000_000} MB when it is opened, which no log of lessons needs, so it was not opened. "
            "Copy the rows with lessons into a new workbook, and import that."
        )
    for entry in held.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with held.open(entry) as part:
                if b"<!DOCTYPE" in part.read(4000).replace(b"\0", b""):
                    raise NotRead(
                        f"“{name}” holds instructions that a spreadsheet never has, so it was not opened. Do not trust it."
                    )


def _refuse_long_sheets(name: str, held: zipfile.ZipFile) -> None:
    """Rows are counted before they are read: a sheet that was formatted to its last row holds a million empty ones."""
    for entry in held.infolist():
        if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
            rows, tail = 0, b""
            with held.open(entry) as part:
                while chunk := part.read(1 << 20):
                    rows += (tail + chunk).count(b"<row")
                    tail = chunk[-3:]
            if rows > MAX_ROWS:
                raise NotRead(too_long(name, rows))
