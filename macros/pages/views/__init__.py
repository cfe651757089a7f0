"""Views: what a page shows beyond its record. One module a subject; `@view` gives a function to templates, by
its name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from inspect import signature
from itertools import takewhile
from pkgutil import iter_modules
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.pages.views.registry import VIEWS

for module in iter_modules(__path__):
    import_module(f"{__name__}.{module.name}")


def views(handbook: Handbook, flow: Flow) -> dict[str, Any]:
    """Return every view by its name. Templates give the arguments after `handbook` and `flow`."""
    given = {"handbook": handbook, "flow": flow}
    return {name: partial(function, *_leading(function, given)) for name, function in VIEWS.items()}


def _leading(function: Callable[..., Any], given: dict[str, Any]) -> list[Any]:
    return [given[name] for name in takewhile(given.__contains__, signature(function).parameters)]
