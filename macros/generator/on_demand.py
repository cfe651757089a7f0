"""Pages on demand: while somebody edits, a page is made when a browser asks for it.

MkDocs makes every page at each save, which takes half a minute for a large handbook. While serving it makes
none: it knows their addresses, and what a browser asks for is made then, once for each save, by the functions
of MkDocs that make pages in a build. They are no part of its public interface, because that has nothing
smaller than a whole build; tests/built/test_edits.py compares every file with a build.
"""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote
from wsgiref.types import StartResponse

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

INDEX = "index.html"
POLLS = "/livereload/"  # by which a page asks whether there is something new


class OnDemand:
    """The files of one save, none of which is made yet. `nav` and `env` are what MkDocs made for them."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        self._config = config
        self._files = files
        self._nav = nav
        self._env = env
        self._by_path = {file.dest_uri: file for file in files if file.inclusion == InclusionLevel.EXCLUDED}

    def has(self, path: str) -> bool:
        """Tell whether there is such a file, made or not."""
        return path in self._by_path

    def made(self, path: str) -> bytes | None:
        """Return the file at `path`, from the root of the site, made if it is not there yet; None where
        there is no such file.
        """
        file = self._by_path.get(path)
        if file is None:
            return None
        target = Path(file.abs_dest_path)
        if not target.exists():
            self._make(file)
        return target.read_bytes()

    def _make(self, file: File) -> None:
        if not file.is_documentation_page():
            file.copy_file()
            return
        page = file.page or Page(None, file, self._config)
        _populate_page(page, self._config, self._files)
        _build_page(page, self._config, [], self._nav, self._env)


def let_make(server: LiveReloadServer, current: Callable[[], OnDemand | None]) -> None:
    """Let `server` answer with what is made on demand. `current` gives the files of the last save.

    A lock keeps answers and builds apart, because a build begins with an empty folder.
    """
    turn = threading.Lock()
    build = server.builder

    def build_alone() -> None:
        with turn:
            build()

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if asked.startswith(POLLS):
            return server.serve_request(environ, start_response)
        with turn:
            demand = current()
            path = _inside(asked, server.mount_path)
            content = demand.made(path) if demand else None
            is_folder = demand is not None and demand.has(posixpath.join(path, INDEX))
        if content is not None:
            return _answered(server, path, content, start_response)
        if is_folder and not asked.endswith("/"):
            start_response("302 Found", [("Location", quote(asked) + "/")])
            return []
        return server.serve_request(environ, start_response)

    server.builder = build_alone
    server.set_app(answer)


def _inside(asked: str, root: str) -> str:
    """Return the path of the file that an address leads to, from the root of the site."""
    path = posixpath.normpath("/" + asked.removeprefix(root.rstrip("/"))).lstrip("/")
    return posixpath.join(path, INDEX) if asked.endswith("/") else path


def _answered(
    server: LiveReloadServer, path: str, content: bytes, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer with a file. A page also asks for news, as the pages of MkDocs do."""
    if path.endswith(".html"):
        content = server._inject_js_into_html(content, server._visible_epoch)  # type: ignore[no-untyped-call]
    kind = server._guess_type(path)  # type: ignore[no-untyped-call]
    head = [("Content-Type", kind), ("Content-Length", str(len(content)))]
    start_response("200 OK", head)
    return [content]
