"""Gives hand-written pages their macros. Only this module knows mkdocs-macros."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from macros.generator.session import SLOT, Session
from macros.publishing.page_environment import PageEnvironment
from macros.publishing.page_macros import Macros

PLUGIN = "macros"


def seal(config: MkDocsConfig) -> None:
    """Put our sandbox in place of the environment of mkdocs-macros, in which pages could do anything.

    To be called once the plugin has read its settings, and before it renders the first page.
    """
    session: Session = config.extra[SLOT]
    if session.build is None:  # no page calls a macro while the content has errors
        return
    plugin: Any = config.plugins[PLUGIN]
    macros = Macros(session.build.renderer, lambda: plugin.page.file.src_uri)
    plugin._env = PageEnvironment(macros.table())
