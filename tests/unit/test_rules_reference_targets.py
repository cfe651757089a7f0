"""Every reference points to a record that exists."""

from __future__ import annotations

import pytest
from world import World

LESSON = "content/lessons/label-every-box.yml"
COUNT = "content/activities/count-the-books.yml"
CARRY = "content/activities/carry-the-books.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (
            "lessons/label-every-box.yml",
            "phases: move",
            "phases: mvoe",
            f"{LESSON}:12:9: phases 1: there is no phase “mvoe”. Did you mean “move”?",
        ),
        (
            "lessons/label-every-box.yml",
            "phases: move",
            "phases: zzz",
            f"{LESSON}:12:9: phases 1: there is no phase “zzz”. There are: plan, move.",
        ),
        (
            "lessons/label-every-box.yml",
            "products: [book-list]",
            "products: [van, lorry]",
            f"{LESSON}:15:17: products 2: there is no product “lorry”. There are: book-list, filled-rooms, moved-books, room-plan, van.",
        ),
        (
            "activities/count-the-books.yml",
            "led_by: library",
            "led_by: libary",
            f"{COUNT}:5:9: led_by: there is no side “libary”. Did you mean “library”?",
        ),
        (
            "activities/count-the-books.yml",
            "    text: Count it again.\n    side: library",
            "    text: Count it again.\n    side: driver",
            f"{COUNT}:15:11: steps 2, side: there is no side “driver”. Did you mean “carrier”?",
        ),
        (
            "activities/count-the-books.yml",
            "source: practice",
            "source: practise",
            f"{COUNT}:29:13: basis 1, source: there is no source “practise”. There are: town-report.",
        ),
        (
            "overview/why.yml",
            "related: [phase/plan]",
            "related: [phase/plam]",
            "content/overview/why.yml:13:11: related 1: there is no phase “plam”. Did you mean “plan”?",
        ),
        (
            "framework.yml",
            "key_migration: old-town",
            "key_migration: new-town",
            "content/framework.yml:37:16: key_migration: there is no migration “new-town”. Did you mean “old-town”?",
        ),
        (
            "framework.yml",
            "    layer: shelf",
            "    layer: self",
            "content/framework.yml:18:12: routes 1, layer: there is no layer “self”. Did you mean “shelf”?",
        ),
        (
            "glossary.yml",
            "product/book-list",
            "product/book",
            "content/glossary.yml:8:11: terms 1, see 1: there is no product “book”. Did you mean “book-list”?",
        ),
    ],
)
def test_unknown_id_a_reference_to_nothing_is_named_with_what_was_meant(world: World, path, old, new, line):
    world.change(path, old, new)
    assert line in world.check() and "unknown-id" in world.codes()


def test_unknown_id_a_record_that_was_renamed_is_named_by_its_new_id(world: World):
    world.add("products/van.yml", "formerly: [lorry]\n")
    world.change("activities/carry-the-books.yml", "product: van", "product: lorry")
    assert (
        f"{CARRY}:19:14: inputs 2, product: there is no product “lorry”. It is now called “van”."
        in world.check()
    )


def test_unknown_id_up_to_fifteen_ids_are_listed_and_of_more_the_folder_is_named(world: World):
    for letter in "abcdefghijklmn":
        world.copy("sources/town-report.yml", f"sources/{letter * 5}.yml", title=letter * 5)
    world.change("lessons/label-every-box.yml", "source: town-report", "source: zzz")
    here = f"{LESSON}:17:13: evidence 1, source: there is no source “zzz”."
    ids = ", ".join([*(letter * 5 for letter in "abcdefghijklmn"), "town-report"])
    assert f"{here} There are: {ids}." in world.check()
    world.copy("sources/town-report.yml", "sources/ooooo.yml", title="ooooo")
    assert f"{here} The ids are the file names in content/sources/." in world.check()


KINDS = (
    "The kinds are: activity, crosswalk, example, framework, function, glossary, layer, lesson, migration, overview, "
    "phase, product, question, questions, role, route, side, site, source, stage, term, workstream."
)
RELATED = "content/overview/why.yml:13:11: related 1: "


@pytest.mark.parametrize("written", ["plan", "phase", "animal/cat"])
def test_unknown_kind_a_reference_without_a_kind_is_named(world: World, written: str):
    world.change("overview/why.yml", "related: [phase/plan]", f"related: [{written}]")
    assert world.found() == [
        (
            "unknown-kind",
            f"{RELATED}“{written}” does not name a record. Write the kind, a slash and the id, such as phase/plan. "
            f"{KINDS}",
        )
    ]


def test_unknown_kind_where_there_is_no_phase_none_is_given_as_an_example(world: World):
    world.change("overview/why.yml", "related: [phase/plan]", "related: [plan]")
    world.delete("phases/plan.yml")
    world.delete("phases/move.yml")
    (line,) = (line for code, line in world.found() if code == "unknown-kind")
    assert line == f"{RELATED}“plan” does not name a record. Write the kind, a slash and the id. {KINDS}"


def test_unknown_id_what_comes_after_the_first_slash_is_the_id(world: World):
    world.change("overview/why.yml", "related: [phase/plan]", "related: [phase/plan/now]")
    assert world.found() == [("unknown-id", f"{RELATED}there is no phase “plan/now”. Did you mean “plan”?")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "crosswalk/zzz",
            "there is no crosswalk “zzz”. The ids are the file names in content/crosswalks/.",
        ),
        ("question/zzz", "there is no question “zzz”."),
    ],
)
def test_unknown_id_where_there_is_no_record_of_a_kind_its_folder_is_named(
    world: World, written: str, said: str
):
    world.change("overview/why.yml", "related: [phase/plan]", f"related: [{written}]")
    assert world.found() == [("unknown-id", f"{RELATED}{said}")]


def test_unknown_id_a_reference_to_a_draft_is_named_with_what_to_do(world: World):
    world.add("products/van.yml", "draft: true\n")
    assert world.found() == [
        (
            "unknown-id",
            f"{CARRY}:19:14: inputs 2, product: there is no product “van”. "
            "It is a draft, so it is not on the site. Finish it, or take this out until then.",
        )
    ]


def test_unknown_id_what_a_local_handbook_hides_itself_is_named_in_its_own_files_only(world: World):
    world.write("local/site.yml", "organisation: Us\n")
    world.write("local/hidden.yml", "hidden:\n  - {record: migrations/old-town, why: We have none.}\n")
    world.write("local/framework.yml", "key_migration: old-town\n")
    assert [line for line in world.check() if line.startswith("content/local/")] == [
        "content/local/framework.yml:1:16: key_migration: there is no migration “old-town”. "
        "You hide it yourself, in content/local/hidden.yml."
    ]


def test_unknown_step_a_step_that_the_activity_does_not_have_is_named(world: World):
    world.change("lessons/label-every-box.yml", "at: carry-the-books#pack", "at: carry-the-books#pact")
    assert (world.check(), world.codes()) == (
        [f"{LESSON}:11:5: at 1: the activity “carry-the-books” has no step “pact”. Did you mean “pack”?"],
        ["unknown-step"],
    )


def test_unknown_step_where_none_is_near_all_are_named(world: World):
    world.change("lessons/label-every-box.yml", "at: carry-the-books#pack", "at: carry-the-books#zzz")
    assert world.check() == [
        f"{LESSON}:11:5: at 1: the activity “carry-the-books” has no step “zzz”. Its steps are: pack, drive."
    ]


def test_unknown_id_a_hidden_record_that_another_needs_hides_no_reference_to_nothing(world: World):
    world.write("local/site.yml", "organisation: Us\n")
    world.write("local/hidden.yml", "hidden:\n  - {record: roles/librarian, why: We have none.}\n")
    world.change("activities/count-the-books.yml", "source: practice", "source: zzz")
    assert [code for code, line in world.found() if line.startswith(f"{COUNT}:")] == [
        "needs-hidden",
        "unknown-id",
    ]


def test_a_reference_into_a_file_that_cannot_be_read_is_not_named_as_well(world: World):
    world.change("overview/why.yml", "related: [phase/plan]", "related: [term/shelf-mark, term/zzz]")
    assert [code for code, _ in world.found()] == ["unknown-id"]
    world.add("glossary.yml", "colour: red\n")
    assert [line.partition(":")[0] for line in world.check()] == ["content/glossary.yml"]


def test_a_lesson_may_be_at_an_activity_as_a_whole(world: World):
    world.change("lessons/label-every-box.yml", "at: carry-the-books#pack", "at: carry-the-books")
    assert world.check() == []


def test_a_lesson_at_an_activity_that_does_not_exist_is_named(world: World):
    world.change("lessons/label-every-box.yml", "at: carry-the-books#pack", "at: carry-books#pack")
    assert world.check() == [
        f"{LESSON}:11:5: at 1: there is no activity “carry-books”. Did you mean “carry-the-books”?"
    ]


def test_practice_is_allowed_where_advice_comes_from_and_nowhere_else(world: World):
    world.change("lessons/label-every-box.yml", "source: town-report", "source: practice")
    assert (
        f"{LESSON}:17:13: evidence 1, source: there is no source “practice”. There are: town-report."
        in world.check()
    )
