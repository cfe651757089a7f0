"""The logic of the handbook: from YAML in `content/` to the pages of the site."""

from typing import Any


def define_env(env: Any) -> None:
    """Register every macro. This is the function that mkdocs-macros looks for in its module."""
    from macros.generator import environment

    environment.define_env(env)
