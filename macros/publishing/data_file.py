"""Values from small data files beside hand-written pages, such as the results of a test run."""

from __future__ import annotations

from pathlib import Path

from macros.loading.yaml_file import read
from macros.pages.handwritten import is_file
from macros.publishing.macro_error import MacroError
from macros.similarity import suggest


def value(docs: Path, file: str, name: str) -> str:
    """Return the value `name` of the YAML file at `file` under `docs` as text; entries of a list are joined
    by spaces.

    Raise MacroError when there is none.
    """
    return " ".join(values(docs, file, name))


def values(docs: Path, file: str, name: str) -> list[str]:
    """Return each entry of the list `name` in the YAML file at `file` under `docs` as text.

    A value that is no list is the only entry. Raise MacroError when there is none.
    """
    path = docs / file
    if not is_file(path) or not path.resolve().is_relative_to(docs.resolve()):
        raise MacroError(f"there is no file “{file}” under docs/.")
    document, problems = read(path, file)
    if problems:
        wrong = problems[0]
        raise MacroError(f"the file “{file}” cannot be read: line {wrong.place.line}, {wrong.message}")
    names = document.data if isinstance(document.data, dict) else {}
    if name not in names:
        raise MacroError(f"the file “{file}” holds no “{name}”. {suggest(name, names)}")
    entries = names[name] if isinstance(names[name], list) else [names[name]]
    if not all(isinstance(entry, str) for entry in entries):
        raise MacroError(f"“{name}” in the file “{file}” is no text, and no list of texts.")
    return list(entries)
