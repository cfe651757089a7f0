"""The settings of the site in mkdocs.yml: what is wrong with them, and how pages are read by them."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.generator.own_code import own_place, said_by
from macros.generator.settings_rules import wrong_settings
from macros.loading.problem import Place, Problem
from macros.loading.unreadable import MAX_BYTES, Unreadable, no_yaml
from macros.loading.utf8 import decoded
from macros.publishing.build import Folders
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.whole_page import Extras
from macros.refusal import Refusal

EXTENSIONS = "markdown_extensions"


def whole_settings(config: Path) -> tuple[PageMarkdown, Extras, str]:
    """Return how pages are read, what is added to each, and the address that the settings give the site.

    Raise Refusal where something in them would stop a build.
    """
    settings, problems = _loaded(config)
    if problems:
        raise Refusal("\n".join(map(str, problems)))
    scripts = tuple((str(script), _attributes(script)) for script in settings.extra_javascript)
    return _markdown(settings), Extras(tuple(settings.extra_css), scripts), settings.site_url or ""


def read_settings(config: Path) -> tuple[PageMarkdown, list[Problem]]:
    """Return how pages are read, and what in the settings would stop a build. Never raise for what is in
    them.
    """
    settings, problems = _loaded(config)
    return _markdown(settings), problems


def settings_folders(config: Path) -> Folders:
    """Return the folders that a build by these settings reads. They must have no problems."""
    settings, _ = _loaded(config)
    root = config.absolute().parent
    return Folders(
        root / settings.extra["content"], Path(settings.docs_dir), Path(settings.theme.custom_dir or root)
    )


def _loaded(config: Path) -> tuple[MkDocsConfig, list[Problem]]:
    """Return the settings, empty where they cannot be read, and what would stop a build."""
    if not config.is_file():
        message = "this file does not exist, so no site can be built."
        hint = "Run the command in the project's folder, or name the file with --config."
        return MkDocsConfig(), [Problem(Place(config.name), "", message, "no-settings", hint)]
    settings = MkDocsConfig(config_file_path=str(config.absolute()))
    try:
        decoded(config.read_bytes(), MAX_BYTES)
    except Unreadable as why:
        return MkDocsConfig(), [_as_problem(config, why)]
    try:
        with _quiet(), config.open("rb") as opened:
            settings.load_file(opened)
            errors, warnings = settings.validate()
    except MkDocsException as error:
        return MkDocsConfig(), [_unreadable(config, error)]
    except Exception as error:  # of a hook or a plugin, which may hold any code
        return _without_code(config), [_stopped(config, error)]
    problems = [_problem(config, name, str(error)) for name, error in (*errors, *warnings)]
    is_read = EXTENSIONS not in dict(errors)
    return (settings if is_read else MkDocsConfig(), problems or _wrong(config, settings))


def _without_code(config: Path) -> MkDocsConfig:
    """Return the settings without hooks and plugins, so that pages are read as they will be."""
    settings = MkDocsConfig(config_file_path=str(config.absolute()))
    try:
        with _quiet(), config.open("rb") as opened:
            settings.load_file(opened)
            settings.load_dict({"hooks": [], "plugins": []})
            errors, _ = settings.validate()
    except Exception:  # of an extension, which may hold any code
        return MkDocsConfig()
    return MkDocsConfig() if EXTENSIONS in dict(errors) else settings


def _stopped(config: Path, error: Exception) -> Problem:
    """Return what stops the settings from being read: a hook at its line, or else a plugin."""
    message = f"this stops with “{said_by(error)}”"
    own = own_place(error, config.absolute().parent)
    if not own:
        return _problem(config, "", message)
    hint = f"Correct it, or take it out of “hooks” in {config.name}."
    return Problem(Place(*own), "", f"{message}, so no site can be built.", "settings", hint)


def _markdown(settings: MkDocsConfig) -> PageMarkdown:
    return PageMarkdown(settings.markdown_extensions or (), settings.mdx_configs or {})


def _attributes(script: Any) -> str:
    """Return the attributes of an element that loads a script of the settings, as MkDocs orders them."""
    if isinstance(script, str):
        return ""
    kind = f' type="{script.type}"' if script.type else ""
    return kind + (" defer" if script.defer else "") + (" async" if script.async_ else "")


def _wrong(config: Path, settings: MkDocsConfig) -> list[Problem]:
    return [_problem(config, *wrong) for wrong in wrong_settings(config.absolute().parent, settings)]


def _unreadable(config: Path, error: MkDocsException) -> Problem:
    """Return why the file cannot be read, at its place where that is known."""
    cause = error.__cause__ or error.__context__
    if not isinstance(cause, yaml.MarkedYAMLError):
        return _problem(config, "", str(error))
    return _as_problem(config, no_yaml(cause, config.read_text("utf-8", errors="replace")))


def _as_problem(config: Path, why: Unreadable) -> Problem:
    return Problem(Place(config.name, why.line, why.column), "", why.message, "settings", why.hint)


def _problem(config: Path, name: str, message: str, hint: str = "") -> Problem:
    lines = config.read_text("utf-8", errors="replace").split("\n") if config.is_file() else []
    line = next((n for n, text in enumerate(lines, 1) if name and text.startswith(f"{name}:")), 1)
    said = [text.strip() for text in message.strip().split("\n")]
    # What comes between is where in the software an error was met.
    words = " ".join([said[0], said[-1]] if 'File "' in message else said).rstrip(".")
    return Problem(Place(config.name, line), name, f"{words}.", "settings", hint)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep MkDocs and its plugins from talking while their settings are read."""
    before = os.environ.get("NO_MKDOCS_2_WARNING")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
        if before is None:
            del os.environ["NO_MKDOCS_2_WARNING"]
