"""A new record holds every field of its kind, explained, and nothing that could be published by mistake."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from world import World

from macros.authoring.beginning import id_from, start
from macros.authoring.examples import examples
from macros.authoring.scaffold import draft
from macros.commands.cli import main
from macros.loading.handbook import Handbook
from macros.loading.yaml_file import read
from macros.model import FOLDERS, KINDS
from macros.model.fields import Slug
from macros.model.shape import written_fields
from macros.refusal import Refusal

TODAY = date(2021, 6, 1)
by_kind = pytest.mark.parametrize("cls", FOLDERS, ids=lambda cls: cls.kind)


def new(world: World, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words, "--content", str(world.content)])


def field_lines(text: str) -> list[str]:
    """The lines that are no comment."""
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def with_optional_fields(text: str) -> str:
    """The text as it is when the # in front of every field is deleted, then those inside, to the depth of the model."""
    for _ in range(4):
        text = re.sub(r"^( *)#(?! \S)(?=.)", r"\1", text, flags=re.MULTILINE)
    return text


@by_kind
def test_a_draft_names_its_schema_in_the_first_line(cls):
    assert (
        draft(cls, "A title", TODAY, {}).splitlines()[0]
        == f"# yaml-language-server: $schema=../.schema/{cls.kind}.json"
    )


@by_kind
def test_a_draft_has_the_required_fields_and_its_day_in_order_and_then_the_others(cls):
    written = written_fields(cls)
    required = [name for name, info in written.items() if info.is_required() or name == "added"]
    text = draft(cls, "A title", TODAY, {})
    assert re.findall(r"^(\w+):", text, re.MULTILINE) == required
    assert re.findall(r"^#(\w+):", text, re.MULTILINE) == [name for name in written if name not in required]


@by_kind
def test_a_draft_explains_every_field_above_it(cls):
    text = draft(cls, "A title", TODAY, {})
    for name, info in written_fields(cls).items():
        above = re.split(rf"^#?{name}:", text, flags=re.MULTILINE)[0].rpartition("\n\n")[2]
        assert info.description in above.replace("\n# ", " ").removeprefix("# ")


@by_kind
def test_a_draft_is_at_most_100_columns_wide(cls):
    assert [line for line in draft(cls, "A title", TODAY, {}).splitlines() if len(line) > 100] == []


@by_kind
def test_the_check_names_every_empty_value_of_a_draft_by_its_field_and_nothing_else(world: World, cls):
    file = start(world.content, cls.kind, "A title", TODAY, {})
    shown = file.relative_to(world.folder).as_posix()
    lines = enumerate(file.read_text("utf-8").splitlines(), 1)
    empty = {number for number, line in lines if re.fullmatch(r" *(- )?(\w+:|-)", line)}
    found = world.report().problems
    assert {p.place.path for p in found} == {shown} and all(p.field for p in found)
    assert {p.code for p in found} <= {"empty", "not-allowed", "too-few"}
    assert {p.place.line for p in found if p.code != "too-few"} <= empty


@by_kind
def test_the_optional_fields_of_a_draft_need_nothing_but_the_deletion_of_a_sign(
    tmp_path: Path, world: World, cls
):
    file = start(world.content, cls.kind, "A title", TODAY, {})
    file.write_text(with_optional_fields(file.read_text("utf-8")), encoding="utf-8")
    document, wrong = read(file, "x.yml")
    assert wrong == [] and list(document.data) == sorted(
        written_fields(cls), key=lambda n: not (written_fields(cls)[n].is_required() or n == "added")
    )
    assert {p.code for p in world.report().problems} <= {
        "empty",
        "not-allowed",
        "too-few",
        "wrong-type",
        "bool-type",
    }


def test_a_draft_reads_like_this(book: Handbook):
    lines = draft(KINDS["source"], 'A “title”: it\'s "new"', TODAY, examples(book)).split("\n\n")
    assert (
        lines[1] == f"# Its title, as published.\n# text, for example: {book.all('source')[0].title}\n"
        'title: "A “title”: it\'s \\"new\\""'
    )
    assert lines[4].splitlines()[1:] == [
        "# audit | parliament | government | provider | press | research | framework",
        "type:",
    ]
    assert "# Its address.\n# text, for example: https://example.org/report\n#url:" in lines


def test_the_command_takes_its_examples_from_the_records_that_stand_there(world: World):
    new(world, "lesson", "Carry fewer books")
    assert "# The organisation that it happened to.\n# text, for example: Old Town library\n" in world.read(
        "lessons/carry-fewer-books.yml"
    )


def test_a_draft_gets_no_example_where_no_record_uses_the_field_and_its_form_needs_no_hint(world: World):
    new(world, "product", "A list")
    assert "# The licence under which it may be used.\n#licence:" in world.read("products/a-list.yml")


def test_a_group_in_a_draft_has_its_dash_at_its_first_field():
    assert field_lines(draft(KINDS["lesson"], "A title", TODAY, {}))[-6:] == [
        "evidence:",
        "  - source:",
        "    says:",
        "state:",
        "contributed_by:",
        'reviewed: "2021-06-01"',
    ]


def test_no_example_stands_where_it_could_be_published():
    values = [
        line.partition(":")[2].strip() for cls in FOLDERS for line in field_lines(draft(cls, "T", TODAY, {}))
    ]
    assert set(values) == {"", '"T"', '"2021-06-01"'}


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Count the books", "count-the-books"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\nul", "c-windows-nul"),
        ("It's 5 o'clock: \"go\"", "its-5-oclock-go"),
        ("Straße nach Übersee", "strasse-nach-ubersee"),
        ("ŵyl yn Nhŷ Gwyrdd", "wyl-yn-nhy-gwyrdd"),
        ("two\nlines", "two-lines"),
        ("con", "con-lesson"),
        ("Index", "index-lesson"),
        ("🎉 party", "party"),
        (".hidden", "hidden"),
        ("x" * 300, "x" * 48),
        ("word " * 60, "-".join(["word"] * 9)),
        ("№ 7", "no-7"),
        ("図書館の移転", "tu-shu-guan-no-yi-zhuan"),
        ("Назвати читача", "nazvati-chitacha"),
        ("Łódź – Straße", "lodz-strasse"),
    ],
)
def test_a_title_suggests_an_id(title, id):
    assert id_from(title, "lesson") == id


@pytest.mark.parametrize("title", ["", " ", "🎉", "...", "../.."])
def test_a_title_without_a_plain_letter_is_refused_with_a_way_out(world: World, title):
    said = new(world, "lesson", title)
    assert (said.exit_code, said.stdout) == (1, "")
    assert (
        said.stderr
        == f"No file name can be made from the title “{title.strip()}”: it has no letter and no digit. Give one with --id.\n"
    )
    assert world.check() == []


@given(st.text(max_size=400))
def test_any_title_makes_a_safe_file_or_is_refused(world: World, title):
    try:
        file = start(world.content, "lesson", title, TODAY, {})
    except Refusal:
        return
    assert (
        file.parent == world.content / "lessons" and TypeAdapter(Slug).validate_python(file.stem) == file.stem
    )
    document, wrong = read(file, "x.yml")
    assert wrong == [] and "\n" not in document.data["title"] and document.data["type"] is None
    file.unlink()


def test_a_title_that_is_too_long_is_kept_and_named_by_the_check(world: World):
    start(world.content, "lesson", "word " * 60, TODAY, {})
    assert "title" in [p.field for p in world.report().problems]


def test_the_command_names_the_file_and_the_next_step(world: World):
    said = new(world, "lesson", "Carry fewer books")
    assert (said.exit_code, said.output) == (
        0,
        f"{world.content.as_posix()}/lessons/carry-fewer-books.yml\nFill it in, then run `make check`.\n",
    )
    assert f'added: "{date.today().isoformat()}"' in world.read("lessons/carry-fewer-books.yml")


def test_a_file_that_exists_is_never_overwritten(world: World):
    before = world.read("lessons/label-every-box.yml")
    said = new(world, "lesson", "Label every box!")
    assert (said.exit_code, said.stdout) == (1, "")
    assert (
        said.stderr
        == f"{world.content.as_posix()}/lessons/label-every-box.yml exists already, and nothing was changed. Give the new record another title.\n"
    )
    assert world.read("lessons/label-every-box.yml") == before


def test_a_link_to_nowhere_is_not_followed(world: World, tmp_path: Path):
    (world.content / "lessons" / "trap.yml").symlink_to(tmp_path / "outside.yml")
    assert new(world, "lesson", "Trap").exit_code == 1
    assert not (tmp_path / "outside.yml").exists()


def test_a_folder_that_is_not_there_yet_is_made(world: World):
    for file in (world.content / "sources").iterdir():
        file.unlink()
    (world.content / "sources").rmdir()
    assert start(world.content, "source", "A report", TODAY, {}).is_file()


def test_an_id_may_be_given_for_a_title_in_another_script(world: World):
    assert new(world, "role", "図書館", "--id", "library").exit_code == 0
    assert 'title: "図書館"' in world.read("roles/library.yml")


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("../x", "an id has lower-case letters, digits and single hyphens only"),
        ("con", "this id is reserved by Windows or by the site"),
        ("x" * 49, "an id has at most 48 characters"),
    ],
)
def test_an_id_that_is_given_must_be_one(world: World, id, why):
    said = new(world, "role", "Library", "--id", id)
    assert (said.exit_code, said.stderr) == (1, f"“{id}” cannot be an id: {why}.\n")


def test_without_content_nothing_is_begun(tmp_path: Path):
    said = CliRunner().invoke(main, ["new", "lesson", "A title", "--content", str(tmp_path / "none")])
    assert (said.exit_code, list(tmp_path.iterdir())) == (2, [])
