"""Remarks: what YAML takes for a comment though somebody may have meant it as text, as in `title: Room
#5`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from macros.loading.document import Document
from macros.loading.problem import Problem, name_of
from macros.model.fields import FieldPath, Form
from macros.model.shape import holds, model_at

TEXTS = ("text", "Markdown", "list of: text", "list of: Markdown")
MESSAGE = "the # and what follows it is a comment, and is not shown."
HINT = "If it belongs to the text, put the whole text in quotes. If not, give the comment a line of its own."


def lost(cls: type[BaseModel], document: Document) -> Iterator[Problem]:
    """Yield a warning for each text for readers that goes on, after a space and a #, in what nobody will
    see.
    """
    if not document.has_remarks:  # as in nearly all files, which are then not gone through
        return
    for path, place in document.located.remarks.items():
        if _holds_text(cls, path):
            yield Problem(place, name_of(path), MESSAGE, "comment", HINT, "warning")


def _holds_text(cls: type[BaseModel], path: FieldPath) -> bool:
    """Tell whether the value at `path` is a text in the words of a person, with no form of its own."""
    names = [step for step in path if isinstance(step, str)]
    group = model_at(cls, names[:-1]) if names else None
    if group is None:
        return False
    fields = {key: info for name, info in group.model_fields.items() for key in (name, info.alias)}
    info = fields.get(names[-1])
    return info is not None and holds(info) in TEXTS and not any(isinstance(m, Form) for m in info.metadata)
