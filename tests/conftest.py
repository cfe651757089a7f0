"""What tests of the built site share: the site built once for servers, once for folders, and a real browser."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from builds import NOT_OURS, OWN, built, copied
from forks import make_fork


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A team that follows this handbook runs the same tests, but those that speak of our content alone."""
    for item in items if OWN.is_dir() else ():
        if item.get_closest_marker("ours"):
            item.add_marker(pytest.mark.skip(reason=NOT_OURS))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for servers: folders with index pages."""
    return built(tmp_path_factory.mktemp("online") / "site")


@pytest.fixture(scope="session")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for folders on disk: flat files."""
    return built(tmp_path_factory.mktemp("offline") / "site", OFFLINE="true")


@pytest.fixture(scope="session")
def welsh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second, tiny framework in another language, built with the same code."""
    fork = make_fork(tmp_path_factory.mktemp("welsh"))
    return built(fork / "site", config=fork / "mkdocs.yml")


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example: a framework of another field, with other dimensions, built with the same code."""
    fork = make_fork(tmp_path_factory.mktemp("pool"), "pool")
    return built(fork / "site", config=fork / "mkdocs.yml")


@pytest.fixture(scope="session")
def bundle_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, made by the real command."""
    return copied(tmp_path_factory.mktemp("bundle"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a built site on a plain web server, while it runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the online site on a plain web server."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def served_pool(pool: Path) -> Iterator[str]:
    """The address of the worked example on a plain web server."""
    with serving(pool) as address:
        yield address
