"""The logic of the handbook: from YAML in `content/` to the pages of the site."""

from typing import Any


def define_env(env: Any) -> None:
    """The name that mkdocs-macros looks for in its module. The work is in `macros.generator.environment`."""
    from macros.generator import environment

    environment.define_env(env)
