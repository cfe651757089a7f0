"""Opening a file: what it really is, whatever its name says, and whether it is safe and small enough."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from macros.loading.problem import printable
from macros.refusal import Refusal
from macros.sheets.files import delimited, docx, ods, old_workbook, xlsx
from macros.sheets.files.invented import refuse_invented
from macros.sheets.files.limits import COPY, MAX_BYTES, MAX_MARKUP, MAX_PARTS, MAX_UNPACKED, Budget
from macros.sheets.files.old_workbook import ANEW
from macros.sheets.files.other_kinds import refuse_old_documents, refuse_other_kinds
from macros.sheets.files.table import Sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN_DOCUMENTS = (
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.text",
)
READABLE = ".xlsx, .xls, .xlsb, .ods and .csv, and the tables of .docx and .odt"
NOTHING = b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"  # blanks, and marks at the start of a text
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RecursionError,
    ValueError,  # which Damaged is, too
    LookupError,
    AttributeError,
)


def open_table(file: Path, encoding: str = "") -> Sequence[Sheet]:
    """Read every sheet of the file.

    A person may name the `encoding` of a text. Raises Refusal, with what to do.
    """
    data = _bytes(file)
    budget = Budget(printable(file.name))
    sheets = _sheets(budget, data, encoding)
    if not sheets:
        raise Refusal(f"“{file.name}” has no table. Lessons are read from the rows of a table.")
    for sheet in sheets:
        budget.columns(len({column for row in sheet.rows for column in row.cells}))
    return sheets


def _bytes(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise Refusal(f"“{file}” is a folder. Name the file of the log itself.")
        if file.exists() and not file.is_file():
            raise Refusal(f"“{file}” is not an ordinary file. Name the file of the log itself.")
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise Refusal(
                f"“{file.name}” is larger than {MAX_BYTES // 1_000_000} MB. A log of lessons is text: "
                "take out pictures and attachments, or save the sheet of lessons as a workbook of its own."
            )
    except FileNotFoundError:
        raise Refusal(f"There is no file “{file}”. Check its name and folder.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be used"
        raise Refusal(
            f"“{file}” cannot be opened: {why}. If it is open in another program, close it there."
        ) from None
    return data


def _sheets(budget: Budget, data: bytes, encoding: str) -> Sequence[Sheet]:
    name = budget.name
    if not data.strip(NOTHING):
        raise Refusal(
            f"“{name}” is empty{', or damaged: it has no letter' if data else ''}. Ask for it again."
        )
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refusal(_locked(name))
        refuse_old_documents(name, data)
        return old_workbook.read(name, data, budget)
    if data.startswith(b"PK"):
        return _unpacked(budget, data)
    refuse_other_kinds(name, data)
    return delimited.read(name, data, budget, encoding)


def _unpacked(budget: Budget, data: bytes) -> Sequence[Sheet]:
    name = budget.name
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            return _read(budget, zipped, data)
    except NotImplementedError:
        raise Refusal(f"“{name}” is packed in a way that no spreadsheet is. {ANEW}") from None
    except BROKEN:
        raise Refusal(
            f"“{name}” is damaged and cannot be opened. Ask for it again, or open it in your spreadsheet "
            "application "
            "and save it anew."
        ) from None
    except RuntimeError:  # an entry that asks for a password
        raise Refusal(_locked(name)) from None


def _read(budget: Budget, zipped: zipfile.ZipFile, data: bytes) -> Sequence[Sheet]:
    name = budget.name
    names = set(zipped.namelist())
    _refuse_bombs(name, zipped)
    refuse_invented(name, zipped, budget)
    kind = zipped.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else ""
    if kind.startswith(OPEN_DOCUMENTS) and "content.xml" in names:
        return ods.read(name, zipped, budget)
    if docx.DOCUMENT in names:
        return docx.read(name, zipped, budget)
    if "xl/workbook.bin" in names:
        return old_workbook.read(name, data, budget)
    if workbook := xlsx.workbook_in(zipped, budget):
        return xlsx.read(name, zipped, workbook, budget)
    raise Refusal(f"“{name}” is not a spreadsheet that can be read here. Those are {READABLE}. {ANEW}")


def _refuse_bombs(name: str, zipped: zipfile.ZipFile) -> None:
    entries = zipped.infolist()
    size = sum(entry.file_size for entry in entries)
    markup = sum(
        entry.file_size for entry in entries if not entry.filename.startswith(("xl/media/", "Pictures/"))
    )
    if size > MAX_UNPACKED or markup > MAX_MARKUP or len(entries) > MAX_PARTS:
        raise Refusal(
            f"“{name}” would fill {size // 1_000_000} MB when it is opened, which no log of lessons needs, "
            f"so it was not opened. {COPY}"
        )
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise NotImplementedError


def _locked(name: str) -> str:
    return f"“{name}” is protected by a password. Save a copy without the password, then import that."
