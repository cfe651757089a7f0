"""What the settings in mkdocs.yml must say: MkDocs takes others too, and then a build stops or its site is
wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.authoring.disk.whole_folder import holds_other_things
from macros.model.address import own_address_wrong
from macros.pages.handwritten import NOTES, is_file

HOOKS = "macros/generator/hooks.py"
PLUGIN = "macros"
PLUGIN_SETTINGS = {
    "module_name": "macros",
    "render_by_default": False,
    "include_dir": "",
    "include_yaml": [],
    "modules": [],
    "force_render_paths": "",
}
OUTSIDE = ("https:", "http:", "//")
ADDRESS = re.compile(r"https?://\S+")
RELATIVE = -1  # MkDocs's own value of `relative_to_docs`, which has no public name
Wrong = tuple[str, str, str]  # the setting, what is wrong with it, and what to do


def wrong_settings(root: Path, settings: MkDocsConfig) -> Iterator[Wrong]:
    """Yield what is wrong with the settings of the project in the folder `root`."""
    yield from _missing(root, settings)
    yield from _plugin(settings)
    yield from _pages(settings)
    yield from _files(settings)
    address = settings.site_url or ""
    wrong = own_address_wrong(address) if ADDRESS.fullmatch(address) else "it is no web address"
    if address and wrong:
        yield "site_url", f"“{address}”: {wrong}", "Write the address as the browser shows it."
    if holds_other_things(Path(settings.site_dir)):
        message = "“site_dir” names a folder that holds other things than a site"
        yield "site_dir", message, "Write “site_dir: site”, or the name of a new folder."
    if settings.extra.get("serving"):
        message = "“serving” is turned on, and then the site has no pages"
        yield "extra", message, "Write “serving: !ENV [SERVING, false]” there."


def _missing(root: Path, settings: MkDocsConfig) -> Iterator[Wrong]:
    """Yield each setting without which MkDocs builds no handbook."""
    if not any(Path(name).as_posix().endswith(HOOKS) for name in settings.hooks):
        yield "hooks", f"“{HOOKS}” is missing", f"Add the line “- {HOOKS}”."
    if PLUGIN not in settings.plugins:
        yield "plugins", f"“{PLUGIN}” is missing", f"Add the line “- {PLUGIN}:”."
    content = settings.extra.get("content")
    if not isinstance(content, str) or not (root / content).is_dir():
        message = "“content” does not name the folder of records"
        yield "extra", message, "Write “content: content” there."
    if not settings.theme.custom_dir or not (Path(settings.theme.custom_dir) / "handbook").is_dir():
        message = "“custom_dir” does not name the folder of templates"
        yield "theme", message, "Write “custom_dir: overrides” there."


def _plugin(settings: MkDocsConfig) -> Iterator[Wrong]:
    """Yield what the plugin that calls our macros is told and may not be told."""
    given = settings.plugins[PLUGIN].config if PLUGIN in settings.plugins else PLUGIN_SETTINGS
    for name, value in PLUGIN_SETTINGS.items():
        if given[name] != value:
            hint = (
                f"Write “{name}: {str(value).lower()}” there." if value or value is False else "Take it out."
            )
            yield "plugins", f"“{name}” of the plugin “{PLUGIN}” has another value than it needs", hint


def _pages(settings: MkDocsConfig) -> Iterator[Wrong]:
    """Yield what would let MkDocs take other files for pages than the handbook does."""
    if settings.nav is not None:
        hint = "Take it out. The menu is in framework.yml of the folder of records."
        yield "nav", "the menu is not made from this", hint
    patterns = settings.exclude_docs.patterns if settings.exclude_docs else ()
    if [pattern.pattern for pattern in patterns] != [NOTES]:
        yield (
            "exclude_docs",
            "this leaves out other files than the handbook does",
            f"Write “exclude_docs: {NOTES}”.",
        )
    if settings.draft_docs:
        yield "draft_docs", "links to these pages would lead nowhere", "Take it out."
    if settings.validation.links.absolute_links != RELATIVE:
        message = "“absolute_links” of the links has another value than it needs"
        yield "validation", message, "Write “absolute_links: relative_to_docs” there."


def _files(settings: MkDocsConfig) -> Iterator[Wrong]:
    """Yield each style and script that no page could load."""
    folders = [Path(settings.docs_dir), Path(settings.theme.custom_dir or settings.docs_dir)]
    scripts = map(str, settings.extra_javascript)
    for name, paths in (("extra_css", settings.extra_css), ("extra_javascript", scripts)):
        for path in paths:
            if path.startswith(OUTSIDE):
                message = f"browsers do not load “{path}”, because pages allow only files of this site"
                yield name, message, f"Put the file into {Path(settings.docs_dir).name}/."
            elif not any(is_file(folder / path) for folder in folders):
                message = f"there is no file “{path}” in {Path(settings.docs_dir).name}/"
                yield name, message, "Put it there, or correct its path."
