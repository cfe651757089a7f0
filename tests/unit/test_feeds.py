"""Feeds of new and changed lessons: valid, absolute, and known again whatever changes."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from lxml import etree
from world import World

from macros.pages.feeds import LONGEST
from macros.publishing.exports import exports
from macros.publishing.surroundings import surroundings

ADDRESS = "address: https://books.example.org/move\n"
LESSON = "lessons/label-every-box.yml"
ATOM = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
TAG = "tag:books.example.org,2020-01-02:move/lessons/label-every-box"


def feeds(world: World) -> dict[str, str]:
    world.write("site.yml", ADDRESS + world.read("site.yml")) if "address:" not in world.read(
        "site.yml"
    ).partition("labels:")[0] else None
    return {path: str(text) for path, text in exports(world.build()).items() if path.startswith("feeds/")}


def read(text: str) -> feedparser.FeedParserDict:
    """The feed as a feed reader sees it; it must find nothing to mend."""
    found = feedparser.parse(text.encode())
    assert not found.bozo and found.version == "atom10"
    return found


def entries(world: World, path: str = "feeds/lessons.xml") -> list[feedparser.FeedParserDict]:
    return read(feeds(world)[path]).entries


def test_there_is_one_for_all_lessons_and_one_for_each_phase_and_workstream(world: World):
    assert list(feeds(world)) == [
        "feeds/lessons.xml",
        "feeds/phases/plan.xml",
        "feeds/phases/move.xml",
        "feeds/workstreams/books.xml",
        "feeds/workstreams/rooms.xml",
    ]


def test_each_is_valid_atom(world: World):
    world.change(LESSON, "title: Label every box", "title: 'Label <every> box & \"crate\"'")
    for path, text in feeds(world).items():
        ATOM.assertValid(etree.fromstring(text.encode()))
        assert read(text).feed.links[0].href == f"https://books.example.org/move/{path}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>2020-01-02T00:00:00Z", "<updated>2020-01-02"),
        ('href="https://books.example.org/move/lessons/"', 'href="lessons/"'),
        ("<summary>A box without a label is lost.</summary>", ""),
        ("</entry>", "<id>tag:x.org,2020-01-01:y</id></entry>"),
    ],
)
def test_the_schema_of_this_test_refuses_what_is_no_valid_feed(world: World, old: str, new: str):
    text = feeds(world)["feeds/lessons.xml"]
    assert old in text and not ATOM.validate(etree.fromstring(text.replace(old, new).encode()))


def test_an_entry_says_what_a_reader_needs_to_choose(world: World):
    (entry,) = entries(world)
    assert (entry.title, entry.summary, entry.author) == (
        "Label every box",
        "A box without a label is lost.",
        "The library",
    )
    assert (entry.link, entry.id) == ("https://books.example.org/move/lessons/label-every-box/", TAG)
    assert (entry.published, entry.updated) == ("2020-01-02T00:00:00Z", "2020-01-02T00:00:00Z")
    assert [(tag.term, tag.label) for tag in entry.tags] == [
        ("avoid", "Avoid"),
        ("move", "Move"),
        ("books", "Books"),
    ]


def test_a_lesson_comes_up_again_when_it_is_checked_again(world: World):
    world.change(LESSON, "reviewed: 2020-01-02", "reviewed: 2021-03")
    (entry,) = entries(world)
    assert (entry.id, entry.published, entry.updated) == (TAG, "2020-01-02T00:00:00Z", "2021-03-01T00:00:00Z")


def test_a_lesson_comes_up_again_when_a_note_says_what_changed(world: World):
    world.add(
        LESSON,
        "notes:\n"
        "  - {date: 2021-01-01, what: Older.}\n"
        "  - {date: 2021-05-05, what: Forty boxes were thirty.}\n",
    )
    (entry,) = entries(world)
    assert (entry.updated, entry.summary) == (
        "2021-05-05T00:00:00Z",
        "A box without a label is lost. Forty boxes were thirty.",
    )


def test_a_note_from_before_the_last_check_is_no_news(world: World):
    world.change(LESSON, "reviewed: 2020-01-02", "reviewed: 2021-03-01")
    world.add(LESSON, "notes:\n  - {date: 2021-01-01, what: Forty boxes were thirty.}\n")
    (entry,) = entries(world)
    assert (entry.updated, entry.summary) == ("2021-03-01T00:00:00Z", "A box without a label is lost.")


def test_an_entry_is_known_again_when_its_lesson_is_renamed(world: World):
    world.write(
        "lessons/mark-every-box.yml", world.read(LESSON) + "formerly: [label-every-box, label-each-box]\n"
    )
    world.delete(LESSON)
    world.change("overview/why.yml", "lessons: [label-every-box]", "lessons: [mark-every-box]")
    (entry,) = entries(world)
    assert (entry.id, entry.link) == (TAG, "https://books.example.org/move/lessons/mark-every-box/")


def test_a_feed_of_a_part_holds_the_lessons_of_that_part(world: World):
    assert [
        len(entries(world, f"feeds/{part}.xml"))
        for part in ("phases/plan", "phases/move", "workstreams/books", "workstreams/rooms")
    ] == [0, 1, 1, 0]


def test_the_newest_come_first_and_a_feed_does_not_grow_for_ever(world: World):
    for n in range(LONGEST + 5):
        world.copy(
            LESSON,
            f"lessons/box-{n}.yml",
            title=f"Box {n}",
            added=f"2020-{n // 28 + 1:02}-{n % 28 + 1:02}",
            reviewed="2020-12-31" if n == 3 else "2020-07-01",
        )
    found = entries(world)
    assert len(found) == LONGEST and found[0].title == "Box 3"
    assert [e.updated for e in found] == sorted((e.updated for e in found), reverse=True)


def test_without_an_address_there_are_no_feeds_and_the_list_says_why(world: World):
    build = world.build()
    assert not [path for path in exports(build) if path.startswith("feeds/")]
    assert surroundings(build, "index.md")["feeds"] == []
    assert "does not know its own address" in build.renderer.render("feed_list.html", "about/data.md")


def test_copies_in_a_folder_have_no_feeds(world: World):
    world.write("site.yml", ADDRESS + world.read("site.yml"))
    build = world.build(directory=False, offline=True)
    assert not [path for path in exports(build) if path.startswith("feeds/")]
    assert '<a href="https://books.example.org/move">' in build.renderer.render(
        "feed_list.html", "about/data.md"
    )


def test_pages_name_the_feeds_that_fit_them(world: World):
    feeds(world)
    build = world.build()
    assert surroundings(build, "lessons/index.md")["feeds"] == [
        ("New and changed lessons", "../feeds/lessons.xml")
    ]
    assert surroundings(build, "phases/move.md")["feeds"] == [
        ("New and changed lessons: Move", "../../feeds/phases/move.xml")
    ]
    assert surroundings(build, "roles/driver.md")["feeds"] == []
