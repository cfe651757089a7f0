"""The door to mkdocs-macros: registers every macro. Only this module knows that plugin."""

from __future__ import annotations

from typing import Any

from macros.publishing.page_macros import Macros


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for each build. The renderer was put into the configuration by the hooks."""
    renderer = env.conf.extra.get("handbook_renderer")
    if renderer is None:  # content is broken while serving; no page calls a macro then
        return
    macros = Macros(renderer, lambda: env.page.file.src_uri)
    for name, function in macros.table().items():
        env.macro(function, name)
