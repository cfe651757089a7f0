"""Sides in names: a table whose name says of what kind its lessons are, such as “What went well”."""

from __future__ import annotations

from dataclasses import replace

from macros.loading.handbook import Handbook
from macros.model import Product, Record
from macros.sheets.cells.choices import Names
from macros.sheets.cells.columns import SIDE
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.likeness import plain
from macros.sheets.files.table import Sheet
from macros.sheets.rows import Harvest


def give_side(
    harvest: Harvest, sheet: Sheet, handbook: Handbook, names: Names, cls: type[Record]
) -> dict[str, str]:
    """Give every record of a sheet the side that its name says, and return the sheet with that side, if any.

    A row that says a side itself, or something that could not be read, keeps it.
    """
    side = _side_in_name(sheet, handbook, names, cls)
    if not side or not harvest.found:
        return {}
    harvest.found = [
        found
        if SIDE in found.values or SIDE in found.unread
        else replace(found, values={**found.values, SIDE: side})
        for found in harvest.found
    ]
    return {sheet.name: side}


def _side_in_name(sheet: Sheet, handbook: Handbook, names: Names, cls: type[Record]) -> str:
    """Return the one side that the name of a sheet is, or that a sheet called as a section of a product
    names; nothing for other sheets.
    """
    leaf = leaf_at(cls, SIDE)
    if leaf and names.holds(leaf, sheet.name) and len(sheet.name.split()) > 1:
        return names.match(leaf, sheet.name).id
    sections = (section for product in handbook.all(Product) for section in product.contents)
    called = plain(sheet.name)
    if leaf is None or called not in {plain(section.heading) for section in sections if section.columns}:
        return ""
    words = set(called.split())
    sides = [
        side
        for side, spellings in names.spellings(leaf).items()
        if any(plain(spelling) in words for spelling in spellings)
    ]
    return sides[0] if len(sides) == 1 else ""
