"""The folder of the site: MkDocs builds beside it, and only a complete site takes its place."""

from __future__ import annotations

import logging
import tempfile
import traceback
from pathlib import Path

from jinja2 import TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils import CountHandler

from macros.authoring.disk.whole_folder import Beside
from macros.generator.own_code import own_place, said_by
from macros.refusal import Refusal

PROJECT = Path(__file__).resolve().parents[2]  # for a build that is started elsewhere
UNHARMED = "The site that was there before is as it was."
EITHER = "A site that was complete by then is in its place. If none was, the one before is as it was."
STOPPED = "The site could not be built, so nothing was made: a part of the software stopped with"


def begin(config: MkDocsConfig) -> Beside:
    """Let MkDocs build into a new folder beside the folder of the site, and return both.

    Raise Abort, saying why, when nothing can be written there.
    """
    place = Path(config.site_dir).absolute()
    project = Path(config.config_file_path or ".").absolute().parent
    if project.resolve().is_relative_to(place.resolve()):
        raise Abort(f"{place.as_posix()} holds the project itself. Name another folder with --site-dir.")
    beside = Beside(place)
    try:
        beside.begin()
    except Refusal as refusal:
        raise Abort(refusal.message) from None
    config.site_dir = str(beside.new)
    return beside


def finish(config: MkDocsConfig, beside: Beside) -> None:
    """Let the new site take its place, unless a warning stops a strict build, as MkDocs then says itself."""
    if not _warnings():
        try:
            beside.take_place()
        except Refusal as refusal:
            raise Abort(refusal.message) from None
    config.site_dir = str(beside.place)


def explain(error: Exception) -> None:
    """Raise Abort with one sentence for an error that MkDocs would show as a traceback."""
    if isinstance(error, MkDocsException):  # shown as a sentence already
        return
    if isinstance(error, OSError) and not isinstance(error, TemplateNotFound):
        file = error.filename2 or error.filename or "A file of the site"
        raise Abort(f"The site could not be built: {file}: {error.strerror or error}. {UNHARMED}") from None
    raise Abort(f"{STOPPED} “{said_by(error)}”{_where(error)}. {UNHARMED} {_kept(error)}") from None


def explain_beside(error: Exception) -> str:
    """Return one sentence for an error that MkDocs leaves to nobody, before a build or after it."""
    return f"The build has stopped with “{said_by(error)}”{_where(error)}. {EITHER} {_kept(error)}"


def _where(error: Exception) -> str:
    own = own_place(error, Path.cwd()) or own_place(error, PROJECT)
    return f" in {own[0]}, line {own[1]}" if own else ""


def _kept(error: Exception) -> str:
    """Keep the whole of an error in a file, and return who should see it."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix="handbook-", suffix=".log", delete=False
    ) as log:
        log.write("".join(traceback.format_exception(error)))
    return f"Show the file {log.name} to the person who looks after it: it holds the whole message."


def _warnings() -> bool:
    """Return whether a strict build has met a warning. MkDocs counts them with a handler of its log."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
