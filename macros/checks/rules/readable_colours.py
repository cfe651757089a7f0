"""Colours of the site can be read on every background."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.pages.contrast import NEEDED, contrast, nearest


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each colour with too little contrast, with the nearest that has enough."""
    colours = world.handbook.site.colours
    yield from _colour(world, "accent", colours.accent, "light")
    if colours.accent_dark:
        yield from _colour(world, "accent_dark", colours.accent_dark, "dark")


def _colour(world: World, field: str, colour: str, scheme: str) -> Iterator[Problem]:
    dark = scheme == "dark"
    on = world.backgrounds.dark if dark else world.backgrounds.light
    ratio, background = contrast(colour, on)
    if ratio < NEEDED:
        better = nearest(colour, on, lighter=dark)
        yield world.problem(
            world.handbook.site,
            ("colours", field),
            "contrast",
            f"{colour} is hard to read on {background}, a background of the {scheme} scheme: "
            f"its contrast is {ratio:.1f}, and text needs {NEEDED}.",
            f"The nearest colour that is clear enough is {better}; put it in quotes.",
        )
