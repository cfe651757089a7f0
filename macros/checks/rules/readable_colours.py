"""Colours of the site can be read on everything that they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.pages.contrast import NEEDED, Scheme, contrast, nearest

SCHEMES: dict[str, Scheme] = {"accent": "light", "accent_dark": "dark"}


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each colour with too little contrast, with the nearest that has enough."""
    site = world.handbook.site
    for name, scheme in SCHEMES.items():
        colour = getattr(site.colours, name)
        if colour and (found := contrast(colour, scheme))[0] < NEEDED:
            yield world.problem(
                site,
                ("colours", name),
                "contrast",
                f"{colour} is hard to read on {found[1]}, a background of the {scheme} scheme: its contrast is {found[0]:.1f}, and text needs {NEEDED}.",
                f"The nearest colour that is clear enough is {nearest(colour, scheme)}; put it in quotes.",
            )
