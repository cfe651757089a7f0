"""The form for a new lesson: which fields must be filled in, and what is beside each circle, box and
short list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from macros.loading.handbook import Handbook
from macros.loading.vocabulary import vocabulary
from macros.model import Evidence, Function, Lesson, Phase, Record, Source, Workstream
from macros.model.base import ReadLevel
from macros.model.lesson import LessonKind, LessonState, Use
from macros.model.shape import written_fields
from macros.model.source import SourceType
from macros.pages.views.registry import view

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LessonForm:
    """Names of required fields by group, and choices as pairs of value and words. Long lists come with the
    script.
    """

    needed: dict[str, tuple[str, ...]]
    kinds: Options
    states: Options
    levels: Options
    types: Options
    phases: Options
    workstreams: Options
    functions: Options
    questions: tuple[tuple[str, str, Options], ...]  # id, name and answers


@view
def lesson_form(handbook: Handbook) -> LessonForm:
    """Return what the form of `handbook` asks."""
    labels = handbook.site.labels
    groups: dict[str, type[BaseModel]] = {
        "lesson": Lesson,
        "evidence": Evidence,
        "use": Use,
        "source": Source,
    }
    return LessonForm(
        needed={name: _needed(cls) for name, cls in groups.items()},
        kinds=_values(LessonKind, labels.lesson_kinds),
        states=_values(LessonState, labels.lesson_states),
        levels=_values(ReadLevel, labels.read_levels),
        types=_values(SourceType, labels.source_types),
        phases=_records(handbook.all(Phase)),
        workstreams=_records(handbook.all(Workstream)),
        functions=_records(handbook.all(Function)),
        questions=tuple(_questions(handbook)),
    )


def _questions(handbook: Handbook) -> Iterator[tuple[str, str, Options]]:
    """Yield each question about a project that no other field of a lesson answers."""
    for name, asked in vocabulary(handbook).items():
        if not asked.question.answers_from:
            yield name, asked.question.short, tuple((one.id, one.title) for one in asked.choices.values())


def _needed(cls: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, info in written_fields(cls).items() if info.is_required())


def _values(literal: Any, words: Any) -> Options:
    """Return each value of a `Literal` with its word."""
    return tuple((value, words[value]) for value in get_args(literal))


def _records(records: Sequence[Record]) -> Options:
    return tuple((record.id, record.title) for record in records)
