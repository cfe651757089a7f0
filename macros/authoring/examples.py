"""Examples of fields, taken from the handbook's own records.

An example in code would speak of one framework to the people of another. So what a field can hold is shown by
the first record that uses it, and code keeps only hints at forms, such as that of a date, for fields that no
record uses yet.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from macros.loading.handbook import Handbook
from macros.model.fields import NOT_GIVEN

SHORT = 70  # characters; an example is read beside the meaning of the field, in a few seconds
Examples = Mapping[tuple[type[BaseModel], str], str]


def examples(handbook: Handbook) -> Examples:
    """Return one example of each field that holds a text or a number, by the group that has the field, and
    its name in the model.

    The first that is short, in the order of kinds, then of ids; if none is short, the shortest, cut between
    words. Truths, and words that the model lists, need no example.
    """
    shortest: dict[tuple[type[BaseModel], str], str] = {}
    for record in sorted(handbook, key=lambda record: (list(handbook.records).index(record.kind), record.id)):
        for group, name, value, several in _values(record):
            known = shortest.get((group, name))
            if known is None or len(known) > SHORT:
                text = " ".join(str(value).split())
                shown = json.dumps([text], ensure_ascii=False) if several else text
                shortest[group, name] = min(known or shown, shown, key=len)
    return {field: _cut(value) for field, value in shortest.items()}


def _values(group: BaseModel) -> Iterator[tuple[type[BaseModel], str, str | int, bool]]:
    """Yield what the fields of `group`, and of the groups inside it, hold, and whether in a list."""
    for name in type(group).model_fields:
        value: Any = getattr(group, name)
        several = isinstance(value, tuple)
        for item in value if several else (value,):
            if isinstance(item, BaseModel):
                yield from _values(item)
            elif isinstance(item, (str, int)) and not isinstance(item, bool) and item != NOT_GIVEN:
                yield type(group), name, item, several


def _cut(text: str) -> str:
    end = text[-2:] if text.startswith('["') else ""
    return (
        text
        if len(text) <= SHORT
        else textwrap.shorten(text.removesuffix(end), SHORT - len(end), placeholder="…") + end
    )
