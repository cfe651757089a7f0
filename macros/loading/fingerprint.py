"""Fingerprints: by which it is known whether a record still says what it said."""

from __future__ import annotations

import hashlib
import json

from macros.loading.document import Document

LENGTH = 12
SHORT = 8
# Which ids a record had before changes nothing in what it says.
LEFT_OUT = {"formerly"}


def fingerprint_of(document: Document) -> str:
    """Return a mark of what a record says. Comments, line ends and the order of fields do not count."""
    fields = {name: value for name, value in document.data.items() if name not in LEFT_OUT}
    text = json.dumps(fields, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def mark_of_text(text: str) -> str:
    """Return a short mark of a single text. Blanks and line ends do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:SHORT]
