"""The plan and the gate packs in a real browser: the same as the command, by keyboard, and kept on the device."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import odfdo
import pytest
from openpyxl import load_workbook
from openxml_audit import OdfValidator, OpenXmlValidator
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_taking import NOT_ASKED_FOR
from visits import visit, visit_again
from world import ROOT, THEME

from macros.loading.fingerprint import mark_of_text
from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.loading.planning.from_project import table_of, wishes_of
from macros.loading.planning.ical import Calendar
from macros.loading.planning.network import Network, Task, without
from macros.loading.planning.standing import clashes, free_days, standing
from macros.loading.planning.windows import Avoid, Wishes, planned
from macros.model import Activity, Lesson, Phase, Role
from macros.model.project import Project
from macros.pages.addresses import Addresses
from macros.publishing.plan_data import book_of, known, product_of, stamp_of
from macros.sheets.files import delimited

Open = Callable[..., Page]
SCRIPTS = ("project/done", "plan/core", "plan/state", "plan/export")
RANDOM = 200
TODAY = date(2026, 11, 30)
PHASES = ("one", "two", "three", "four")

PLANNED = """cases => cases.map(({ network, wishes, cuts, today }) => {
  const plan = window.handbookPlan;
  const day = plan.dayOf;
  const asked = { goLive: day(wishes.live), lengths: wishes.lengths, payDays: wishes.pay.map(day),
    avoid: wishes.avoid.map(([first, last, why]) => ({ first: day(first), last: day(last), why })) };
  const result = plan.planned(plan.without(network, new Map(Object.entries(cuts))), asked);
  const iso = plan.isoOf;
  return {
    windows: [...result.windows.values()].map(one => [one.phase, iso(one.first), iso(one.last), one.steps]),
    dues: [...result.dues.values()].map(one => [one.id, iso(one.startFrom), iso(one.startBy), iso(one.endBy), one.slack, one.chained,
      plan.standing(one, day(today), false)]),
    chain: result.chain, clashes: plan.clashes(asked, asked.goLive), free: plan.freeDays(asked).map(iso),
  };
})"""
FILES = """([data, projects, today]) => projects.map(kept => {
  const state = window.handbookPlan.stateOf(data, kept, window.handbookPlan.dayOf(today));
  return [window.handbookPlan.csv(window.handbookPlan.rows(state)), window.handbookPlan.ics(window.handbookPlan.calendar(state, state.wishes.goLive))];
})"""


WORKBOOK = """async ([data, kept, today, form]) => {
  const state = window.handbookPlan.stateOf(data, kept, window.handbookPlan.dayOf(today));
  return [...new Uint8Array(await window.handbookWorkbook[form]([window.handbookPlan.sheet(state)]).arrayBuffer())];
}"""


@pytest.fixture(scope="module")
def book() -> Handbook:
    return load(ROOT / "content").handbook


@pytest.fixture
def core(open_page: Open) -> Page:
    """An empty page that knows how to plan."""
    page = open_page("about:blank")
    for name in SCRIPTS:
        page.add_script_tag(path=THEME / f"assets/{name}.js")
    return page


def days_to_avoid(dice: random.Random, live: date) -> list[tuple[date, date, str]]:
    starts = [live + timedelta(dice.randint(-400, 200)) for _ in range(dice.randint(0, 4))]
    return [
        (start, start + timedelta(dice.randint(-1, 40)), dice.choice(["", "Year end"])) for start in starts
    ]


def case(dice: random.Random) -> dict[str, Any]:
    """A network with loops and unknown names, wishes with gaps, and cuts that lead nowhere."""
    names = [f"task-{number}" for number in range(dice.randint(1, 24))]
    tasks = [
        {
            "id": name,
            "phase": dice.choice(PHASES),
            "after": dice.sample([*names, "nobody"], min(len(names), dice.randint(0, 4))),
        }
        for name in names
    ]
    live = TODAY + timedelta(dice.randint(-300, 900))
    wishes = {
        "live": str(live),
        "lengths": {phase: dice.randint(0, 90) for phase in dice.sample(PHASES, dice.randint(1, 4))},
        "avoid": [[str(first), str(last), why] for first, last, why in days_to_avoid(dice, live)],
        "pay": [str(live + timedelta(dice.randint(-2, 2))) for _ in range(dice.randint(0, 3))],
    }
    cuts = {
        name: dice.choice([*names, "", "nobody"])
        for name in dice.sample(names, dice.randint(0, len(names) // 2))
    }
    network = {"phases": list(PHASES), "tasks": tasks, "live": dice.choice([*PHASES, "no-such-phase"])}
    return {"network": network, "wishes": wishes, "cuts": cuts, "today": str(TODAY)}


def in_python(case: dict[str, Any]) -> dict[str, Any]:
    """What Python plans, as the browser tells it."""
    given = case["network"]
    tasks = tuple(Task(task["id"], task["phase"], frozenset(task["after"])) for task in given["tasks"])
    day = date.fromisoformat
    avoid = [Avoid(day(first), day(last), why) for first, last, why in case["wishes"]["avoid"]]
    wishes = Wishes(
        day(case["wishes"]["live"]), case["wishes"]["lengths"], avoid, [*map(day, case["wishes"]["pay"])]
    )
    plan = planned(without(Network(tuple(given["phases"]), tasks, given["live"]), case["cuts"]), wishes)
    return {
        "windows": [[one.phase, str(one.first), str(one.last), one.steps] for one in plan.windows.values()],
        "dues": [
            [
                one.id,
                str(one.start_from),
                str(one.start_by),
                str(one.end_by),
                one.slack,
                one.chained,
                standing(one, TODAY),
            ]
            for one in plan.dues.values()
        ],
        "chain": list(plan.chain),
        "clashes": clashes(wishes, wishes.go_live),
        "free": [*map(str, free_days(wishes))],
    }


def test_the_browser_plans_what_the_command_plans(core: Page):
    dice = random.Random(18)
    cases = [case(dice) for _ in range(RANDOM)]
    results = core.evaluate(PLANNED, cases)
    assert sum(bool(result["dues"]) for result in results) > RANDOM / 2
    for one, result in zip(cases, results, strict=True):
        assert result == in_python(one), json.dumps(one)


def ticks(dice: random.Random, book: Handbook) -> dict[str, bool]:
    """Some activities that are ticked themselves, some of which all is ticked that shows it, and some begun."""
    some = dice.sample(book.all(Activity), 15)
    shown = [[f"activities/{one.id}#done-{mark_of_text(text)}" for text in one.done_when] for one in some]
    return dict.fromkeys(
        [
            *(f"activities/{one.id}" for one in some[:5]),
            *(ref for refs in shown[5:10] for ref in refs),
            *(refs[0] for refs in shown[10:]),
        ],
        True,
    )


def a_project(dice: random.Random, book: Handbook) -> dict[str, Any]:
    """A whole project, as the browser keeps it."""
    activities = [activity.id for activity in book.all(Activity)]
    live = TODAY + timedelta(dice.randint(0, 900))
    cut = dice.sample(activities, dice.randint(0, 9))
    return {
        "schema": 1,
        "handbook": "x",
        "edition": "x",
        "profile": {question: [dice.choice(["small", "new", "alone"])] for question in ("size", "platform")},
        "cuts": {name: {"way": dice.choice(["drop", "merge", "shrink"]), "reason": ""} for name in cut},
        "ticks": ticks(dice, book),
        "owners": {"data-lead": 'Head of "data", =A1', "it-lead": "Pennaeth TG; é\\n"},
        "plan": {
            "go_live": str(live),
            "lengths": {phase.id: dice.randint(5, 200) for phase in book.all(Phase)},
            "avoid": [{"from": str(a), "to": str(b), "why": why} for a, b, why in days_to_avoid(dice, live)],
            "pay_days": [],
            "go_live_why": dice.choice(["", "The contract ends then; no other day, says the board."]),
        },
        "others": [],
    }


def test_the_browser_writes_the_bytes_that_the_command_writes(core: Page, book: Handbook):
    dice = random.Random(34)
    projects = [a_project(dice, book) for _ in range(12)]
    files = core.evaluate(FILES, [known(book, Addresses()), projects, str(TODAY)])
    for given, (table, calendar) in zip(projects, files, strict=True):
        project = Project.model_validate_json(json.dumps(given))
        plan = table_of(Flow(book), project, TODAY)
        name = book.site.labels.pages["plan"].title
        events = plan.events(book_of(book), wishes_of(project))
        assert calendar.encode() == bytes(Calendar(name, product_of(book), stamp_of(book), events))
        rows = [plan.headings, *(map(str, row) for row in plan.rows)]
        assert table.encode() == delimited.written(rows)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_workbook_of_the_browser_holds_the_days_and_texts_of_the_command(
    core: Page, book: Handbook, tmp_path: Path, form: str
):
    core.add_script_tag(path=THEME / "assets/workbook.js")
    given = a_project(random.Random(36), book)
    file = tmp_path / f"plan.{form}"
    file.write_bytes(bytes(core.evaluate(WORKBOOK, [known(book, Addresses()), given, str(TODAY), form])))
    plan = table_of(Flow(book), Project.model_validate_json(json.dumps(given)), TODAY)
    rows = [[None if cell == "" else cell for cell in row] for row in [plan.headings, *plan.rows]]
    assert cells_of(file) == rows
    validator = OpenXmlValidator() if form == "xlsx" else OdfValidator()
    errors = map(str, validator.validate(str(file)).errors)
    assert [error for error in errors if not any(words in error for words in NOT_ASKED_FOR)] == []


def cells_of(file: Path) -> list[list[Any]]:
    """What is in a workbook with one sheet: days as days, and empty cells as nothing."""
    if file.suffix == ".xlsx":
        sheet = load_workbook(file).worksheets[0]
        cells: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    else:
        cells = [list(row) for row in odfdo.Document(file).body.tables[0].get_values()]
    cells = [[None if one == "" else one for one in row] for row in cells]
    return [[one.date() if isinstance(one, datetime) else one for one in row] for row in cells]


@pytest.fixture
def planning(open_page: Open, flat: Path) -> Page:
    """The page of the plan, opened from a folder on a fixed day."""
    page = open_page((flat / "plan.html").as_uri())
    page.clock.set_fixed_time("2026-11-30T10:00:00")
    visit_again(page)
    return page


def fill(page: Page, weeks: int = 12) -> None:
    page.get_by_label("Go-live date").fill("2027-12-01")
    for field in page.locator("[data-length]").all():
        field.fill(str(weeks))
    page.keyboard.press("Tab")


def test_a_plan_is_made_by_keyboard_and_survives_a_reload(planning: Page):
    expect(planning.locator("[data-summary]")).to_contain_text("Enter a go-live date")
    fill(planning)
    summary = planning.locator("[data-summary]")
    expect(summary).to_contain_text("activities have dates, from ")
    assert planning.locator("[data-drawing] rect.bar").count() == planning.locator("tr[data-task]").count()
    visit_again(planning)
    expect(summary).to_contain_text("activities have dates")
    assert "2027" not in planning.url


def test_a_change_says_what_moved_and_what_is_late(planning: Page):
    fill(planning, 20)
    expect(planning.locator("[data-needs]")).to_contain_text("should have ended on")
    fill(planning, 4)
    expect(planning.locator("[data-summary]")).to_contain_text("moved. The plan now starts on")
    expect(planning.locator("[data-summary]")).to_contain_text("None is late.")


def test_a_go_live_in_a_time_to_avoid_is_named_until_the_time_is_removed(planning: Page):
    fill(planning)
    planning.get_by_label("First day").fill("2027-11-30")
    planning.get_by_label("Last day").fill("2027-12-02")
    planning.get_by_label("Why", exact=True).fill("<b>Audit</b>")
    planning.get_by_role("button", name="Add a time").press("Enter")
    expect(planning.locator("[data-needs]")).to_contain_text(
        "1 Dec 2027 is in a time to avoid: <b>Audit</b>."
    )
    planning.get_by_role("button", name="Remove: <b>Audit</b>").press("Enter")
    expect(planning.locator("[data-needs]")).not_to_contain_text("in a time to avoid")
    assert planning.evaluate("document.activeElement.id") == "plan-from"


@pytest.mark.parametrize("length", ["-3", "0", "soon", "1e9", "NaN"])
def test_a_length_that_is_no_length_is_refused_and_nothing_is_lost(planning: Page, length: str):
    fill(planning)
    before = planning.locator("[data-summary]").inner_text()
    field = planning.locator("[data-length]").first
    field.fill(length)
    field.press("Tab")
    assert field.get_attribute("aria-invalid") == "true"
    assert planning.locator("[data-summary]").inner_text() == before
    assert field.input_value() == length


def test_without_scripts_the_page_holds_the_order_of_work_and_its_rules(open_page: Open, served: str):
    page = open_page(f"{served}plan/", scripts=False)
    expect(page.locator("[data-planner]")).to_be_hidden()
    assert page.locator("tr[data-task]").count() > 12
    expect(page.locator("#_rules")).to_be_visible()


def test_a_rehearsal_asks_one_question_at_a_time_and_ends_with_what_is_missing(open_page: Open, flat: Path):
    page = open_page((flat / "gates/implement.html").as_uri())
    page.get_by_role("button", name="Start the rehearsal").press("Enter")
    where = page.locator("[data-where]")
    expect(where).to_contain_text("Question 1 of")
    page.get_by_label("Yes, and I can show it").check()
    page.get_by_label("What shows it, or what is missing?").fill("Board paper 7")
    page.get_by_role("button", name="Save and next question").press("Enter")
    expect(where).to_contain_text("Question 2 of")
    page.get_by_label("Partly").check()
    page.get_by_role("button", name="Save and next question").press("Enter")
    page.get_by_role("button", name="Stop, and see what is missing").press("Enter")
    asks = page.locator(".ask:not([hidden])").count()
    expect(page.locator("[data-missing-count]")).to_have_text(
        f"{asks - 1} of {asks} questions have no evidence yet."
    )
    expect(page.locator(".rehearsal__missing li").first).to_contain_text("Partly")
    visit_again(page)
    expect(page.locator("[data-answer]").first).to_have_text("Yes, and I can show it. Board paper 7")


def test_the_verdict_follows_the_states(open_page: Open, flat: Path):
    page = open_page((flat / "gates/implement.html").as_uri())
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_have_text("Today the answer is:")
    page.get_by_role("radio", name="Not yet").first.check()
    expect(verdict).to_contain_text("Not yet: 1.")
    for met in page.get_by_role("radio", name="Met").all():
        met.check()
    expect(verdict).to_contain_text("Today the answer is yes.")
    assert "#" not in page.url


FILLED = """([roles, lessons, criteria]) => handbookProject.change(read => {
  for (const role of roles) read.owners[role] = "Head of shared corporate services";
  for (const id of lessons) { read.notes[`lessons/${id}`] = "Board paper seven, annex two. ".repeat(20); read.states[`lessons/${id}`] = "partly"; }
  for (const ref of criteria) read.states[ref] = "not-yet"; })"""


@pytest.mark.parametrize("filled", [False, True])
def test_every_pack_has_one_front_page_and_at_most_twelve_pages(
    open_page: Open, flat: Path, tmp_path: Path, book: Handbook, *, filled: bool
):
    page = open_page((flat / "project.html").as_uri())
    if filled:
        refs = [f"phases/{phase.id}#{one.id}" for phase in book.all(Phase) for one in phase.exit_criteria]
        ids = [[record.id for record in book.all(kind)] for kind in (Role, Lesson)]
        assert page.evaluate(FILLED, [ids[0], ids[1][:900], refs])
    for phase in book.all(Phase):
        visit(page, (flat / f"gates/{phase.id}.html").as_uri())
        page.pdf(path=tmp_path / "pack.pdf", prefer_css_page_size=True)
        sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "pack.pdf").pages]
        assert len(sheets) <= 12, phase.id
        assert "Signature" in sheets[0], phase.id
        assert "What others would ask you" in sheets[1], phase.id


def test_a_go_live_that_is_refused_stays_with_the_reason_until_it_is_put_right(planning: Page):
    fill(planning)
    live = planning.get_by_label("Go-live date")
    live.fill("1066-10-14")
    planning.locator("[data-length]").first.fill("5")
    planning.keyboard.press("Tab")
    assert (live.input_value(), live.get_attribute("aria-invalid")) == ("1066-10-14", "true")
    expect(planning.locator("[data-live-wrong]")).to_have_text("Enter a go-live date between 1990 and 2199.")


def test_a_go_live_that_clashes_can_be_kept_with_a_reason_that_goes_with_its_day(planning: Page):
    fill(planning)
    planning.get_by_label("First day").fill("2027-11-30")
    planning.get_by_label("Last day").fill("2027-12-02")
    planning.get_by_role("button", name="Add a time").press("Enter")
    needs = planning.locator("[data-needs]")
    expect(needs).to_contain_text("The nearest free days are 29 Nov 2027 and 3 Dec 2027.")
    planning.get_by_label("Why this date").fill("The contract ends then.")
    planning.keyboard.press("Tab")
    expect(needs).to_contain_text("You keep it, because: The contract ends then.")
    expect(needs).not_to_contain_text("free days")
    planning.get_by_label("Go-live date").fill("2027-12-01")
    planning.get_by_label("Go-live date").fill("2027-12-02")
    planning.keyboard.press("Tab")
    expect(needs).to_contain_text("free days")
    assert planning.get_by_label("Why this date").input_value() == ""


def test_what_is_ticked_on_the_page_of_an_activity_is_done_in_the_plan(
    planning: Page, flat: Path, book: Handbook
):
    fill(planning)
    activity = book.all(Activity)[0]
    row = planning.locator(f'tr[data-task="{activity.id}"]')
    expect(row).not_to_contain_text("Done")
    visit(planning, (flat / f"activities/{activity.id}.html").as_uri())
    boxes = planning.locator(".done .tick__box")
    expect(boxes).to_have_count(len(activity.done_when))
    for box in boxes.all():
        box.press("Space")
    visit(planning, (flat / "plan.html").as_uri())
    expect(row).to_contain_text("Done")


def test_hand_overs_say_from_whom_to_whom_by_when_and_whether_they_are_late(planning: Page, flat: Path):
    fill(planning, 20)
    visit(planning, (flat / "hand-overs.html").as_uri())
    lines = planning.locator("[data-owe] li")
    heads = planning.locator("table.owe").first.locator("thead th").all_inner_texts()[1:]
    sides = "|".join(map(str.strip, heads))
    said = re.compile(rf"from ({sides}) to .*({sides}), due .* 20\d\d\. (Late, \d+ days?|Now|Can start)\.$")
    assert lines.count() > 3
    assert [text for text in lines.all_inner_texts() if not said.search(text)] == []


def test_the_page_of_a_phase_shows_how_far_it_is_and_how_far_each_activity_is(
    open_page: Open, flat: Path, book: Handbook
):
    activity = next(each for each in book.all(Activity) if len(each.done_when) > 2)
    page = open_page((flat / f"activities/{activity.id}.html").as_uri())
    page.locator(".done .tick__box").first.press("Space")
    visit(page, (flat / f"phases/{activity.phase}.html").as_uri())
    row = page.locator(".strands .lines > li").filter(
        has=page.get_by_role("link", name=activity.title, exact=True)
    )
    expect(row.locator(".progress")).to_have_text(f"1 of {len(activity.done_when)} done")
    whole = page.locator("p.progress")
    expect(whole).to_contain_text("Your progress: 0 of ")
    visit(page, (flat / f"activities/{activity.id}.html").as_uri())
    boxes = page.locator(".done .tick__box")
    expect(boxes).to_have_count(len(activity.done_when))
    for box in boxes.all()[1:]:
        box.press("Space")
    visit(page, (flat / f"phases/{activity.phase}.html").as_uri())
    expect(row.locator(".progress")).to_have_text("✔ Done")
    expect(whole).to_contain_text("Your progress: 1 of ")


def test_a_state_in_the_pack_and_a_tick_on_the_page_of_the_phase_say_the_same(open_page: Open, flat: Path):
    page = open_page((flat / "gates/implement.html").as_uri())
    page.get_by_role("radio", name="Met", exact=True).first.check()
    page.get_by_role("radio", name="Not yet").last.check()
    ref = page.locator("[data-choices]").first.get_attribute("data-choices").partition("#")[2]
    visit(page, (flat / "phases/implement.html").as_uri())
    ticked = page.locator(".criteria .tick__box:checked")
    expect(ticked).to_have_count(1)
    expect(page.locator(f"[id={ref}] .tick__box")).to_be_checked()
    expect(page.locator(".record-phase .progress").first).to_contain_text("and 1 of ")
    ticked.press("Space")
    visit(page, (flat / "gates/implement.html").as_uri())
    expect(page.locator("[data-choices]").first.locator("input:checked")).to_have_count(0)


def test_a_pack_names_who_has_the_role_that_owns_evidence(open_page: Open, flat: Path):
    page = open_page((flat / "project.html").as_uri())
    page.locator("[data-owner=change-lead]").locator("xpath=ancestor::details/summary").press("Enter")
    page.get_by_role("textbox", name="Change lead").fill("  Head of\tchange ")
    page.keyboard.press("Tab")
    expect(page.locator("[data-status]")).to_have_text("Post saved: Change lead.")
    visit(page, (flat / "gates/implement.html").as_uri())
    expect(page.locator(".sheet").nth(1)).to_be_visible()
    expect(page.locator(".sheet", has_text="Change lead (Head of change)").first).to_be_visible()
