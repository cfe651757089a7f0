"""Encodings: the letters that the bytes of a text mean.

What is only guessed is named, so that a person can look.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from macros.refusal import Refusal
from macros.sheets.files.text_language import is_japanese, is_western, odd_places

SAMPLE = 60_000  # bytes that are enough to recognise an encoding by
WESTERN = "cp1252"
# Windows, Windows for programs of DOS (the “CSV (MS-DOS)” of Excel), and old Macs, the likeliest first.
WESTERN_ONES = (WESTERN, "cp850", "mac_roman")
_NAMES = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "cp850": "MS-DOS (code page 850)",
    "mac_roman": "Mac Roman",
}
# What spreadsheets and older programs write. Among more, short texts are mistaken for rare encodings.
_GUESSED = (
    *_NAMES,
    "mac_cyrillic",
    "mac_greek",
    "mac_latin2",
    "koi8_r",
    "koi8_u",
    "cp852",
    "cp866",
    "cp874",
    "cp932",
    "cp949",
    "gb18030",
    "big5",
    "euc_jp",
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_UTF_8 = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class Decoded:
    """A text, and the encoding that was guessed for it: none where there is no doubt.

    Single bytes that are no UTF-8, in a text that is, stay in it as lone surrogates. `repaired` reads them.
    """

    text: str
    guessed: str = ""


def decoded(name: str, data: bytes, encoding: str = "") -> Decoded:
    """Return the text of the file `name`.

    A person may name the `encoding`. Raises Refusal for what is no text.
    """
    if encoding:
        return Decoded(_by_name(name, data, encoding))
    if certain := _certain(data):
        return Decoded(certain)
    if b"\0" in data:
        raise Refusal(
            f"“{name}” is not a spreadsheet and not text. The kinds that can be read are .xlsx, .xls, .xlsb, "
            ".ods and .csv."
        )
    text = data.decode("utf-8", "surrogateescape")
    if _mostly_utf_8(text):
        return Decoded(text)
    guess = _guess(data)
    if not guess:
        raise Refusal(
            f"The letters of “{name}” cannot be recognised. Save it as “CSV UTF-8” or as .xlsx, and import "
            "that. "
            "Or name its encoding, such as --encoding cp1251."
        )
    return Decoded(data.decode(guess), shown(guess))


def repaired(text: str) -> str:
    """Return the text with Windows-1252 for each byte that is no UTF-8."""
    return _NOT_UTF_8.sub(
        lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode(WESTERN, "replace"),
        text,
    )


def is_broken(text: str) -> bool:
    """Return whether bytes in the text are no UTF-8."""
    return _NOT_UTF_8.search(text) is not None


def shown(encoding: str) -> str:
    """Return the name of an encoding as people know it."""
    return _NAMES.get(encoding, encoding)


def _by_name(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode("utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding)
    except LookupError:
        raise Refusal(
            f"There is no encoding “{encoding}”. Examples: utf-8, cp1252, cp1251, mac-roman, gb18030."
        ) from None
    except UnicodeError as error:
        place = getattr(error, "start", 0)
        row = data[:place].count(b"\n") + 1
        raise Refusal(
            f"“{name}” is not written in {encoding}: line {row} holds something else. Name another encoding."
        ) from None


def _certain(data: bytes) -> str:
    """Return the text where its bytes leave no doubt, or an empty one."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    known = bool(marked) or _has_stray_zeros(data)
    zeros = data[:SAMPLE].count(0)
    if not known and zeros:
        marked = "utf-16-le" if data[1:SAMPLE:2].count(0) * 2 > zeros else "utf-16-be"
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        return ""
    return text if known or "\0" not in text else ""


def _has_stray_zeros(data: bytes) -> bool:
    """Return whether this is UTF-8 with a few characters of nothing, and no text of two bytes a sign."""
    if data.count(0) * 20 > len(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf_8(text: str) -> bool:
    """Return whether single bytes are wrong in a text that is UTF-8 otherwise: whole lines of it hold letters
    in UTF-8.
    """
    good = 0
    bad = 0
    for line in text.split("\n"):
        if is_broken(line):
            bad += 1
        elif not line.isascii():
            good += 1
    letters = len(re.findall("[\x80-\ud7ff\ue000-\U0010ffff]", text))
    return good * 5 >= bad or letters >= len(_NOT_UTF_8.findall(text))


def _guess(data: bytes) -> str:
    """Return the likeliest encoding of bytes that are no UTF-8."""
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    sample = b"\n".join(lines)[:SAMPLE]
    readings = {encoding: sample.decode(encoding, "replace") for encoding in WESTERN_ONES}
    odd = {encoding: odd_places(text) for encoding, text in readings.items() if is_western(text)}
    western = min((encoding for encoding in odd if _fits(data, encoding)), key=odd.__getitem__, default="")
    if western and not odd[western]:
        return western
    if is_japanese(sample.decode("cp932", "replace")) and _fits(data, "cp932"):
        return "cp932"
    best = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    guess = best.encoding if best else ""
    return guess if guess and _fits(data, guess) else western


def _fits(data: bytes, encoding: str) -> bool:
    try:
        return "\0" not in data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
