"""Limits: how much of a file is read before it is refused.

They are asked before anything is kept, so a small file stays cheap.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.refusal import Refusal

MAX_BYTES = 20_000_000  # of the file itself
MAX_UNPACKED = 150_000_000  # bytes of everything in a workbook
MAX_MARKUP = 80_000_000  # bytes of its parts that are read
MAX_PARTS = 5_000  # files in a workbook
MAX_ELEMENTS = 1_200_000  # of XML
MAX_DEPTH = 200  # elements inside one another
MAX_ROWS = 100_000  # empty ones included
MAX_FILLED_ROWS = 2_000
MAX_COLUMNS = 1_000  # an export of products has five hundred
MAX_CELLS = 200_000  # filled ones
MAX_CHARACTERS = 4_000_000
LONGEST_CELL = 100_000
MAX_COMMENTS = 2_000
MAX_STRINGS = 300_000  # shared texts, used or not
COPY = "Copy the rows with lessons into a new workbook, and import that."


@dataclass
class Budget:
    """What may still be read of the file `name`.

    Each method raises Refusal, with the reason, when a limit is passed.
    """

    name: str
    elements: int = 0
    rows: int = 0
    filled_rows: int = 0
    cells: int = 0
    characters: int = 0
    comments: int = 0

    def work(self, steps: int) -> None:
        """Count steps of work that are no elements themselves, such as the cells under a merged one."""
        self.elements += steps
        if self.elements > MAX_ELEMENTS:
            self.refuse(f"is made of more than {MAX_ELEMENTS:,} parts")

    def element(self, depth: int) -> None:
        """Count one element of XML, `depth` levels down."""
        self.work(1)
        if depth > MAX_DEPTH:
            raise Refusal(f"“{self.name}” is damaged and cannot be opened. Ask for it again.")

    def row(self, times: int = 1) -> None:
        """Count rows, empty or not."""
        self.rows += times
        if self.rows > MAX_ROWS:
            self.refuse(f"has more than {MAX_ROWS:,} rows, most of which must be empty")

    def filled_row(self, times: int = 1) -> None:
        """Count rows that hold something."""
        self.filled_rows += times
        if self.filled_rows > MAX_FILLED_ROWS:
            self.refuse(f"holds more than {MAX_FILLED_ROWS:,} filled rows", "Split it into several files.")

    def cell(self, text: str, times: int = 1) -> None:
        """Count cells that hold `text`."""
        self.cells += times
        if self.cells > MAX_CELLS:
            self.refuse(f"holds more than {MAX_CELLS:,} filled cells")
        self.text(len(text), times)

    def text(self, length: int, times: int = 1) -> None:
        """Count the characters of one cell, before they are made."""
        self.piece(length)
        self.characters += length * times
        if self.characters > MAX_CHARACTERS:
            self.refuse(f"holds more than {MAX_CHARACTERS:,} characters of text")

    def piece(self, length: int) -> None:
        """Check the length of a cell so far, while it is read."""
        if length > LONGEST_CELL:
            self.refuse(
                f"has a cell with more than {LONGEST_CELL:,} characters",
                "A cell of Excel holds 32,767. Split the text, or look for a quotation mark that is missing.",
            )

    def columns(self, count: int) -> None:
        """Check how many columns of a sheet hold something."""
        if count > MAX_COLUMNS:
            self.refuse(f"has {count:,} columns that hold something, more than {MAX_COLUMNS:,}")

    def comment(self) -> None:
        """Count one comment on a cell."""
        self.comments += 1
        if self.comments > MAX_COMMENTS:
            self.refuse(f"has more than {MAX_COMMENTS:,} comments", "Delete them in a copy, and import that.")

    def refuse(self, why: str, how: str = COPY) -> None:
        """Raise Refusal with the reason and what to do."""
        raise Refusal(f"“{self.name}” {why}. No log of lessons needs that, so nothing was read. {how}")
