"""A project file: what a reader saved in the browser, read with every problem at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.loading.document import Document
from macros.loading.problem import Place, Problem
from macros.loading.unreadable import Unreadable
from macros.loading.utf8 import decoded
from macros.loading.yaml_file import parse
from macros.model.project import MAX_BYTES, SCHEMA, Project

SAVE_AGAIN = "Save the file again in the browser, under My project."
NO_PROJECT = "this is not a project file."
SENTENCES = {
    "missing": "this is missing.",
    "extra_forbidden": "a project file has no such part.",
    "string_pattern_mismatch": "this holds signs that do not belong here.",
    "string_too_long": "this text is longer than {max_length} characters.",
    "string_too_short": "this text is empty.",
    "too_long": "there are more than {max_length} entries here.",
    "date_parsing": "this is no day. Write it as 2028-04-01.",
    "date_from_datetime_parsing": "this is no day. Write it as 2028-04-01.",
    "literal_error": "this must be {expected}.",
}
OTHER = "this is not what belongs here."
NEWER = f"this file has another form than the one that this edition reads, which is {SCHEMA}."


def read_project(file: Path) -> tuple[Project | None, list[Problem]]:
    """Read a project file. Return the project, or None with every problem. Never raises for what is in it."""
    shown = file.as_posix()
    try:
        raw = file.read_bytes()
    except OSError:
        return None, [Problem(Place(shown), "", "this file cannot be opened.", "unreadable", SAVE_AGAIN)]
    return project_in(raw, shown)


def project_in(raw: bytes, shown: str) -> tuple[Project | None, list[Problem]]:
    """Read the bytes of a project file, as `read_project` does. `shown` is its path in messages."""
    try:
        text = decoded(raw, MAX_BYTES)
        json.loads(text, object_pairs_hook=_once, parse_constant=_refused)
        return Project.model_validate_json(text), []
    except Unreadable as refused:
        place = Place(shown, refused.line, refused.column)
        return None, [Problem(place, "", refused.message, refused.code, SAVE_AGAIN)]
    except json.JSONDecodeError as error:
        return None, [Problem(Place(shown, error.lineno, error.colno), "", NO_PROJECT, "json", SAVE_AGAIN)]
    except ValidationError as error:
        document, _ = parse(raw, shown)
        return None, [_problem(detail, document) for detail in error.errors(include_url=False)]
    except (ValueError, RecursionError) as error:
        message = str(error) if isinstance(error, _Refused) else NO_PROJECT
        return None, [Problem(Place(shown), "", message, "json", SAVE_AGAIN)]


class _Refused(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object. A name that is in it twice is refused: one of the two would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused(f"“{twice[:80]}” is here twice.")
    return found


def _refused(word: str) -> Any:
    raise _Refused(f"“{word}” is no number.")


def _problem(detail: ErrorDetails, document: Document) -> Problem:
    path = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "json_invalid" or not path:
        return Problem(Place(document.path), "", NO_PROJECT, "json", SAVE_AGAIN)
    sentence = NEWER if path == ("schema",) and kind != "missing" else SENTENCES.get(kind, OTHER)
    message = sentence.format(**detail.get("ctx", {}))
    return document.problem(path, kind.replace("_", "-"), message, SAVE_AGAIN)
