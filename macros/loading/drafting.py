"""Drafts: unfinished records. They are no part of the handbook, and what is wrong in them stops nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pydantic import ValidationError

from macros.loading.document import Document
from macros.loading.explain import explain
from macros.loading.problem import Problem
from macros.model import Record

_MARK = re.compile(r"""^draft:\s*["']?true["']?\s*(#.*)?$""", re.MULTILINE)


def is_draft(document: Document) -> bool:
    """Return whether a file says that it is a draft, even where the rest of it cannot be read."""
    if isinstance(document.data, dict):
        return document.data.get("draft") == "true"
    return bool(_MARK.search(document.text))


def draft_problems(
    cls: type[Record], name: str, document: Document, wrong: Iterable[Problem]
) -> list[Problem]:
    """Return everything that is wrong in a draft as warnings, for its author to see."""
    problems = list(wrong)
    if isinstance(document.data, dict) and not problems:
        try:
            cls.model_validate({"id": name, **document.data})
        except ValidationError as error:
            problems = explain(error, cls, document)
    return [replace(problem, severity="warning") for problem in problems]
