"""The account of an import, as text: what each column fills, what was taken for what, what is open, and what would be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from macros.loading.problem import Problem
from macros.sheets.cells.columns import PERSON, REFERENCE
from macros.sheets.cells.reading import SAY
from macros.sheets.drafts import Draft
from macros.sheets.files.table import letters
from macros.sheets.mapping import Column, Mapped, name
from macros.sheets.placing import PLACES
from macros.sheets.plan import Plan

WIDEST = 40
OPEN = {
    "no-such-name",
    "ambiguous-date",
    "no-date",
    "cell-error",
    "no-value",
    "no-id",
}  # what somebody has to decide or mend


def as_text(plan: Plan, folder: Path, *, written: bool, begun: str = "") -> str:
    """The whole account, in the order in which a person works through it. `begun` is the id of a source that starts with it."""
    blocks = [
        _title(plan),
        *map(_sheet, plan.mapped),
        _passed(plan),
        _taken(plan),
        _filled(plan, begun),
        _problems("To know", plan, False),
        _problems("To decide", plan, True),
        _there(plan),
        _drafts(plan),
        _end(plan, folder, written, begun),
    ]
    return "\n\n".join("\n".join(block) for block in map(list, blocks) if block)


def _title(plan: Plan) -> Iterator[str]:
    count, sheets = sum(len(harvest.found) for harvest in plan.harvests), len(plan.mapped)
    yield f"{plan.file}: {number(count, plan.cls.kind)}{f' in {sheets} sheets' if sheets > 1 else ''}."


def _sheet(mapped: Mapped) -> Iterator[str]:
    where = f"Sheet “{mapped.sheet.name}”" if mapped.sheet.name else "Table"
    yield f"{where}, headings in row {mapped.header}. Its columns:"
    widest = min(WIDEST, max((len(column.shown) for column in mapped.columns), default=0))
    for column in mapped.columns:
        yield f"  {letters(column.number):>3}  {shorten(column.shown, WIDEST, placeholder='…'):<{widest}}  →  {_use(column)}"


def _use(column: Column) -> str:
    if column.path == PERSON:
        return "not imported, because it names people"
    if column.path == REFERENCE:
        return "the log's own number, kept in a comment"
    if not column.path:
        return "no field; " + (f"{column.why}; " if column.why else "") + "kept in comments"
    return name(column.path)


def _passed(plan: Plan) -> Iterator[str]:
    if plan.passed:
        yield "Sheets that were not read:"
        yield from (f"  {sheet.name or sheet.file}: {why}." for sheet, why in plan.passed)


def _taken(plan: Plan) -> Iterator[str]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for mapped, harvest in zip(plan.mapped, plan.harvests, strict=True):
        for key, places in harvest.taken.items():
            found.setdefault(key, []).extend(
                f"{mapped.sheet.name}!{place}" if len(plan.mapped) > 1 else place for place in places
            )
    if found:
        yield "Taken as:"
        heads = [f"{field}: “{shorten(said, WIDEST, placeholder='…')}”" for field, said, _ in sorted(found)]
        widest = max(map(len, heads))
        for head, (key, places) in zip(heads, sorted(found.items()), strict=True):
            yield f"  {head:<{widest}}  →  {key[2]}  ({_places(places)})"


def _filled(plan: Plan, begun: str) -> Iterator[str]:
    if plan.drafts and (plan.defaults or begun or plan.placed):
        yield "Filled in where a row does not say:"
        yield from (
            f"  {name(path)}: {value if isinstance(value, str) else ', '.join(value)}"
            for path, value in plan.defaults.items()
        )
        if begun:
            yield f"  evidence: the row itself, with the new source “{begun}”"
        if plan.placed:
            yield f"  {' and '.join(name(path) for path in PLACES.values())}: those of the activities that a row names ({number(plan.placed, 'row')})"


def _problems(heading: str, plan: Plan, wanted: bool) -> Iterator[str]:
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in plan.problems:
        if (problem.code in OPEN) == wanted:
            groups.setdefault(
                (problem.field, problem.message.casefold(), problem.hint.casefold()), []
            ).append(problem)
    if groups:
        yield f"{heading}:"
        said: set[str] = set()
        for first, *same in groups.values():
            yield f"  {first.place}: {f'{first.field}: ' if first.field else ''}{first.message}"
            if same:
                yield f"      The same in {_places([_short(problem) for problem in same])}."
            choices, say, how = first.hint.rpartition(SAY)  # what may be chosen is listed once
            if first.hint:
                yield f"      {'' if choices in said else choices}{say}{how}"
            said.add(choices)


def _there(plan: Plan) -> Iterator[str]:
    if not plan.there:
        return
    yield "There already, and not touched:"
    for twin in plan.there:
        if twin.earlier:
            yield f"  {_row(plan, twin.draft)} says the same as row {twin.earlier.row}" + (
                "."
                if twin.same
                else " in its lesson, but not in other cells, so it is left out. Compare the two yourself."
            )
        elif not twin.same:
            yield f"  {_row(plan, twin.draft)}: {twin.file.as_posix()} holds something else. Compare the two yourself."
    if same := [str(twin.draft.found.row) for twin in plan.there if twin.same and not twin.earlier]:
        yield f"  {number(len(same), 'row')}, word for word in the handbook: {_places(same)}."


def _drafts(plan: Plan) -> Iterator[str]:
    if not plan.drafts:
        return
    yield f"{number(len(plan.drafts), 'new record').capitalize()}:"
    always = set.intersection(*(set(draft.missing(plan.cls)) for draft in plan.drafts))
    titled = all(draft.made_up for draft in plan.drafts)
    if always:
        yield f"  All of them lack: {', '.join(name for name in plan.drafts[0].missing(plan.cls) if name in always)}."
        yield '      To fill in many at once, add columns with these headings to the log, or say the same of all: --default "FIELD=TEXT".'
    if titled:
        yield "  All titles are made from the text, because no column holds a title."
    rows = [_row(plan, draft) for draft in plan.drafts]
    for row, draft in zip(rows, plan.drafts, strict=True):
        missing = [name for name in draft.missing(plan.cls) if name not in always]
        said = "; ".join(
            filter(
                None,
                (
                    f"lacks {', '.join(missing)}" if missing else "",
                    "title made from the text" if draft.made_up and not titled else "",
                ),
            )
        )
        yield f"  {row:<{max(map(len, rows))}}  {draft.id}{f'  ({said})' if said else ''}"


def _row(plan: Plan, draft: Draft) -> str:
    sheet = f"{draft.found.sheet}, " if len(plan.mapped) > 1 else ""
    return f"{sheet}row {draft.found.row}{f' ({draft.found.part})' if draft.found.part else ''}"


def _end(plan: Plan, folder: Path, written: bool, begun: str) -> Iterator[str]:
    files, count = number(len(plan.drafts), "file"), len(plan.drafts)
    if not count:
        yield "There is nothing new to write."
    elif not written:
        yield f"Nothing is written yet. To write {files} to {folder.as_posix()}, run the same command with --write."
    else:
        yield f"{files.capitalize()} written to {folder.as_posix()}{', and one source beside them' if begun else ''}."
        if any(draft.missing(plan.cls) for draft in plan.drafts):
            yield "They are drafts. Fill in what is missing, which each file explains. `handbook check` names what is left."
        if any(draft.remarks for draft in plan.drafts):
            yield "Comments at the head of files hold what fits no field. They may name people: use them or delete them before you publish."


def number(count: int, word: str) -> str:
    """`1 file`, `3 files`."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def _short(problem: Problem) -> str:
    return str(problem.place).partition(": ")[2].rpartition("!")[2]


def _places(places: list[str]) -> str:
    return ", ".join(places[:6]) + (f" and {len(places) - 6} more" if len(places) > 6 else "")
