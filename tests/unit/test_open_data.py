"""Every list as JSON and as a table, with a schema that the data fits."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from forks import make_fork
from jsonschema import Draft202012Validator
from test_rules_binding_rules import ruled
from world import ROOT, THEME, World

from macros.checks.check import checked
from macros.pages.addresses import Addresses
from macros.publishing.build import Build, Folders
from macros.publishing.csv_rows import as_csv
from macros.publishing.data_schema import LISTS, schemas
from macros.publishing.exports import TEMPLATE, exports, makers
from macros.publishing.handbook_data import data
from macros.sheets.files.delimited import harmless

NAMES = ["handbook", *LISTS]


def real(project: Path) -> dict[str, Any]:
    """The data of a whole handbook, as other software reads it."""
    folders = Folders(project / "content", project / "docs", THEME)
    report = checked(folders.content, folders.docs, folders.theme)
    assert report.handbook
    return json.loads(json.dumps(data(Build(report.handbook, folders, Addresses()))))


def wrong(name: str, value: Any) -> list[str]:
    return [
        f"{list(error.absolute_path)}: {error.message[:200]}"
        for error in Draft202012Validator(schemas()[name]).iter_errors(value)
    ]


@pytest.mark.slow  # every record against every field
def test_all_of_our_data_fits_its_schema():
    assert wrong("handbook", real(ROOT)) == []


def test_each_list_fits_its_own_schema(tmp_path: Path):
    small = real(make_fork(tmp_path))
    assert {
        name: found for name in NAMES if (found := wrong(name, small if name == "handbook" else small[name]))
    } == {}


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one_and_names_only_parts_that_it_holds(name: str):
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    used = {part.split('"')[0] for part in json.dumps(schema).split('"#/$defs/')[1:]}
    assert used == set(schema["$defs"])


@pytest.mark.parametrize(
    "change",
    [
        lambda van: van.pop("purpose"),
        lambda van: van.pop("files"),
        lambda van: van.pop("address"),
        lambda van: van.update(type="lorry"),
        lambda van: van.update(wheels=4),
        lambda van: van.update(external="yes"),
        lambda van: van["contents"][0].pop("heading"),
        lambda van: van["links"].append({"field": "x", "id": "y"}),
        lambda van: van.update(id=None),
    ],
)
def test_a_schema_refuses_data_that_does_not_fit(world: World, change):
    products = json.loads(json.dumps(data(world.build())["products"]))
    change(next(p for p in products if p["id"] == "van"))
    assert len(wrong("products", products)) == 1


def test_a_field_that_the_data_renames_is_described_under_that_name(world: World):
    world.add("products/van.yml", "links:\n  - {title: Wheels, url: 'https://e.org/'}\n")
    products = json.loads(json.dumps(data(world.build())["products"]))
    assert [p["examples"] for p in products if p["examples"]] == [
        [{"title": "Wheels", "url": "https://e.org/"}]
    ] and wrong("products", products) == []


def test_the_data_of_a_copy_fits_the_same_schema(world: World):
    assert wrong("handbook", json.loads(json.dumps(data(world.build(directory=False, offline=True))))) == []


def test_a_schema_says_its_address_when_the_site_knows_its_own(world: World):
    assert "$id" not in schemas()["lessons"]
    world.write("site.yml", "address: https://books.example.org\n" + world.read("site.yml"))
    assert (
        json.loads(exports(world.build())["data/schema/lessons.json"])["$id"]
        == "https://books.example.org/data/schema/lessons.json"
    )


def test_the_site_has_every_list_in_both_forms_with_a_schema_and_copies_have_the_whole_alone(world: World):
    site = [path for path in exports(world.build()) if path.startswith("data/")]
    assert sorted(site) == sorted(
        [
            "data/handbook.json",
            TEMPLATE,
            *(f"data/{name}.{form}" for name in LISTS for form in ("json", "csv")),
            *(f"data/schema/{name}.json" for name in (*NAMES, "project")),
        ]
    )
    copy = exports(world.build(directory=False, offline=True))
    assert sorted(path for path in copy if path.startswith("data/")) == ["data/handbook.json", TEMPLATE]


def test_a_file_that_is_asked_for_again_is_made_again(world: World):
    make = makers(world.build())["data/lessons.csv"]
    assert make() == make() != ""


def test_a_list_alone_holds_what_it_holds_in_the_whole(world: World):
    files = exports(world.build())
    whole = json.loads(files["data/handbook.json"])
    assert {name: json.loads(files[f"data/{name}.json"]) for name in LISTS} == {
        name: whole[name] for name in LISTS
    }


# Tables


def table(records: list[dict[str, Any]]) -> list[list[str]]:
    raw = as_csv(records)
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_a_table_has_one_row_a_record_and_one_column_a_field(world: World):
    rows = list(
        csv.DictReader(
            io.StringIO(exports(world.build())["data/lessons.csv"].decode("utf-8-sig"), newline="")
        )
    )
    assert len(rows) == 1
    assert (rows[0]["id"], rows[0]["title"], rows[0]["evidence.1.where"], rows[0]["products"]) == (
        "label-every-box",
        "Label every box",
        "page 3",
        "book-list",
    )


def test_a_rule_of_a_step_has_columns_with_whose_it_is_and_when_it_was_read(world: World):
    made = exports(ruled(world).build())["data/activities.csv"].decode("utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(made, newline="")) if row["id"] == "count-the-books")
    rule = {name.removeprefix("steps.1.rules.1."): cell for name, cell in row.items() if ".rules." in name}
    assert rule == {
        "text": "Ask the mayor for the key.",
        "applies_to.town": "new",
        "checked": "2021-02-03",
        "sources": "town-report",
    }
    assert (row["latest.1.applies_to.town"], row["latest.1.checked"]) == ("new", "2021-02-04")


def test_lists_of_texts_stand_in_one_cell_and_other_lists_in_numbered_columns_that_stand_together():
    assert table(
        [
            {
                "id": "a",
                "at": ["x", "y"],
                "facts": [{"says": "1", "basis": [{"by": "z"}]}],
                "end": True,
                "links": [1],
                "backlinks": [],
            },
            {"id": "b", "at": [], "facts": [{"says": "2", "where": "p"}, {"says": "3"}], "end": False},
            {"id": "c", "facts": [], "notes": []},
        ]
    ) == [
        ["id", "at", "facts.1.says", "facts.1.basis.1.by", "facts.1.where", "facts.2.says", "end", "notes"],
        ["a", "x\ny", "1", "z", "", "", "true", ""],
        ["b", "", "2", "", "p", "3", "false", ""],
        ["c", "", "", "", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", '=HYPERLINK("https://e.org")']
)
def test_no_cell_begins_as_a_formula(cell: str):
    assert harmless(cell) == f"'{cell}"
    assert table([{"id": cell}])[1] == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["", "1-1", "don't", "'tis", "é", "a=b", " -"])
def test_other_cells_stay_as_they_are(cell: str):
    assert harmless(cell) == cell
