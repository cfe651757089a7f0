"""The check names slips in hand-written pages: they stop no build, and spoil what readers see."""

from __future__ import annotations

import pytest
from test_whole_check import PAGES, found, macro_page, one
from world import World

from macros.pages.page import inert_settings
from macros.publishing.page_heading import heading_of


@pytest.fixture
def site(world: World) -> World:
    """A world with the pages that every handbook needs."""
    for path, text in PAGES.items():
        world.write_page(path, text)
    return world


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[y][nope]", "docs/x.md:3:1: “[y][nope]” leads nowhere, so readers see these signs."),
        ("Text [^nope].", "docs/x.md:3:6: there is no note [^nope] on this page, so readers see these signs."),
        ("[^1]: a note", "docs/x.md:3:1: nothing on this page refers to the note [^1]. Write [^1] where the note"),
        ("[x]()", "docs/x.md:3:3: this link has no address."),
        ("![x]()", "docs/x.md:3:4: this link has no address."),
        ("```python\nx = 1", "docs/x.md:3:1: a block of code begins here and never ends."),
        ("~~~\na\n~~~\n\n~~~\nb", "docs/x.md:7:1: a block of code begins here and never ends."),
        ("## A {#same}\n\n## B {#same}", "docs/x.md:5:8: the place “same” is on this page twice"),
        ('<video src="/index.md" poster="gone.png"></video>', "docs/x.md:3:32: “gone.png” in this HTML leads"),
        ('<img srcset="gone.png 2x" alt="">', "docs/x.md:3:14: “gone.png” in this HTML leads to no page"),
        ("![a](https://x.org/y.png)", "docs/x.md:3:6: “https://x.org/y.png” is on another site, and pages"),
        ('<img src="//x.org/y.png" alt="">', "docs/x.md:3:11: “//x.org/y.png” is on another site, and pages"),
        ("[a](404.html)", "docs/x.md:3:5: “404.html” is made after all pages, so no link can lead to it."),
        ("[a](/sitemap.xml)", "docs/x.md:3:5: “/sitemap.xml” is made after all pages"),
    ],
)  # fmt: skip
def test_marks_that_stand_for_nothing_are_named(site: World, body: str, said: str):
    site.write_page("x.md", f"# X\n\n{body}\n")
    assert any(each.startswith(said) for each in found(site)), found(site)


@pytest.mark.parametrize(
    "body",
    [
        "`[a][b]` and `[^1]`",
        "```\n[a][b] [^1]\n```",
        "[a][b]\n\n[b]: index.md",
        "a[^1]\n\n[^1]: note",
        "<a href='../404.html'>a</a>",
        "## B\n\n## B",
        "~~~\n```\n~~~",
        "```` md\n```\n````",
    ],
)
def test_marks_that_stand_for_something_are_no_slips(site: World, body: str):
    site.write_page("x.md", f"# X\n\n{body}\n")
    assert found(site) == []


@pytest.mark.parametrize(
    "text", ["", "\n \n", "Words.\n", "# \n\nWords.\n", "## Second\n", "```\n# code\n```\n", "<h1>X</h1>\n"]
)
def test_a_page_without_a_heading_is_named(site: World, text: str):
    site.write_page("x.md", text)
    said = "docs/x.md:1:1: this page has no heading, so menus and the search leave it out."
    assert one(site) == f"{said} Begin it with # and its title."


@pytest.mark.parametrize("text", ["X\n=\n", "#X\n", "Words.\n\n# X\n", "# `x`\n"])
def test_a_heading_may_be_written_in_any_way(site: World, text: str):
    site.write_page("x.md", text)
    assert found(site) == []


def test_a_heading_that_calls_a_macro_is_named(site: World):
    site.write_page("x.md", '---\nrender_macros: true\n---\n\n# There are {{ count("lesson") }}\n')
    assert one(site).startswith("docs/x.md:5:1: menus and the search show this heading as it is written")


@pytest.mark.parametrize("front", ["---\n---\n", "---\n\n---\n", "---\n# a comment\n---\n"])
def test_settings_that_hold_nothing_are_named(site: World, front: str):
    site.write_page("x.md", f"{front}# X\n")
    assert one(site).startswith("docs/x.md:2:1: the settings of this page are no settings.")


@pytest.mark.parametrize(
    ("front", "line"),
    [("\n---\ntitle: x\n---\n", 2), (" ---\ntitle: x\n---\n", 1), ("----\nrender_macros: true\n----\n", 1)],
)
def test_settings_below_the_first_line_are_named(site: World, front: str, line: int):
    site.write_page("x.md", f"{front}# X\n")
    said = f"docs/x.md:{line}:1: readers would see these settings as text. The first line of the page must be ---"
    assert one(site).startswith(said)


def test_a_line_across_a_page_is_no_setting(site: World):
    site.write_page("x.md", "----\n\n# X\n\nNote: a title: here.\n\n----\n")
    assert found(site) == []


def test_a_merge_that_was_never_finished_is_named(site: World):
    site.write_page("x.md", "# X\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n")
    assert any(
        each.startswith("docs/x.md:3:1: a merge was begun here and never finished.") for each in found(site)
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("readme.md", "this page would be published. Notes for colleagues are called README.md."),
        ("zone/Readme.md", "this page would be published. Notes for colleagues are called README.md."),
        ("Local/x.md", "the folder of your own pages is called docs/local."),
        ("local", "the folder of your own pages is called docs/local."),
        ("COM¹.md", "Windows keeps the name “COM¹” for itself, so it would not work on every machine."),
        ("conin$.txt", "Windows keeps the name “CONIN$” for itself, so it would not work on every machine."),
        ("assets/handbook.css", "the handbook makes the file at this address itself."),
    ],
)
def test_names_that_mislead_are_named(site: World, name: str, said: str):
    site.write_page(name, "# X\n")
    assert any(said in each for each in found(site)), found(site)


def test_names_that_look_the_same_are_named(site: World):
    site.write_page("caf\u00e9.md", "# X\n")
    site.write_page("cafe\u0301.md", "# Y\n")
    assert one(site).startswith("docs/caf\u00e9.md:1:1: “cafe\u0301.md” looks like this name, and some disks")


@pytest.mark.parametrize(
    "inside",
    [
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<a x:href='javascript:alert(1)'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<animate attributeName='href' values='#a;javascript:alert(1)' from='java&#9;script:x'/>",
    ],
)
def test_a_picture_that_can_run_code_in_a_roundabout_way_is_named(site: World, inside: str):
    site.write_page("x.svg", f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>")
    assert "can run code in the browsers of readers" in one(site)


@pytest.mark.parametrize("body", ["{{ count(", "100 {% of", "a {{ b }", "{# a note"])
def test_braces_that_hold_no_macro_are_named_in_plain_words(site: World, body: str):
    site.write_page("x.md", macro_page(body))
    assert one(site).startswith(
        "docs/x.md:7:1: the braces here or above do not hold a macro that can be read."
    )


@pytest.mark.parametrize("call", ["{{ xyzzy() }}", "{{ lesons() }}"])
def test_a_macro_that_does_not_exist_is_named_in_one_sentence_each(site: World, call: str):
    site.write_page("x.md", macro_page(call))
    assert not one(site).endswith((". .", "?."))


def test_a_link_to_a_draft_is_named_as_the_build_would_meet_it(site: World):
    site.write("lessons/wip.yml", "draft: true\ntitle: Not yet\n")
    site.write_page("x.md", "# X\n\n[a](lessons/wip.md)\n")
    assert any(each.startswith("docs/x.md:3:5: “lessons/wip.md” leads to no page") for each in found(site))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("# Plain words\n", "Plain words"),
        ("# Head `code` *em* {#custom}\n", "Head code em"),
        ("# Head {: #custom .x }\n", "Head"),
        ("# [A link](x.md) & more ##\n", "A link & more"),
        ("```\n# not this\n```\n\n# This\n", "This"),
        ("~~~ md\n```\n# not this\n~~~\n# This\n", "This"),
        ("Words under\n====\n", "Words under"),
        ("#Close by\n", "Close by"),
        ("\n===\n\n# This\n", "This"),
        ("## Second\n", ""),
    ],
)
def test_menus_show_the_words_of_a_heading(body: str, words: str):
    assert heading_of(body) == words


def test_a_comment_in_the_settings_is_no_heading(site: World):
    site.write_page("x.md", "---\n# not this\ntitle: x\n---\n\n# This\n")
    assert site.build().written["x.md"] == "This"


def test_nothing_acts_in_the_settings_of_a_page():
    settings = {"title": '</title><script>"{{ x }}', "description": '"><b>', "folds": True}
    shown = inert_settings(settings)
    assert not set('<>"{}') & set(shown["title"] + shown["description"])
    assert shown["folds"] is True
