"""A reader's own project: what a team has answered, cut, ticked, noted and planned, as one small JSON file.

It belongs to the reader. The browser keeps it on the device, and saves and opens it as a file. The same model
reads the file here, and its schema checks the file in the browser, so that both refuse the same.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from macros.model.kinds import FOLDERS
from macros.model.validators import ID, MAX_ID

SCHEMA = 1
MAX_BYTES = 1_000_000
MOST = 3000  # entries of one part: more than a handbook has records, steps and criteria together
# What cannot be seen, as in records: controls, marks that change the order, signs of no width.
UNSEEN_SIGNS = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    r"\ufeff\ufffe\uffff" + "\U000e0000-\U000e0fff"
)
_SEEN = rf"^[^{UNSEEN_SIGNS}]*$"
_LINE = rf"^[^\t\n\r{UNSEEN_SIGNS}]*$"
_FOLDERS = "|".join(sorted(cls.folder for cls in FOLDERS))
_REF = rf"({_FOLDERS})/{ID}(#{ID})?"


def _whole(value: Any) -> Any:
    """Return 12 for 12.0, which in JSON is the same number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _said(value: Any) -> Any:
    """Return nothing for 1, which in Python equals true and in JSON does not."""
    return value if isinstance(value, bool) else None


Key = Annotated[str, StringConstraints(pattern=f"^{ID}$", max_length=MAX_ID)]
Ref = Annotated[str, StringConstraints(pattern=f"^{_REF}$", max_length=160)]
ConsequenceId = Annotated[str, StringConstraints(pattern=f"^{ID}:{_REF}$", max_length=200)]
Line = Annotated[str, StringConstraints(pattern=_LINE, max_length=300)]
Reason = Annotated[str, StringConstraints(pattern=_SEEN, max_length=1000)]
NoteText = Annotated[str, StringConstraints(pattern=_SEEN, max_length=4000)]
Mark = Annotated[str, StringConstraints(pattern="^([0-9a-f]{8})?$")]
Days = Annotated[int, Field(ge=0, le=3650), BeforeValidator(_whole)]
Tick = Annotated[Literal[True], BeforeValidator(_said)]
Way = Literal["drop", "merge", "shrink"]
WAYS: tuple[Way, ...] = get_args(Way)


def _many(default: Any = dict, most: int = MOST) -> Any:
    return Field(default_factory=default, max_length=most)


class Part(BaseModel):
    """What every part of the file shares: unknown names are errors, and nothing is read as something else."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Cut(Part):
    """How an activity is done with less, and why the team does so."""

    way: Way
    reason: Reason = ""


class Accepted(Part):
    """Why the team accepts what a cut breaks, the day it said so, and the mark of what was broken then."""

    reason: Annotated[Reason, StringConstraints(min_length=1)]
    on: date | None = None
    mark: Mark = ""


class Avoided(Part):
    """Days on which nothing may go live."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    why: Line = ""


class Plan(Part):
    """The dates that the team plans with. All of them are its own."""

    go_live: date | None = None
    go_live_why: Reason = ""
    avoid: tuple[Avoided, ...] = _many(tuple, 200)
    pay_days: tuple[date, ...] = _many(tuple, 500)
    lengths: dict[Key, Days] = _many()


class Layer(Part):
    """What a team has said. Every part may be missing."""

    profile: dict[Key, Annotated[tuple[Key, ...], Field(max_length=50)]] = _many()
    cuts: dict[Key, Cut] = _many()
    accepted: dict[ConsequenceId, Accepted] = _many()
    ticks: dict[Ref, Tick] = _many()
    notes: dict[Ref, NoteText] = _many()
    states: dict[Ref, Line] = _many()
    owners: dict[Key, Line] = _many()
    plan: Plan = Field(default_factory=Plan)


class Seen(Part):
    """What a record was when the team ticked or noted it, so that a later edition can say what is new."""

    title: Line
    mark: Mark
    was: Ref | None = None


class Project(Layer):
    """The whole file."""

    kind: ClassVar[str] = "project"

    version: Annotated[int, Field(ge=SCHEMA, le=SCHEMA), BeforeValidator(_whole)] = Field(alias="schema")
    handbook: Line
    edition: Line
    seen: dict[Ref, Seen] = _many()
    others: tuple[Layer, ...] = Field(default=(), max_length=20)


def project_schema() -> dict[str, Any]:
    """Return the JSON schema of the file. As the model does, it refuses every name that it does not know."""
    schema: dict[str, Any] = _closed(Project.model_json_schema())
    return schema


def _closed(node: Any) -> Any:
    """Return a schema in which names that fit no pattern are refused, and which says nothing that only people
    read.
    """
    if isinstance(node, list):
        return [_closed(part) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {name: _closed(part) for name, part in node.items() if not _is_title(name, part)}
    return {**kept, "additionalProperties": False} if "patternProperties" in kept else kept


def _is_title(name: str, part: Any) -> bool:
    return name in ("title", "description") and isinstance(part, str)
