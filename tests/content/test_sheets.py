"""Every record of this handbook goes out as a spreadsheet and comes back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import NOT_OURS, OWN, ROOT

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Record
from macros.sheets.exporting import FORMATS, table
from macros.sheets.files.opening import open_table
from macros.sheets.plan import Plan, Wishes, plan

TODAY = date(2021, 6, 1)
FOLDERS_OF = {cls.kind: cls.folder for cls in FOLDERS}


def there_and_back(handbook: Handbook, kind: str, form: str, folder: Path) -> Plan:
    file = folder / f"sent.{form}"
    file.write_bytes(FORMATS[form](table(handbook.all(kind), kind, handbook)))
    return plan(open_table(file), handbook, [folder / "nothing"], TODAY, Wishes(kind))


@pytest.mark.skipif(OWN.is_dir(), reason=NOT_OURS)
@pytest.mark.parametrize("kind", ["lesson", "activity"])
def test_a_table_that_nobody_changed_holds_nothing_new(handbook: Handbook, kind: str, tmp_path: Path):
    file = tmp_path / "sent.csv"
    file.write_bytes(FORMATS["csv"](table(handbook.all(kind), kind, handbook)))
    made = plan(open_table(file), handbook, [ROOT / "content" / FOLDERS_OF[kind]], TODAY, Wishes(kind))
    assert made.drafts == []
    assert [str(twin.file) for twin in made.there if not twin.same] == []


def back(made: Plan) -> list[Record]:
    """The records of the drafts. Whatever was lost would be missed here; an empty list and none are the same to a reader."""
    assert [str(problem) for problem in made.problems] == []
    return [
        made.cls.model_validate({"id": draft.id, **yaml.load(draft.text(made.cls, {}), yaml.CBaseLoader)})
        for draft in made.drafts
    ]


def filled(data: dict[str, Any]) -> dict[str, Any]:
    """What is written in a file, but for empty lists, and for conditions, which a cell holds on one line."""
    return {name: value for name, value in data.items() if value != [] and name != "applies_to"}


@pytest.mark.parametrize("form", FORMATS)
def test_all_lessons_come_back_as_they_went(handbook: Handbook, form: str, tmp_path: Path):
    made = there_and_back(handbook, "lesson", form, tmp_path)
    assert back(made) == handbook.all("lesson")
    assert {
        draft.id: filled(yaml.load(draft.text(made.cls, {}), yaml.CBaseLoader)) for draft in made.drafts
    } == {
        lesson.id: filled(handbook.documents["lesson", lesson.id].data) for lesson in handbook.all("lesson")
    }


# A crosswalk is a list of hundreds of parts, which is no row of a log. It has a table of its own in the data of the site.
OF_ONE_ROW = [cls.kind for cls in FOLDERS if cls.kind not in ("lesson", "crosswalk")]


@pytest.mark.parametrize("kind", OF_ONE_ROW)
def test_every_other_kind_comes_back_too(handbook: Handbook, kind: str, tmp_path: Path):
    assert back(there_and_back(handbook, kind, "csv", tmp_path)) == handbook.all(kind)
