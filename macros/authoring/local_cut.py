"""Tailoring a local handbook: what a project cuts becomes what the local folder hides, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.authoring.disk.whole_files import put
from macros.authoring.yaml_text import as_yaml
from macros.loading.handbook import Handbook
from macros.loading.overlay import LOCAL, own_folder
from macros.loading.tailoring.project_hiding import tailored_by
from macros.loading.vocabulary import about
from macros.model import Activity, Lesson
from macros.model.conditions import applies, conditions_of
from macros.model.hidden import Hidden
from macros.model.project import SCHEMA, Project
from macros.refusal import Refusal

FILE = "hidden.yml"
HEAD = "# What this handbook leaves out of the original, as written by `handbook tailor`.\n"
LONGEST = 600


def tailor(content: Path, handbook: Handbook, project: Project, *, again: bool = False) -> Path:
    """Write what `project` cuts into the local folder, and return the path of the file.

    What the file hid before stays hidden. Raise Refusal where there is no local folder, where the project
    belongs to another handbook, and where there is a file already and not `again`.
    """
    own = own_folder(content)
    if own == content:
        raise Refusal(
            f"There is no {(content / LOCAL / 'site.yml').as_posix()}, so this handbook follows no other. "
            "Run `handbook init` to start a local handbook, and tailor that."
        )
    if project.handbook != handbook.framework.title:
        raise Refusal(
            f"This file belongs to “{project.handbook}”, not to “{handbook.framework.title}”. "
            "Nothing was written."
        )
    file = own / FILE
    if file.exists() and not again:
        raise Refusal(
            f"{file.as_posix()} is there already. With --again it is written anew: what it hides now stays "
            "hidden, and its comments go."
        )
    parts = local_cut(handbook, project)
    text = HEAD + "".join(as_yaml(name, part) for name, part in parts.items() if part)
    put(file, text.encode())
    return file


def local_cut(handbook: Handbook, project: Project) -> dict[str, list[dict[str, Any]]]:
    """Return the parts of `hidden.yml` that say what `project` says. What is hidden already stays so."""
    hidden = dict(_hidden_before(handbook)) | dict(_hidden(handbook, project))
    less = [
        {"record": f"{Activity.folder}/{name}", "way": cut.way, "why": _why(handbook, cut.reason, cut.way)}
        for name, cut in project.cuts.items()
        if cut.way != "drop" and handbook.find(Activity, name) and f"{Activity.folder}/{name}" not in hidden
    ]
    accepted = [
        {"breaks": name, "why": _line(each.reason), **({"date": str(each.on)} if each.on else {})}
        for name, each in project.accepted.items()
    ]
    return {
        "hidden": [{"record": record, "why": why} for record, why in hidden.items()],
        "less": less,
        "accepted": accepted,
        "profile": [
            {"question": name, "answers": list(answers)}
            for name, answers in project.profile.items()
            if answers
        ],
    }


def _hidden_before(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for left in handbook.hidden.values():
        yield f"{type(left.record).folder}/{left.record.id}", left.why


def _hidden(handbook: Handbook, project: Project) -> Iterator[tuple[str, str]]:
    """Yield each record that is left out, with the reason: activities first, then lessons that are only about
    them, or do not apply.
    """
    words = handbook.site.labels.tailoring_page
    state = tailored_by(handbook, project)
    for name in state.in_order(state.lost):
        cut = project.cuts.get(name)
        out = words.this_is_out if name in state.out else ""
        yield f"{Activity.folder}/{name}", out or _why(handbook, cut.reason if cut else "", "drop")
    named = about(handbook)
    for lesson in handbook.all(Lesson):
        if not applies(conditions_of(lesson, named), project.profile):
            yield f"{Lesson.folder}/{lesson.id}", words.this_is_out
        elif state.all_lost(lesson.activities):
            yield f"{Lesson.folder}/{lesson.id}", words.only_about_cuts


def _why(handbook: Handbook, reason: str, way: str) -> str:
    """Return the reason on one line, or what was done where the team gives none."""
    ways = handbook.site.labels.tailoring_page.ways
    return _line(reason) or str(getattr(ways, way).done)


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def project_of(handbook: Handbook) -> dict[str, Any]:
    """Return the project that the local folder says, as its file holds it. Raise Refusal where there is
    none.
    """
    if handbook.overlay is None:
        raise Refusal("This handbook follows no other, so it has no tailoring of its own.")
    tailoring = handbook.overlay.tailoring
    profile = {name: list(answers) for name, answers in handbook.overlay.profile.items()}
    return {
        "schema": SCHEMA,
        "handbook": handbook.framework.title,
        "edition": handbook.framework.edition,
        "profile": profile,
        "cuts": _cuts(handbook, tailoring, profile),
        "accepted": {
            entry.breaks: {"reason": entry.why, **({"on": entry.date} if entry.date else {})}
            for entry in tailoring.accepted
        },
    }


def _cuts(handbook: Handbook, tailoring: Hidden, profile: dict[str, list[str]]) -> dict[str, dict[str, str]]:
    """Return every cut. What is hidden because it does not apply is none."""
    named = about(handbook)
    dropped = {
        left.record.id: {"way": "drop", "reason": left.why}
        for (kind, _), left in handbook.hidden.items()
        if kind == Activity.kind and applies(conditions_of(left.record, named), profile)
    }
    less = {
        entry.record.partition("/")[2]: {"way": entry.way, "reason": entry.why} for entry in tailoring.less
    }
    return dropped | less
