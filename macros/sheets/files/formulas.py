"""Formulas: the address to which a cell leads by one."""

from __future__ import annotations

import re

LONGEST_FORMULA = 3_000  # characters that are looked at; an address has no more than some hundreds
_LINK = re.compile(r'(?:\w+:)?=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)


def address_in(formula: str) -> str:
    """Return the address that a formula such as `HYPERLINK("https://…","report")` writes out, or nothing."""
    found = _LINK.match(formula.strip())
    return found[1].replace('""', '"') if found else ""
