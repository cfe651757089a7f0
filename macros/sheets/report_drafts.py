"""The end of the account: what is there already, the new records, and what to do next."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from macros.checks.report import number
from macros.sheets.drafts import Draft
from macros.sheets.plan import Plan
from macros.sheets.rows import Found

MOST_PLACES = 6
KEEP_ALL = "To keep every line in a file, use --report FILE."


def shortened(lines: Iterable[str], most: int) -> Iterator[str]:
    """Yield a heading and the first lines below it, and how many more there are."""
    every = list(lines)
    yield from every[: most + 1]
    if len(every) > most + 1:
        yield f"  And {number(len(every) - most - 1, 'more line')}. {KEEP_ALL}"


def there(plan: Plan, most: int) -> Iterator[str]:
    """Yield what is not written, because an earlier row or a file holds it."""
    if plan.there:
        yield from shortened(("There already, and not touched:", *_there(plan)), most)


def _there(plan: Plan) -> Iterator[str]:
    for twin in plan.there:
        row = _row(plan, twin.draft)
        if twin.earlier:
            both = "If both are meant, write in one what is different."
            same = twin.earlier.sheet == twin.draft.found.sheet
            earlier = f"row {twin.earlier.row}" if same else _row_of(plan, twin.earlier)
            yield f"  {row} says the same as {earlier}. {both}"
        elif not twin.same:
            yield f"  {row}: {twin.file.as_posix()} holds something else. Compare the two yourself."
            yield "      To write a draft of such rows all the same, use --keep-similar."
    rows = [
        _row(plan, twin.draft).removeprefix("row ") for twin in plan.there if twin.same and not twin.earlier
    ]
    if rows:
        yield f"  {number(len(rows), 'row')}, word for word in the handbook: {some(rows)}."


def drafts(plan: Plan, most: int) -> Iterator[str]:
    """Yield the new records, with what each lacks."""
    if not plan.drafts:
        return
    yield f"{number(len(plan.drafts), 'new record').capitalize()}:"
    always = set.intersection(*(set(draft.missing(plan.cls)) for draft in plan.drafts))
    made_up = all(draft.title.made_up for draft in plan.drafts)
    if always:
        names = ", ".join(name for name in plan.drafts[0].missing(plan.cls) if name in always)
        yield f"  All of them lack: {names}."
        yield (
            "      To fill in many at once, add columns with these headings to the log, or say the same of "
            "all: "
            '--default "FIELD=TEXT".'
        )
    if made_up:
        yield "  All titles are made from the text, because no column holds a title."
    yield from list(shortened(("", *_listed(plan, always, made_up)), most))[1:]


def _listed(plan: Plan, always: Container[str], made_up: bool) -> Iterator[str]:
    """Yield each new record, with what it lacks beside what all lack."""
    rows = [_row(plan, draft) for draft in plan.drafts]
    widest = max(map(len, rows))
    for row, draft in zip(rows, plan.drafts, strict=True):
        missing = [name for name in draft.missing(plan.cls) if name not in always]
        notes = [f"lacks {', '.join(missing)}"] if missing else []
        notes += ["title made from the text"] if draft.title.made_up and not made_up else []
        note = f"  ({'; '.join(notes)})" if notes else ""
        yield f"  {row:<{widest}}  {draft.id}{note}"


def end(plan: Plan, folder: Path, *, written: bool, begun: str) -> Iterator[str]:
    """Yield what was written, and what to do next."""
    files = number(len(plan.drafts), "file")
    if not plan.drafts:
        yield "There is nothing new to write."
    elif not written:
        yield (
            f"Nothing is written yet. To write {files} to {folder.as_posix()}, run the same command with "
            "--write."
        )
    else:
        beside = ", and one source beside them" if begun else ""
        yield f"{files.capitalize()} written to {folder.as_posix()}{beside}."
        if any(draft.missing(plan.cls) for draft in plan.drafts):
            yield (
                "They are drafts. Fill in what is missing, which each file explains. "
                "`handbook check` names what is left."
            )
        if any(draft.remarks for draft in plan.drafts):
            yield (
                "Comments at the head of files hold what fits no field. They may name people: use them or "
                "delete "
                "them before you publish."
            )


def some(places: Sequence[str]) -> str:
    """Return the first places, and how many more there are."""
    more = len(places) - MOST_PLACES
    return ", ".join(places[:MOST_PLACES]) + (f" and {more:,} more" if more > 0 else "")


def _row(plan: Plan, draft: Draft) -> str:
    return _row_of(plan, draft.found)


def _row_of(plan: Plan, found: Found) -> str:
    sheet = f"{found.sheet}, " if len(plan.mapped) > 1 else ""
    return f"{sheet}row {found.row}{f' ({found.part})' if found.part else ''}"
