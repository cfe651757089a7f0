"""The account of an import, as text: what each column fills, what was taken for what, what is open, and what
is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from macros.checks.report import number
from macros.sheets.cells.columns import PERSON, REFERENCE, SIDE
from macros.sheets.column import HIDDEN, OUT, Column, name
from macros.sheets.files.table import letters
from macros.sheets.mapping import COMMENTS, Mapped
from macros.sheets.placing import PLACES
from macros.sheets.plan import Plan
from macros.sheets.report_drafts import drafts, end, shortened, some, there
from macros.sheets.report_problems import problems

WIDEST = 40


def as_text(plan: Plan, folder: Path, *, written: bool, begun: str = "", most: int = sys.maxsize) -> str:
    """Return the account, in the order in which a person works through it.

    `begun` is the id of a source that starts with it. Of more than `most` entries of a kind, the rest is
    counted.
    """
    blocks = [
        _title(plan),
        *map(_sheet, plan.mapped),
        _passed(plan),
        shortened(_taken(plan), most),
        _filled(plan, begun),
        problems("To know", plan, is_open=False, most=most),
        problems("To decide", plan, is_open=True, most=most),
        there(plan, most),
        drafts(plan, most),
        end(plan, folder, written=written, begun=begun),
    ]
    return "\n\n".join("\n".join(block) for block in map(list, blocks) if block)


def _title(plan: Plan) -> Iterator[str]:
    sheets = len(plan.mapped)
    where = f" in {sheets} sheets" if sheets > 1 else ""
    yield f"{plan.file}: {number(plan.count, plan.cls.kind)}{where}."
    if not plan.count:
        rows = number(sum(len(table.rows) for table in plan.mapped), "row")
        yield (
            f"Nothing could be read: of the {rows} below the headings, none holds a {plan.cls.kind}. Look "
            "at what "
            "each column fills. If the headings are wrong, say where they stand with --header-row, and what "
            "they "
            'mean with --column "Your heading=lesson".'
        )


def _sheet(mapped: Mapped) -> Iterator[str]:
    where = f"Sheet “{mapped.sheet.name}”" if mapped.sheet.name else "Table"
    rows = (
        f"row {mapped.header}"
        if mapped.first == mapped.header
        else f"rows {mapped.first} and {mapped.header}"
    )
    yield f"{where}, headings in {rows}. Its columns:"
    widest = min(WIDEST, max((len(column.shown) for column in mapped.columns), default=0))
    for column in mapped.columns:
        heading = shorten(column.shown, WIDEST, placeholder="…")
        yield f"  {letters(column.number):>3}  {heading:<{widest}}  →  {_use(column)}"


def _use(column: Column) -> str:
    keep = f'--column "{column.shown}={COMMENTS}"'
    uses = {
        PERSON: f"not imported, because it names people. To keep it in comments: {keep}",
        REFERENCE: "the log's own number, kept in a comment",
        HIDDEN: "hidden, so it was left out. To read hidden rows and columns too, use --with-hidden",
        OUT: "left out, as you asked",
    }
    if column.path in uses:
        return uses[column.path]
    if not column.path:
        return f"no field; {f'{column.why}; ' if column.why else ''}kept in comments"
    if column.ticks:
        return f"{name(column.path)}: {column.side}, where it is ticked"
    if column.side:
        return f"{name(column.path)}, as a record of its own with type {column.side}"
    return f"{name(column.path)}{f', {column.why}' if column.why else ''}"


def _passed(plan: Plan) -> Iterator[str]:
    if plan.passed:
        yield "Sheets that were not read:"
        yield from (f"  {sheet.name or sheet.file}: {why}." for sheet, why in plan.passed)


def _taken(plan: Plan) -> Iterator[str]:
    taken: dict[tuple[str, str, str], list[str]] = {}
    for mapped, harvest in zip(plan.mapped, plan.harvests, strict=True):
        for key, places in harvest.taken.items():
            shown = [f"{mapped.sheet.name}!{place}" if len(plan.mapped) > 1 else place for place in places]
            taken.setdefault(key, []).extend(shown)
    if taken:
        yield "Taken as:"
        heads = [f"{field}: “{shorten(text, WIDEST, placeholder='…')}”" for field, text, _ in sorted(taken)]
        widest = max(map(len, heads))
        for head, (key, places) in zip(heads, sorted(taken.items()), strict=True):
            yield f"  {head:<{widest}}  →  {key[2]}  ({some(places)})"


def _filled(plan: Plan, begun: str) -> Iterator[str]:
    if not (plan.drafts and (plan.defaults or plan.sides or begun or plan.placed)):
        return
    yield "Filled in where a row does not say:"
    for path, value in plan.defaults.items():
        yield f"  {name(path)}: {value if isinstance(value, str) else ', '.join(value)}"
    for sheet, side in plan.sides.items():
        yield f"  {name(SIDE)}: {side}, as the name of “{sheet}” says"
    if begun:
        yield f"  evidence: the row itself, with the new source “{begun}”"
    if plan.placed:
        fields = " and ".join(name(path) for path in PLACES.values())
        yield f"  {fields}: taken from the activities that a row names ({number(plan.placed, 'row')})"
