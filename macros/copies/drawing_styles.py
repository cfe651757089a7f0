"""The styles of drawings on paper. WeasyPrint gives a drawing in a page none of the styles of that page, so
each gets its own.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

DRAWINGS = "drawings"  # the id of the stylesheet of drawings in a book
MARK = "shape"  # the class of a sign in the text, whose word is beside it

_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;}]+)")
_USE = re.compile(r"var\((--[\w-]+)\)")


def give_styles(tree: Any) -> None:
    """Put the stylesheet of drawings into each drawing of a book, with the values that its variables have on
    paper. A sign in the text gets none.
    """
    sheets = {sheet.get("id"): sheet.text or "" for sheet in tree.iter("style")}
    if DRAWINGS not in sheets:
        return
    rules = resolved(sheets[DRAWINGS], "".join(sheet.text or "" for sheet in tree.iter("style")))
    for drawing in tree.iter("svg"):
        if drawing.get("class") != MARK:
            style = etree.Element("style")
            style.text = rules
            drawing.insert(0, style)


def resolved(rules: str, sheets: str) -> str:
    """Return `rules` with the value of each variable in its place. Of several, the first in `sheets` counts,
    which is the one of the light scheme.
    """
    values: dict[str, str] = {}
    for name, value in _VARIABLE.findall(sheets):
        values.setdefault(name, value.strip())
    while (better := _USE.sub(lambda use: values.get(use[1], "black"), rules)) != rules:
        rules = better
    return rules
