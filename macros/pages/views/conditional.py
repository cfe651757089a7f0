"""Conditions on pages, in words: for which projects a record counts, and when doing less is proposed."""

from __future__ import annotations

from pydantic import BaseModel

from macros.loading.handbook import Handbook
from macros.loading.vocabulary import about, in_words
from macros.model.conditions import Answers, Conditions, conditions_of
from macros.pages.views.registry import view


@view
def only_if(handbook: Handbook, record: BaseModel) -> str:
    """Return the conditions of a record, or of a part of one, in words; an empty text where it holds for
    every project.
    """
    return _joined(handbook, conditions_of(record, about(handbook)))


@view
def proposed_if(handbook: Handbook, conditions: Conditions | None) -> str:
    """Return the conditions under which a way to do less is proposed, in words; an empty text where nobody
    judged it.
    """
    return _joined(handbook, conditions.answers if conditions else {})


def _joined(handbook: Handbook, conditions: Answers) -> str:
    if not conditions:
        return ""
    labels = handbook.site.labels
    words = in_words(handbook, conditions, f" {labels.condition_or} ")
    return f" {labels.condition_and} ".join(words)
