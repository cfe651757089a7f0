"""The environment of all templates: escaped, and strict about names."""

from __future__ import annotations

from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket


class Compiled(FileSystemBytecodeCache):
    """Templates as Jinja compiles them, kept for the next build in a folder of this person alone.

    The same text is the same template, wherever the project is.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's own name)
        """Return the name of the file that holds a template."""
        return super().get_cache_key(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where there is room."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled() -> Compiled | None:
    """Return what keeps compiled templates, or None where this person has no safe folder for them."""
    try:
        return Compiled()
    except (OSError, RuntimeError):
        return None


class Loader(FileSystemLoader):
    """Gives each template the name of its own file, because code that was kept may come from another
    project.
    """

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Return a template of the folder."""
        template = super().load(environment, name, globals)
        template.filename = str(Path(self.searchpath[0], name))
        return template


class Templates(Environment):
    """The templates in a folder. A text is shown exactly as typed, and a misspelt name stops the build."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=Loader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=compiled(),
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that a template knows, in one dictionary.

        Jinja chains two. Each part of a page copies them, and copying a chain takes ten times as long.
        """
        return {**self.globals, **(d or {})}
