"""The logic of the handbook: from YAML in `content/` to the pages of the site."""

from typing import Any


def define_env(env: Any) -> None:
    """Register nothing. mkdocs-macros looks for this function; `macros.generator.environment` gives pages
    their macros, in a sandbox.
    """
