"""A log of lessons as people really keep it, for the world of the library: forty lessons on two sheets, and every bad habit.

The same cells are written as a workbook of Excel, as text with semicolons in the encoding of Windows, and as OpenDocument.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros.sheets.files import ods_writing

HEADINGS = [
    "Ref",
    "Stage",
    "Work stream",
    "Date of event",
    "What happened?",
    "Root Cause",
    "Lesson learnt",
    "Recommendation / Action",
    "Service",
    "RAG",
    "Owner",
    "Positive / negative",
]
TITLES = [["LIBRARY MOVE – lessons learned register"], ["v0.7 DRAFT", None, "Last updated:", "1 May"], []]
FIRST = len(TITLES) + 2  # the first row of lessons: titles and headings stand above

Cells = list[list[Any]]


def rows() -> Cells:
    """The rows under the headings. The first ten hold what makes a log messy; the others make it long."""
    made: Cells = [
        [
            "L1",
            "Plann",
            "Books",
            "12/03/2019",
            "The van was too small.",
            "Nobody measured it.",
            "Measure the van before you pack a single box of books.",
            "Measure the van.",
            "Lending",
            "Red",
            "J. Smith",
            "Went badly",
        ],
        [
            "L2",
            "Planning",
            "Rooms",
            "25/03/2019",
            "Three things went well.",
            "",
            "1. Draw each of the rooms on paper.\n2. Number each door in the building.\n3. Ask the readers what they miss.",
            "1. Draw.\n2. Number.\n3. Ask.",
            "lendng",
            "G",
            "J. Smith",
            "positive",
        ],
        [
            "L3",
            "The move",
            "Bks",
            datetime(2019, 4, 3),
            "Boxes broke.",
            None,
            "Lessons:\n• Buy strong boxes for heavy books.\n• Keep the receipts of all the boxes.",
            "Buy better.",
            None,
            None,
            None,
            None,
        ],
        [
            "L4",
            "Move",
            "Books/Rooms",
            "Q2 2019/20",
            "=1+1",
            "n/a",
            "Load the heavy boxes before the light ones.",
            '="x"',
            "All",
            None,
            None,
            None,
        ],
        [
            "L5",
            None,
            "Rooms",
            "March 2019",
            "Doors were locked.",
            "#REF!",
            "Ask for all the keys in good time.\n\nGive back all the keys in the end.",
            "Ask.",
            None,
            None,
            "Caretaker",
            "bad",
        ],
        [None] * 12,
        [
            "L6",
            "Phase 9",
            "Garden",
            "some day",
            "Readers got lost.",
            "tbc",
            "Put up signs before the first reader comes.",
            "Put up signs.",
            "Catering",
            "Red",
            None,
            None,
        ],
        [
            "L7",
            "Move",
            "Books",
            "3/4/2020",
            "Write to jane.smith@example.gov.uk about it.",
            "",
            "Keep a list of everybody who can help to carry.",
            "-",
            "Lending",
            None,
            None,
            "mixed",
        ],
        ["L8", None, None, None, None, None, None, None, None, "Amber", "X", None],
        [
            "L1",
            "Plan",
            "Books",
            "12/03/2019",
            "The van was too small.",
            "Nobody measured it.",
            "Measure the van before you pack a single box of books.",
            "Measure the van.",
            "Lending",
            "Red",
            "J. Smith",
            "Went badly",
        ],
    ]
    return made + [
        [
            f"M{n}",
            "Move",
            "Books",
            f"2019-05-{n:02}",
            f"Box {n} was late – by “{n}” hours; again.",
            "Rain",
            f"Plan for rain on day number {n} of the whole move.",
            f"Bring {n} umbrellas.",
            "Lending",
            "Green",
            "A. Person",
            "good",
        ]
        for n in range(1, 26)
    ]


WORKSHOP = [
    ["No", "Lesson learned", "Suggested by", "Phase"],
    [1, "Tell the staff early, even when there is little to tell.", "Somebody", "Plan"],
    [2, "Train the drivers before you train anybody else.", "Somebody", None],
    [],
    [3, "Thank everybody who carried a box of books.", "Somebody", "Move"],
]


def xlsx(file: Path) -> Path:
    """The log as a workbook, with a hidden row and sheet, merged cells, a formula that was never computed, and an error."""
    book = Workbook()
    _log(book.active)
    workshop = book.create_sheet("Workshop")
    for number, row in enumerate(WORKSHOP, 1):
        for column, value in enumerate(row, 1):
            workshop.cell(number, column, value)
    workshop.merge_cells("D2:D3")
    lookups = book.create_sheet("Lookups")
    lookups.append(["Red", "Amber", "Green"])
    lookups.sheet_state = "hidden"
    book.save(file)
    return file


def _log(sheet: Worksheet) -> None:
    sheet.title = "Lessons log"
    for number, row in enumerate([*TITLES, HEADINGS, *rows()], 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)
    sheet.merge_cells("A1:L1")
    sheet.merge_cells(f"B{FIRST + 3}:B{FIRST + 4}")
    sheet.cell(FIRST + 4, 6).data_type = "e"
    sheet.row_dimensions[FIRST + 4].hidden = True


def delimited(file: Path) -> Path:
    """The first sheet as text with semicolons, in the encoding of Windows."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(
        [[_shown(value) for value in row] for row in [*TITLES, HEADINGS, *rows()]]
    )
    file.write_bytes(out.getvalue().encode("cp1252", "replace"))
    return file


def opendocument(file: Path) -> Path:
    """Both sheets as an OpenDocument spreadsheet."""
    file.write_bytes(
        ods_writing.written(
            {
                "Lessons log": [[_shown(value) for value in row] for row in [*TITLES, HEADINGS, *rows()]],
                "Workshop": [[_shown(value) for value in row] for row in WORKSHOP],
            }
        )
    )
    return file


def _shown(value: Any) -> str:
    if value is None or str(value).startswith(("=", "#")):
        return ""
    return f"{value:%Y-%m-%d}" if isinstance(value, datetime) else str(value)
