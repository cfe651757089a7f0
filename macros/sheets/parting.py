"""Parting: a row whose cell holds several lessons becomes one record for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from macros.model.fields import FieldPath
from macros.sheets.cells.leaves import leaves
from macros.sheets.cells.reading import Reader
from macros.sheets.cells.splitting import Parts, split
from macros.sheets.column import name
from macros.sheets.mapping import Mapped
from macros.sheets.rows import MAIN, Found, Harvest


def parts(found: Found, mapped: Mapped, reader: Reader, harvest: Harvest) -> Iterator[Found]:
    """Split a cell with several lessons into records.

    Cells with as many parts are split too; others are repeated. What is before the first part is kept.
    """
    key = next(((step,) for step in MAIN if (step,) in found.values), None)
    cut = split(found.values[key]) if key and leaves(reader.cls)[key].lines else None
    if not key or not cut or len(cut.parts) < 2:
        yield found
        return
    cuts = {key: cut, **_along(found, key, len(cut.parts))}
    _say(found, key, cut, mapped, harvest)
    before = [(_heading(path, mapped), it.before) for path, it in cuts.items() if it.before]
    for number in range(len(cut.parts)):
        values = {**found.values, **{path: it.parts[number] for path, it in cuts.items()}}
        label = " of ".join(map(str, (number + 1, len(cut.parts))))
        part_of = f"{found.part}, {label}" if found.part else label
        yield replace(found, values=values, part=part_of, rest=(*found.rest, *before))


def _along(found: Found, key: FieldPath, count: int) -> Mapping[FieldPath, Parts]:
    """Return the other texts of a row that have as many parts."""
    others = {path: split(text) for path, text in found.values.items() if isinstance(text, str)}
    return {path: cut for path, cut in others.items() if path != key and len(cut.parts) == count}


def _say(found: Found, key: FieldPath, cut: Parts, mapped: Mapped, harvest: Harvest) -> None:
    problem = mapped.sheet.problem(
        found.row,
        mapped.filled(key)[0].number,
        "several",
        f"this cell holds {len(cut.parts)} lessons, told apart {cut.by}.",
        "If it is one lesson, use --one-a-row.",
        about=name(key),
    )
    harvest.problems.append(problem)


def _heading(path: FieldPath, mapped: Mapped) -> str:
    columns = mapped.filled(path)
    return columns[0].shown if columns else name(path)
