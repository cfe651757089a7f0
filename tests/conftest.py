"""What tests of the built site share: the site built once for servers, once for folders, and a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def build(target: Path, *, config: Path = ROOT / "mkdocs.yml", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site with the real command, strictly."""
    return subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(target)], cwd=ROOT,
                          env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, capture_output=True, text=True, check=False)


def built(target: Path, **how: Any) -> Path:
    """The folder of a site that must build."""
    done = build(target, **how)
    assert done.returncode == 0, done.stderr[-4000:]
    return target


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
    return built(tmp_path_factory.mktemp("welsh") / "site", config=ROOT / "tests/frameworks/welsh/mkdocs.yml")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the online site on a plain web server."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
