"""A product with a section of each kind, and its files as other software reads them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import odfdo
from lxml import etree
from openpyxl import load_workbook
from world import TEMPLATES, World

from macros.model import Product
from macros.model.product import DocumentFormat
from macros.publishing.documents.shelf import Shelf

SECTIONS = """\
  - heading: Rooms
    covers: Each room.
    prompt: Which room takes which shelf?
    step: measure-the-rooms#measure
    checks: [driver]
  - heading: List of rooms
    covers: All rooms.
    kind: table
    columns:
      - {title: Room}
      - {title: State, type: choice, values: [free, "=full"]}
      - {title: Day, type: date}
      - {title: Shelves, type: number}
      - {title: Owner, type: role}
      - {title: Dry, type: yes-no}
  - heading: Doors
    covers: Each door.
    kind: list
  - heading: Drawing
    covers: The house from above.
    kind: picture
  - heading: Agreed
    covers: Who agrees.
    kind: sign-off
    approves: [librarian]
"""
HOME = "https://library.example.org/"
SHOWN = "library.example.org/"  # as files show it


def with_sections(world: World, more: str = "") -> World:
    """Give the plan of rooms a section of each kind, and `more` fields."""
    world.change("products/room-plan.yml", "  - heading: Rooms\n    covers: Each room.\n", SECTIONS)
    world.add("products/room-plan.yml", more)
    return world


def file_of(world: World, form: DocumentFormat, *, product: str = "room-plan", home: str = HOME) -> bytes:
    """The file of a product in a format."""
    handbook = world.handbook()
    return Shelf(handbook, TEMPLATES, home).file(handbook.get(Product, product), form)


def parts(data: bytes) -> dict[str, Any]:
    """Every part of a package that is XML, as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        return {n: etree.fromstring(zipped.read(n)) for n in zipped.namelist() if n != "mimetype"}


def _docx(data: bytes) -> list[str]:
    opened = docx.Document(io.BytesIO(data))
    texts = opened.element.body.xpath(".//w:p")
    return ["".join(p.xpath(".//w:t/text() | .//w:listItem/@w:value")) for p in texts]


def _odt(data: bytes) -> list[str]:
    body = odfdo.Document(io.BytesIO(data)).body
    space = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}
    tree = etree.fromstring(body.serialize(with_ns=True).encode())
    return [
        "".join([*p.itertext(), *p.xpath(".//text:label/@text:value", namespaces=space)])
        for p in tree.iter(f"{{{space['text']}}}p", f"{{{space['text']}}}h")
    ]


def _xlsx(data: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(data))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]


def _ods(data: bytes) -> list[str]:
    body = odfdo.Document(io.BytesIO(data)).body
    texts = [str(value) for table in body.tables for row in table.get_values() for value in row if value]
    content = parts(data)["content.xml"]
    rules = content.xpath("//@*[local-name() = 'condition']")
    return texts + [text for rule in rules for text in re.findall(r'"([^"]*)"', rule)]


READ: dict[DocumentFormat, Callable[[bytes], list[str]]] = {
    "docx": _docx,
    "odt": _odt,
    "xlsx": _xlsx,
    "ods": _ods,
}


def words(data: bytes, form: DocumentFormat) -> str:
    """Every text of a file, one a line, with what its cells offer."""
    return "\n".join(READ[form](data))


def written(folder: Path, name: str, data: bytes) -> Path:
    """The file in a folder."""
    file = folder / name
    file.write_bytes(data)
    return file
