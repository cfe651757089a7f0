"""The settings of the site in mkdocs.yml: what is wrong with them, and how pages are read by them."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.loading.problem import Place, Problem
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.whole_page import Extras
from macros.refusal import Refusal

HOOKS = "macros/generator/hooks.py"
PLUGIN = "macros"


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


def _loaded(config: Path) -> tuple[MkDocsConfig, list[Problem]]:
    """Return the settings, empty where they cannot be read, and what would stop a build."""
    if not config.is_file():
        message = "this file does not exist, so no site can be built."
        hint = "Run the command in the project's folder, or name the file with --config."
        return MkDocsConfig(), [Problem(Place(config.name), "", message, "no-settings", hint)]
    settings = MkDocsConfig(config_file_path=str(config.absolute()))
    try:
        with _quiet(), config.open("rb") as opened:
            settings.load_file(opened)
            errors, warnings = settings.validate()
    except (MkDocsException, ValueError, TypeError, AttributeError, OSError) as error:
        return MkDocsConfig(), [_problem(config, "", str(error))]
    problems = [_problem(config, name, str(error)) for name, error in (*errors, *warnings)]
    return (MkDocsConfig(), problems) if problems else (settings, list(_missing(config, settings)))


def _markdown(settings: MkDocsConfig) -> PageMarkdown:
    return PageMarkdown(settings.markdown_extensions or (), settings.mdx_configs or {})


def _attributes(script: Any) -> str:
    """Return the attributes of an element that loads a script of the settings, as MkDocs orders them."""
    if isinstance(script, str):
        return ""
    kind = f' type="{script.type}"' if script.type else ""
    return kind + (" defer" if script.defer else "") + (" async" if script.async_ else "")


def _missing(config: Path, settings: MkDocsConfig) -> Iterator[Problem]:
    """Yield a problem for each setting without which MkDocs builds no handbook."""
    hooks = [Path(name).as_posix() for name in settings.hooks]
    if not any(name.endswith(HOOKS) for name in hooks):
        yield _problem(config, "hooks", f"“{HOOKS}” is missing", f"Add the line “- {HOOKS}”.")
    if PLUGIN not in settings.plugins:
        yield _problem(config, "plugins", f"“{PLUGIN}” is missing", f"Add the line “- {PLUGIN}:”.")
    content = settings.extra.get("content")
    if not isinstance(content, str) or not (config.absolute().parent / content).is_dir():
        message = "“content” does not name the folder of records"
        yield _problem(config, "extra", message, "Write “content: content” there.")
    if not settings.theme.custom_dir or not (Path(settings.theme.custom_dir) / "handbook").is_dir():
        message = "“custom_dir” does not name the folder of templates"
        yield _problem(config, "theme", message, "Write “custom_dir: overrides” there.")


def _problem(config: Path, name: str, message: str, hint: str = "") -> Problem:
    lines = config.read_text("utf-8", errors="replace").split("\n") if config.is_file() else []
    line = next((n for n, text in enumerate(lines, 1) if name and text.startswith(f"{name}:")), 1)
    words = " ".join(message.split()).rstrip(".")
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
