"""One generated page: front matter and one macro call, as any generator reads it that knows both."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from macros.model import Record
from macros.pages.record_pages import source_of


@dataclass(frozen=True)
class Page:
    """One generated page: `source` is its path under docs/ (`lessons/x.md`), and `macro` with its `arguments`
    makes it.

    `moved_to` is the record to which the readers of this address are sent.
    """

    source: str
    title: str
    description: str
    macro: str
    arguments: tuple[str, ...] = ()
    record: Record | None = None
    section: str = ""
    moved_to: Record | None = None

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter."""
        meta = {"title": inert(self.title), "description": inert(self.description), "render_macros": True}
        return meta | ({"moved_to": source_of(self.moved_to)} if self.moved_to else {})

    @property
    def call(self) -> str:
        """The call of the macro, as it is written between double braces."""
        arguments = ", ".join(f'"{argument}"' for argument in self.arguments)
        return f"{self.macro}({arguments})"

    @property
    def markdown(self) -> str:
        """The page as any generator reads it."""
        front_matter = yaml.safe_dump(self.meta, allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{front_matter}---\n\n{{{{ {self.call} }}}}\n"


def inert_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of a hand-written page, of which the theme prints two, so that nothing can act."""
    shown = {name: settings[name] for name in ("title", "description") if isinstance(settings.get(name), str)}
    return {**settings, **{name: inert(text) for name, text in shown.items()}}


def inert(text: str) -> str:
    """Return `text` so that nothing in it can act where the theme prints it unescaped, or where macros are
    called.
    """
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")
