"""Other kinds: files that are no tables, known by how they begin, whatever their names say."""

from __future__ import annotations

import re

from macros.refusal import Refusal
from macros.sheets.files.old_workbook import ANEW

START = 4_000  # bytes in which a file says what it is
FAR = 100_000  # bytes in which a part of a web page has its first table
WEB_PAGES = (b"<html", b"<table", b"<head", b"<body", b"<!doctype")
KEEPER = "~$"  # begins the name of what Excel and Word write beside an open file
AS_DOCUMENT = "Open it in your writing program, save it as “Word document (.docx)”, then import that."
AS_TABLE = "Export the lessons as CSV or as a workbook, then import that."
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+")
# Parts of old files that hold several, and what each shows the file to be.
_OLD = {
    "WordDocument": f"an old Word document. {AS_DOCUMENT}",
    "PowerPoint Document": "a presentation. Copy its table into a workbook, then import that.",
    "__properties_version1.0": "an e-mail. Save what is attached to it, then import that.",
}


def refuse_other_kinds(name: str, data: bytes) -> None:
    """Refuse what is neither a table nor plain text. Raises Refusal."""
    refuse_keepers(name)
    bare = data[: 2 * FAR].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    start = bare[:START]
    lower = start.lower()
    far = bare[:FAR].lower() if start.startswith(b"<") else b""
    if start.startswith(b"%PDF"):
        raise Refusal(f"“{name}” is a PDF, not a spreadsheet. Ask for the spreadsheet that it was made from.")
    if start.startswith(b"{\\rtf"):
        raise Refusal(
            f"“{name}” is a text in Rich Text Format, whatever its name says. Open it in your "
            "writing program, save it as “Word document (.docx)”, then import that."
        )
    if b"urn:schemas-microsoft-com:office:spreadsheet" in far:
        raise Refusal(f"“{name}” is a workbook in an old form of XML. {ANEW}")
    if lower.startswith(WEB_PAGES) or any(mark in far for mark in (b"<html", b"<table", b"<!doctype html")):
        raise Refusal(f"“{name}” is a web page, whatever its name says. {ANEW}")
    if lower.startswith(b"<?xml"):
        raise Refusal(f"“{name}” is XML, and no table. {AS_TABLE}")
    if (head := _MAIL.match(start)) and re.search(rb"^mime-version:", head[0], re.IGNORECASE | re.MULTILINE):
        raise Refusal(
            f"“{name}” is an e-mail, or a web page that was saved as one file, whatever its name says. "
            f"{AS_DOCUMENT}"
        )
    if _is_json(start, data):
        raise Refusal(f"“{name}” is JSON, which is for programs. {AS_TABLE}")


def refuse_keepers(name: str) -> None:
    """Refuse the file that Excel or Word keeps beside an open one. Raises Refusal."""
    if name.startswith(KEEPER):
        raise Refusal(
            f"“{name}” is not the log. It is a file that says who has the log open. Close the log, and "
            f"import “{name.removeprefix(KEEPER)}”."
        )


def refuse_old_documents(name: str, data: bytes) -> None:
    """Refuse old files of other applications than spreadsheets. Raises Refusal."""
    for part, what in _OLD.items():
        if part.encode("utf-16-le") in data:
            raise Refusal(f"“{name}” is {what}")


def _is_json(start: bytes, data: bytes) -> bool:
    return bool(re.match(rb'\{\s*"|\[\s*[\[{"]', start)) and data.rstrip().endswith((b"}", b"]"))
