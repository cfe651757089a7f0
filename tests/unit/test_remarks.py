"""A text that goes on behind a # is not lost in silence."""

from __future__ import annotations

import pytest
from world import World

LOST = (
    "the # and what follows it is a comment, and is not shown. If it belongs to the text, put the whole text in quotes. "
    "If not, give the comment a line of its own."
)


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("products/van.yml", "title: Van", "title: Van #5", "products/van.yml:1:12: title"),
        ("products/van.yml", "title: Van", "title: Van # the red one", "products/van.yml:1:12: title"),
        (
            "products/van.yml",
            "purpose: Carries boxes.",
            "purpose: Carries\n  boxes #5 to #9.",
            "products/van.yml:5:9: purpose",
        ),
        ("roles/driver.yml", "  - Drives the van.", "  - Drives van #5.", "roles/driver.yml:6:16: duties 1"),
        (
            "activities/count-the-books.yml",
            "    text: Count it again.",
            "    text: Count shelf #5.",
            "activities/count-the-books.yml:14:23: steps 2, text",
        ),
        (
            "lessons/label-every-box.yml",
            "    where: page 3",
            "    where: page #3",
            "lessons/label-every-box.yml:18:17: evidence 1, where",
        ),
        ("site.yml", "footer: A library on the move.", "footer: Library #1", "site.yml:9:17: footer"),
    ],
)
def test_a_text_with_a_comment_behind_it_is_named(world: World, path, old, new, place):
    world.change(path, old, new)
    assert world.check() == [f"warning: content/{place}: {LOST}"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("products/van.yml", "title: Van", "title: 'Van #5'"),
        ("products/van.yml", "title: Van", "title: Van#5"),
        ("products/van.yml", "title: Van", "# five\ntitle: Van"),
        ("products/van.yml", "purpose: Carries boxes.", "purpose: |\n  Carries box #5."),
        ("lessons/label-every-box.yml", "type: avoid", "type: avoid # sure?"),
        ("lessons/label-every-box.yml", "phases: move", "phases: move # only there"),
        ("lessons/label-every-box.yml", "added: 2020-01-02", "added: 2020-01-02 # a day"),
        ("framework.yml", "phases: [plan, move]", "phases: [plan, move] # in order"),
        ("products/van.yml", "title: Van", "title: 'Van' # red"),
    ],
)
def test_what_nobody_can_take_for_text_is_not_named(world: World, path, old, new):
    world.change(path, old, new)
    assert world.check() == []


def test_a_text_of_the_own_folder_is_named_there(world: World):
    world.write("local/site.yml", "title: Room #5\n")
    assert world.check() == [f"warning: content/local/site.yml:1:13: title: {LOST}"]
