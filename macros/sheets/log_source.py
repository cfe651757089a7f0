"""The log itself as a source: where lessons rest on a log of your own, the log is a public document like any other."""

from __future__ import annotations

from macros.authoring.scaffold import id_from
from macros.loading.handbook import Handbook
from macros.model import KINDS
from macros.sheets.drafts import Draft
from macros.sheets.rows import Found

KIND = KINDS["source"]


def source_of(title: str, file: str, handbook: Handbook) -> Draft | None:
    """A source to begin for the log in `file`, or None when there is one of that name. Raises NotStarted when no id can be made."""
    id = id_from(title, KIND.kind)
    if handbook.find(KIND.kind, id):
        return None
    return Draft(
        id, {"title": " ".join(title.split()), "extent": f"The spreadsheet “{file}”."}, Found({}, 0, ""), file
    )
