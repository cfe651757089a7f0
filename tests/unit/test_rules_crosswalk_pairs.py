"""Other frameworks: pairs are checked, and read in both directions."""

from __future__ import annotations

import csv
import io
import json

import pytest
from world import World

from macros.loading.other_frameworks import elsewhere, from_ours, from_theirs
from macros.publishing.crosswalk_data import files

FILE = "crosswalks/old-way.yml"
WALK = """\
title: The old way
summary: How libraries moved before.
publisher: Old Town
edition: "2"
checked: 2020-05
url: https://example.org/old
licence: Free
complete: false
reach: The first chapter.
entries:
  - {id: A, title: All of it, sort: part}
  - {id: A 1, title: Count the books, sort: chapter, parent: A}
  - {id: A 2, sort: chapter, parent: [A]}
pairs:
  - {theirs: A 1, ours: [activity/ACTIVITY, product/book-list]}
"""


@pytest.fixture
def walked(world: World) -> World:
    """A small framework beside another, with a pair of an activity and of a product."""
    activity = world.handbook().all("activity")[0].id
    world.write(FILE, WALK.replace("ACTIVITY", activity))
    return world


def test_a_crosswalk_is_read_in_both_directions_and_keeps_what_has_no_pair(walked: World):
    handbook = walked.handbook()
    walk = handbook.get("crosswalk", "old-way")
    activities = handbook.all("activity")
    theirs = [(entry.id, [record.id for record in ours]) for entry, ours in from_theirs(handbook, walk)]
    assert theirs == [("A", []), ("A 1", [activities[0].id, "book-list"]), ("A 2", [])]
    ours = {record.id: [entry.id for entry in theirs] for record, theirs in from_ours(handbook, walk)}
    assert ours == {
        **{activity.id: [] for activity in activities},
        activities[0].id: ["A 1"],
        "book-list": ["A 1"],
    }


def test_a_record_knows_the_parts_of_other_frameworks_that_do_its_work(walked: World):
    handbook = walked.handbook()
    first, second = handbook.all("activity")[:2]
    assert [(walk.id, [entry.id for entry in found]) for walk, found in elsewhere(handbook, first)] == [
        ("old-way", ["A 1"])
    ]
    assert elsewhere(handbook, second) == []


def test_a_crosswalk_is_a_table_and_json_with_what_has_no_pair(walked: World):
    build = walked.build()
    made = files(build)
    table = made["data/crosswalk/old-way.csv"]
    assert isinstance(table, bytes)
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    pairs = [(row["theirs.id"], row["ours.id"]) for row in rows]
    first, *others = [activity.id for activity in build.handbook.all("activity")]
    alone = [("", other) for other in others]
    assert pairs == [("A", ""), ("A 1", first), ("A 1", "book-list"), ("A 2", ""), *alone]
    assert {row["edition"] for row in rows} == {"2"}
    whole = json.loads(made["data/crosswalk/old-way.json"])
    assert [part["id"] for part in whole["theirs_to_ours"]] == ["A", "A 1", "A 2"]
    assert whole["ours_to_theirs"][0]["theirs"][0]["title"] == "Count the books"


USE_LISTED = "Use an id of the list under “entries”, or add it there."


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "theirs: A 1",
            "theirs: Chapter",
            f"15:14: pairs 1, theirs: the list of this framework has no “Chapter”. {USE_LISTED}",
        ),
        (
            "parent: [A]",
            "parent: [A, B]",
            f"13:42: entries 3, parent 2: the list of this framework has no “B”. {USE_LISTED}",
        ),
    ],
    ids=["of a pair", "of a part"],
)
def test_not_in_list_an_id_that_the_list_has_not_is_named(walked: World, old: str, new: str, line: str):
    walked.change(FILE, old, new)
    assert walked.found() == [("not-in-list", f"content/{FILE}:{line}")]


def test_unknown_id_a_pair_with_a_record_that_does_not_exist_is_named(walked: World):
    walked.change(FILE, "product/book-list", "product/book-lists")
    walked.check()
    assert walked.codes() == ["unknown-id"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("- {id: A 2,", "- {id: A 1,", "13:10: entries 3, id: “A 1”"),
        (
            "product/book-list]}",
            "product/book-list]}\n  - {theirs: A 1, ours: product/book-list}",
            "16:14: pairs 2, theirs: “A 1”",
        ),
        (
            "product/book-list]",
            "product/book-list, product/book-list]",
            "15:71: pairs 1, ours 3: “product/book-list”",
        ),
    ],
    ids=["in the list", "in the pairs", "in one pair"],
)
def test_twice_in_crosswalk_an_id_that_is_there_twice_is_named(walked: World, old: str, new: str, line: str):
    walked.change(FILE, old, new)
    assert walked.found() == [
        ("twice-in-crosswalk", f"content/{FILE}:{line} is here twice. Join the two, or delete one.")
    ]


def test_two_pairs_may_lead_to_one_record(walked: World):
    walked.add(FILE, "  - {theirs: A 2, ours: product/book-list}\n")
    assert walked.check() == []
