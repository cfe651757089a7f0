"""The form and `handbook check` agree: on what is refused and in which words, on what a file holds, and on its name.

They differ on purpose in four things. The check names links in prose that lead nowhere, and guesses what was meant, for which a
form has no need or no room. It reads lists where a text belongs and the like, which nobody can type into a form. A text of more than
20,000 characters in a field of 600 is refused by both, with another number. Invisible characters stop a file before anything else.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hostile import INPUTS, LABEL
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Page
from test_mutations import NASTY, changed, mutations
from world import FILES, THEME, World

from macros.authoring.beginning import id_from
from macros.checks.check import checked
from macros.loading.problem import name_of, one_line
from macros.loading.yaml_file import read
from macros.model import KINDS
from macros.refusal import Refusal

Open = Callable[..., Page]
Data = dict[str, Any]
NEW = "lessons/try-this-one.yml"
TITLE = "Paint every shelf before the move"
MUTATIONS = 80
PROSE_ONLY = {"dead-link"}
CHECKED = """cases => cases.map(([id, record]) => {
  const shape = [...handbookForm.shape('lesson', record), ...handbookForm.fileName('lesson', id)];
  return (shape.length ? shape : handbookForm.whole('lesson', record)).map(one => ({...one, path: one.path}));
})"""


@pytest.fixture
def page(open_page: Open, form_page: str) -> Page:
    return open_page(form_page)


@pytest.fixture
def world(small_world: World) -> Iterator[World]:
    yield small_world
    small_world.restore()


# Cases: a lesson as plain data, and the file name that it is saved under


def lesson(**changes: Any) -> Data:
    """A good lesson, changed. None takes a field out."""
    good = yaml.load(FILES[LABEL], yaml.CBaseLoader) | {"title": TITLE} | changes
    return {name: value for name, value in good.items() if value != "gone"}


def typed(data: Any) -> bool:
    """Whether a form could make this: texts, lists of texts, and groups of texts in a list."""
    fields = KINDS["lesson"].model_fields
    lists = {"formerly", "at", "phases", "workstreams", "functions", "products", "related"}
    groups = {"evidence", "seen_again", "used"}

    def fits(name: str, value: Any) -> bool:
        if name in groups:
            return isinstance(value, list) and all(
                isinstance(item, dict) and all(one is None or isinstance(one, str) for one in item.values())
                for item in value
            )
        if name in lists and isinstance(value, list):
            return all(isinstance(item, str) for item in value)
        return value is None or (isinstance(value, str) and (name not in fields or len(value) <= 20_000))

    return (
        isinstance(data, dict) and "id" not in data and all(fits(name, value) for name, value in data.items())
    )


def from_hostile(world: World) -> Iterator[tuple[str, Data]]:
    """What the tests of hostile input type into one lesson, as far as it can be read at all."""
    for one in INPUTS.values():
        world.restore()
        one.did(world)
        texts = {
            file.relative_to(world.content).as_posix(): file
            for file in world.content.rglob("*.yml")
            if file.is_file() and not file.is_symlink()
        }
        if LABEL in texts and texts[LABEL].read_bytes() != FILES[LABEL].encode():
            document, wrong = read(texts[LABEL], LABEL)
            if not wrong and typed(document.data):
                yield one.name, document.data
    world.restore()


def from_mutations(world: World) -> list[Data]:
    """A good lesson changed at random, as far as it can be read at all."""
    found: list[Data] = []

    @settings(
        phases=[Phase.generate],
        max_examples=MUTATIONS,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(mutations())
    def collect(done: Any) -> None:
        file = world.content / LABEL
        file.write_bytes(changed(FILES[LABEL], done).encode("utf-8", "surrogatepass"))
        document, wrong = read(file, LABEL)
        if not wrong and typed(document.data):
            found.append(document.data)

    collect()
    world.restore()
    return found


BY_HAND: dict[str, tuple[str, Data]] = {
    "a good one": ("try-this-one", lesson()),
    "no evidence": ("try-this-one", lesson(evidence=[])),
    "evidence without a source": ("try-this-one", lesson(evidence=[{"source": None, "says": ""}])),
    "evidence from a source that does not exist": (
        "try-this-one",
        lesson(evidence=[{"source": "towns-report", "says": "x"}]),
    ),
    "a sighting with a bad date": (
        "try-this-one",
        lesson(seen_again=[{"source": "town-report", "says": "x", "when": "May 2009"}]),
    ),
    "a use without an organisation": (
        "try-this-one",
        lesson(used=[{"source": "town-report", "says": "x", "organisation": ""}]),
    ),
    "a use with all that it can say": (
        "try-this-one",
        lesson(
            used=[
                {
                    "source": "town-report",
                    "says": "x",
                    "organisation": "New Town",
                    "when": "2010",
                    "result": "y",
                }
            ]
        ),
    ),
    "no activity": ("try-this-one", lesson(at=[])),
    "an activity of another phase": ("try-this-one", lesson(at=["count-the-books"])),
    "an activity of another workstream": ("try-this-one", lesson(at=["measure-the-rooms"], phases=["plan"])),
    "an activity of another phase and workstream": (
        "try-this-one",
        lesson(at=["carry-the-books", "measure-the-rooms"]),
    ),
    "a phase that does not exist": ("try-this-one", lesson(phases=["moves"])),
    "no phases at all": ("try-this-one", lesson(phases=[])),
    "a step that does not exist": ("try-this-one", lesson(at=["carry-the-books#unpack"])),
    "a pointer without form": ("try-this-one", lesson(at=["Carry the books"])),
    "a day that is in no calendar": ("try-this-one", lesson(when="2009-02-30")),
    "a month that is in no calendar": ("try-this-one", lesson(when="2009-13")),
    "a month and a day of naught": ("try-this-one", lesson(when="2009-00-00")),
    "the last day of February in a leap year": ("try-this-one", lesson(when="2008-02-29")),
    "the last day of February in another year": ("try-this-one", lesson(when="2009-02-29")),
    "a quarter": ("try-this-one", lesson(when="2009-Q4")),
    "a fifth quarter": ("try-this-one", lesson(when="2009-Q5")),
    "a date in other digits": ("try-this-one", lesson(when="۲۰۰۹")),
    "checked before it was added": ("try-this-one", lesson(added="2020-02", reviewed="2020-01")),
    "checked in the month in which it was added": (
        "try-this-one",
        lesson(added="2020-02-10", reviewed="2020-02"),
    ),
    "added in a year to come": ("try-this-one", lesson(added="2099", reviewed="2099")),
    "the title of another lesson": ("try-this-one", lesson(title="LABEL every Box")),
    "a word that is none of those allowed": ("try-this-one", lesson(type="zzzz", state="qqqq")),
    "a title of two lines": ("try-this-one", lesson(title="Paint\nevery shelf")),
    "a title of 120 characters": ("try-this-one", lesson(title="é" * 120)),
    "a title of 121 characters": ("try-this-one", lesson(title="é" * 121)),
    "a title of 120 signs that JavaScript counts twice": ("try-this-one", lesson(title="𝒳" * 120)),
    "an organisation of spaces": ("try-this-one", lesson(organisation="  ")),
    "a field that nobody filled in": ("try-this-one", lesson(action="")),
    "a field that is not there": ("try-this-one", lesson(action="gone")),
    "no cause, because the source does not say why": ("try-this-one", lesson(cause="gone")),
    "a cause of spaces": ("try-this-one", lesson(cause="  ")),
    "a field that does not exist": ("try-this-one", lesson(person="A. Name")),
    "an invisible character": ("try-this-one", lesson(event="Forty\u200b boxes")),
    "a file name with a capital": ("Try-this", lesson()),
    "a file name that Windows keeps": ("con", lesson()),
    "a file name of 49 characters": ("x" * 49, lesson()),
    "a file name of 48 characters": ("x" * 48, lesson()),
}


def said_by_check(world: World, id: str, data: Data) -> set[tuple[str, str, str]]:
    file = world.write(
        f"lessons/{id}.yml",
        yaml.dump(
            data,
            Dumper=yaml.CSafeDumper,
            allow_unicode=True,
            sort_keys=False,
            width=10_000,
            default_style='"',
        ),
    )
    try:
        found = checked(world.content, world.docs, THEME, date.today()).errors
        return {
            (p.field, p.message, p.hint)
            for p in found
            if p.place.path.endswith(f"/{file.name}") and p.code not in PROSE_ONLY
        }
    finally:
        file.unlink()


def agree(ours: set[tuple[str, str, str]], theirs: list[Data]) -> bool:
    """The same problems in the same words. A guess at what was meant is the check's alone; so is the place of what no file may hold."""
    said = {(one_line(name_of(tuple(one["path"]))), one_line(one["message"]), one["hint"]) for one in theirs}
    if any("invisible character" in message for _, message, _ in ours):
        return {message for _, message, _ in ours} <= {message for _, message, _ in said}
    if any("has the same title" in message for _, message, _ in ours | said):
        return bool(ours) == bool(said)
    meant = {(field, message): hint for field, message, hint in ours}
    same_hints = all(
        hint == meant.get((field, message), hint) or not hint or "Did you mean" in meant[field, message]
        for field, message, hint in said
    )
    return {one[:2] for one in ours} == {one[:2] for one in said} and same_hints


def test_the_form_refuses_what_the_check_refuses_in_the_same_words(page: Page, world: World) -> None:
    cases = {
        **BY_HAND,
        **{f"hostile: {name}": ("try-this-one", data) for name, data in from_hostile(world)},
        **{f"mutation {n}": ("try-this-one", data) for n, data in enumerate(from_mutations(world))},
    }
    for _, data in cases.values():
        if data.get("title") == "Label every box":  # the new lesson stands beside the old one
            data["title"] = TITLE
    assert len(cases) > 100
    theirs = page.evaluate(CHECKED, [[id, trimmed(data)] for id, data in cases.values()])
    differ = []
    for (name, (id, data)), said in zip(cases.items(), theirs, strict=True):
        ours = said_by_check(world, id, data)
        if not agree(ours, said):
            differ.append(
                f"{name}\n  check: {sorted(ours)}\n  form:  {[(one['path'], one['message'], one['hint']) for one in said]}"
            )
    assert differ == [], "\n".join(differ)


def trimmed(data: Any) -> Any:
    """As the form reads its fields: without the spaces around a text, which the check does not count either."""
    if isinstance(data, dict):
        return {name: trimmed(value) for name, value in data.items()}
    if isinstance(data, list):
        return [trimmed(item) for item in data]
    return data.strip() if isinstance(data, str) else data


def test_good_and_bad_are_both_among_the_cases(world: World) -> None:
    verdicts = {name: bool(said_by_check(world, id, data)) for name, (id, data) in BY_HAND.items()}
    assert {
        "a good one",
        "a quarter",
        "the last day of February in a leap year",
        "a title of 120 characters",
    } <= {name for name, bad in verdicts.items() if not bad}
    assert sum(verdicts.values()) > 20


# What the file holds

TEXTS = [
    *(text for text in NASTY if text.strip() and "\ud800" not in text),
    "no",
    "007",
    "2019-03",
    "1e3",
    "0x1F",
    "12:30:00",
    "=",
    "<<",
    "null",
    "Null",
    "~",
    "y",
    "off",
    "- a",
    "a: b",
    "a #b",
    "#b",
    "a:",
    ": a",
    "'a'",
    '"a"',
    'a "b" c',
    "a\\b",
    "[a",
    "{a",
    "a]",
    "%a",
    "@a",
    "`a",
    "!a",
    "&a",
    "*a",
    "|",
    ">",
    "? a",
    "-",
    "--- a",
    "a\nb",
    "a\n\nb",
    "a\n  b\nc",
    "- a\n- b",
    "a\n\n\nb",
    "a \nb",
    "a\n---\nb",
    "a\n...\nb",
    "a\n# b",
    "a\n<<<<<<< b\n=======",
    "é ü ŷ 図書館 👩‍👧",
    "a\tb",
    "a  b",
    "£57 million, net; “so”",
    "word " * 60 + "end",
    "word " * 30 + ": " + "word " * 30 + "end",
    "word " * 30 + "# no remark " * 9 + "end",
    "wörd  " * 40 + "end",
    "x" * 300,
    "x" * 90 + " " + "y" * 90,
    "# word " * 30 + "end",
    "- word " * 30 + "end",
    "word " * 40 + "end\n" + "word " * 40 + "end",
    "a\xa0b",
    "a\u2028b",
    "a\x85b",
    "a\ufeffb",
    "a\ufffeb",
    "a\x7fb",
    "\u3000a",
]


def test_a_file_of_the_form_holds_exactly_what_was_typed(page: Page, tmp_path: Path) -> None:
    chance = random.Random(1)
    signs = "ab c:#-'\"\n\t|>&*!%@`{}[],?\\~é👧 \u200b\x85"
    texts = [
        *map(str.strip, TEXTS),
        *("".join(chance.choices(signs, k=chance.randint(1, 160))).strip() or "a" for _ in range(300)),
    ]
    records = [
        {
            "title": text,
            "event": text,
            "at": [text, text],
            "functions": [],
            "migration": None,
            "evidence": [{"source": text, "where": "x", "says": text}, {"says": text}],
        }
        for text in texts
    ]
    written = page.evaluate("records => records.map(handbookForm.yaml)", records)
    for record, text in zip(records, written, strict=True):
        # The reader refuses invisible characters however they are written; everything else is read back.
        file = tmp_path / "x.yml"
        file.write_text(text, "utf-8", newline="\n")
        document, wrong = read(file, "x.yml")
        assert [p.code for p in wrong] in ([], ["unseen-character"]), (record, text)
        assert wrong or document.data == record, text
        assert yaml.load(text, yaml.CBaseLoader) == record | {"migration": ""}


def test_half_a_character_becomes_a_mark_in_its_place(page: Page) -> None:
    assert page.evaluate("handbookForm.yaml({title: 'a\\ud800b'})") == 'title: "a\ufffdb"\n'


def test_a_file_can_be_read_by_people(page: Page) -> None:
    text = page.evaluate(
        "record => handbookForm.yaml(record)", lesson(event="word " * 40 + "end", cause="One.\n\n- Two")
    )
    assert "title: Paint every shelf before the move\n" in text
    assert "event: >-\n  word word" in text
    assert "cause: |-\n  One.\n\n  - Two\n" in text
    assert max(map(len, text.splitlines())) <= 100


# What the file is called


def test_the_file_name_is_that_of_the_command_line(page: Page) -> None:
    chance = random.Random(2)
    titles = [
        "Run payroll twice",
        "Don’t say “never”",
        "It's `code`",
        "Élan vital: ça va?",
        "Straße und Maß",
        "   ",
        "con",
        "Index",
        "a" * 60,
        "word " * 30,
        "ﬁnal ﬂow Ⅷ ½",
        "İstanbul ẞ ſ K",
        "Tŷ Llên 2009—Q3",
        "-- x --",
        *("".join(chance.choices("abc DEF'’`éß-_.12🙂ŷ", k=chance.randint(1, 80))) for _ in range(200)),
    ]

    def ours(title: str) -> str:
        try:
            return id_from(title, "lesson")
        except Refusal:
            return ""

    assert page.evaluate("titles => titles.map(title => handbookForm.idFrom(title, 'lesson'))", titles) == [
        ours(title) for title in titles
    ]


def test_a_title_in_other_letters_gives_a_file_name_with_the_day(page: Page) -> None:
    for title in ("図書館", "Обучение", "تدريب"):
        name = page.evaluate("title => handbookForm.idFrom(title, 'lesson')", title)
        assert re.fullmatch(r"lesson-\d{4}-\d\d-\d\d", name), title
