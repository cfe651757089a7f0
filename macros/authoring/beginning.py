"""Beginning a record: its id, its file, and what is written there first."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from macros.authoring.disk.whole_files import put_new
from macros.authoring.examples import Examples
from macros.authoring.latin import latin
from macros.authoring.scaffold import draft
from macros.loading.unreadable import UNSEEN
from macros.model import KINDS
from macros.model.fields import Slug
from macros.model.validators import MAX_ID, RESERVED
from macros.refusal import Refusal, cannot_write


def start(
    content: Path,
    kind: str,
    title: str,
    today: date,
    examples: Examples,
    id: str = "",
    folder: Path | None = None,
) -> Path:
    """Write a new record of `kind` under `folder`, which is `content` or the local folder in it; return its
    path.

    The id is made from the title unless it is given. Raises Refusal, and never overwrites a file.
    """
    cls = KINDS[kind]
    title = _clean(title)
    home = folder or content
    name = _checked(id) if id else id_from(title, kind)
    file = home / cls.folder / f"{name}.yml"
    original = content / cls.folder / f"{name}.yml"
    if original != file and original.exists():
        raise Refusal(
            f"The original handbook has {original.as_posix()}. To replace it, run "
            f"`handbook replace {cls.folder}/{name}`. Else give the new record another title."
        )
    up = ".." if home == content else "../.."
    begin(file, draft(cls, title, today, examples, up), " Give the new record another title.")
    return file


def begin(file: Path, text: str, instead: str = "") -> None:
    """Write `text` to a file that is not there yet.

    Raises Refusal where it is, saying what to do `instead`, or where nothing can be written.
    """
    try:
        put_new(file, text.encode())
    except FileExistsError:
        raise Refusal(f"{file.as_posix()} exists already, and nothing was changed.{instead}") from None
    except OSError as error:
        raise cannot_write(file.as_posix(), error) from None


def id_from(title: str, kind: str) -> str:
    """Return the id that `title` suggests: plain letters, digits and hyphens, cut between words.

    Raises Refusal if nothing is left.
    """
    plain = latin(title).casefold().encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", re.sub("['`]", "", plain))
    if not words:
        raise Refusal(
            f"No file name can be made from the title “{title}”: it has no letter and no digit. "
            "Give one with --id."
        )
    name = words[0][:MAX_ID]
    for word in words[1:]:
        if len(name) + 1 + len(word) > MAX_ID:
            break
        name += f"-{word}"
    return f"{name}-{kind}" if name in RESERVED else name


def _clean(title: str) -> str:
    """Return the title on one line, without what a file of content may not hold."""
    return " ".join(UNSEEN.sub("", " ".join(title.split())).encode("utf-8", "ignore").decode().split())


def _checked(id: str) -> str:
    try:
        name: str = TypeAdapter(Slug).validate_python(id)
    except ValidationError as error:
        raise Refusal(f"“{id}” cannot be an id: {error.errors()[0]['msg']}.") from None
    return name
