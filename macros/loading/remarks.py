"""Remarks: what YAML takes for a comment though somebody may have meant it as text, as in `title: Room #5`."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.loading.document import Document
from macros.loading.explain import model_at, name_of
from macros.loading.problem import Problem
from macros.model.fields import FieldPath, Form
from macros.model.shape import holds

TEXTS = {"text", "Markdown", "list of: text", "list of: Markdown"}


def lost(cls: type[BaseModel], document: Document) -> Iterator[Problem]:
    """A warning for each text that people read and that goes on, after a space and a #, in what nobody will see."""
    for path, place in document.remarks.items():
        if _holds_text(cls, path):
            yield Problem(
                place,
                name_of(path),
                "the # and what follows it is a comment, and is not shown.",
                "comment",
                "If it belongs to the text, put the whole text in quotes. If not, give the comment a line of its own.",
                severity="warning",
            )


def _holds_text(cls: type[BaseModel], path: FieldPath) -> bool:
    """Whether the value at `path` is a text in the words of a person, with no form of its own."""
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    model = model_at(cls, path[: path.index(name)]) if name else None
    info: FieldInfo | None = (
        next((i for n, i in model.model_fields.items() if name in (n, i.alias)), None) if model else None
    )
    return (
        info is not None
        and holds(info) in TEXTS
        and not any(isinstance(mark, Form) for mark in info.metadata)
    )
