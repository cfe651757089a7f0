"""The `site.yml` with which a team begins: every field explained, the team's answers filled in, the rest
open.

What is left out stays as it is in the original handbook, so that the file can be used at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros.authoring.editor_schema import FOLDER
from macros.authoring.examples import Examples
from macros.authoring.field_reference import entry
from macros.authoring.scaffold import WIDTH, comment
from macros.model import Site
from macros.model.shape import inner_models, written_fields

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
    "Who publishes this handbook. This folder is your own: the original handbook never writes here. "
    "What this file leaves out stays as it is in content/site.yml. "
    "To use a field, delete the # in front of it."
)
Answers = Mapping[tuple[str, ...], str]


def site_draft(answers: Answers, examples: Examples) -> str:
    """Return the text of `content/local/site.yml`, with answers by the path of their field and examples of
    the rest.
    """
    blocks = [
        [f"# yaml-language-server: $schema=../{FOLDER}/site-own.json"],
        comment(HEAD, WIDTH),
        *(list(_field(Site, (name,), answers, examples)) for name in FIELDS),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _field(
    cls: type[BaseModel], path: tuple[str, ...], answers: Answers, examples: Examples
) -> Iterator[str]:
    """Yield the field with its meaning above it, behind a # where there is no answer."""
    name = path[-1]
    sign = "" if any(answered[: len(path)] == path for answered in answers) else "#"
    about = entry(cls, name, examples)
    yield from comment(about.meaning, WIDTH)
    if inner := next(inner_models(cls.model_fields[name].annotation), None):
        yield f"{sign}{name}:"
        for part in written_fields(inner):
            yield from (f"  {line}" for line in _field(inner, (*path, part), answers, examples))
    else:
        # Where there is no example, the first of the words that are allowed.
        value = answers.get(path, about.example or about.holds.partition(" | ")[0])
        yield f"{sign}{name}: {json.dumps(value, ensure_ascii=False)}"
