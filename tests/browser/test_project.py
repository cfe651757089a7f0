"""A reader's own project, from the first answer to the next edition: played from a folder, by keyboard."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builds import ROOT
from playwright.sync_api import Page, expect
from visits import visit, visit_again

from macros.loading.loader import load
from macros.loading.project_file import project_in
from macros.loading.tailoring.consequences import Tailored, consequences, proposals
from macros.loading.tailoring.graph import Graph, graph_of
from macros.loading.tailoring.project_hiding import hiding
from macros.loading.vocabulary import vocabulary
from macros.model.project import MAX_BYTES, UNSEEN_SIGNS, Project, project_schema
from macros.publishing.project_data import storage_key

Open = Callable[..., Page]
CORE = ROOT / "overrides/assets/project/consequences.js"
HOSTILE = [
    "",
    "[]",
    "null",
    "{}",
    "[" * 50_000,
    '{"schema": 2}',
    '{"schema": 1}',
    '{"schema": 1, "handbook": "<img src=x onerror=alert(1)>", "edition": "1"}',
    '{"schema": 1, "handbook": "HERE", "edition": "1", "colour": "red"}',
    '{"schema": 1, "handbook": "HERE", "edition": "1", "__proto__": {"polluted": true}}',
    '{"schema": 1, "handbook": "HERE", "edition": "1", "ticks": {"constructor": true}}',
    '{"schema": 1, "handbook": "HERE", "edition": "1", "notes": {"lessons/a": "\\u202e"}}',
    '{"schema": 1, "handbook": "HERE", "edition": "1", "plan": {"go_live": "2028-02-30"}}',
    '{"schema": 1, "handbook": "HERE", "edition": "1", "notes": {"lessons/a": 1}}',
    " " * 1_000_001,
]


Case = tuple[dict[str, list[str]], dict[str, str]]  # a profile and cuts


def graphs(count: int, projects: int) -> list[tuple[Graph, list[Case]]]:
    """Return our own graph with conditions and ways that change from one to the next, each with random projects."""
    handbook = load(ROOT / "content").handbook
    asked = {name: list(each.choices) for name, each in vocabulary(handbook).items()}
    text = json.dumps(graph_of(handbook))
    chance = random.Random(2028)

    def conditions() -> dict[str, list[str]]:
        names = chance.sample(list(asked), chance.randint(1, 2))
        return {name: chance.sample(asked[name], chance.randint(1, len(asked[name]))) for name in names}

    def graph(ids: list[str]) -> Graph:
        changed: Graph = json.loads(text)
        for activity in changed["activities"]:
            activity["never"] = chance.random() < 0.3
            activity["into"] = chance.choice(["", chance.choice(ids)])
            ways = ("drop", "merge", "shrink")
            activity["when"] = {way: conditions() for way in ways if chance.random() < 0.5}
        parts: list[Any] = [*changed["activities"], *changed["lessons"], *changed["criteria"]]
        for part in parts:
            part["only"] = conditions() if chance.random() < 0.2 else part["only"]
        return changed

    def case(ids: list[str]) -> Case:
        profile = {
            name: chance.sample(asked[name], chance.randint(0, len(asked[name])))
            for name in asked
            if chance.random() < 0.8
        }
        cut = chance.sample(ids, chance.randint(0, 25))
        return profile, {name: chance.choice(["drop", "merge", "shrink"]) for name in cut}

    ids = [activity["id"] for activity in json.loads(text)["activities"]]
    return [(graph(ids), [case(ids) for _ in range(projects)]) for _ in range(count)]


def test_python_and_the_browser_agree_on_200_random_projects(open_page: Open) -> None:
    page = open_page("about:blank")
    page.add_script_tag(path=CORE)
    for graph, cases in graphs(10, 20):
        here = [
            [
                [[*one, one.mark] for one in consequences(graph, *case)],
                [list(pair) for pair in proposals(graph, *case)],
                sorted(Tailored(graph, *case).lost),
            ]
            for case in cases
        ]
        there = page.evaluate(
            """([graph, cases]) => cases.map(([profile, cuts]) => [
              handbookProject.consequences(graph, profile, cuts).map(({ id, severity, causes, needs, left, all, mark }) => [id, severity, causes, needs, left, all, mark]),
              handbookProject.proposals(graph, profile, cuts), handbookProject.lost(graph, profile, cuts)])""",
            [graph, cases],
        )
        assert there == here


def test_python_and_the_browser_hide_the_same_of_200_random_projects(open_page: Open, flat: Path) -> None:
    handbook = load(ROOT / "content").handbook
    page = open_page("about:blank")
    for path in (CORE, CORE.with_name("hidden.js"), flat / "assets/project-only.js"):
        page.add_script_tag(path=path)
    [(_, cases)] = graphs(1, 200)
    given = [
        {"profile": profile, "cuts": {name: {"way": way} for name, way in cuts.items()}}
        for profile, cuts in cases
    ]
    there = page.evaluate(
        "all => all.map(given => [...handbookProject.hidden(handbookProject.only, given)].sort())", given
    )
    for one, refs in zip(given, there, strict=True):
        start = {"schema": 1, "handbook": "x", "edition": "x"}
        left = hiding(handbook, Project.model_validate_json(json.dumps({**start, **one})))
        own = [f"activities/{name}" for name in left.activities]
        assert refs == sorted({*own, *(f"products/{name}" for name in left.products), *left.others})
    assert {ref.partition("/")[0] for refs in there for ref in refs} >= {"products", "lessons", "phases"}
    assert any(".rules." in ref for refs in there for ref in refs)


def at(site: Path, path: str) -> str:
    return (site / path).as_uri()


def pick(page: Page, question: str, answer: str) -> None:
    page.locator(f"[name={question}][value={answer}]").focus()
    page.keyboard.press("Space")


def saved(page: Page, file: Path) -> dict[str, Any]:
    with page.expect_download() as download:
        page.locator("[data-save]").focus()
        page.keyboard.press("Enter")
    download.value.save_as(file)
    project, problems = project_in(file.read_bytes(), file.name)
    assert project, problems
    read: dict[str, Any] = json.loads(file.read_text())
    return read


def take(page: Page, file: Path, button: str) -> None:
    page.set_input_files("[data-open]", file)
    expect(page.locator("[data-opened] [role=heading]")).to_be_focused()
    page.locator(f"[data-{button}]").focus()
    page.keyboard.press("Enter")


@pytest.mark.ours
def test_a_project_is_tailored_planned_ticked_saved_and_survives_the_next_edition(
    open_page: Open, flat: Path, tmp_path: Path
) -> None:
    page = open_page(at(flat, "tailor.html"))
    pick(page, "services", "hr")
    pick(page, "services", "finance")
    for question, answer in {"size": "small", "platform": "existing", "staff": "stay"}.items():
        pick(page, question, answer)
    proposed = page.locator("[data-proposed=drop] li")
    expect(proposed.first).to_be_visible()
    assert page.locator("[data-proposed=drop] li", has_text="Never leave it out").count() == 0

    # A cut by hand that the record speaks against breaks something, and that can be accepted with a reason.
    row = page.locator("[data-activity=judge-data-quality]")
    row.locator("xpath=ancestor::details/summary").press("Enter")
    row.locator("[data-choose]").select_option("drop")
    expect(page.locator("[data-cuts] li .tailor__judged")).to_have_text("The record says never to do this")
    first = page.locator("[data-breaks] > li").first
    expect(first).to_contain_text("nobody should leave out")
    first.locator("button[type=submit]").press("Enter")
    expect(page.locator("[data-status]")).to_have_text("Give a reason before you accept this.")
    page.keyboard.type("The provider has done it.")
    page.keyboard.press("Enter")
    expect(first.locator(".tailor__accepted")).to_be_focused()

    # The map follows, says what it hides, and shows it with one click.
    visit(page, at(flat, "navigate.html"))
    status = page.locator(".follow [role=status]")
    expect(status).to_contain_text("because of your tailoring")
    entry = page.locator(".map__wide li", has_text="Judge the quality of your data")
    expect(entry).to_be_hidden()
    page.locator(".follow button").press("Enter")
    expect(entry).to_be_visible()

    # Two ticks and a note, where people read.
    visit(page, at(flat, "activities/join-plans-and-risks.html"))
    for number in range(2):
        page.locator(".done .tick__box").nth(number).press("Space")
    expect(page.locator(".tick__status")).to_contain_text("Ticked:")
    page.locator(".steps .tick button").first.press("Enter")
    page.keyboard.type("Ask the bureau <b>by Friday</b>.")
    page.keyboard.press("Tab")
    expect(page.locator(".tick__status")).to_have_text("Your note is saved.")
    assert "bureau" not in page.url

    # A plan backwards from the day of go-live, and the pack for the gate before it.
    visit(page, at(flat, "plan.html"))
    page.get_by_label("Go-live date").fill("2028-04-01")
    for field in page.locator("[data-length]").all():
        field.focus()
        page.keyboard.type("12")
    page.keyboard.press("Tab")
    expect(page.locator("[data-summary]")).to_contain_text("activities have dates, from ")
    visit(page, at(flat, "gates/implement.html"))
    page.get_by_role("radio", name="Not yet").first.press("Space")
    expect(page.locator("[data-verdict]")).to_contain_text("Not yet: 1.")

    # The file, and a colleague's that differs.
    visit(page, at(flat, "project.html"))
    mine = saved(page, tmp_path / "mine.json")
    assert [len(mine[part]) for part in ("ticks", "notes", "accepted", "states")] == [2, 1, 1, 1]
    assert mine["plan"]["go_live"] == "2028-04-01"
    other = {**mine, "profile": {**mine["profile"], "size": ["large"]}}
    (tmp_path / "other.json").write_text(json.dumps(other))
    take(page, tmp_path / "other.json", "merge")
    expect(page.locator("[data-status]")).to_contain_text("Differences: 1.")
    page.locator("[data-take]").press("Enter")
    assert saved(page, tmp_path / "both.json")["profile"]["size"] == ["large"]

    # The next edition: one record says something else, and one is gone. Both are named, and nothing is lost.
    note = next(iter(mine["notes"]))
    mine["edition"] = "2020.1"
    mine["seen"][note]["mark"] = "00000000"
    mine["notes"]["lessons/no-longer-there"] = "Kept."
    mine["seen"]["lessons/no-longer-there"] = {"title": "An old lesson", "mark": "00000000"}
    (tmp_path / "old.json").write_text(json.dumps(mine))
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-clear]").press("Enter")
    take(page, tmp_path / "old.json", "replace")
    changed = page.locator("[data-changed] li")
    expect(changed).to_have_count(2)
    expect(page.locator("[data-changed]")).to_contain_text("“An old lesson” is no longer in the handbook.")
    page.locator("[data-read]").press("Enter")
    after = saved(page, tmp_path / "after.json")
    kept = ("ticks", "notes", "cuts", "accepted", "profile", "states", "plan")
    assert {name: after[name] for name in kept} == {name: mine[name] for name in kept}


@pytest.mark.ours
def test_a_rule_of_another_country_is_hidden_where_it_stands(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "tailor.html"))
    activity = next(
        one
        for one in load(ROOT / "content").handbook.all("activity")
        if one.latest[:1] and one.latest[0].checked
    )
    rule = page.locator(".rule")
    for answer, shown in (("uk", True), ("other", False)):
        visit(page, at(flat, "tailor.html"))
        pick(page, "country", answer)
        visit(page, at(flat, f"activities/{activity.id}.html"))
        limit = page.locator(f"[data-part='activities/{activity.id}#latest.1']")
        expect(limit).to_be_visible(visible=shown)
        visit(page, at(flat, "activities/plan-the-staff-transfer.html"))
        expect(rule.first).to_be_visible(visible=shown)
    expect(page.locator(".follow [role=status]")).to_contain_text("because of your tailoring")
    visit(page, at(flat, "gates/foundation.html"))
    expect(rule.first).to_have_attribute("data-tailored-out", "hidden")


def test_hostile_files_can_only_be_refused_with_a_sentence(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "project.html"))
    handbook = page.evaluate("handbookProject.start.handbook")
    for text in HOSTILE:
        answer = page.evaluate(
            "text => ({ project: null, ...handbookProject.parsed(text) })", text.replace("HERE", handbook)
        )
        assert answer["project"] is None and answer["refused"].endswith("Nothing was changed."), text[:80]
    assert page.evaluate("({}).polluted") is None
    assert page.evaluate("handbookProject.change(read => { read.ticks['not a reference'] = true; })") is False


@pytest.mark.ours
def test_the_page_shows_a_state_in_the_words_of_the_gate_pack(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "project.html"))
    book = load(ROOT / "content").handbook
    phase = book.all("phase")[0]
    ref = f"phases/{phase.id}#{phase.exit_criteria[0].id}"
    page.evaluate("ref => handbookProject.change(read => { read.states[ref] = 'not-yet'; })", ref)
    visit_again(page)
    part = page.locator("[data-parts]")
    expect(part).to_contain_text(book.site.labels.gates.states["not-yet"])
    expect(part).not_to_contain_text("not-yet")


@pytest.mark.ours
def test_what_is_kept_and_cannot_be_read_is_put_aside_and_not_lost(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "project.html"))
    key = storage_key(load(ROOT / "content").handbook)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, "<script>alert(1)</script>"])
    visit_again(page)
    expect(page.locator("[data-aside]")).to_be_visible()
    assert page.evaluate("handbookProject.aside()") == ["<script>alert(1)</script>"]


def test_where_the_browser_keeps_nothing_the_page_says_so_and_still_saves(
    open_page: Open, flat: Path, tmp_path: Path
) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    visit(page, at(flat, "project.html"))
    words = page.evaluate("handbookProject.words.not_kept")
    expect(page.locator("[data-kept]")).to_have_text(words)
    page.evaluate("handbookProject.change(read => { read.notes['lessons/any'] = 'Mine.'; })")
    assert saved(page, tmp_path / "mine.json")["notes"] == {"lessons/any": "Mine."}


def test_pages_where_nothing_is_ticked_load_nothing_more(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "glossary.html"))
    assert not [
        src for src in page.evaluate("[...document.scripts].map(each => each.src)") if "project" in src
    ]


def test_without_scripts_the_page_that_tailors_shows_every_activity(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "tailor.html"), scripts=False)
    assert page.locator("[data-activity]").count() == len(load(ROOT / "content").handbook.all("activity"))
    expect(page.locator("[data-tailor]")).to_be_hidden()


FULL = """() => { let size = 1 << 20, part = 0;
  while (size > 500) try { localStorage.setItem(`other-${part++}`, 'x'.repeat(size)); } catch { size = size >> 1; } }"""


def test_where_the_browser_has_no_room_left_every_page_says_so(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "project.html"))
    page.evaluate(FULL)
    assert page.evaluate("handbookProject.change(read => { read.notes['lessons/any'] = 'M'.repeat(3000); })")
    words = page.evaluate("handbookProject.words.not_kept")
    expect(page.locator("[data-kept]")).to_have_text(words)
    for path in ("tailor.html", "plan.html", "gates/implement.html"):
        visit(page, at(flat, path))
        expect(page.locator("[data-not-kept]")).to_be_hidden()
        page.evaluate("handbookProject.change(read => { read.notes['lessons/any'] = 'M'.repeat(3000); })")
        expect(page.locator("[data-not-kept]")).to_have_text(words)
        expect(page.locator("[data-file-project], [data-file=project]")).to_be_visible()


def test_what_the_browser_keeps_can_always_be_saved_and_opened_again(
    open_page: Open, flat: Path, tmp_path: Path
) -> None:
    page = open_page(at(flat, "project.html"))
    kept = page.evaluate(
        """() => { let kept = 0; const note = number => handbookProject.change(read => { read.notes[`lessons/n${number}`] = 'Я'.repeat(4000); });
        while (kept < 400 && note(kept)) kept += 1; return kept; }"""
    )
    assert 100 < kept < 400
    expect(page.locator("[data-status]")).to_contain_text("This does not fit into your project.")
    assert len(saved(page, tmp_path / "mine.json")["notes"]) == kept
    take(page, tmp_path / "mine.json", "replace")
    expect(page.locator("[data-status]")).to_have_text("The file is now your project.")


def filled(start: dict[str, str], **parts: Any) -> dict[str, Any]:
    return {"schema": 1, "handbook": start["handbook"], "edition": start["edition"], **parts}


def test_of_two_go_lives_a_team_chooses_one_and_says_why(open_page: Open, flat: Path, tmp_path: Path) -> None:
    page = open_page(at(flat, "project.html"))
    start = page.evaluate("handbookProject.start")
    size = {"profile": {"size": ["small"]}}
    mine = filled(start, plan={"go_live": "2028-04-01", "go_live_why": "The contract ends."}, **size)
    theirs = filled(
        start,
        plan={"go_live": "2028-02-29", "lengths": {"design": 10}},
        profile={"size": ["large"]},
        notes={"lessons/an-old-one": "Kept."},
        seen={"lessons/an-old-one": {"title": "An old lesson", "mark": "00000000"}},
    )
    for name, each, button in (("mine", mine, "replace"), ("theirs", theirs, "merge")):
        (tmp_path / f"{name}.json").write_text(json.dumps(each))
        take(page, tmp_path / f"{name}.json", button)
    expect(page.locator("[data-status]")).to_contain_text("Differences: 2.")
    differ = page.locator("[data-differ]")
    expect(differ).to_contain_text("Yours: Fewer than 500")
    expect(differ).to_contain_text("The other: 5,000 or more")
    expect(differ).to_contain_text("Yours: 1 April 2028, because: The contract ends.")
    expect(differ).to_contain_text("The other: 29 February 2028")

    # What is gone is named, also where the edition is the same. Once it is read, it stays, and is not named again.
    changed = page.locator("[data-changed]")
    expect(changed.locator("li")).to_have_text("“An old lesson” is no longer in the handbook.")
    changed.locator("[data-read]").press("Enter")
    expect(changed).to_be_hidden()

    visit(page, at(flat, "plan.html"))
    page.locator("[data-needs] a", has_text="Choose one of the two").press("Enter")
    line = page.locator("[data-differ] li", has_text="Go-live date")
    line.get_by_label("Why you choose it").fill("Two boards agreed.")
    line.get_by_role("button", name="Take the other: Go-live date").press("Enter")
    expect(page.locator("[data-differ] li")).to_have_count(1)
    assert page.evaluate("document.activeElement.textContent") == "Keep yours"
    after = saved(page, tmp_path / "after.json")
    assert after["plan"] == {
        "go_live": "2028-02-29",
        "go_live_why": "Two boards agreed.",
        "lengths": {"design": 10},
    }
    assert (after["notes"], after["others"]) == (theirs["notes"], [{"profile": {"size": ["large"]}}])


START = {
    "key": "any-project",
    "handbook": "Any",
    "edition": "2",
    "largest": MAX_BYTES,
    "unseen": UNSEEN_SIGNS,
    "schema": project_schema(),
    "words": load(ROOT / "content").handbook.site.labels.project.model_dump(),
    "formerly": {"activities/tally": "activities/count", "phases/think": "phases/plan"},
}


@pytest.fixture
def store(open_page: Open) -> Page:
    """An empty page that knows how to read projects, and nothing else."""
    page = open_page("about:blank")
    page.evaluate("start => { window.handbookProject = { start }; }", START)
    for name in ("device", "project/shape", "project/done", "project/layers", "project/store"):
        page.add_script_tag(path=ROOT / f"overrides/assets/{name}.js")
    return page


def test_what_an_old_and_a_new_name_say_differently_is_kept_until_somebody_decides(store: Page) -> None:
    two = {"tally": {"way": "drop"}, "count": {"way": "shrink"}}
    notes = {"activities/tally": "Old.", "activities/count": "New."}
    given = {"cuts": two, "notes": notes, "plan": {"lengths": {"think": 5, "plan": 6}}}
    others = [{"ticks": {"activities/tally#step": True}}]
    text = json.dumps({"schema": 1, "handbook": "Any", "edition": "1", "others": others, **given})
    read = store.evaluate("text => handbookProject.parsed(text).project", text)
    assert (read["cuts"], read["notes"]) == (
        {"count": {"way": "shrink"}},
        {"activities/count": "New.\n\nOld."},
    )
    assert read["plan"]["lengths"] == {"plan": 6}
    assert read["others"] == [
        {"ticks": {"activities/count#step": True}},
        {"cuts": {"count": {"way": "drop"}}, "plan": {"lengths": {"plan": 5}}},
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("Not yes", "yes", "Not yes\n\nyes"),
        ("One.\n\nTwo.", "Two.\n\nOne.", "One.\n\nTwo."),
        ("One.", "One.\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_two_notes_become_one_in_which_no_paragraph_is_lost_or_there_twice(
    store: Page, mine: str, theirs: str, both: str
) -> None:
    texts = [
        json.dumps({"schema": 1, "handbook": "Any", "edition": "2", "notes": {"lessons/any": note}})
        for note in (mine, theirs)
    ]
    merged = store.evaluate(
        "([a, b]) => handbookProject.merge(handbookProject.parsed(a).project, handbookProject.parsed(b).project)",
        texts,
    )
    assert (merged["notes"], merged["others"]) == ({"lessons/any": both}, [])


def odd_projects() -> list[str]:
    """Projects at and beyond the edges of what is allowed: days, numbers, names, texts."""
    days = ["2028-02-29", "2027-02-29", "0001-01-01", "0000-01-01", "9999-12-31", "10000-01-01", "2028-4-1"]
    days += [
        "2028-04-01T00:00:00",
        "2028-04-01 ",
        "20280401",
        "1830000000",
        "2028-W14-6",
        "２０２８-04-01",
        "",
    ]
    names = ["a", "A", "a-b", "a--b", "-a", "a_b", "é", "a\n", "", "__proto__", "constructor", "1"]
    names += ["a" * 60, "a" * 61, "a" * 80, "a" * 81, "a" * 100, "a" * 101]
    texts = [
        "",
        "x" * 4001,
        "😀" * 4000,
        "😀" * 4001,
        "😀" * 300,
        "😀" * 301,
        "\t",
        "\n",
        "\r",
        "\u200b",
        "\u202e",
    ]
    texts += ["\ud800", "\u2028", "\x7f", "a\u0301", "\U000e0001", "\ufffe"]
    parts: list[dict[str, Any]] = []
    for day in [*days, 1830000000, None, True, []]:
        parts += [{"plan": {"go_live": day}}, {"plan": {"avoid": [{"from": day, "to": "2028-01-01"}]}}]
        parts += [
            {"plan": {"pay_days": [day]}},
            {"accepted": {"never:lessons/a": {"reason": "x", "on": day}}},
        ]
    parts += [
        {"plan": {"lengths": {"a": days}}} for days in (0, 1, -1, 3650, 3651, 1.5, "5", True, None, 10**30)
    ]
    for name in names:
        parts += [{"owners": {name: "x"}}, {"profile": {"x": [name]}}, {"cuts": {name: {"way": "drop"}}}]
        parts += [{"ticks": {f"lessons/{name}": True}}, {"ticks": {f"lessons/a#{name}": True}}]
        parts += [{"accepted": {f"{name}:lessons/a": {"reason": "x"}}}, {"plan": {"lengths": {name: 1}}}]
    for text in texts:
        parts += [{"notes": {"lessons/a": text}}, {"owners": {"a": text}}, {"plan": {"go_live_why": text}}]
        parts += [
            {"cuts": {"a": {"way": "drop", "reason": text}}},
            {"seen": {"lessons/a": {"title": text, "mark": ""}}},
        ]
        parts += [{"accepted": {"a:lessons/a": {"reason": text}}}, {"edition": text}]
    parts += [{"others": [{}] * number} for number in (20, 21)]
    start = '{"schema": 1, "handbook": "Any", "edition": "2"'
    written = [json.dumps({"schema": 1, "handbook": "Any", "edition": "2", **part}) for part in parts]
    return [*written, *(f"{start}, {part}}}" for part in AS_WRITTEN)]


# What one reader of JSON takes and another refuses: numbers that are the same, and names that are there twice.
AS_WRITTEN = [
    '"plan": {"lengths": {"a": 1.0}}',
    '"plan": {"lengths": {"a": 1e1}}',
    '"plan": {"lengths": {"a": 1e400}}',
    '"plan": {"lengths": {"a": -0}}',
    '"ticks": {"lessons/a": 1}',
    '"ticks": {"lessons/a": 1.0}',
    '"ticks": {"lessons/a": false}',
    '"edition": "3"',
    '"\\u0065dition": "3"',
    '"notes": {"lessons/a": "One.", "lessons/a": "Two."}',
    '"notes": {"lessons/a": "One.", "lessons\\/a": "Two."}',
    '"notes": {"lessons/a": "{\\"lessons/a\\": 1}", "lessons/b": "\\\\"}',
    '"others": [{"ticks": {"lessons/a": true}}, {"ticks": {"lessons/a": true}}]',
    '"others": [{"ticks": {"lessons/a": true}, "ticks": {"lessons/b": true}}]',
]


def test_the_browser_and_the_commands_take_and_refuse_the_same_files(store: Page) -> None:
    texts = odd_projects()
    taken = store.evaluate("texts => texts.map(text => Boolean(handbookProject.parsed(text).project))", texts)
    here = [project_in(text.encode(), "mine.json")[0] is not None for text in texts]
    assert [text[:200] for text, one, other in zip(texts, taken, here, strict=True) if one != other] == []
    assert 50 < sum(taken) < len(texts) - 50


@pytest.mark.ours
def test_links_and_hand_overs_say_what_is_not_in_the_project(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "project.html"))
    page.evaluate(
        "handbookProject.change(read => { read.cuts['judge-data-quality'] = { way: 'drop', reason: '' }; })"
    )
    visit(page, at(flat, "products/data-quality-assessment.html"))
    link = page.locator("article a[href*='activities/judge-data-quality']:not(svg a)").first
    expect(link).to_have_attribute("data-not-in-project", "not in your project")
    visit(page, at(flat, "hand-overs.html"))
    expect(page.locator(".follow [role=status]")).to_contain_text("because of your tailoring")
    gives = page.locator("[data-gives=judge-data-quality]")
    expect(gives.first).to_be_hidden()
    page.locator(".follow button").press("Enter")
    expect(gives.first).to_be_visible()


TAILORED = """() => handbookProject.change(read => {
  read.profile.services = ['hr'];
  for (const id of ['judge-data-quality', 'cleanse-data']) read.cuts[id] = { way: 'drop', reason: 'Ours is clean.' };
})"""


@pytest.mark.ours
def test_the_picture_of_the_flow_follows_the_project(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "flow.html"))
    drawn = page.locator(".flow-picture .product:visible").count()
    visit(page, at(flat, "project.html"))
    page.evaluate(TAILORED)
    visit(page, at(flat, "flow.html"))
    bar = page.locator(".follow [role=status]")
    expect(bar).to_contain_text("because of your tailoring")
    hidden = page.locator(".flow-picture .product[data-tailored-out]")
    assert hidden.count() > 0
    assert page.locator(".flow-picture .product:visible").count() == drawn - hidden.count()
    gone = hidden.first.get_attribute("href").removeprefix("#flow-")
    assert page.locator(f"[data-product='{gone}'][data-tailored-out]").count() == 1
    page.locator(".follow button").press("Enter")
    assert page.locator(".flow-picture .product:visible").count() == drawn


@pytest.mark.ours
def test_a_gate_pack_leaves_out_what_does_not_count_and_shows_it_with_one_click(
    open_page: Open, flat: Path
) -> None:
    page = open_page(at(flat, "gates/build-and-test.html"))
    asked = page.locator(".ask:visible").count()
    rows = page.locator("[data-choices]:visible").count()
    visit(page, at(flat, "project.html"))
    page.evaluate(TAILORED)
    visit(page, at(flat, "gates/build-and-test.html"))
    payroll = page.locator("section[aria-labelledby=pay-is-right]")
    expect(payroll).to_be_hidden()
    expect(page.locator(".on-page a[href$='#pay-is-right']")).to_be_hidden()
    hidden = page.locator("[data-tailored-out=hidden] [data-choices]").count()
    assert hidden > 0
    expect(page.locator("[data-choices]:visible")).to_have_count(rows - hidden)
    page.get_by_role("radio", name="Not yet").first.check()
    expect(page.locator("[data-verdict]")).to_contain_text(f"Not yet: 1. Not tested: {rows - hidden - 1}.")
    page.locator(".follow button").press("Enter")
    expect(payroll).to_be_visible()
    expect(page.locator("[data-verdict]")).to_contain_text(f"Not tested: {rows - 1}.")
    expect(page.locator(".ask:visible")).to_have_count(asked)


@pytest.mark.ours
def test_the_numbers_and_files_of_a_list_follow_the_project(open_page: Open, flat: Path) -> None:
    page = open_page(at(flat, "activities/index.html"))
    status = page.locator("form[data-filter] [role=status]")
    before = int(status.inner_text().split()[1])
    visit(page, at(flat, "project.html"))
    page.evaluate(TAILORED)
    visit(page, at(flat, "activities/index.html"))
    expect(page.locator(".follow [role=status]")).to_contain_text("because of your tailoring")
    hidden = page.locator("[data-item][data-tailored-out=hidden]").count()
    expect(status).to_contain_text(f"{before - hidden} of {before}")
    page.locator(".follow button").press("Enter")
    expect(status).to_contain_text(f"{before} of {before}")


@pytest.mark.ours
def test_the_numbers_on_the_map_follow_the_project(open_page: Open, flat: Path) -> None:
    numbers = "[...document.querySelectorAll('.map__table [data-n-of]')].map(at => parseInt(at.innerText))"
    page = open_page(at(flat, "navigate.html"))
    before = page.evaluate(numbers)
    visit(page, at(flat, "project.html"))
    page.evaluate(TAILORED)
    visit(page, at(flat, "navigate.html"))
    expect(page.locator(".follow [role=status]")).to_contain_text("because of your tailoring")
    hidden = page.locator(".map__table li[data-tailored-out=hidden]").count()
    assert hidden > 0
    assert sum(page.evaluate(numbers)) == sum(before) - hidden
    page.locator(".follow button").press("Enter")
    assert page.evaluate(numbers) == before
