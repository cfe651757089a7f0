"""Links inside prose lead somewhere."""

from __future__ import annotations

import pytest
from world import World

WHERE = "content/overview/why.yml:4:7: body: "
NOT_ALLOWED = "Link to a page as /lessons/its-id.md, or to a web address."
COUNT = "content/activities/count-the-books.yml"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (
            "/lessons/label-evry-box.md",
            "the link “/lessons/label-evry-box.md” leads to no page. Did you mean “/lessons/label-every-box.md”?",
        ),
        ("/zzz.md", "the link “/zzz.md” leads to no page."),
        (
            "/lessons/../site.md",
            "the link “/lessons/../site.md” leads to no page. Did you mean “/lessons/index.md”?",
        ),
        (
            "/activities/carry-the-books.md#pact",
            "the page “/activities/carry-the-books.md” has no place called “pact”. Did you mean “pack”?",
        ),
        ("/phases/plan.md#zzz", "the page “/phases/plan.md” has no place called “zzz”."),
        (
            "/glossary.md#shelf",
            "the page “/glossary.md” has no place called “shelf”. Did you mean “shelf-mark”?",
        ),
        (
            "/migrations/old-town.md#door-open",
            "the page “/migrations/old-town.md” has no place called “door-open”. Did you mean “doors-open”?",
        ),
        (
            "lessons/label-every-box.md",
            f"the link “lessons/label-every-box.md” is not allowed here. {NOT_ALLOWED}",
        ),
        ("../index.md", f"the link “../index.md” is not allowed here. {NOT_ALLOWED}"),
        (
            "/lessons/label-every-box/",
            f"the link “/lessons/label-every-box/” is not allowed here. {NOT_ALLOWED}",
        ),
        ("#came", f"the link “#came” is not allowed here. {NOT_ALLOWED}"),
        ("ftp://example.org", f"the link “ftp://example.org” is not allowed here. {NOT_ALLOWED}"),
        ("//example.org", f"the link “//example.org” is not allowed here. {NOT_ALLOWED}"),
        (
            "data:image/png;base64,AA",
            f"the link “data:image/png;base64,AA” is not allowed here. {NOT_ALLOWED}",
        ),
    ],
)
def test_dead_link_a_link_in_prose_that_leads_nowhere_is_named(world: World, target, said):
    world.change("overview/why.yml", "  The house was full.", f"  The house was [full]({target}).")
    assert (world.check(), world.codes()) == ([WHERE + said], ["dead-link"])


BROWSER = "Write the address as the browser shows it."
MAIL = "Write mailto: and one address."


@pytest.mark.parametrize(
    ("target", "wrong", "hint"),
    [
        (
            "https://bank@example.org",
            "what comes before the “@” is not the host, so readers can be misled",
            BROWSER,
        ),
        ("https://example.org:0/x", "what comes after the last “:” is not a port", BROWSER),
        ("mailto:books", "this is not one e-mail address", MAIL),
        ("mailto:books@example.org?subject=a:b", "this is not one e-mail address", MAIL),
        ("mailto:books@library", "the part after the “@” has no dot", MAIL),
    ],
)
def test_dead_link_a_link_to_an_address_outside_that_is_none_is_named(
    world: World, target: str, wrong: str, hint: str
):
    world.change("overview/why.yml", "  The house was full.", f"  The house was [full]({target}).")
    assert world.found() == [("dead-link", f"{WHERE}“{target}”: {wrong}. {hint}")]


def test_dead_link_an_address_in_angle_brackets_is_a_link(world: World):
    world.change(
        "activities/count-the-books.yml",
        "    text: Count it again.",
        "    text: Ask <mailto:books> and count it again.",
    )
    assert world.found() == [
        (
            "dead-link",
            f"{COUNT}:14:11: steps 2, text: “mailto:books”: this is not one e-mail address. {MAIL}",
        )
    ]


def test_dead_link_a_link_to_a_page_that_is_hidden_becomes_words_and_hides_no_dead_one(world: World):
    world.write("local/site.yml", "organisation: Us\n")
    world.write("local/hidden.yml", "hidden:\n  - {record: lessons/label-every-box, why: We have none.}\n")
    world.change(
        "overview/why.yml",
        "  The house was full.",
        "  See [a](/lessons/label-every-box.md#cause) and [b](/zzz.md).",
    )
    assert [line.partition(" This file is not your own")[0] for line in world.check()] == [
        f"{WHERE}the link “/zzz.md” leads to no page."
    ]


def test_dead_link_a_part_of_a_local_handbook_does_not_link_to_a_page_that_it_hides(world: World):
    world.write("local/site.yml", "organisation: Us\n")
    world.write("local/hidden.yml", "hidden:\n  - {record: lessons/label-every-box, why: We have none.}\n")
    world.write("local/framework.yml", "about: See [a box](/lessons/label-every-box.md).\n")
    assert world.found() == [
        (
            "dead-link",
            "content/local/framework.yml:1:8: about: this links to a page that you hide. "
            "Take the link out, or hide the page no more.",
        )
    ]


@pytest.mark.parametrize(
    "target",
    [
        "/lessons/label-every-box.md",
        "/activities/carry-the-books.md#pack",
        "/phases/plan.md#counted",
        "/glossary.md#shelf-mark",
        "/migrations/old-town.md#doors-open",
        "/migrations/old-town.md#planning",
        "/overview/why.md#what-came-next",
        "/navigate.md",
        "/a-to-z.md",
        "/lessons/index.md",
        "https://example.org/x?y=z#a",
        "https://example.org:8080/x",
        "mailto:books@example.org",
        "mailto:books%40example.org",
    ],
)
def test_a_link_in_prose_may_lead_to_every_page_and_place(world: World, target):
    world.change("overview/why.yml", "  The house was full.", f"  The house was [full]({target}).")
    assert world.check() == []


def test_a_link_in_prose_may_lead_to_a_hand_written_page(world: World):
    world.write_page("about/books.md", "# Books\n")
    world.change("overview/why.yml", "  The house was full.", "  The house was [full](/about/books.md#x).")
    assert world.check() == []


def test_dead_link_a_link_that_is_written_as_a_footnote_is_named(world: World):
    world.change("overview/why.yml", "  The house was full.", "  The house was [full][1].\n\n  [1]: /zzz.md")
    assert world.check() == [f"{WHERE}the link “/zzz.md” leads to no page."]


def test_dead_link_a_link_inside_a_block_is_named_with_its_own_line(world: World):
    world.change("overview/why.yml", "See [the plan](/phases/plan.md).", "See [the plan](/phases/plam.md).")
    assert world.check() == [
        "content/overview/why.yml:9:1: body: the link “/phases/plam.md” leads to no page. Did you mean “/phases/plan.md”?"
    ]


def test_dead_link_every_field_of_prose_is_read(world: World):
    world.change(
        "activities/count-the-books.yml",
        "    text: Count it again.",
        "    text: '[Count](/zzz.md) it again.'",
    )
    assert world.check() == [f"{COUNT}:14:11: steps 2, text: the link “/zzz.md” leads to no page."]


@pytest.mark.parametrize("field", ["start: Begin here", "start: /overview/why.md", 'start: "[Why]"'])
def test_a_route_that_leads_nowhere_is_named(world: World, field: str):
    world.change("framework.yml", 'start: "[Why](/overview/why.md)"', field)
    ((code, said),) = world.found()
    assert code == "no-link"
    assert said.endswith(
        "routes 1, start: there is no link here, so readers cannot go on. Write one, such as [The map](/navigate.md)."
    )


def test_each_step_of_a_route_holds_a_link(world: World):
    start = 'start: "[Why](/overview/why.md)"'
    world.change("framework.yml", start, f'{start}\n    steps: ["[Why](/overview/why.md)", Read on]')
    (said,) = world.check()
    assert "routes 1, steps 2: there is no link here" in said
