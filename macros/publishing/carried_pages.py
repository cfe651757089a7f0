"""The handbook as a project for another site generator, which has nothing to do but carry finished pages.

Each page is the front matter of a Markdown file, and the one template shows it. What has no front matter is
copied as it is. Zensical and MkDocs read such a project.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from macros.pages.addresses import NOT_FOUND
from macros.publishing.build import Build
from macros.publishing.exports import makers
from macros.publishing.lean_assets import lean
from macros.publishing.whole_page import WholePages
from macros.publishing.written_files import files_in

DOCS = "docs"
THEME = "overrides"
TEMPLATE = ".html"  # how templates of the theme end


def carried(build: Build, pages: WholePages) -> Iterator[tuple[str, bytes]]:
    """Yield every file of such a project by its path: its settings, its templates, its pages, all other
    files.
    """
    yield "mkdocs.yml", _settings(build).encode()
    yield f"{THEME}/main.html", build.renderer.render("carried/main.html", NOT_FOUND).encode()
    for source, page in pages.all():
        if source == NOT_FOUND:  # generators make this one of a template
            yield f"{THEME}/{source}", f"{{% raw %}}{page}{{% endraw %}}".encode()
        else:
            yield f"{DOCS}/{source}", _with_front_matter(page).encode()
    for path, make in makers(build).items():
        data = make()
        yield f"{DOCS}/{path}", data.encode() if isinstance(data, str) else data
    yield from _copied(build)


def _settings(build: Build) -> str:
    theme = {"name": "material", "custom_dir": THEME, "font": False}
    settings = {"site_name": build.handbook.site.title, "docs_dir": DOCS, "theme": theme, "plugins": []}
    if build.home:
        settings["site_url"] = build.home
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def _with_front_matter(page: str) -> str:
    """Return a file that holds a whole page as one setting. A text of JSON is one of YAML too."""
    return f"---\npage: {json.dumps(page, ensure_ascii=False)}\n---\n"


def _copied(build: Build) -> Iterator[tuple[str, bytes]]:
    """Yield the files that make no page: the ones beside hand-written pages, and the theme's."""
    docs = build.folders.docs
    for name, path in files_in(docs).items():
        if not name.endswith(".md"):
            yield f"{DOCS}/{path}", (docs / name).read_bytes()
    theme = build.folders.theme
    for file in sorted(theme.rglob("*")):
        if file.is_file() and file.suffix != TEMPLATE and not file.name.startswith("."):
            path = file.relative_to(theme).as_posix()
            yield f"{DOCS}/{path}", lean(path, file.read_bytes())
