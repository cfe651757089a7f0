"""The start of a session: what is built, from which folders, for whom."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.checks.check import Report, checked
from macros.generator.session import Session
from macros.loading.loader import forget_files
from macros.pages.addresses import Addresses, root_of
from macros.publishing.build import Build, Folders
from macros.publishing.page_markdown import PageMarkdown


def session_of(config: MkDocsConfig) -> Session:
    """Check the content that `config` names, and prepare its build where it is valid."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    folders = Folders(
        root / config.extra["content"], Path(config.docs_dir), Path(config.theme.custom_dir or root)
    )
    report = checked(folders.content, folders.docs, folders.theme)
    if not config.extra.get("serving"):
        forget_files()
    offline = _is_offline(config)
    addresses = Addresses(config.use_directory_urls and not offline, "" if offline else _root(config, report))
    build = (
        Build(
            report.handbook,
            folders,
            addresses,
            offline,
            config.site_url or "",
            print_pages=not offline or bool(config.extra.get("print_pages")),
        )
        if report.handbook
        else None
    )
    return Session(folders, report, build, offline)


def apply(config: MkDocsConfig, build: Build) -> None:
    """Set in `config` what the handbook says of the whole site, and how its pages are written."""
    site = build.handbook.site
    config.site_name = site.title
    config.site_description = site.summary
    config.theme["language"] = site.language.partition("-")[0]
    # While serving, pages belong to the address on this machine, which MkDocs has set.
    if not config.extra.get("serving"):
        config.site_url = build.home
    markdown = PageMarkdown(config.markdown_extensions, config.mdx_configs).with_ours
    config.markdown_extensions = list(markdown.extensions)
    config.mdx_configs = {name: dict(values) for name, values in markdown.settings.items()}


def _is_offline(config: MkDocsConfig) -> bool:
    """Return whether the site is built for a folder, which is what the offline plugin is for."""
    plugin = config.plugins.get("material/offline") or config.plugins.get("offline")
    return bool(plugin and plugin.config["enabled"])


def _root(config: MkDocsConfig, report: Report) -> str:
    """Return where the site begins on its server. While serving, MkDocs sets the address."""
    own = report.handbook.site.address if report.handbook else None
    serving = config.extra.get("serving")
    return root_of((not serving and own) or config.site_url or "")
