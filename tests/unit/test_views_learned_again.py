"""Lessons that more than one organisation learned."""

from __future__ import annotations

from world import World

from macros.pages.views.learned_again import learned_again

LESSON = "lessons/label-every-box.yml"


def seen(world: World, name: str, *sightings: str) -> None:
    """Add a lesson that was seen again, each time as the inside of a YAML mapping says."""
    entries = ", ".join(f"{{source: town-report, says: Again., {inside}}}" for inside in sightings)
    world.copy(
        LESSON, f"lessons/{name}.yml", title=name.capitalize(), state=f"identified\nseen_again: [{entries}]"
    )


def shown(world: World) -> list[tuple[int, list[tuple[str, int | None, int | None]]]]:
    return [
        (number, [(one.lesson.id, one.first, one.last) for one in those])
        for number, those in learned_again(world.handbook())
    ]


def test_a_lesson_of_one_organisation_is_left_out(world: World):
    assert shown(world) == []


def test_an_organisation_that_saw_the_same_twice_counts_once(world: World):
    seen(world, "twice", "organisation: Old Town library")
    assert shown(world) == []
    assert world.handbook().get("lesson", "twice").bodies == ("Old Town library",)


def test_more_organisations_come_first_and_then_more_years(world: World):
    seen(world, "three", "organisation: New Town", "organisation: Far Town")
    seen(world, "soon", 'organisation: New Town, when: "2011"')
    seen(world, "late", "organisation: New Town, when: 2019-05")
    assert [(number, [name for name, _, _ in those]) for number, those in shown(world)] == [
        (3, ["three"]),
        (2, ["late", "soon"]),
    ]


def test_the_years_are_those_that_sources_give(world: World):
    seen(world, "dated", "organisation: New Town, when: 2019-05", "organisation: New Town")
    ((_, ((_, first, last),)),) = shown(world)
    lesson = world.handbook().get("lesson", "dated")
    assert (first, last) == (int(lesson.when[:4]) if lesson.when else 2019, 2019)


def test_a_lesson_that_was_retired_is_left_out(world: World):
    seen(world, "old", "organisation: New Town")
    world.change("lessons/old.yml", "state: identified", "state: retired")
    assert shown(world) == []
