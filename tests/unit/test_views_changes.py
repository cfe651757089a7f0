"""What changed from edition to edition, read off records."""

from __future__ import annotations

from world import World

from macros.pages.views.changes import EditionChanges, editions
from macros.publishing.surroundings import surroundings

LESSON = "lessons/label-every-box.yml"
EDITIONS = """\
editions:
  - {id: "1", date: 2021-05, summary: The second.}
  - {id: "0", date: 2020-06-30, summary: The first.}
"""


def found(world: World, dated: bool = True) -> dict[str, EditionChanges]:
    if dated:
        world.change("framework.yml", 'edition: "1"\n', 'edition: "1"\n' + EDITIONS)
    return {edition.name: edition for edition in editions(world.handbook())}


def titles(changes: list) -> list[tuple[str, list[str]]]:
    return [(record.title, [note.what for note in notes]) for record, notes in changes]


def test_the_first_edition_holds_what_has_no_day_and_what_is_older(world: World):
    first = found(world)["0"]
    assert first.first and {cls.kind: n for cls, n in first.counts()} == {
        "overview": 1,
        "phase": 2,
        "workstream": 2,
        "role": 2,
        "activity": 4,
        "lesson": 1,
        "product": 5,
        "migration": 1,
        "source": 1,
    }


def test_without_days_of_editions_there_is_one_and_it_holds_everything(world: World):
    world.add(
        "products/van.yml", "added: 2021-01-01\nnotes:\n  - {date: 2021-02-01, what: It was painted.}\n"
    )
    (one,) = found(world, dated=False).values()
    assert (one.name, one.date, one.first, len(one.added), one.changed) == ("1", "", True, 19, [])


def test_the_newest_comes_first_and_what_changed_in_each_stands_with_its_notes(world: World):
    world.add("products/van.yml", "added: 2020-07-01\n")
    world.add(
        "roles/driver.yml",
        "notes:\n  - {date: 2021-02-01, what: Drives at night.}\n  - {date: 2020-02-01, what: Drives.}\n",
    )
    every = found(world)
    assert list(every) == ["1", "0"]
    assert [r.title for r in every["1"].added] == ["Van"] and titles(every["1"].changed) == [
        ("Driver", ["Drives at night."])
    ]
    assert every["0"].changed == []


def test_a_note_on_what_came_with_the_same_edition_is_no_change(world: World):
    world.add(
        "products/van.yml", "added: 2020-07-01\nnotes:\n  - {date: 2020-08-01, what: It was painted.}\n"
    )
    assert found(world)["1"].changed == []


def test_a_retired_lesson_is_retired_in_the_edition_of_its_last_note(world: World):
    world.change(LESSON, "state: identified", "state: retired")
    world.add(
        LESSON,
        "notes:\n  - {date: 2021-01-01, what: Corrected.}\n  - {date: 2021-06-01, what: Boxes come with labels.}\n",
    )
    every = found(world)
    assert titles(every[""].retired) == [("Label every box", ["Boxes come with labels."])]
    assert (titles(every["1"].changed), every["1"].retired) == ([("Label every box", ["Corrected."])], [])


def test_what_is_younger_than_the_newest_edition_comes_before_it(world: World):
    world.add("products/van.yml", "added: 2021-06-01\n")
    assert list(found(world)) == ["", "1", "0"]


def test_an_edition_known_to_the_month_holds_all_of_that_month(world: World):
    world.add("products/van.yml", "added: 2021-05-31\n")
    assert [r.title for r in found(world)["1"].added] == ["Van"]


def test_the_page_says_so_and_links_to_each(world: World):
    world.add("products/van.yml", "added: 2020-07-01\n")
    world.add("roles/driver.yml", "notes:\n  - {date: 2021-02-01, what: Drives at <night>.}\n")
    found(world)
    page = world.build().renderer.render("changes_index.html", "about/changes.md")
    assert 'id="edition-1">Edition 1, May 2021</h2>' in page and "Drives at &lt;night&gt;." in page
    assert (
        '<a href="../../products/van/">Van</a>' in page and '<a href="../../lessons/">Lessons</a>: 1' in page
    )


def test_a_page_shows_its_notes_at_its_foot(world: World):
    world.add("roles/driver.yml", "notes:\n  - {date: 2021-02-01, what: Drives at <night>.}\n")
    build = world.build()
    assert "1 February 2021: Drives at &lt;night&gt;." in surroundings(build, "roles/driver.md")["foot"]
    assert "_history" not in surroundings(build, "roles/librarian.md")["foot"]
