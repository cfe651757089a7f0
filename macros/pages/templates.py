"""The environment of all templates: escaped, and strict about names."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


class Templates(Environment):
    """The templates in a folder. A text is shown exactly as typed, and a misspelt name stops the build."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that a template knows, in one dictionary.

        Jinja chains two. Each part of a page copies them, and copying a chain takes ten times as long.
        """
        return {**self.globals, **(d or {})}
