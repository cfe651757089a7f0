"""The form for a new lesson: which fields must be filled in, and what stands beside each circle, box and short list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from macros.loading.handbook import Handbook
from macros.model import Evidence, Lesson, Source
from macros.model.base import ReadLevel
from macros.model.lesson import LessonKind, LessonState
from macros.model.shape import written_fields
from macros.model.source import SourceType

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LessonForm:
    """Names of required fields by group, and choices as pairs of value and words. Long lists come with the script."""

    needed: dict[str, tuple[str, ...]]
    kinds: Options
    states: Options
    levels: Options
    types: Options
    phases: Options
    workstreams: Options
    functions: Options


def lesson_form(handbook: Handbook) -> LessonForm:
    """What the form of `handbook` asks."""
    labels = handbook.site.labels
    groups: dict[str, Any] = {"lesson": Lesson, "evidence": Evidence, "source": Source}
    needed = {
        name: tuple(field for field, info in written_fields(cls).items() if info.is_required())
        for name, cls in groups.items()
    }
    words = (
        (LessonKind, labels.lesson_kinds),
        (LessonState, labels.lesson_states),
        (ReadLevel, labels.read_levels),
        (SourceType, labels.source_types),
    )
    short = (tuple((value, said[value]) for value in get_args(values)) for values, said in words)
    records = (
        tuple((record.id, record.title) for record in handbook.all(kind))
        for kind in ("phase", "workstream", "function")
    )
    return LessonForm(needed, *short, *records)
