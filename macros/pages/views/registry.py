"""The table of views. A module of views adds to it with a decorator, so nothing else lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

VIEWS: dict[str, Callable[..., Any]] = {}


def view(function: F) -> F:
    """Let templates call `function` by its name. Its first parameters may be `handbook` and `flow`, which
    they do not give.
    """
    if function.__name__ in VIEWS:
        raise ValueError(f"two views are called {function.__name__}")
    VIEWS[function.__name__] = function
    return function
