"""Marks of texts: by which a reader's project knows whether what was ticked or noted still says the same."""

from __future__ import annotations

import hashlib

from macros.loading.fingerprint import fingerprint_of
from macros.loading.handbook import Handbook
from macros.model import Record
from macros.pages.views.registry import view

LENGTH = 8


@view
def mark_of(handbook: Handbook, record: Record) -> str:
    """Return the mark of all that a record says."""
    return fingerprint_of(handbook.documents[record.kind, record.id])[:LENGTH]


@view
def text_mark(text: str) -> str:
    """Return the mark of a single text. Blanks and line ends do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:LENGTH]
