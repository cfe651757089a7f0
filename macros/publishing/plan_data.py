"""What the pages of the plan and of the gate packs know: the order of work, the words, and who leads.

They are scripts that assign data, because a page that is opened from a folder may fetch nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.loading.fingerprint import mark_of_text
from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.planning.network import heir_of, network
from macros.loading.vocabulary import about
from macros.model import Activity, Phase, Role, Workstream
from macros.model.conditions import conditions_of
from macros.model.partial_date import PartialDate
from macros.pages.addresses import Addresses
from macros.pages.record_pages import source_of
from macros.publishing.build import Build
from macros.publishing.json_lines import compact
from macros.publishing.project_data import storage_key

SCRIPT = "assets/plan-data.js"
GATES = "assets/gate-data.js"
FIRST_DAY = date(1970, 1, 1)  # of a handbook whose edition has no day


def scripts(build: Build) -> dict[str, str]:
    """Return the scripts for the plan and for the gate packs, by path."""
    words = build.handbook.site.labels.gates.model_dump(by_alias=True)
    return {
        SCRIPT: _script("handbookPlanData", known(build.handbook, build.addresses)),
        GATES: _script("handbookGateWords", words),
    }


def _script(name: str, value: Any) -> str:
    return f"window.{name}={compact(value)};\n"


def known(handbook: Handbook, addresses: Addresses) -> dict[str, Any]:
    """Return everything that the page knows, as plain data. Addresses are from the root of the site."""
    whole = network(Flow(handbook))
    labels = handbook.site.labels
    activities = [handbook.get(Activity, task.id) for task in whole.tasks]
    return {
        "book": book_of(handbook),
        "product": product_of(handbook),
        "stamp": f"{stamp_of(handbook):%Y%m%d}T000000Z",
        "name": labels.pages["plan"].title,
        "live": whole.live,
        "phases": [[phase.id, phase.title] for phase in handbook.all(Phase)],
        "streams": [[stream.id, stream.title] for stream in handbook.all(Workstream)],
        "tasks": [
            {
                "id": task.id,
                "title": activity.title,
                "phase": task.phase,
                "after": sorted(task.after),
                "lead": activity.roles.lead,
                "stream": activity.workstream,
                "heir": heir_of(activity),
                "done": [mark_of_text(text) for text in activity.done_when],
                "applies": conditions_of(activity, about(handbook)),
                "address": addresses.of(source_of(activity)),
            }
            for task, activity in zip(whole.tasks, activities, strict=True)
        ],
        "roles": {role.id: role.title for role in handbook.all(Role)},
        "words": labels.plan.model_dump(by_alias=True),
        "days": labels.n_days.model_dump(exclude_none=True),
        "activities": labels.n_activities.model_dump(exclude_none=True),
    }


def book_of(handbook: Handbook) -> str:
    """Return the name by which calendars tell this handbook from others."""
    return storage_key(handbook).removesuffix("-project")


def product_of(handbook: Handbook) -> str:
    """Return how a calendar names what made it."""
    return f"-//{handbook.site.organisation}//{handbook.site.title}//{handbook.site.language}"


def stamp_of(handbook: Handbook) -> date:
    """Return the day of the edition: the stamp of calendars, so that a plan always gives one file."""
    known = {edition.id: edition.date for edition in handbook.framework.editions}
    day = known.get(handbook.framework.edition)
    return PartialDate.parse(day).first if day else FIRST_DAY
