"""Markup: the XML inside workbooks, read as a stream, so that no tree of a hostile file is ever built."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from macros.refusal import Refusal
from macros.sheets.files.limits import Budget

CHUNK = 1 << 18
Attributes = Mapping[str, str]


class Handler(Protocol):
    """What is told of each element and text.

    Names are local: the namespaces of both editions of a format are alike.
    """

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element that begins."""

    def end(self, name: str) -> None:
        """Take note of an element that ends."""

    def text(self, data: str) -> None:
        """Take note of text."""


class Damaged(ValueError):
    """The file breaks the rules of its own format."""


def stream(zipped: zipfile.ZipFile, part: str, handler: Handler, budget: Budget) -> None:
    """Tell `handler` of everything in one part of a workbook.

    Raises Refusal past a limit, and Damaged for what is no XML.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        budget.element(depth)
        local = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        handler.start(name.rpartition("}")[2], local)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name.rpartition("}")[2])

    def refuse(*_: object) -> None:
        raise Refusal(
            f"“{budget.name}” holds instructions that a spreadsheet never has, so it was not opened. Do not "
            "trust it."
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        with zipped.open(part) as opened:
            while chunk := opened.read(CHUNK):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Damaged(str(error)) from None


def is_true(value: str | None) -> bool:
    """Return whether an attribute of XML says yes."""
    return value in ("1", "true", "on")


def count_of(attributes: Attributes, name: str) -> int:
    """Return a number of times, which is 1 where nothing is said. Raises Damaged for less than that."""
    times = int(attributes.get(name, "1"))
    if times < 1:
        raise Damaged(name)
    return times
