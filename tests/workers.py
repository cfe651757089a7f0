"""What tests that run side by side share: what one process makes, and who runs with whom."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

WHOLE_SITES = {"site", "flat", "any_site"}


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """Return what `make` makes in a new folder. The process that asks first makes it; the others take it."""
    here = factory.getbasetemp()
    root = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    folder = root / f"once-{name}"
    ready = folder / "ready"
    with FileLock(f"{folder}.lock"):
        if not ready.is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            ready.write_text(str(make(folder)), "utf-8")
    return Path(ready.read_text("utf-8"))


def group(item: pytest.Item) -> str | None:
    """Name the group of tests that run in one process, because they share something that takes long to make.

    Tests that read every page of our site share the parsed pages. Others share the fixtures of their module.
    Unit tests have little to share, but for those that install a program of node. A few modules name a group of their own.
    """
    folder = item.path.parent.name
    if item.get_closest_marker("node"):
        return f"node-{item.path.stem}"
    if folder == "unit":
        return None
    if hasattr(item.module, "pages") and WHOLE_SITES & set(item.fixturenames):
        return "pages"
    return folder if folder == "content" else f"{folder}-{item.path.stem}"
