"""Words of the interface hold only the names in braces that something fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model.fields import FieldPath
from macros.model.shape import blanks_of

_NAME = re.compile(r"\{(\w+)\}")


def check(world: World) -> Iterator[Problem]:
    """Yield a warning for each name in braces that readers would see, because nothing fills it."""
    site = world.handbook.site
    for path, text, blanks in _labels(site.labels, ("labels",)):
        for name in _NAME.findall(text):
            if name not in blanks:
                known = ", ".join(f"{{{blank}}}" for blank in sorted(blanks))
                message = f"nothing fills “{{{name}}}” here, so readers would see it."
                hint = f"Write one of: {known}."
                yield world.problem(site, path, "stray-braces", message, hint, "warning")


def _labels(model: BaseModel, path: FieldPath) -> Iterator[tuple[FieldPath, str, frozenset[str]]]:
    """Yield the path and the text of each label with names in braces, and the names that are filled."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        here = (*path, info.alias or name)
        if isinstance(value, BaseModel):
            yield from _labels(value, here)
        elif isinstance(value, str) and (blanks := blanks_of(info)):
            yield here, value, blanks
