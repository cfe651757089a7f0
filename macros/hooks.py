"""The skin between MkDocs and the handbook: it adapts events and holds no logic. Only this module imports mkdocs.

Content is checked in `on_config`, before MkDocs cleans the site directory: a bad edit never destroys a good site.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and prepare the build."""
    _forget_old_modules()
    from macros.addresses import Addresses
    from macros.build import Build
    from macros.report import as_text

    root = Path(config.config_file_path).parent
    build = Build(root / config.extra["content"], Path(config.docs_dir), Path(config.theme.custom_dir) / "handbook",
                  Addresses(config.use_directory_urls and not _offline(config)), _theme_files())
    if build.report.errors:
        raise Abort("\n" + as_text(build.report))
    site = build.report.handbook.site
    config.site_name, config.site_description, config.theme["language"] = site.title, site.summary, site.language.partition("-")[0]
    config.site_url = config.site_url or site.address
    _search_in(config, site.language.partition("-")[0])
    config.extra["handbook"], config.extra["handbook_renderer"] = build, build.renderer
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files."""
    from macros.export import exports

    build = config.extra["handbook"]
    for page in build.pages.values():
        files.append(File.generated(config, page.source, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV))
    for path, text in exports(build).items():
        files.append(File.generated(config, path, content=text))
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for addresses that do not exist has the same surroundings."""
    build = config.extra["handbook"]
    labels = build.report.handbook.site.labels
    return _surround(context, build, "404.html", labels.not_found)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the finished surroundings of the page to the theme."""
    build = config.extra["handbook"]
    generated = build.pages.get(page.file.src_uri)
    return _surround(context, build, page.file.src_uri, generated.title if generated else page.title)


def _surround(context: dict[str, Any], build: Any, source: str, title: str) -> dict[str, Any]:
    site = build.report.handbook.site
    return context | {"handbook": build.around(source, title), "theme_files": build.theme_files, "language": site.language, "labels": site.labels}


def _offline(config: MkDocsConfig) -> bool:
    plugin = config.plugins.get("material/offline") or config.plugins.get("offline")
    return bool(plugin and plugin.config.enabled)


def _search_in(config: MkDocsConfig, language: str) -> None:
    """Material falls back to English rules for a language that its search does not know; then no rules are better."""
    search = config.plugins.get("material/search") or config.plugins.get("search")
    known = Path(material.__file__).parent / f"templates/assets/javascripts/lunr/min/lunr.{language}.min.js"
    if search and language != "en" and not known.exists():
        search.config.lang, search.config.pipeline = ["en"], []


def _theme_files() -> dict[str, str]:
    """Where Material's stylesheet and search worker are; their names change with each release."""
    root = Path(material.__file__).parent / "templates"
    wanted = {"stylesheet": "assets/stylesheets/main.*.min.css", "worker": "assets/javascripts/workers/search.*.min.js"}
    return {name: next(root.glob(pattern)).relative_to(root).as_posix() for name, pattern in wanted.items()}


def _forget_old_modules() -> None:
    """While serving, edited Python would stay in memory. The project's folder is put on the path for `macros`."""
    root = str(Path(__file__).resolve().parent.parent)
    for name in [n for n in sys.modules if n == "macros" or n.startswith("macros.")]:
        del sys.modules[name]
    if root not in sys.path:
        sys.path.insert(0, root)
