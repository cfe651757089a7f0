"""The plan: windows counted back from a go-live along the order of work, and the files that it gives."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from world import World

from macros.commands.cli import main
from macros.loading.fingerprint import mark_of_text
from macros.loading.flow import Flow
from macros.loading.former_names import of_today
from macros.loading.planning.cases import lasted, to_go_live
from macros.loading.planning.ical import Calendar, Event
from macros.loading.planning.network import Network, Task, live_phase, network, without
from macros.loading.planning.standing import clashes, free_days, standing
from macros.loading.planning.windows import Avoid, Plan, Wishes, planned
from macros.model.project import Project

LIVE = date(2028, 4, 1)


def work(*tasks: str, live: str = "do") -> Network:
    """A network of two phases from lines such as `do: paint < wash, dry`, in their order."""
    made = []
    for line in tasks:
        phase, _, rest = line.partition(": ")
        name, _, after = rest.partition(" < ")
        made.append(Task(name, phase, frozenset(filter(None, after.split(", ")))))
    return Network(("think", "do", "rest"), tuple(made), live)


def wishes(
    go_live: date = LIVE, avoid: tuple[Avoid, ...] = (), pay: tuple[date, ...] = (), **lengths: int
) -> Wishes:
    return Wishes(go_live, lengths, avoid, pay)


def spans(plan: Plan) -> dict[str, tuple[str, str]]:
    return {id: (str(due.start_by), str(due.end_by)) for id, due in plan.dues.items()}


# Phases


def test_phases_are_counted_back_from_the_day_before_go_live_and_forward_from_it():
    plan = planned(work("think: a", "do: b", "rest: c"), wishes(think=10, do=5, rest=3))
    assert {phase: (str(window.first), str(window.last)) for phase, window in plan.windows.items()} == {
        "think": ("2028-03-17", "2028-03-26"),
        "do": ("2028-03-27", "2028-03-31"),
        "rest": ("2028-04-01", "2028-04-03"),
    }


@pytest.mark.parametrize(
    ("lengths", "dated"),
    [
        ({"think": 10, "rest": 3}, {"rest"}),
        ({"think": 10, "do": 5}, {"think", "do"}),
        ({"do": 0}, set()),
        ({}, set()),
    ],
)
def test_a_phase_without_a_length_has_no_dates_and_neither_have_those_beyond_it(lengths, dated):
    assert set(planned(work("think: a", "do: b", "rest: c"), wishes(**lengths)).windows) == dated


def test_times_to_avoid_do_not_count_and_the_plan_steps_over_them():
    easter = Avoid(date(2028, 3, 20), date(2028, 3, 29), "Easter")
    plan = planned(work("think: a", "do: b"), wishes(avoid=(easter,), think=2, do=4))
    assert spans(plan) == {"a": ("2028-03-16", "2028-03-17"), "b": ("2028-03-18", "2028-03-31")}


def test_a_time_to_avoid_whose_end_is_before_its_start_avoids_nothing():
    nothing = Avoid(date(2028, 3, 29), date(2028, 3, 20))
    assert planned(work("do: b"), wishes(avoid=(nothing,), do=4)) == planned(work("do: b"), wishes(do=4))


def test_a_phase_that_finds_no_days_in_twenty_years_has_no_dates():
    always = Avoid(date(1, 1, 1), date(9999, 12, 31))
    assert planned(work("do: b"), wishes(avoid=(always,), do=4)).windows == {}


# Activities


def test_each_step_of_the_longest_chain_gets_an_equal_share_of_the_phase():
    plan = planned(work("do: a", "do: b < a", "do: c < b"), wishes(do=9))
    assert spans(plan) == {
        "a": ("2028-03-23", "2028-03-25"),
        "b": ("2028-03-26", "2028-03-28"),
        "c": ("2028-03-29", "2028-03-31"),
    }


def test_slack_is_how_much_later_an_activity_can_start_in_its_phase():
    dues = planned(work("do: a", "do: b < a", "do: c < b", "do: d"), wishes(do=9)).dues
    assert {id: (due.slack, due.chained) for id, due in dues.items()} == {
        "a": (0, True),
        "b": (0, True),
        "c": (0, True),
        "d": (6, False),
    }
    assert (dues["d"].start_from, dues["d"].start_by) == (date(2028, 3, 23), date(2028, 3, 29))


def test_a_phase_with_fewer_days_than_steps_gives_each_activity_a_day():
    plan = planned(work("do: a", "do: b < a", "do: c < b"), wishes(do=1))
    assert set(spans(plan).values()) == {("2028-03-31", "2028-03-31")}


def test_where_activities_wait_for_each_other_the_order_of_work_decides():
    loop = planned(work("do: a < c", "do: b < a", "do: c < b"), wishes(do=9))
    assert loop == planned(work("do: a", "do: b < a", "do: c < b"), wishes(do=9))


def test_the_longest_chain_goes_through_all_phases():
    assert planned(work("think: a", "do: b", "do: c < b", "do: d"), wishes(think=1, do=2)).chain == (
        "a",
        "b",
        "c",
    )


def test_of_several_longest_chains_the_first_in_the_order_of_work_counts():
    plan = planned(work("do: a", "do: b", "do: c < b", "do: d < a"), wishes(do=2))
    assert plan.chain == ("a", "d")


# Cuts


def test_who_waited_for_an_activity_that_is_cut_waits_for_what_it_waited_for():
    left = without(work("do: a", "do: b < a", "do: c < b"), {"b": ""})
    assert {task.id: task.after for task in left.tasks} == {"a": frozenset(), "c": frozenset("a")}


def test_who_waited_for_an_activity_that_is_joined_with_another_waits_for_that_one():
    left = without(work("do: a", "do: b < a", "do: c < b", "do: d"), {"b": "d"})
    assert {task.id: task.after for task in left.tasks} == {
        "a": frozenset(),
        "c": frozenset("d"),
        "d": frozenset("a"),
    }


@pytest.mark.parametrize("heir", ["z", "c", "b", "other"])
def test_joining_with_what_is_not_there_is_cutting(heir):
    whole = work("do: a", "do: b < a", "do: c < b", "do: d < c", "think: other")
    assert without(whole, {"b": heir, "c": ""}) == without(whole, {"b": "", "c": ""})


# Today


@pytest.mark.parametrize(
    ("today", "where"),
    [
        ("2028-03-22", "later"),
        ("2028-03-23", "open"),
        ("2028-03-28", "open"),
        ("2028-03-29", "now"),
        ("2028-03-31", "now"),
        ("2028-04-01", "late"),
    ],
)
def test_an_activity_is_late_the_day_after_its_end(today, where):
    due = planned(work("do: a", "do: b < a", "do: c < b", "do: d"), wishes(do=9)).dues["d"]
    assert standing(due, date.fromisoformat(today)) == where
    assert standing(due, date.fromisoformat(today), done=True) == "done"


def test_a_go_live_on_a_day_to_avoid_is_named_with_the_nearest_free_days():
    asked = wishes(
        avoid=(Avoid(date(2028, 3, 30), date(2028, 4, 2), "Year end"),), pay=(LIVE, date(2028, 4, 3))
    )
    assert clashes(asked, LIVE) == ["Year end", ""]
    assert free_days(asked) == [date(2028, 3, 29), date(2028, 4, 4)]


# From a handbook


def test_an_activity_waits_for_what_makes_its_inputs_in_the_same_phase(world: World):
    whole = network(Flow(world.handbook()))
    assert {task.id: set(task.after) for task in whole.tasks} == {
        "count-the-books": set(),
        "measure-the-rooms": {"count-the-books"},
        "carry-the-books": set(),
        "fill-the-rooms": {"carry-the-books"},
    }


def test_the_go_live_is_in_the_phase_that_the_key_migration_says(world: World):
    assert live_phase(world.handbook()) == "move"
    world.change("migrations/old-town.yml", "go_live: true", "go_live: true\n      phase: plan")
    assert live_phase(world.handbook()) == "plan"


def test_dated_cases_are_ranges_and_eight_are_enough(world: World):
    book = world.handbook()
    (case,) = lasted(book, "plan").cases
    assert (case.migration.id, round(case.least), round(case.most), lasted(book, "plan").enough) == (
        "old-town",
        5,
        9,
        False,
    )
    assert [(round(case.least), round(case.most)) for case in to_go_live(book, "plan").cases] == [(18, 21)]


# Calendars

DAY = date(2026, 11, 1)


def test_a_calendar_has_lines_of_75_octets_and_escaped_text():
    text = "Ärger; Übermut, \\ and\nmore " * 9
    raw = bytes(Calendar("My plan", "-//x//y", DAY, [Event("a@b", LIVE, LIVE, text, text, text)]))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) == 75
    read = icalendar.Calendar.from_ical(raw)
    (event,) = read.walk("VEVENT")
    assert (str(event["summary"]), str(event["description"])) == (text, text)
    assert vobject.readOne(raw.decode()).vevent.summary.value == text


def test_the_last_day_of_an_event_is_included():
    raw = bytes(Calendar("My plan", "-//x//y", DAY, [Event("a@b", LIVE, LIVE + timedelta(2), "x")]))
    (event,) = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt, event["uid"]) == (LIVE, LIVE + timedelta(3), "a@b")


# The command


def project(folder: Path, **plan: object) -> Path:
    file = folder / "mine.json"
    known = {"go_live": "2028-04-01", "lengths": {"plan": 20, "move": 10}} | plan
    whole = {
        "schema": 1,
        "handbook": "Moving a library",
        "edition": "1",
        "plan": {name: value for name, value in known.items() if value is not None},
        "ticks": {"activities/count-the-books": True},
        "owners": {"driver": "=night shift"},
    }
    file.write_text(json.dumps(whole), "utf-8")
    return file


def run(world: World, file: Path, *words: str) -> Result:
    options = ["--content", str(world.content), "--on", "2028-03-22"]
    return CliRunner().invoke(main, ["plan", str(file), *words, *options])


def test_the_command_writes_every_form_at_once(world: World, tmp_path: Path):
    targets = [tmp_path / f"plan.{form}" for form in ("xlsx", "ods", "csv", "ics")]
    result = run(world, project(tmp_path), *(word for target in targets for word in ("--to", str(target))))
    assert result.exit_code == 0, result.output
    assert "Activities with dates: 4. Late: 1. On the longest chain: 4." in result.output
    assert all(target.stat().st_size for target in targets)


def test_a_table_holds_days_numbers_and_nothing_that_a_spreadsheet_runs(world: World, tmp_path: Path):
    run(world, project(tmp_path), "--to", str(tmp_path / "plan.xlsx"), "--to", str(tmp_path / "plan.csv"))
    rows = list(load_workbook(tmp_path / "plan.xlsx").active.iter_rows(values_only=True))
    assert rows[2][2] == "Measure the rooms"
    assert (rows[2][6].date(), rows[2][7].date(), rows[2][8]) == (date(2028, 3, 12), date(2028, 3, 21), 0)
    table = list(csv.reader(io.StringIO((tmp_path / "plan.csv").read_text("utf-8-sig"))))
    assert [row[10] for row in table[1:]] == ["Done", "Late", "Now", "On time"]
    assert table[2][4] == "'=night shift"


def test_both_readers_of_calendars_find_every_activity(world: World, tmp_path: Path):
    run(world, project(tmp_path), "--to", str(tmp_path / "plan.ics"))
    raw = (tmp_path / "plan.ics").read_bytes()
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert len(events) == 1 + 2 + 4
    assert len({str(event["uid"]) for event in events}) == len(events)
    others = vobject.readOne(raw.decode()).vevent_list
    assert [str(event["summary"]) for event in events] == [event.summary.value for event in others]


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ({"go_live": None}, "The project has no go-live date."),
        ({"go_live": "1066-10-14"}, "The go-live is 1066-10-14. Give a date from 1990-01-01 to 2199-12-31."),
        ({"lengths": {}}, "No phase next to the go-live has a length, so there is nothing to count."),
        ({"go_live": "soon"}, "plan, go_live: this is no day."),
    ],
)
def test_a_project_that_cannot_be_planned_is_refused_with_a_sentence(
    world: World, tmp_path: Path, plan, message
):
    result = run(world, project(tmp_path, **plan), "--to", str(tmp_path / "plan.csv"))
    assert result.exit_code == 1
    assert message in result.output
    assert not (tmp_path / "plan.csv").exists()


def test_a_file_of_another_form_is_refused_before_anything_is_written(world: World, tmp_path: Path):
    result = run(world, project(tmp_path), "--to", str(tmp_path / "a.csv"), "--to", str(tmp_path / "b.doc"))
    assert result.exit_code == 1
    assert "the name must end with one of .xlsx, .ods, .csv, .ics." in result.output
    assert not (tmp_path / "a.csv").exists()


def test_a_go_live_on_a_day_to_avoid_is_a_warning_and_not_a_refusal(world: World, tmp_path: Path):
    avoid = [{"from": "2028-03-31", "to": "2028-04-02", "why": "Year end"}]
    result = run(world, project(tmp_path, avoid=avoid), "--to", str(tmp_path / "plan.csv"))
    assert result.exit_code == 0
    assert (
        "2028-04-01 is on a day to avoid: Year end.\nFree days: 2028-03-30 and 2028-04-03." in result.output
    )


def test_a_go_live_that_clashes_is_kept_with_the_reason_of_the_team(world: World, tmp_path: Path):
    avoid = [{"from": "2028-03-31", "to": "2028-04-02", "why": "Year end"}]
    why = "The contract ends then; the board knows."
    file = project(tmp_path, avoid=avoid, go_live_why=why)
    result = run(world, file, "--to", str(tmp_path / "plan.ics"))
    assert f"is on a day to avoid: Year end.\nIt is kept, because: {why}\n" in result.output
    events = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert [str(event["description"]) for event in events if event["uid"].startswith("go-live")] == [why]


# Ticks, and files of an earlier edition


def states(world: World, tmp_path: Path, **more: object) -> dict[str, str]:
    """The states of all activities, by title, in a project with some more parts."""
    file = project(tmp_path)
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | more), "utf-8")
    result = run(world, file, "--to", str(tmp_path / "plan.csv"))
    assert result.exit_code == 0, result.output
    table = list(csv.reader(io.StringIO((tmp_path / "plan.csv").read_text("utf-8-sig"))))
    return {row[2]: row[10] for row in table[1:]}


def test_an_activity_is_done_when_all_is_ticked_that_shows_it(world: World, tmp_path: Path):
    world.change("activities/count-the-books.yml", "  - Two counts agree.", "  - Two agree.\n  - All say so.")
    name = "activities/count-the-books#done-{}".format
    both = [name(mark_of_text(text)) for text in ("Two agree.", "All say so.")]
    assert states(world, tmp_path, ticks={both[0]: True})["Count the books"] == "Late"
    assert states(world, tmp_path, ticks=dict.fromkeys(both, True))["Count the books"] == "Done"


def test_a_file_of_an_earlier_edition_is_read_with_the_names_of_today(world: World, tmp_path: Path):
    world.change("activities/count-the-books.yml", "title:", "formerly: [tally, weigh]\ntitle:")
    old = {"cuts": {"tally": {"way": "drop"}}, "ticks": {}}
    assert "Count the books" not in states(world, tmp_path, **old)
    new = {"cuts": {"tally": {"way": "drop"}, "count-the-books": {"way": "shrink"}}}
    assert "Count the books" in states(world, tmp_path, **new)


def test_every_part_of_a_project_follows_what_has_a_new_name(world: World):
    world.change("activities/count-the-books.yml", "title:", "formerly: [tally]\ntitle:")
    world.change("phases/plan.yml", "title:", "formerly: [think]\ntitle:")
    world.change("roles/librarian.yml", "title:", "formerly: [keeper]\ntitle:")
    given = {
        "schema": 1,
        "handbook": "Moving a library",
        "edition": "1",
        "accepted": {"never:activities/tally": {"reason": "We have."}},
        "ticks": {"activities/tally#count": True, "phases/think#boxes-counted": True},
        "notes": {"activities/tally": "Old.", "lessons/label-every-box": "Same."},
        "states": {"phases/think#boxes-counted": "met"},
        "owners": {"keeper": "Head of lending"},
        "plan": {"lengths": {"think": 5}},
    }
    today = of_today(Project.model_validate_json(json.dumps(given)), world.handbook())
    assert list(today.accepted) == ["never:activities/count-the-books"]
    assert list(today.ticks) == ["activities/count-the-books#count", "phases/plan#boxes-counted"]
    assert today.notes == {"activities/count-the-books": "Old.", "lessons/label-every-box": "Same."}
    assert (dict(today.states), today.owners) == (
        {"phases/plan#boxes-counted": "met"},
        {"librarian": "Head of lending"},
    )
    assert today.plan.lengths == {"plan": 5}
