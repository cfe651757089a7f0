"""The skin between MkDocs and the handbook: it adapts events and holds no logic. Only this module imports mkdocs.

Content is checked in `on_config`, before MkDocs cleans the site directory: a bad edit never destroys a good site.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.handbook")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and prepare the build."""
    _forget_old_modules()
    from macros.checks.report import as_text
    from macros.pages.addresses import Addresses
    from macros.publishing.accessible_tables import SpokenTables
    from macros.publishing.build import Build

    root = Path(config.config_file_path).parent
    build = Build(
        root / config.extra["content"],
        Path(config.docs_dir),
        Path(config.theme.custom_dir) / "handbook",
        Addresses(config.use_directory_urls and not _offline(config)),
        _theme_files(),
        _offline(config),
        config.site_url or "",
    )
    config.extra |= {"handbook": build, "handbook_inline": set()}
    if build.report.errors:
        if not config.extra.get("serving"):
            raise Abort("\n" + as_text(build.report))
        log.error("\n%s", as_text(build.report))
        return config
    site = build.report.handbook.site
    config.site_name, config.site_description, config.theme["language"] = (
        site.title,
        site.summary,
        site.language.partition("-")[0],
    )
    # While serving, pages belong to the address on this machine, which MkDocs has set.
    config.site_url = config.site_url if config.extra.get("serving") else build.home
    _search_in(config, site.language.partition("-")[0])
    config.markdown_extensions.append(SpokenTables())
    config.extra["handbook_renderer"] = build.renderer
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files."""
    from macros.publishing.exports import exports

    build = config.extra["handbook"]
    if build.report.errors:
        return _stand_ins(files, config, build)
    _put_own_pages(files, config, build.docs)
    for page in (*build.pages.values(), *build.redirects):
        files.append(
            File.generated(config, page.source, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        )
    for path, held in exports(build).items():
        files.append(File.generated(config, path, content=held))
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for addresses that do not exist has the same surroundings."""
    build = config.extra["handbook"]
    return _surround(context, build, "404.html") | ({"base_url": "."} if build.offline else {})


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the finished surroundings of the page to the theme."""
    return _surround(context, config.extra["handbook"], page.file.src_uri)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the policy of the page into the page, and remember what stands inline for the header files."""
    return _seal(output, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages that are no records."""
    return _seal(output_content, config) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the settings for web servers beside the pages."""
    from macros.publishing import servers

    for path, text in servers.files(config.extra["handbook_inline"], config.site_url or "").items():
        (Path(config.site_dir) / path).write_text(text, encoding="utf-8")


def _put_own_pages(files: Files, config: MkDocsConfig, docs: Path) -> None:
    """Pages of the team's own get the address that they have without their folder, in place of what is there."""
    from macros.pages.handwritten import written

    for source, file in written(docs).items():
        if (own := files.get_file_from_path(file.relative_to(docs).as_posix())) and own.src_uri != source:
            for there in filter(None, (own, files.get_file_from_path(source))):
                files.remove(there)
            files.append(
                File(source, str(file)[: -len(source) - 1], config.site_dir, config.use_directory_urls)
            )


def _stand_ins(files: Files, config: MkDocsConfig, build: Any) -> Files:
    """While serving broken content: the problems at every address."""
    from macros.publishing import problem_page

    said = problem_page.page(build.report, build.templates)
    kept = Files([file for file in files if not file.is_documentation_page()])
    for source in problem_page.sources(build.content, build.docs):
        kept.append(File.generated(config, source, content=said, inclusion=InclusionLevel.NOT_IN_NAV))
    return kept


def _seal(output: str, config: MkDocsConfig) -> str:
    from macros.publishing import policy

    config.extra["handbook_inline"] |= policy.inline(output)
    return policy.sealed(output, offline=config.extra["handbook"].offline)


def _surround(context: dict[str, Any], build: Any, source: str) -> dict[str, Any]:
    if build.report.errors:
        return context | {"theme_files": build.theme_files, "offline": build.offline}
    site = build.report.handbook.site
    return context | {
        "handbook": build.around(source),
        "theme_files": build.theme_files,
        "offline": build.offline,
        "language": site.language,
        "labels": site.labels,
        "folders": build.folders,
    }


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
    wanted = {
        "stylesheet": "assets/stylesheets/main.*.min.css",
        "worker": "assets/javascripts/workers/search.*.min.js",
    }
    return {name: next(root.glob(pattern)).relative_to(root).as_posix() for name, pattern in wanted.items()}


def _forget_old_modules() -> None:
    """While serving, edited Python would stay in memory. The project's folder is put on the path for `macros`."""
    root = str(Path(__file__).resolve().parents[2])
    for name in [n for n in sys.modules if n == "macros" or n.startswith("macros.")]:
        del sys.modules[name]
    if root not in sys.path:
        sys.path.insert(0, root)
