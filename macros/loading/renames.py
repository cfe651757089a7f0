"""Renames: what a team wrote under an id that the original handbook has changed keeps working, and is
named.
"""

from __future__ import annotations

from macros.loading.document import Document, edited
from macros.loading.layers import Layers, Local
from macros.loading.problem import Problem
from macros.model import Record
from macros.model.fields import StepRef
from macros.model.references import Reference, references_in


def renamed(
    cls: type[Record], document: Document, layers: Layers, local: Local
) -> tuple[Document, list[Problem]]:
    """Return a file of kind `cls` in which each reference that the team wrote to a former id leads to the one
    of today.
    """
    problems: list[Problem] = []
    for ref in references_in(cls, document.data):
        if ref.key in layers.renamed and local.owns(document.place(ref.path).path):
            new = _named(ref, layers.now(ref.key)[1])
            message = f"“{ref.id}” is called “{new}” now."
            problems.append(document.problem(ref.path, "renamed", message, f"Write {new}.", "warning"))
            document = edited(
                document, ref.path if ref.path in document.located.places else ref.path[:-1], new
            )
    return document, problems


def _named(ref: Reference, id: str) -> str:
    """Return what to write for `ref` when its record is called `id`."""
    if isinstance(ref.mark, StepRef):
        return "#".join((id, *ref.id.split("#")[1:]))
    return f"{ref.key[0]}/{id}" if ref.mark.kind == "*" else id
