"""The `site.yml` with which a team begins: every field explained, what the team has said filled in, the rest
to be filled in later.

What is left out stays as it is in the handbook that the team follows, so that the file can be used at once.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros.authoring.editor_schema import FOLDER
from macros.authoring.examples import Examples
from macros.authoring.field_reference import entry
from macros.model import Site
from macros.model.shape import inner_models, written_fields

WIDTH = 100
FIELDS = (
    "title",
    "summary",
    "organisation",
    "language",
    "address",
    "colours",
    "logo",
    "contact",
    "repository",
    "footer",
)
HEAD = (
    "Who publishes this handbook. This folder is your own: the handbook that you follow never writes here. What this file leaves out stays as it is "
    "in content/site.yml. To use a field, delete the # in front of it."
)
Said = Mapping[tuple[str, ...], str]


def site_draft(said: Said, shown: Examples) -> str:
    """The text of `content/local/site.yml`. `said` holds values by the path of their field; `shown` are
    examples of the rest.
    """
    blocks = [
        [f"# yaml-language-server: $schema=../{FOLDER}/site-own.json"],
        _comment(HEAD),
        *(list(_field(Site, (name,), said, shown)) for name in FIELDS),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _field(cls: type[BaseModel], path: tuple[str, ...], said: Said, shown: Examples) -> Iterator[str]:
    """The field with its meaning above it, behind a # where nothing is said."""
    sign = "" if any(known[: len(path)] == path for known in said) else "#"
    about = entry(cls, path[-1], shown)
    yield from _comment(about.meaning)
    if inner := next(inner_models(cls.model_fields[path[-1]].annotation), None):
        yield f"{sign}{path[-1]}:"
        for name in written_fields(inner):
            yield from (f"  {line}" for line in _field(inner, (*path, name), said, shown))
    else:
        first = (
            about.example or about.holds.partition(" | ")[0]
        )  # of the words that may stand there, where there is no example
        yield f"{sign}{path[-1]}: {json.dumps(said.get(path, first), ensure_ascii=False)}"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
