"""Renames: what a team wrote under an id that the handbook which it follows has changed keeps working, and is named."""

from __future__ import annotations

from macros.loading.document import Document, edited
from macros.loading.layers import Layers
from macros.model import Record
from macros.model.fields import StepRef
from macros.model.references import Reference, references


def followed(record: Record, document: Document, layers: Layers) -> Document:
    """The document of a record with each reference that the team wrote under a former id leading to what it is called now."""
    for ref in references(record):
        if ref.key in layers.renamed and layers.is_own(document.place(ref.path).path):
            new = _named(ref, layers.now(ref.key)[1])
            layers.warn(document, ref.path, "renamed", f"“{ref.id}” is called “{new}” now.", f"Write {new}.")
            document = edited(document, ref.path if ref.path in document.places else ref.path[:-1], new)
    return document


def _named(ref: Reference, id: str) -> str:
    """What to write for `ref` when its record is called `id`."""
    if isinstance(ref.mark, StepRef):
        return "#".join((id, *ref.id.split("#")[1:]))
    return f"{ref.key[0]}/{id}" if ref.mark.kind == "*" else id
