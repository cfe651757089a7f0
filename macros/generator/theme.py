"""What must be known of Material for MkDocs: which of its files we use, and how it says that a site is for a folder."""

from __future__ import annotations

from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig

TEMPLATES = Path(material.__file__).parent / "templates"
# The names of these files change with each release.
PATTERNS = {"stylesheet": "assets/stylesheets/main.*.min.css"}


def files() -> dict[str, str]:
    """Return where Material's stylesheet is, from the root of the site."""
    return {
        name: next(TEMPLATES.glob(pattern)).relative_to(TEMPLATES).as_posix()
        for name, pattern in PATTERNS.items()
    }


def is_offline(config: MkDocsConfig) -> bool:
    """Return whether the site is built for a folder, which is what the offline plugin is for."""
    plugin = config.plugins.get("material/offline") or config.plugins.get("offline")
    return bool(plugin and plugin.config["enabled"])
