"""The plan of an import: what would be written, what is there already, and everything that was found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.problem import Problem
from macros.model import KINDS, Record
from macros.model.fields import FieldPath
from macros.sheets.cells.choices import Names
from macros.sheets.cells.columns import Headings
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.likeness import key, plain
from macros.sheets.cells.reading import Reader
from macros.sheets.cells.splitting import first_sentence
from macros.sheets.cells.typed_dates import Calendar, Order
from macros.sheets.drafts import Draft, NotStarted, draft, renamed
from macros.sheets.duplicates import Known
from macros.sheets.files.table import NotRead, Sheet
from macros.sheets.mapping import Mapped, mapped, path_of
from macros.sheets.placing import nearby, placed
from macros.sheets.rows import Found, Harvest, Harvester

EVIDENCE = "evidence"


@dataclass(frozen=True)
class Wishes:
    """What a person asked for."""

    kind: str = "lesson"
    sheets: tuple[str, ...] = ()
    header: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    dates: Order | None = None
    year_starts: int = 4
    one_a_row: bool = False
    skip_hidden: bool = False
    source: str = ""


@dataclass(frozen=True)
class Twin:
    """A draft that is there already: under which id, whether that holds the same, and the row of this log that it stands in, if it does."""

    draft: Draft
    id: str
    same: bool
    earlier: Found | None = None
    file: Path = Path()


@dataclass
class Plan:
    """What an import would do."""

    file: str
    cls: type[Record]
    mapped: list[Mapped] = field(default_factory=list)
    passed: list[tuple[Sheet, str]] = field(default_factory=list)  # sheets that were not read, and why
    harvests: list[Harvest] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    there: list[Twin] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    defaults: dict[FieldPath, Any] = field(default_factory=dict)
    placed: int = 0  # rows that got the phase and the workstream of the activity that they name


def plan(
    sheets: Sequence[Sheet], handbook: Handbook, folders: Sequence[Path], today: date, wishes: Wishes
) -> Plan:
    """What importing these sheets would do. `folders` hold the records that are there. Raises NotRead when a wish cannot be met."""
    cls = KINDS[wishes.kind]
    headings, names = Headings(cls, handbook.site.labels), Names(handbook)
    calendar = Calendar(("en", handbook.site.language), today, wishes.dates, wishes.year_starts)
    reader = Reader(cls, names, calendar, {key(said): meant for said, meant in wishes.values.items()})
    made = Plan(sheets[0].file if sheets else "", cls)
    made.defaults = _defaults(wishes, headings, reader, handbook)
    own = {
        plain(handbook.site.labels.sheets.guidance),
        plain(handbook.site.labels.sheets.lists),
    }  # of our own template
    for sheet in _chosen(
        [sheet for sheet in sheets if plain(sheet.name) not in own or not sheet.name], wishes, made
    ):
        _take(sheet, headings, reader, wishes, made)
    if not made.mapped:
        raise NotRead(_nothing_found(made, headings))
    _draft_all(made, handbook, wishes.source, today, Known(folders, cls))
    return made


def _chosen(sheets: Sequence[Sheet], wishes: Wishes, made: Plan) -> list[Sheet]:
    if unknown := [
        name for name in wishes.sheets if plain(name) not in {plain(sheet.name) for sheet in sheets}
    ]:
        raise NotRead(
            f"There is no sheet “{unknown[0]}” in “{made.file}”. It has: {', '.join(sheet.name or 'one without a name' for sheet in sheets)}."
        )
    wanted = [
        sheet for sheet in sheets if not wishes.sheets or plain(sheet.name) in map(plain, wishes.sheets)
    ]
    made.passed += [(sheet, "it was not asked for") for sheet in sheets if sheet not in wanted]
    if not wishes.sheets:
        made.passed += [
            (sheet, f'it is hidden. To read it, name it: --sheet "{sheet.name}"')
            for sheet in wanted
            if sheet.hidden and sheet.rows
        ]
    return [sheet for sheet in wanted if wishes.sheets or not sheet.hidden]


def _take(sheet: Sheet, headings: Headings, reader: Reader, wishes: Wishes, made: Plan) -> None:
    found = mapped(sheet, headings, wishes.header, wishes.columns) if sheet.rows else None
    if found is None:
        made.passed.append(
            (
                sheet,
                "it is empty"
                if not sheet.rows
                else "no row of it looks like headings. If it holds lessons, say which row: --header-row",
            )
        )
        return
    harvest = Harvester(found, reader, not wishes.one_a_row, wishes.skip_hidden).harvest()
    read = {row.number for row in found.rows}
    hidden = [row.number for row in found.rows if row.hidden]
    made.problems += [
        problem
        for problem in sheet.problems
        if problem.place.line in read or problem.place.line == found.header
    ]
    said = (
        "left out"
        if wishes.skip_hidden
        else "read like the others. To leave hidden rows out, use --skip-hidden"
    )
    made.problems += [
        sheet.problem(number, 0, "hidden", f"this row is hidden, and was {said}.") for number in hidden
    ]
    made.problems += harvest.problems
    made.mapped.append(found)
    made.harvests.append(harvest)


def _defaults(wishes: Wishes, headings: Headings, reader: Reader, handbook: Handbook) -> dict[FieldPath, Any]:
    made: dict[FieldPath, Any] = {}
    for field_, text in wishes.defaults.items():
        path = path_of(field_, headings)
        leaf = leaf_at(headings.cls, path)
        value = reader.read(leaf, text) if leaf else None
        if value is None or value.doubts or value.value is None:
            raise NotRead(
                f"--default {field_}: {value.doubts[0].message + ' ' + value.doubts[0].hint if value and value.doubts else 'there is nothing to fill in.'}"
            )
        made[path] = value.value
    if leaf_at(headings.cls, ("contributed_by",)):
        made.setdefault(("contributed_by",), handbook.site.organisation)
    return made


def _draft_all(made: Plan, handbook: Handbook, source: str, today: date, known: Known) -> None:
    for row in (found for harvest in made.harvests for found in harvest.found):
        found = placed(row, made.cls, handbook)
        made.placed += found != row
        try:
            one = draft(made.cls, _with_source(found, source, made.cls), made.file, made.defaults, today)
        except NotStarted as why:
            made.problems.append(
                Problem(_place(made, found), "title", str(why), "no-id", "Write a title in the row.")
            )
            continue
        if twin := known.same(one):
            earlier = next((draft.found for draft in made.drafts if draft.id == twin), None)
            made.there.append(Twin(one, twin, known.holds(twin, one), earlier, known.files.get(twin, Path())))
        else:
            made.drafts.append(
                known.taken(renamed(replace(one, nearby=nearby(found, made.cls, handbook)), known.ids))
            )
            made.problems += [
                problem
                for text in (*map(str, one.found.values.values()), *one.remarks)
                for problem in _reachable(made, found, text)
            ]


def _with_source(found: Found, source: str, cls: type[Record]) -> Found:
    """The log itself as the evidence of what it says, where the row names no source of its own."""
    if not source or not leaf_at(cls, (EVIDENCE, 0, "source")) or (EVIDENCE, 0, "source") in found.values:
        return found
    where = ", ".join(filter(None, (found.sheet, f"row {found.row}", found.reference)))
    says = next(
        (found.values[(step,)] for step in ("event", "lesson", "title") if (step,) in found.values), ""
    )
    own = {
        (EVIDENCE, 0, "source"): source,
        (EVIDENCE, 0, "where"): where,
        (EVIDENCE, 0, "says"): first_sentence(says, 300) + ".",
    }
    return Found({**own, **found.values}, found.row, found.sheet, found.reference, found.part, found.rest)


def _reachable(made: Plan, found: Found, text: str) -> Iterator[Problem]:
    """An address of a person, in a text that is kept."""
    if address := re.search(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", text):
        yield Problem(
            _place(made, found),
            "",
            f"this row holds the e-mail address {address[0]}.",
            "address",
            "Take it out of the draft: the handbook names no people.",
            "warning",
        )


def _place(made: Plan, found: Found) -> Any:
    return next(it.sheet.place(found.row) for it in made.mapped if it.sheet.name == found.sheet)


def _nothing_found(made: Plan, headings: Headings) -> str:
    known = ", ".join(
        f"“{headings.of((step,))}”"
        for step in ("title", "event", "lesson", "action")
        if leaf_at(headings.cls, (step,))
    )
    reasons = "".join(
        f"\n  {sheet.place() if sheet.name else sheet.file}: {why}." for sheet, why in made.passed
    )
    return (
        f"No table was found in “{made.file}”.{reasons}\nA table has a row of headings, such as {known}. "
        'If yours are called otherwise, say what they mean: --header-row 3 --column "Your heading=lesson".'
    )
