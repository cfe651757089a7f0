"""Registers every macro with mkdocs-macros. Only this module knows that plugin."""

from __future__ import annotations

from typing import Any

from macros.generator.session import SLOT, Session
from macros.publishing.page_macros import Macros


def define_env(env: Any) -> None:
    """Register the macros in `env`, which mkdocs-macros hands over once for each build."""
    session: Session = env.conf.extra[SLOT]
    if session.build is None:  # no page calls a macro while the content has errors
        return
    macros = Macros(session.build.renderer, lambda: env.page.file.src_uri)
    for name, macro in macros.table().items():
        env.macro(macro, name)
