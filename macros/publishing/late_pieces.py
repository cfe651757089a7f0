"""What pages of tools do not show at first: for each, a script that puts pieces of the page in their places.

A copy in a folder has no such scripts: nothing is far away there, and its pages are whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.model import Activity, Phase
from macros.model.sections import SOURCES
from macros.pages.record_pages import gate_source, late_name
from macros.pages.views.gates import gate_pack
from macros.publishing.build import Build
from macros.publishing.json_lines import compact

TAILOR = SOURCES["tailor"]


def sources(build: Build) -> list[str]:
    """Return the pages that have such a script, as paths under docs/."""
    return [TAILOR, *map(gate_source, build.handbook.all(Phase))]


def path_of(source: str) -> str:
    """Return the path of the script of a page."""
    return f"assets/{late_name(source)}.js"


def script(build: Build, source: str) -> dict[str, str]:
    """Return the script of the page at `source`, by its path."""
    phase = next((one for one in build.handbook.all(Phase) if gate_source(one) == source), None)
    pieces = dict(_of_gate(build, phase) if phase else _of_tailor(build))
    return {path_of(source): f"window.handbookLater.put({compact(pieces)});\n"}


def _of_tailor(build: Build) -> Iterator[tuple[str, str]]:
    """Yield for each activity the ways to cut it, and what happens without it."""
    for activity in build.handbook.all(Activity):
        yield activity.id, _piece(build, TAILOR, "ways", activity)


def _of_gate(build: Build, phase: Phase) -> Iterator[tuple[str, str]]:
    """Yield the steps behind each criterion, and its spare questions, which only a reader's project needs."""
    source = gate_source(phase)
    pack = gate_pack(build.handbook, phase)
    makers = {activity.id: activity for one in pack.asked for activity in one.activities}
    for activity in makers.values():
        yield f"steps-{activity.id}", _piece(build, source, "steps", activity)
    for one in pack.asked:
        if one.spare:
            yield f"asks-{one.criterion.id}", _piece(build, source, "spare", one.spare)


def _piece(build: Build, source: str, piece: str, about: Any) -> str:
    return build.renderer.render("late_piece.html", source, piece=piece, about=about)
