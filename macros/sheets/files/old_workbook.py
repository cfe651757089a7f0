"""Old and binary workbooks of Excel (.xls, .xlsb), read by python-calamine in a process that may take only so
much.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.loading.problem import Problem, printable
from macros.refusal import Refusal
from macros.sheets.files import calamine_child, findings
from macros.sheets.files.limits import Budget
from macros.sheets.files.merging import Cells, Span, rows_of, spread
from macros.sheets.files.table import Sheet

PATIENCE = 60  # seconds; the process itself is ended after some seconds of work
ANEW = "Open it in your spreadsheet application and save it as “Excel workbook (.xlsx)”, then import that."


def read(name: str, data: bytes, budget: Budget) -> list[Sheet]:
    """Read every sheet of the workbook. Raises Refusal."""
    command = [sys.executable, "-I", str(Path(calamine_child.__file__))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise _too_much(name) from None
    if done.returncode == calamine_child.PASSWORD:
        raise Refusal(
            f"“{name}” is protected by a password. Save a copy without the password, then import that."
        )
    if done.returncode == calamine_child.DAMAGED or b"PanicException" in done.stderr:
        raise Refusal(f"“{name}” is damaged, or no workbook of Excel, and cannot be opened. {ANEW}")
    if done.returncode:
        raise _too_much(name)
    return [_sheet(name, found, budget) for found in json.loads(done.stdout)]


def _too_much(name: str) -> Refusal:
    return Refusal(
        f"“{name}” takes more time or memory than a log of lessons needs, so it was not read. {ANEW}"
    )


def _sheet(name: str, found: dict[str, Any], budget: Budget) -> Sheet:
    sheet = Sheet(name, printable(found["name"]), [], found["hidden"])
    cells: Cells = {}
    problems = [_unseen(sheet)]
    for number, row in found["rows"]:
        kept = _kept(sheet, number, row, budget, problems)
        if kept:
            budget.filled_row()
            cells[number] = kept
    spans = [Span(top + 1, left + 1, bottom + 1, right + 1) for top, left, bottom, right in found["merged"]]
    for number, column, text, span in spread(cells, spans, budget):
        problems.append(findings.covered(sheet, number, column, text, (span.top, span.left)))
    rows = rows_of(cells, {}, (), spans)
    return Sheet(name, sheet.name, rows, sheet.hidden, problems if rows else [])


def _kept(
    sheet: Sheet, number: int, row: Sequence[tuple[int, str]], budget: Budget, problems: list[Problem]
) -> dict[int, str]:
    kept = {}
    for column, text in row:
        if wrong := findings.no_text(sheet, number, column, text):
            problems.append(wrong)
        elif text.strip():
            budget.cell(text)
            kept[column] = text.replace("\r\n", "\n")
    return kept


def _unseen(sheet: Sheet) -> Problem:
    """Say what cannot be seen in these formats."""
    return sheet.problem(
        0,
        0,
        "old-format",
        "this is an old or binary workbook. Hidden rows and columns and struck-through text cannot be told "
        "apart in it, so all of it was read. Comments, pictures, the addresses of links, errors such as "
        "#REF!, and what a number format adds, such as £ or zeros in front, are not imported.",
        "If the log has such, save it as “Excel workbook (.xlsx)” and import that.",
    )
