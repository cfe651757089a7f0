"""Conditions on pages, in words: for which projects a record counts, whom a rule binds, and when doing less
is proposed.
"""

from __future__ import annotations

from pydantic import BaseModel

from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import limits_of, rules_of
from macros.loading.vocabulary import about, binding, in_words
from macros.model.conditions import Answers, Conditions, conditions_of
from macros.model.rule import Limit, Rule
from macros.pages.views.registry import view

view(rules_of)
view(limits_of)


@view
def only_if(handbook: Handbook, record: BaseModel) -> str:
    """Return the conditions of a record, or of a part of one, in words; an empty text where it holds for
    every project.
    """
    return _joined(handbook, conditions_of(record, about(handbook)))


@view
def whom_it_binds(handbook: Handbook, rule: Rule | Limit) -> tuple[str, str]:
    """Return whom a rule binds, in words: its beginning, such as a country, and all its other conditions."""
    labels = handbook.site.labels
    telling = binding(handbook)
    given = conditions_of(rule)
    between = f" {labels.condition_or} "
    lines = (each.rule_line(given.get(name, ()), between) for name, each in telling.items())
    others = {name: answers for name, answers in given.items() if name not in telling}
    return ", ".join(filter(None, lines)) or labels.rule_unnamed, _joined(handbook, others)


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
