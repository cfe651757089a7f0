"""Values from small data files that stand beside hand-written pages, such as the results of a test run."""

from __future__ import annotations

from pathlib import Path

import yaml

from macros.publishing.macro_error import MacroError
from macros.similarity import suggest


def value(docs: Path, file: str, name: str) -> str:
    """The value `name` of the YAML file at `file` under `docs`, as text; entries of a list are joined by spaces."""
    return " ".join(values(docs, file, name))


def values(docs: Path, file: str, name: str) -> list[str]:
    """Each entry of the list `name` in the YAML file at `file` under `docs`, as text. A value that is no list is the only entry."""
    path = docs / file
    if not path.is_file() or not path.resolve().is_relative_to(docs.resolve()):
        raise MacroError(f"there is no file “{file}” under docs/.")
    held = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(held, dict) or name not in held:
        raise MacroError(f"the file “{file}” holds no “{name}”. {suggest(name, held or {})}")
    found = held[name]
    return [str(entry) for entry in found] if isinstance(found, list) else [str(found)]
