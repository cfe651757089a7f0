"""The plan of an import: what would be written, what is there already, and everything that was found on the
way.
"""

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
from macros.refusal import Refusal
from macros.sheets.cells.choices import Names
from macros.sheets.cells.columns import Headings
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.likeness import key, plain
from macros.sheets.cells.reading import Reader
from macros.sheets.cells.typed_dates import Calendar
from macros.sheets.column import name
from macros.sheets.column_fit import Fit
from macros.sheets.drafts import Draft, draft
from macros.sheets.duplicates import Known
from macros.sheets.files.table import Sheet
from macros.sheets.harvesting import Harvester
from macros.sheets.log_source import with_source
from macros.sheets.mapping import Mapped, path_of
from macros.sheets.other_tables import is_other
from macros.sheets.placing import Placer
from macros.sheets.rows import Found, Harvest
from macros.sheets.sides_in_names import give_side
from macros.sheets.tables import tables
from macros.sheets.title_and_id import Ids
from macros.sheets.wishes import Wishes

_LOCAL_PART = re.compile(r"[\w.+-]{1,64}\Z")
_OF_A_PAGE = re.compile(r"://\S*\Z")  # `https://user@host` is no address of a person
_DOMAIN = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63})+")


@dataclass(frozen=True)
class Twin:
    """A draft that is not written: the same is in an earlier row of this log, or in a file.

    `same` says whether the file holds all that the row says, or the same lesson in other words.
    """

    draft: Draft
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
    sides: dict[str, str] = field(default_factory=dict)  # tables whose name says what all their rows are
    placed: int = 0  # rows that got the phase and the workstream of the activity that they name

    @property
    def count(self) -> int:
        """How many records were found in the log."""
        return sum(len(harvest.found) for harvest in self.harvests)


def plan(
    sheets: Sequence[Sheet], handbook: Handbook, folders: Sequence[Path], today: date, wishes: Wishes
) -> Plan:
    """Return what importing these sheets would do. `folders` hold the records that are there.

    Raises Refusal when a wish cannot be met.
    """
    cls = KINDS[wishes.kind]
    labels = handbook.site.labels
    headings = Headings(cls, labels)
    names = Names(handbook)
    calendar = Calendar(("en", handbook.site.language), today, wishes.dates, wishes.year_starts)
    chosen = {key(text): meant for text, meant in wishes.values.items()}
    reader = Reader(cls, names, calendar, chosen)
    result = Plan(sheets[0].file if sheets else "", cls)
    result.defaults = _defaults(wishes.defaults, headings, reader, handbook)
    # Sheets of our own templates that hold no records.
    own = {plain(labels.sheets.guidance), plain(labels.sheets.lists), plain(labels.documents.texts)}
    fit = Fit(cls, names, chosen)
    found = tables(sheets, own, headings, fit, wishes, is_other(handbook), labels.documents.texts)
    result.mapped = found.mapped
    result.passed = found.passed
    for table in result.mapped:
        harvester = Harvester(table, reader, not wishes.one_a_row, wishes.with_hidden, wishes.skip_struck)
        harvest = harvester.harvest()
        result.sides |= give_side(harvest, table.sheet, handbook, names, cls)
        result.harvests.append(harvest)
        result.problems += [*table.sheet.problems, *harvest.problems]
    _draft_all(result, handbook, wishes, today, Known(folders, cls))
    return result


def _defaults(
    defaults: Mapping[str, str], headings: Headings, reader: Reader, handbook: Handbook
) -> dict[FieldPath, Any]:
    values: dict[FieldPath, Any] = {}
    for field_, text in defaults.items():
        path = path_of(field_, headings)
        leaf = leaf_at(headings.cls, path)
        value = reader.read(leaf, text) if leaf else None
        if value is None or value.doubts or value.value is None:
            why = "there is nothing to fill in."
            if value and value.doubts:
                why = f"{value.doubts[0].message} {value.doubts[0].hint}"
            raise Refusal(f"--default {field_}: {why}")
        values[path] = value.value
    if leaf_at(headings.cls, ("contributed_by",)):
        values.setdefault(("contributed_by",), handbook.site.organisation)
    return values


def _draft_all(result: Plan, handbook: Handbook, wishes: Wishes, today: date, known: Known) -> None:
    ids = Ids(known.ids)
    earlier: dict[tuple[object, ...], Found] = {}
    placer = Placer(result.cls, handbook)
    for row in (found for harvest in result.harvests for found in harvest.found):
        found = placer.placed(row)
        result.placed += found != row
        found = with_source(found, wishes.source, result.cls)
        one = draft(result.cls, found, result.file, result.defaults, today)
        if twin := _twin(one, row, earlier, known, wishes):
            result.there.append(twin)
            continue
        earlier[row.says] = row
        one = replace(one, id=ids.free(one.id), nearby=placer.nearby(found))
        result.drafts.append(one)
        result.problems += _of_draft(result, one)


def _twin(
    one: Draft, row: Found, earlier: Mapping[tuple[object, ...], Found], known: Known, wishes: Wishes
) -> Twin | None:
    """Return what a draft repeats, if anything: all of an earlier row, or a record that is there."""
    if row.says in earlier:
        return Twin(one, True, earlier[row.says])
    if same := known.same(one):
        return Twin(one, True, None, known.files[same])
    changed = "" if wishes.keep_similar else known.changed(one)
    return Twin(one, False, None, known.files[changed]) if changed else None


def _of_draft(result: Plan, one: Draft) -> Iterator[Problem]:
    """Say what became of values that a draft cannot hold, and what of it names people."""
    place = next(
        table.sheet.place(one.found.row) for table in result.mapped if table.sheet.name == one.found.sheet
    )
    keep = "The whole of it is in a comment at the head of the draft."
    if one.title.whole:
        yield Problem(
            place, "title", f"this title is too long, so it was cut: “{one.title.text}”.", "long", keep
        )
    for refused in one.refused:
        yield Problem(place, name(refused.path), f"this cannot be kept: {refused.why}.", "refused", keep)
    for text in (*map(str, one.found.values.values()), *one.remarks):
        if address := _address(text):
            yield Problem(
                place,
                "",
                f"this row holds the e-mail address {address}.",
                "address",
                "Take it out of the draft: the handbook names no people.",
                "warning",
            )


def _address(text: str) -> str:
    """Return the first e-mail address in a text.

    The time that it takes grows with the length of the text alone.
    """
    for domain in _DOMAIN.finditer(text):
        before = text[max(0, domain.start() - 64) : domain.start()]
        if (local := _LOCAL_PART.search(before)) and not _OF_A_PAGE.search(before):
            return local[0] + domain[0]
    return ""
