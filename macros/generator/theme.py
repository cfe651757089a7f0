"""What must be known of Material for MkDocs: which of its files we use, and how its search is set."""

from __future__ import annotations

from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig

TEMPLATES = Path(material.__file__).parent / "templates"
# The names of these files change with each release.
PATTERNS = {
    "stylesheet": "assets/stylesheets/main.*.min.css",
    "worker": "assets/javascripts/workers/search.*.min.js",
}


def files() -> dict[str, str]:
    """Return where Material's stylesheet and search worker are, from the root of the site."""
    return {
        name: next(TEMPLATES.glob(pattern)).relative_to(TEMPLATES).as_posix()
        for name, pattern in PATTERNS.items()
    }


def is_offline(config: MkDocsConfig) -> bool:
    """Return whether the site is built for a folder, which is what the offline plugin is for."""
    plugin = config.plugins.get("material/offline") or config.plugins.get("offline")
    return bool(plugin and plugin.config["enabled"])


def choose_search_rules(config: MkDocsConfig, language: str) -> None:
    """For a language that Material's search does not know, let it use no rules rather than those of
    English.
    """
    search = config.plugins.get("material/search") or config.plugins.get("search")
    rules = TEMPLATES / f"assets/javascripts/lunr/min/lunr.{language}.min.js"
    if search and language != "en" and not rules.exists():
        search.config["lang"] = ["en"]
        search.config["pipeline"] = []
