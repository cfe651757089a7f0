"""What tests of the content share: the handbook itself, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.handbook import Handbook
from macros.loading import Loader

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The content of this project. It must be readable before its words can be judged."""
    loader = Loader(CONTENT)
    found = loader.load()
    assert not loader.problems, "\n".join(map(str, loader.problems))
    return found
