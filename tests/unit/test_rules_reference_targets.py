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


def test_unknown_id_where_there_are_many_the_folder_is_named(world: World):
    for n in range(16):
        world.copy("sources/town-report.yml", f"sources/s{n}.yml", title=f"{n}{n}{n}")
    world.change("lessons/label-every-box.yml", "source: town-report", "source: zzz")
    assert (
        f"{LESSON}:17:13: evidence 1, source: there is no source “zzz”. The ids are the file names in content/sources/."
        in world.check()
    )


def test_unknown_kind_a_reference_without_a_kind_is_named(world: World):
    world.change("overview/why.yml", "related: [phase/plan]", "related: [plan]")
    assert world.check() == [
        "content/overview/why.yml:13:11: related 1: “plan” does not name a record. Write the kind, a slash and the id, such as phase/plan. "
        "The kinds are: activity, crosswalk, example, framework, function, glossary, layer, lesson, migration, overview, "
        "phase, product, question, questions, role, route, side, site, "
        "source, stage, term, workstream."
    ]
    assert world.codes() == ["unknown-kind"]


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
