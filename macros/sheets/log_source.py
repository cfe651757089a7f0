"""The log itself as a source: where lessons are based on a log of your own, the log is a public document
like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from macros.authoring.beginning import id_from
from macros.loading.handbook import Handbook
from macros.model import KINDS, Record
from macros.model.fields import FieldPath
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.splitting import first_sentence
from macros.sheets.drafts import Draft
from macros.sheets.rows import Found

KIND = KINDS["source"]
SOURCE: FieldPath = ("evidence", 0, "source")
WHERE: FieldPath = ("evidence", 0, "where")
SAYS: FieldPath = ("evidence", 0, "says")
LONGEST_FACT = 300


def source_of(title: str, file: str, handbook: Handbook) -> Draft | None:
    """Return a source to begin for the log in `file`, or None when there is one of that name.

    Raises Refusal.
    """
    name = id_from(title, KIND.kind)
    if handbook.find(KIND.kind, name):
        return None
    data = {"title": " ".join(title.split()), "extent": f"The spreadsheet “{file}”."}
    return Draft(name, data, Found({}, 0, ""), file)


def with_source(found: Found, source: str, cls: type[Record]) -> Found:
    """Return the row with the log itself as the evidence of what it says, where it names no source of its
    own.
    """
    if not source or not leaf_at(cls, SOURCE) or SOURCE in found.values:
        return found
    fact = first_sentence(_first_text(found.values), LONGEST_FACT)
    evidence: dict[FieldPath, Any] = {
        SOURCE: source,
        WHERE: ", ".join(filter(None, (found.sheet, f"row {found.row}", found.reference))),
        SAYS: f"{fact}.",
    }
    return replace(found, values={**evidence, **found.values})


def _first_text(values: Mapping[FieldPath, Any]) -> str:
    texts = (
        str(values[(step,)])
        for step in ("event", "lesson", "title", "action", "summary")
        if (step,) in values
    )
    return next(texts, "")
