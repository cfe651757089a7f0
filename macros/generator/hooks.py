"""Adapts MkDocs events to the handbook. Contains no logic.

Content is checked in `on_config`, before MkDocs writes anything. Then the site is built beside the one that
is there, and takes its place when it is complete: whatever stops a build, a good site stays as it was.
"""

# ruff: noqa: ARG001 (MkDocs names the parameters of its events)

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:  # our modules are loaded in the events, because serving loads edited ones anew
    from macros.generator.session import Session

log = logging.getLogger("mkdocs.hooks.handbook")
# What lasts from one event to another. All but the first two are for serving: `code` is when it was edited.
run = SimpleNamespace(lasting=False, beside=None, demand=None, nav=None, code=None)


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether the site is built to stay."""
    from macros.generator import garbage

    run.lasting = command != "serve"
    if run.lasting:
        garbage.look_less()


def on_shutdown() -> None:
    """Remove what a build that was stopped has left unfinished."""
    if run.beside:
        run.beside.end()


def on_build_error(error: Exception) -> None:
    """Say in one sentence what stopped the build."""
    from macros.generator import site_folder

    site_folder.explain(error)


@event_priority(100)  # before the events of plugins, which read the settings that this one writes
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and prepare the build."""
    _forget_loaded_modules()
    from macros.checks.report import as_text
    from macros.generator import given_date, site_folder
    from macros.generator.session import SLOT
    from macros.generator.session_start import apply, session_of
    from macros.refusal import Refusal

    try:
        given_date.settle()
    except Refusal as refusal:
        raise Abort(refusal.message) from None
    session = session_of(config)
    config.extra[SLOT] = session
    if session.build is None:
        if not config.extra.get("serving"):
            raise Abort("\n" + as_text(session.report))
        log.error("\n%s", as_text(session.report))
        return config
    if session.report.warnings:  # as information, because a strict build stops at a warning of MkDocs
        log.info("\n%s", as_text(session.report))
    apply(config, session.build)
    if run.lasting and not config.extra.get("serving"):
        run.beside = site_folder.begin(config)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Let pages call our macros and nothing else."""
    from macros.generator.environment import seal

    seal(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files."""
    from macros.generator import mkdocs_files

    files = mkdocs_files.all_files(files, config, _shared(config))
    return mkdocs_files.postponed(files) if config.extra.get("serving") else files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for pages that are made on demand."""
    run.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """While serving, make no page until a browser asks for it."""
    from macros.generator.on_demand import OnDemand

    run.demand = OnDemand(config, files, run.nav, env) if config.extra.get("serving") else None
    return env


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Let the server make what a browser asks for."""
    from macros.generator.on_demand import let_make

    let_make(server, lambda: run.demand)
    return server


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for addresses that do not exist the same surroundings."""
    from macros.generator.page_finish import surrounded

    session = _shared(config)
    return surrounded(context, session, "404.html") | ({"base_url": "."} if session.offline else {})


@event_priority(100)  # before the macros plugin, which would read titles as macros
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Let nothing act in the settings of a hand-written page."""
    from macros.generator.page_finish import calm

    calm(page)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make tables ready for narrow screens, and fold the sections of a page that asks for it."""
    from macros.generator.page_finish import finished

    return finished(html, page, _shared(config))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the finished surroundings of the page to the theme."""
    from macros.generator.page_finish import surrounded

    return surrounded(context, _shared(config), page.file.src_uri, page.content or "")


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write its policy into the page, and note what is inline for the settings of web servers."""
    from macros.generator.page_finish import sealed

    return sealed(output, _shared(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for templates that are pages, such as 404.html."""
    from macros.generator.page_finish import sealed

    return sealed(output_content, _shared(config)) if template_name.endswith(".html") else output_content


@event_priority(-100)  # after the events of plugins, which may write into the folder
def on_post_build(config: MkDocsConfig) -> None:
    """Write the settings for web servers beside the pages, and put the complete site in its place."""
    from macros.generator import page_finish, site_folder

    page_finish.write_server_settings(config, _shared(config))
    if run.beside:
        site_folder.finish(config, run.beside)
        if notice := page_finish.notice(_shared(config)):
            log.info(notice)


def _shared(config: MkDocsConfig) -> Session:
    from macros.generator.session import SLOT

    session: Session = config.extra[SLOT]
    return session


def _forget_loaded_modules() -> None:
    """Forget `macros` where it was edited, because while serving, the old code would stay in memory; and find
    it in this project.
    """
    root = str(Path(__file__).resolve().parents[2])
    code = {file: file.stat().st_mtime_ns for file in Path(root, "macros").rglob("*.py")}
    if code == run.code:
        return
    run.code = code
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    if root not in sys.path:
        sys.path.insert(0, root)
