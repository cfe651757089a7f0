"""Marks of texts: by which a reader's project knows whether what was ticked or noted still says the same."""

from __future__ import annotations

from macros.loading.fingerprint import SHORT, fingerprint_of, mark_of_text
from macros.loading.handbook import Handbook
from macros.model import Record
from macros.pages.views.registry import view


@view
def mark_of(handbook: Handbook, record: Record) -> str:
    """Return the mark of all that a record says."""
    return fingerprint_of(handbook.documents[record.kind, record.id])[:SHORT]


@view
def text_mark(text: str) -> str:
    """Return the mark of a single text. Blanks and line ends do not count."""
    return mark_of_text(text)
