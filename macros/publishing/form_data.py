"""What the form for a new lesson knows: the schemas, the words of the check, the choices, and where a file
goes.

The form checks in the browser what `handbook check` checks, in the same words. What it knows is a script that
assigns data, because a page that is opened from a folder may fetch nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.checks.rules import date_order, lesson_evidence, orphans, reference_targets, titles
from macros.loading.handbook import Handbook
from macros.loading.overlay import own_folder
from macros.loading.unreadable import MAX_BYTES, UNSEEN, UNSEEN_HINT, UNSEEN_MESSAGE, too_large
from macros.model import KINDS, Activity
from macros.model.validators import ID, MAX_ID, RESERVED
from macros.pages.prose import plain
from macros.pages.repository import new_file
from macros.publishing.build import Build
from macros.publishing.form_schemas import form_schema, messages
from macros.publishing.json_lines import compact

SCRIPT = "assets/form-data.js"
KINDS_WRITTEN = ("lesson", "source")
KINDS_CHOSEN = ("phase", "workstream", "function", "migration", "product")
LONGEST_STEP = 48  # characters of a step in the list of steps


def script(build: Build) -> str:
    """Return the script that gives the form what it knows."""
    form = known(build.handbook, build.folders.content, small=build.offline)
    return f"window.handbookForm = {{ data: {compact(form)} }};\n"


def known(handbook: Handbook, content: Path, *, small: bool = False) -> dict[str, Any]:
    """Return everything that the form knows, as plain data.

    With `small`, for copies in a folder, steps are called by their ids.
    """
    site = handbook.site
    folders = {kind: home_of(content, kind) for kind in KINDS_WRITTEN}
    return {
        "schemas": {kind: form_schema(KINDS[kind]) for kind in KINDS_WRITTEN},
        "id": messages(KINDS["lesson"], "id", {"maxLength": MAX_ID}),
        "rules": rules(),
        "reserved": sorted(RESERVED),
        "idForm": f"^{ID}$",
        "longestId": MAX_ID,
        "unseen": UNSEEN.pattern,
        "largest": MAX_BYTES,
        "choices": choices(handbook, small=small),
        "folders": folders,
        "newFile": {kind: new_file(site.repository, folder) for kind, folder in folders.items()},
        "email": site.contact.email or "",
        "words": site.labels.form.model_dump() | {"step_number": site.labels.step_number},
    }


def home_of(content: Path, kind: str) -> str:
    """Return the folder where a team keeps new records of `kind`: in the local folder if there is one."""
    return (own_folder(content) / KINDS[kind].folder).relative_to(content.parent).as_posix()


def rules() -> dict[str, list[str]]:
    """Return what the check says beyond the shape of one record: message and hint.

    Names in braces are blanks for what the message is about.
    """
    return {
        "no-activity": list(lesson_evidence.NO_ACTIVITY),
        "wrong-place": list(lesson_evidence.WRONG_PLACE),
        "wrong-order": [lesson_evidence.REVIEWED_FIRST, ""],
        "future": [date_order.FUTURE, ""],
        "twin": list(titles.TWIN),
        "unknown-id": [reference_targets.UNKNOWN, ""],
        "unknown-step": [reference_targets.NO_STEP, ""],
        "uncited": list(orphans.EXPECTED["source"][1:]),
        "unseen": [UNSEEN_MESSAGE, UNSEEN_HINT],
        "too-large": [too_large(MAX_BYTES).message, too_large(MAX_BYTES).hint],
    }


def choices(handbook: Handbook, *, small: bool = False) -> dict[str, Any]:
    """Return what fields that name records may hold: id and title, in the order of the handbook.

    Lessons and sources have their former ids too, activities their phase, workstream and steps.
    """
    listed: dict[str, Any] = {
        kind: [[record.id, record.title] for record in handbook.all(kind)] for kind in KINDS_CHOSEN
    }
    for kind in KINDS_WRITTEN:
        listed[kind] = [[record.id, record.title, *record.formerly] for record in handbook.all(kind)]
    listed["activity"] = [
        [activity.id, activity.title, activity.phase, activity.workstream, _steps(activity, small=small)]
        for activity in handbook.all(Activity)
    ]
    return listed


def _steps(activity: Any, *, small: bool) -> list[list[str]]:
    if small:
        return [[step.id] for step in activity.steps]
    return [[step.id, _short(step.text)] for step in activity.steps]


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= LONGEST_STEP else words[:LONGEST_STEP].rsplit(" ", 1)[0] + "…"
