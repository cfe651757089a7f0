"""Roles: the parts that people and bodies play."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Basis, Called, Evidence
from macros.model.fields import Listed, Markdown, Ref, Slug, field


class Role(Called):
    """A part that a person or a body plays."""

    kind: ClassVar[str] = "role"
    folder: ClassVar[str] = "roles"
    side: Annotated[Slug, Ref("side")] = field("The side that fills it.")
    reports_to: Annotated[Slug, Ref("role")] | None = field("The role that it answers to.", default=None)
    duties: Listed[Markdown] = field("What it does, one duty in each entry.")
    evidence: tuple[Evidence, ...] = field("Facts that it is based on.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")
