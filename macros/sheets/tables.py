"""Tables: which sheets of a file are read, with their columns, and why the others are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from macros.refusal import Refusal
from macros.sheets.cells.columns import Headings
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.likeness import plain
from macros.sheets.column_fit import Fit
from macros.sheets.files.table import Sheet, letters
from macros.sheets.header_row import header_row
from macros.sheets.mapping import Choices, Mapped, mapped
from macros.sheets.on_its_side import is_on_its_side
from macros.sheets.tables_below import separate, with_what_is_above
from macros.sheets.tables_beside import side_by_side
from macros.sheets.wishes import Wishes

TEXTS = "it holds the texts of our own template, which are no lessons, so it was not read"
ON_ITS_SIDE = (
    "its headings are in its first column, one below another, so it was not read. Copy it, paste it with "
    "“Transpose” in your spreadsheet application, so that each lesson is a row, and import that"
)
EMPTY = "it is empty"
EXAMPLES = ("title", "event", "lesson", "action")


@dataclass
class Tables:
    """The sheets that are read, and the ones that are passed over, each with the reason."""

    mapped: list[Mapped] = field(default_factory=list)
    passed: list[tuple[Sheet, str]] = field(default_factory=list)


def tables(
    sheets: Sequence[Sheet],
    own: set[str],
    headings: Headings,
    fit: Fit,
    wishes: Wishes,
    is_other: Callable[[Sheet], bool],
    texts: str = "",
) -> Tables:
    """Return the tables of a file.

    Sheets called as one of `own` belong to our template, among them that of its `texts`. A table of our
    templates that `is_other` than of records is read only where somebody asks for it. Raises Refusal where
    there is none.
    """
    result = Tables()
    result.passed += [(sheet, sheet.unread) for sheet in sheets if sheet.unread]
    result.passed += [(sheet, TEXTS) for sheet in sheets if texts and plain(sheet.name) == plain(texts)]
    sheets = [sheet for sheet in sheets if not sheet.unread]
    foreign = [sheet for sheet in sheets if plain(sheet.name) not in own or not sheet.name]
    wanted = _wanted(foreign, wishes, result, is_other)
    chosen = {plain(heading) or heading: field for heading, field in wishes.columns.items()}
    for sheet in wanted:
        choices = Choices(chosen, wishes.with_hidden)
        for part in [sheet] if wishes.header else _parts(sheet, headings, choices):
            _take(part, headings, fit, wishes, choices, result, alone=len(wanted) == 1)
    if not result.mapped:
        raise Refusal(_nothing_found(sheets, result, headings))
    _refuse_unknown_columns(result, wishes)
    return result


def _wanted(
    sheets: Sequence[Sheet], wishes: Wishes, result: Tables, is_other: Callable[[Sheet], bool]
) -> list[Sheet]:
    """Return the sheets that a person names, or all that are not hidden."""
    names = {plain(sheet.name) for sheet in sheets}
    asked = {plain(name) for name in wishes.sheets}
    if unknown := [name for name in wishes.sheets if plain(name) not in names]:
        there = ", ".join(sheet.name or "one without a name" for sheet in sheets)
        file = sheets[0].file if sheets else ""
        raise Refusal(f"There is no sheet “{unknown[0]}” in “{file}”. It has: {there}.")
    wanted = []
    for sheet in sheets:
        if asked and plain(sheet.name) not in asked:
            result.passed.append((sheet, "it was not asked for"))
        elif not asked and is_other(sheet):
            result.passed.append((sheet, "it is a table of our own template, and holds no lessons"))
        elif sheet.hidden and sheet.rows and not asked and not wishes.with_hidden:
            result.passed.append((sheet, f'it is hidden. To read it, name it: --sheet "{sheet.name}"'))
        elif not sheet.hidden or asked or wishes.with_hidden:
            wanted.append(sheet)
    return wanted


def _parts(sheet: Sheet, headings: Headings, choices: Choices) -> list[Sheet]:
    """Return the tables that one sheet holds, below and beside each other."""

    def is_table(part: Sheet) -> bool:
        has_headings = header_row(part, headings, 0, choices.fields) is not None
        return has_headings or is_on_its_side(part, headings)

    tables = with_what_is_above(separate(sheet, headings), is_table)
    return [part for below in tables for part in side_by_side(below, headings)]


def _take(
    sheet: Sheet,
    headings: Headings,
    fit: Fit,
    wishes: Wishes,
    choices: Choices,
    result: Tables,
    *,
    alone: bool,
) -> None:
    if not sheet.rows:
        result.passed.append((sheet, EMPTY))
        return
    if not wishes.header and is_on_its_side(sheet, headings):
        result.passed.append((sheet, ON_ITS_SIDE))
        return
    named = f'--sheet "{sheet.name}" ' if sheet.name and not alone else ""
    try:
        header = header_row(sheet, headings, wishes.header, choices.fields)
    except Refusal:
        if alone or wishes.sheets:
            raise
        reason = f"row {wishes.header} is empty, so it cannot hold the headings"
        result.passed.append((sheet, reason))
        return
    if header is None:
        reason = (
            f"no row of it looks like headings; it begins with {_beginning(sheet)}. "
            f"If it holds lessons, say which row: {named}--header-row"
        )
        result.passed.append((sheet, reason))
        return
    result.mapped.append(mapped(sheet, header, headings, fit, choices))


def _beginning(sheet: Sheet) -> str:
    """Return what is in the first row, for a person to recognise."""
    first = sheet.rows[0]
    texts = [" ".join(text.split())[:40] for _, text in sorted(first.cells.items())[:4]]
    return f"“{' | '.join(texts)}” in row {first.number}"


def _refuse_unknown_columns(result: Tables, wishes: Wishes) -> None:
    """Refuse the name of a column that no sheet has, because nothing would happen."""
    columns = [column for table in result.mapped for column in table.columns]
    known = {plain(column.heading) or column.heading for column in columns}
    known |= {plain(letters(column.number)) for column in columns}
    for name in wishes.columns:
        if (plain(name) or name) not in known:
            there = ", ".join(f"“{column.shown}”" for column in columns[:20])
            raise Refusal(f"--column {name}: no column is called that. There are: {there}.")


def _nothing_found(sheets: Sequence[Sheet], result: Tables, headings: Headings) -> str:
    file = sheets[0].file if sheets else "the file"
    known = ", ".join(f"“{headings.of((step,))}”" for step in EXAMPLES if leaf_at(headings.cls, (step,)))
    reasons = "".join(
        f"\n  {sheet.place() if sheet.name else sheet.file}: {why}." for sheet, why in result.passed
    )
    return (
        f"No table was found in “{file}”.{reasons}\nA table has a row of headings, such as {known}. "
        'If yours are called otherwise, say what they mean: --header-row 3 --column "Your heading=lesson".'
    )
