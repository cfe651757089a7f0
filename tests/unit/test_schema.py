"""Editors know the same fields as the check, and never flag what the check lets pass."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from world import ROOT, World

from macros.authoring import editor_schema
from macros.authoring.editor_schema import names_of, schemas
from macros.commands.cli import main
from macros.model import FILES, FOLDERS, KINDS, SINGLES, Language
from macros.model.partial_date import PartialDate
from macros.model.shape import written_fields

# Each process would make the schemas again.
pytestmark = pytest.mark.xdist_group("schema")
LESSON = KINDS["lesson"]
# They take longer to make than to ask.
schema = cache(editor_schema.schema)
current = cache(schemas)
by_kind = pytest.mark.parametrize("cls", FILES, ids=lambda cls: cls.kind)


class AsEditorsRead(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: a year alone is a number, and a day or `no` is a text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, form, starts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), starts)


def wrong(cls: Any, text: str, made: Any = None) -> list[str]:
    """What an editor flags in `text`, as the place and the rule."""
    found = Draft202012Validator(made or schema(cls)).iter_errors(yaml.load(text, AsEditorsRead))
    return [f"{e.json_path} {e.validator}" for e in found]


def fields(node: Any, path: str = "") -> Any:
    """Every field of a schema with its path."""
    for name, field in node.get("properties", {}).items():
        yield f"{path}.{name}", field
    for name, group in node.get("$defs", {}).items():
        yield from fields(group, name)


def test_the_committed_schemas_are_those_of_the_model():
    committed = {file.name: file.read_text("utf-8") for file in (ROOT / "content" / ".schema").glob("*.json")}
    made = current()
    stale = sorted(name for name in {*committed, *made} if committed.get(name) != made.get(name))
    assert stale == [], "The fields have changed. Run `handbook schema` and commit what it writes."


@by_kind
def test_every_schema_is_one(cls):
    Draft202012Validator.check_schema(schema(cls))


@by_kind
def test_every_field_that_is_written_is_there_in_order_and_the_injected_id_is_not(cls):
    assert list(schema(cls)["properties"]) == [
        info.alias or name for name, info in written_fields(cls).items()
    ]
    assert "id" not in schema(cls)["properties"] and "id" not in schema(cls)["required"]


@by_kind
def test_every_field_says_what_it_is_and_what_it_means(cls):
    made = schema(cls)
    for path, field in fields(made):
        group = made.get("$defs", {}).get(field.get("$ref", "").rpartition("/")[2], {})
        shown = {**group, **field}
        assert shown["title"] == path.rpartition(".")[2].title().replace("_", " "), path
        assert shown["description"], path


@by_kind
def test_every_group_refuses_fields_that_do_not_exist(cls):
    made = schema(cls)
    assert [
        group["title"]
        for group in (made, *made.get("$defs", {}).values())
        if group["additionalProperties"] is not False and group["title"] != "Conditions"
    ] == []


@by_kind
def test_every_example_is_allowed_where_it_stands(cls):
    made = schema(cls)
    for path, field in fields(made):
        for example in field.get("examples", ()):
            assert Draft202012Validator({**field, "$defs": made.get("$defs", {})}).is_valid(example), path


@pytest.mark.slow  # every record against every field
@by_kind
def test_every_record_of_the_handbook_is_flagged_nowhere(cls):
    checked = Draft202012Validator(schema(cls))
    files = sorted((ROOT / "content").glob(f"{cls.folder}/*.yml" if cls.folder else f"{cls.kind}.yml"))
    assert files
    for file in files:
        found = checked.iter_errors(yaml.load(file.read_text("utf-8"), AsEditorsRead))
        assert [f"{e.json_path} {e.message}" for e in found] == [], file.name


@by_kind
def test_every_record_of_another_framework_is_flagged_nowhere(world: World, cls):
    for file in world.content.glob(f"{cls.folder}/*.yml" if cls.folder else f"{cls.kind}.yml"):
        assert wrong(cls, file.read_text("utf-8")) == [], file.name


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: avoid", "type: avoided", ["$.type enum"]),
        ("type: avoid", "tyep: avoid", ["$ additionalProperties", "$ required"]),
        ("title:", "id: one\ntitle:", ["$ additionalProperties"]),
        ("phases: move", "phases: Move!", ["$.phases anyOf"]),
        ("phases: move", f"phases: {'x' * 49}", ["$.phases anyOf"]),
        ("phases: move", "phases: {a: b}", ["$.phases anyOf"]),
        ("phases: move", "phases: [move, plan]", []),
        ("migration: old-town", "migration: Old Town", ["$.migration pattern"]),
        ("migration: old-town", "migration:", ["$.migration type"]),
        ("added: 2020-01-02", "added: in May", ["$.added pattern"]),
        ("added: 2020-01-02", "added: 2020-Q5", ["$.added pattern"]),
        ("added: 2020-01-02", "added: 2020-Q4", []),
        ("added: 2020-01-02", "added: 2020", []),
        ("organisation: Old Town library", "organisation: [a]", ["$.organisation type"]),
        ("organisation: Old Town library", "organisation: 1984", []),
        ("organisation: Old Town library", "organisation: no", []),
    ],
    ids=lambda value: value if isinstance(value, str) and value else None,
)
def test_a_mistake_is_flagged_where_it_stands(world: World, old, new, said):
    text = world.read("lessons/label-every-box.yml")
    assert old in text
    assert wrong(LESSON, text.replace(old, new, 1)) == said


@pytest.mark.parametrize(
    "text",
    [
        "2009",
        "2009-04",
        "2007-Q3",
        "2009-04-01",
        "09",
        "2009-4",
        "2007-Q0",
        "not-given",
        "x2009",
        "2009-04-01x",
    ],
)
def test_a_date_has_the_form_that_the_check_asks_for(text):
    pattern = schema(LESSON)["properties"]["when"]["pattern"]
    try:
        PartialDate.parse(text)
    except Exception:
        assert not Draft202012Validator({"pattern": pattern}).is_valid(text)
    else:
        assert Draft202012Validator({"pattern": pattern}).is_valid(text)


def test_a_site_may_say_some_words_and_a_language_says_them_all(world: World):
    some = "labels: {menu: Way, pages: {lessons: {title: Tales}}, n_lessons: {one: A tale}}\n"
    assert wrong(KINDS["site"], world.read("site.yml") + some) == ["$.labels.n_lessons required"]
    assert "$.labels required" in wrong(Language, f"title: X\nsummary: X.\n{some}")


def test_a_committed_schema_holds_no_ids_so_that_a_new_record_changes_no_other_file(world: World):
    before = current()
    world.copy("lessons/label-every-box.yml", "lessons/another.yml")
    assert schemas() == before and not any('"known-' in text for text in before.values())


def test_a_copy_with_ids_suggests_what_exists_and_lets_pass_what_may_exist_tomorrow(world: World):
    made = editor_schema.schema(LESSON, names_of(world.handbook()))
    assert made["$defs"]["known-phase"] == {
        "enum": ["plan", "move"],
        "enumDescriptions": [world.handbook().get("phase", id).title for id in ("plan", "move")],
    }
    assert {"count-the-books", "count-the-books#count-again"} < set(made["$defs"]["known-step"]["enum"])
    text = world.read("lessons/label-every-box.yml")
    assert (
        wrong(LESSON, text, made)
        == []
        == wrong(LESSON, text.replace("phases: move", "phases: tomorrow"), made)
    )
    assert wrong(LESSON, text.replace("phases: move", "phases: Move!"), made) == ["$.phases anyOf"]


def test_a_copy_with_ids_knows_the_words_that_may_stand_in_place_of_one(world: World):
    made = editor_schema.schema(KINDS["role"], names_of(world.handbook()))
    source = made["$defs"]["Basis"]["properties"]["source"]
    assert source["anyOf"][:2] == [{"$ref": "#/$defs/known-source"}, {"enum": ["practice"]}]


def test_the_command_writes_the_schemas_beside_the_records_and_the_check_ignores_them(world: World):
    said = CliRunner().invoke(main, ["schema", "--content", str(world.content)])
    assert (said.exit_code, said.output) == (0, f"The schemas are in {world.content.as_posix()}/.schema.\n")
    assert {file.name: file.read_text("utf-8") for file in (world.content / ".schema").iterdir()} == current()
    assert world.check() == []


def test_the_command_writes_a_copy_with_ids_apart_and_leaves_the_committed_ones_alone(world: World):
    assert CliRunner().invoke(main, ["schema", "--with-ids", "--content", str(world.content)]).exit_code == 0
    assert [file.name for file in (world.content / ".schema").iterdir()] == ["local"]
    assert '"label-every-box"' in (world.content / ".schema/local/lesson.json").read_text("utf-8")
    assert "/content/.schema/local/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_the_command_makes_no_folder_where_there_is_no_content(tmp_path: Path):
    said = CliRunner().invoke(main, ["schema", "--content", str(tmp_path / "none")])
    assert (said.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "There is no folder" in said.stderr


def test_the_editor_settings_map_every_kind_of_file_to_its_schema():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    records = {
        f"{cls.kind}.json": [f"content/{cls.folder}/*.yml", f"content/local/{cls.folder}/*.yml"]
        for cls in FOLDERS
    }
    singles = {
        f"{cls.kind}{part}.json": f"content{folder}/{cls.kind}.yml"
        for cls in SINGLES
        for part, folder in (("", ""), ("-own", "/local"))
    }
    others = {
        "language.json": "content/languages/*.yml",
        "language-own.json": "content/local/languages/*.yml",
        "hidden.json": "content/local/hidden.yml",
    }
    assert settings["yaml.schemas"] == {
        f"./content/.schema/{name}": files for name, files in {**records, **singles, **others}.items()
    }
    assert set(settings["yaml.schemas"]) == {f"./content/.schema/{name}" for name in current()}


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("site", "title: Ours\n", []),
        ("framework", "sides:\n  - {id: library, title: Us}\n", []),
        ("framework", "sides:\n  - {title: Us}\n", ["$.sides[0] required"]),
        ("framework", "phases: {add: rest, after: plan}\n", []),
        ("framework", "phases:\n  - {add: [rest, store], before: plan}\n", []),
        ("framework", "phases: {after: plan}\n", ["$.phases anyOf"]),
        ("glossary", "terms:\n  - {id: shelf, sumary: X}\n", ["$.terms[0] additionalProperties"]),
        ("language", "labels: {n_lessons: {one: A}}\n", ["$.labels.n_lessons required"]),
    ],
)
def test_a_file_of_a_teams_own_folder_may_be_a_part(kind, text, said):
    made = json.loads(current()[f"{kind}-own.json"])
    assert wrong(None, text, made) == said
