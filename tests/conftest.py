"""What tests share: our site, built once for servers and once for folders, and who runs with whom."""

from __future__ import annotations

import compileall
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import NOT_OURS, OWN, ROOT, built, copied
from forks import make_fork
from serving import serving
from workers import group, once


def pytest_configure(config: pytest.Config) -> None:
    """Compile our code once. Hundreds of programs and copies of the project would each do it again where Python
    is told to keep nothing.
    """
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(ROOT / "macros", quiet=2)


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out tests of our content where a team's own lies over it, and say which tests share a process."""
    for item in items:
        if OWN.is_dir() and item.get_closest_marker("ours"):
            item.add_marker(pytest.mark.skip(reason=NOT_OURS))
        if name := group(item):
            item.add_marker(pytest.mark.xdist_group(name))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for servers: folders with index pages."""
    return once(tmp_path_factory, "online", lambda folder: built(folder / "site"))


@pytest.fixture(scope="session")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for folders on disk: flat files."""
    return once(tmp_path_factory, "offline", lambda folder: built(folder / "site", OFFLINE="true"))


@pytest.fixture(scope="session")
def welsh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second, tiny framework in another language, built with the same code."""
    return once(tmp_path_factory, "welsh", lambda folder: built_fork(folder / "fork", "welsh"))


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example: a framework of another field, with other dimensions, built with the same code."""
    return once(tmp_path_factory, "pool", lambda folder: built_fork(folder / "fork", "pool"))


def built_fork(target: Path, framework: str) -> Path:
    fork = make_fork(target, framework)
    return built(fork / "site", config=fork / "mkdocs.yml")


@pytest.fixture(scope="session")
def bundle_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, made by the real command."""
    return once(tmp_path_factory, "bundle", copied)


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
