"""One thing that breaks when something is cut, with a mark by which it is known again."""

from __future__ import annotations

from typing import NamedTuple

# A short hash that a browser can make at once (FNV-1a).
FNV_START = 0x811C9DC5
FNV_PRIME = 0x01000193


class Consequence(NamedTuple):
    """One thing that breaks. `severity` is 0, 1 or 2. `causes` are activities that are lost.

    `needs` is what suffers: activities without an input, or lessons that warn. Of a criterion, `left` is how
    much of its evidence is left, out of `all`.
    """

    id: str
    severity: int
    causes: list[str]
    needs: list[str]
    left: int = 0
    all: int = 0

    @property
    def mark(self) -> str:
        """The mark of what breaks. It changes when more breaks, so that nobody has accepted that."""
        parts = [",".join(self.causes), ",".join(self.needs), str(self.left), str(self.all)]
        number = FNV_START
        for byte in ";".join(parts).encode():
            number = (number ^ byte) * FNV_PRIME % 2**32
        return f"{number:08x}"
