"""A team's own folder lies over the handbook that it follows, whose files are never edited: it adds, replaces, changes and hides."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from world import ROOT, World

from macros.commands.cli import main
from macros.loading.overlay import own_folder
from macros.pages.catalogue import redirects
from macros.publishing.handbook_data import data
from macros.publishing.surroundings import surroundings

LESSON = "lessons/label-every-box.yml"
OWN = "local/lessons/label-every-box.yml"


def replace(world: World, path: str, **changes: str) -> None:
    world.copy(path, f"local/{path}", **changes)
    world.add(f"local/{path}", "replaces: true\n")


def hide(world: World, *records: str, why: str = "We have none.") -> None:
    world.write(
        "local/hidden.yml",
        "hidden:\n" + "".join(f"  - record: {record}\n    why: {why}\n" for record in records),
    )


def said(world: World) -> list[str]:
    """Every problem without the folder that all files stand in, to be read more easily."""
    return [re.sub("^(warning: )?content/", r"\1", line) for line in world.check()]


# Adding and replacing


def test_a_handbook_without_a_folder_of_its_own_has_no_overlay(world: World):
    assert world.handbook().overlay is None and "origin" not in data(world.build())["lessons"][0]


def test_a_file_in_the_own_folder_adds_a_record(world: World):
    world.copy(LESSON, "local/lessons/close-every-box.yml", title="Close the lids")
    assert world.check() == []
    book = world.handbook()
    added = book.get("lesson", "close-every-box")
    assert (book.overlay.origin(added), book.file(added)) == (
        "added",
        "content/local/lessons/close-every-box.yml",
    )


def test_a_file_of_the_same_id_replaces_the_record_whole(world: World):
    replace(world, LESSON, title="Label each crate")
    assert world.check() == []
    book = world.handbook()
    ours = book.get("lesson", "label-every-box")
    assert (ours.title, book.overlay.origin(ours), book.file(ours)) == (
        "Label each crate",
        "replaced",
        f"content/{OWN}",
    )
    assert [r.id for r in book.all("lesson")] == ["label-every-box"]


def test_a_file_that_replaces_by_accident_is_told_so(world: World):
    world.copy(LESSON, OWN, title="Label each crate")
    assert said(world) == [
        "warning: local/lessons/label-every-box.yml:1:1: this file replaces content/lessons/label-every-box.yml. "
        "If you mean that, write “replaces: true” in it. If not, give your file another name."
    ]


def test_only_the_own_folder_replaces(world: World):
    world.add(LESSON, "replaces: true\n")
    assert said(world) == [
        "lessons/label-every-box.yml:24:11: replaces: a record replaces another only in content/local/. Delete this line."
    ]


def test_a_record_of_the_own_folder_that_is_broken_is_named_there_and_nowhere_else(world: World):
    replace(world, "products/van.yml", title="[")
    (line,) = said(world)
    assert line.startswith("local/products/van.yml:")


def test_old_addresses_of_the_original_lead_to_the_record_that_replaces_it(world: World):
    world.add(LESSON, "formerly: [tag-every-box]\n")
    replace(world, "lessons/label-every-box.yml")
    world.change(OWN, "formerly: [tag-every-box]\n", "")
    assert [page.source for page in redirects(world.handbook())] == ["lessons/tag-every-box.md"]


# Changing files of which there is one


def test_a_part_of_the_site_is_changed_field_by_field(world: World):
    world.write("local/site.yml", "title: Our move\ncolours: {accent: '#003366'}\nlabels: {menu: Way}\n")
    assert world.check() == []
    site = world.handbook().site
    assert (
        site.title,
        site.organisation,
        site.colours.accent,
        site.colours.accent_dark,
        site.labels.menu,
    ) == ("Our move", "The library", "#003366", None, "Way")


def test_a_list_of_things_with_ids_is_joined_thing_by_thing(world: World):
    world.write(
        "local/framework.yml",
        "sides:\n  - {id: carrier, title: Haulier}\n  - {id: friends, title: Friends, shape: diamond}\n",
    )
    world.write("local/glossary.yml", "terms:\n  - {id: crate, title: Crate, summary: A box of wood.}\n")
    assert world.check() == []
    book = world.handbook()
    assert [(s.id, s.title, s.shape) for s in book.all("side")] == [
        ("library", "Library", "circle"),
        ("carrier", "Haulier", "square"),
        ("friends", "Friends", "diamond"),
    ]
    assert [t.id for t in book.all("term")] == ["shelf-mark", "crate"]
    assert [book.file(book.get("term", id)) for id in ("shelf-mark", "crate")] == [
        "content/glossary.yml",
        "content/local/glossary.yml",
    ]


def test_any_other_list_is_replaced(world: World):
    world.write("local/framework.yml", "workstreams: [rooms, books]\n")
    assert [w.id for w in world.handbook().all("workstream")] == ["rooms", "books"]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("site", "titel: X\n", "local/site.yml:1:1: titel: this field does not exist. Did you mean “title”?"),
        (
            "site",
            "# ours\ncolours:\n  accent: red\n",
            "local/site.yml:3:11: colours, accent: a colour is written as # and six digits or letters a to f, such as #0a5a66.",
        ),
        (
            "framework",
            "sides:\n  - id: friends\n    title: Friends\n",
            "local/framework.yml:2:5: sides 3, shape: the field “shape” is missing. It says: The shape that marks it, so that colour is never the only sign.",
        ),
        (
            "glossary",
            "terms:\n  - {id: crate, title: Crate, summary: A box., see: [product/crate]}\n",
            "local/glossary.yml:2:54: terms 2, see 1: there is no product “crate”. There are: book-list, filled-rooms, moved-books, room-plan, van.",
        ),
    ],
)
def test_a_part_that_is_wrong_is_named_where_it_stands(world: World, name, text, line):
    world.write(f"local/{name}.yml", text)
    assert said(world) == [line]


def test_words_of_a_language_can_be_changed_there_too(world: World):
    world.write("local/languages/en-gb.yml", "labels: {menu: Way}\n")
    assert world.check() == [] and world.handbook().site.labels.menu == "Way"


@pytest.mark.parametrize(("language", "menu"), [("en-GB", "Way"), ("cy", "Dewislen")])
def test_words_of_the_site_that_is_followed_go_where_the_language_is_another(world: World, language, menu):
    world.write("languages/cy.yml", (ROOT / "content/languages/cy.yml").read_text("utf-8"))
    world.add("site.yml", "labels: {menu: Way}\n")
    world.write("local/site.yml", f"language: {language}\n")
    assert world.check() == [] and world.handbook().site.labels.menu == menu


# Hiding


def test_a_hidden_record_is_gone_and_its_address_says_why(world: World):
    hide(world, "lessons/label-every-box")
    world.change(
        "overview/why.yml",
        "    lessons: [label-every-box]\n",
        "    lessons: [label-every-box, count-twice]\n",
    )
    world.copy(LESSON, "lessons/count-twice.yml", title="Count twice")
    assert world.check() == []
    book = world.handbook()
    assert book.find("lesson", "label-every-box") is None
    assert [(page.source, page.description) for page in redirects(book)] == [
        ("lessons/label-every-box.md", "We have none.")
    ]
    assert [learning.lessons for learning in book.get("overview", "why").learnings] == [("count-twice",)]


def test_a_thing_inside_a_record_goes_with_what_it_cannot_do_without(world: World):
    hide(world, "lessons/label-every-box")
    assert world.check() == [] and world.handbook().get("overview", "why").learnings == ()


def test_links_to_a_hidden_page_become_words(world: World):
    world.change(
        "overview/why.yml",
        "See [the plan](/phases/plan.md).",
        "See [one *lesson*](/lessons/label-every-box.md) and [why](/overview/why.md).",
    )
    hide(world, "lessons/label-every-box")
    assert world.check() == []
    renderer = world.build().renderer
    shown = renderer.env.from_string("{{ text | md }}").render(
        here="overview/why.md", text=world.handbook().get("overview", "why").body
    )
    assert '<p>See one <em>lesson</em> and <a href="./">why</a>.</p>' in shown


def test_a_record_that_cannot_do_without_a_hidden_one_is_named_with_what_to_do(world: World):
    hide(world, "roles/librarian")
    assert said(world) == [
        "activities/carry-the-books.yml:25:9: roles, lead: this cannot do without the role “librarian”, which you hide. "
        "Hide activities/carry-the-books as well, or write it anew in content/local/activities/carry-the-books.yml.",
        "activities/count-the-books.yml:20:9: roles, lead: this cannot do without the role “librarian”, which you hide. "
        "Hide activities/count-the-books as well, or write it anew in content/local/activities/count-the-books.yml.",
    ]
    assert world.report().readable.get("role", "driver").reports_to is None


def test_a_reference_of_ones_own_to_what_one_hides_is_named(world: World):
    world.copy(LESSON, "local/lessons/close-every-box.yml", title="Close the lids", products="van")
    world.change(
        "local/lessons/close-every-box.yml",
        "cause: Nobody had labels.",
        "cause: Nobody had [a van](/products/van.md).",
    )
    hide(world, "products/van")
    world.change("activities/carry-the-books.yml", "  - product: van\n    state: agreed\n", "")
    assert said(world) == [
        "local/lessons/close-every-box.yml:7:8: cause: this links to a page that you hide. Take the link out, or hide the page no more.",
        "local/lessons/close-every-box.yml:15:11: products 1: there is no product “van”. You hide it yourself, in content/local/hidden.yml.",
    ]


def test_what_hiding_leaves_unused_in_the_handbook_that_is_followed_may_stay(world: World):
    hide(world, "lessons/label-every-box")
    assert world.check() == []  # its source is cited by nothing now


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            "lesson/label-every-box",
            "“lesson/label-every-box” does not name a record. Did you mean “lessons/label-every-box”?",
        ),
        (
            "label-every-box",
            "“label-every-box” does not name a record. Write its folder, a slash and its id, such as lessons/its-id.",
        ),
        (
            "term/shelf-mark",
            "“term/shelf-mark” does not name a record. Write its folder, a slash and its id, such as lessons/its-id.",
        ),
    ],
)
def test_what_names_no_record_cannot_be_hidden(world: World, record, line):
    hide(world, record)
    assert said(world) == [f"local/hidden.yml:2:13: hidden 1, record: {line}"]


def test_ones_own_record_is_deleted_and_not_hidden(world: World):
    world.copy(LESSON, "local/lessons/close-every-box.yml", title="Close the lids")
    hide(world, "lessons/close-every-box")
    assert said(world) == [
        "local/hidden.yml:2:13: hidden 1, record: “lessons/close-every-box” is a record of your own: "
        "content/local/lessons/close-every-box.yml. Delete that file, or this entry."
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hiden: []\n", "local/hidden.yml:1:1: hiden: this field does not exist. Did you mean “hidden”?"),
        (
            "hidden:\n  - record: lessons/label-every-box\n",
            "local/hidden.yml:2:5: hidden 1, why: the field “why” is missing. "
            "It says: Why it is left out. Readers of its old address see this.",
        ),
    ],
)
def test_a_list_of_hidden_records_that_is_wrong_is_named(world: World, text, line):
    world.write("local/hidden.yml", text)
    assert line in said(world)


# A later edition


def rename(world: World) -> None:
    """What a later edition does: a record gets another id."""
    world.write("lessons/mark-every-box.yml", world.read(LESSON) + "formerly: [label-every-box]\n")
    world.delete(LESSON)
    world.change("overview/why.yml", "lessons: [label-every-box]", "lessons: [mark-every-box]")


def test_a_file_that_replaces_a_renamed_record_still_does_and_is_told_its_name(world: World):
    replace(world, LESSON, title="Label each crate")
    rename(world)
    assert said(world) == [
        "warning: local/lessons/label-every-box.yml:1:1: the record that this file replaces is called “mark-every-box” now. "
        "Rename this file to mark-every-box.yml."
    ]
    book = world.handbook()
    assert book.get("lesson", "mark-every-box").title == "Label each crate" and [
        p.source for p in redirects(book)
    ] == ["lessons/label-every-box.md"]


def test_a_renamed_record_stays_hidden(world: World):
    hide(world, "lessons/label-every-box")
    rename(world)
    assert said(world) == [
        "warning: local/hidden.yml:2:13: hidden 1, record: “lessons/label-every-box” is called “lessons/mark-every-box” now. Write lessons/mark-every-box."
    ]
    book = world.handbook()
    assert book.all("lesson") == [] and sorted(p.source for p in redirects(book)) == [
        "lessons/label-every-box.md",
        "lessons/mark-every-box.md",
    ]


def test_references_and_links_of_ones_own_to_a_renamed_record_still_work(world: World):
    world.copy(LESSON, "local/lessons/close-every-box.yml", title="Close the lids")
    world.add("local/lessons/close-every-box.yml", "related: [label-every-box]\n")
    world.change(
        "local/lessons/close-every-box.yml",
        "cause: Nobody had labels.",
        "cause: Nobody had [labels](/lessons/label-every-box.md).",
    )
    world.write(
        "local/glossary.yml",
        "terms:\n  - {id: crate, title: Crate, summary: A box., see: [lesson/label-every-box]}\n",
    )
    rename(world)
    assert said(world) == [
        "warning: local/glossary.yml:2:54: terms 2, see 1: “lesson/label-every-box” is called “lesson/mark-every-box” now. Write lesson/mark-every-box.",
        "warning: local/lessons/close-every-box.yml:7:8: cause: the page “/lessons/label-every-box.md” has another address now. Link to /lessons/mark-every-box.md.",
        "warning: local/lessons/close-every-box.yml:24:11: related 1: “label-every-box” is called “mark-every-box” now. Write mark-every-box.",
    ]
    book = world.handbook()
    assert [r.id for r in book.linked_from(book.get("lesson", "mark-every-box"), "lesson")] == [
        "close-every-box"
    ]


def test_a_step_of_a_renamed_activity_is_still_found(world: World):
    world.copy(LESSON, "local/lessons/close-every-box.yml", title="Close the lids")
    world.write(
        "activities/move-the-books.yml",
        world.read("activities/carry-the-books.yml") + "formerly: carry-the-books\n",
    )
    world.delete("activities/carry-the-books.yml")
    for path, name in (("phases/move.yml", "[carry-the-books]"), (LESSON, "carry-the-books#pack")):
        world.change(path, name, name.replace("carry", "move"))
    assert said(world) == [
        "warning: local/lessons/close-every-box.yml:11:5: at 1: “carry-the-books#pack” is called “move-the-books#pack” now. Write move-the-books#pack."
    ]


def test_two_files_for_one_renamed_record_are_named(world: World):
    replace(world, LESSON)
    rename(world)
    world.write("local/lessons/mark-every-box.yml", world.read(OWN))
    assert (
        "local/lessons/mark-every-box.yml:1:1: two of your files are “mark-every-box” now: this one, and content/local/lessons/label-every-box.yml. "
        "Delete one of the two."
    ) in said(world)


def test_a_record_that_was_retired_is_named_at_the_file_that_replaces_it(world: World):
    replace(world, LESSON)
    world.change(LESSON, "state: identified", "state: retired")
    assert said(world) == [
        "warning: local/lessons/label-every-box.yml:1:1: the record that this file replaces is retired. "
        "See content/lessons/label-every-box.yml, then keep yours or delete it."
    ]


def test_a_record_that_is_gone_is_named_where_it_was_replaced_or_hidden(world: World):
    replace(world, LESSON)
    hide(world, "products/lorry")
    world.delete(LESSON)
    assert said(world) == [
        "warning: local/hidden.yml:2:13: hidden 1, record: there is no record “products/lorry” to hide. It may have been removed. Delete this entry.",
        "warning: local/lessons/label-every-box.yml:24:11: replaces: the record that this one replaces is gone. Keep your own, and delete this line; or delete the file.",
    ]


# What does not belong there


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("local/lesons/x.yml", "local/lesons:1:1: nothing of this name belongs in content/local/."),
        ("local/phases.yml", "local/phases.yml:1:1: nothing of this name belongs in content/local/."),
        (
            "local/lessons/x.txt",
            "local/lessons/x.txt:1:1: only files that end in .yml belong in this folder.",
        ),
        ("local/local/x.yml", "local/local:1:1: nothing of this name belongs in content/local/."),
        ("hidden.yml", "hidden.yml:1:1: nothing of this name belongs in content/."),
        (
            "local/lessons/Big.yml",
            "local/lessons/Big.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        ),
    ],
)
def test_strange_files_are_refused_as_elsewhere(world: World, path, message):
    world.write(path, world.read(LESSON))
    assert any(line.startswith(message) for line in said(world)), said(world)


def test_a_link_in_place_of_the_own_folder_is_refused_and_not_followed(world: World):
    (world.folder / "elsewhere").mkdir()
    (world.folder / "elsewhere/site.yml").write_text("title: X\n")
    (world.content / "local").symlink_to(world.folder / "elsewhere")
    assert said(world) == [
        "local:1:1: this is a link to another place, not a file. Put the file itself here."
    ]
    assert world.report().readable.site.title == "Moving a library"


def test_a_link_inside_the_own_folder_is_refused(world: World):
    world.write("local/README.md", "x")
    (world.content / "local/site.yml").symlink_to(world.content / "site.yml")
    assert said(world) == [
        "local/site.yml:1:1: this is a link to another place, not a file. Put the file itself here."
    ]


def test_an_error_that_follows_in_a_file_of_another_team_says_what_one_can_do(world: World):
    hide(world, "activities/count-the-books")
    lines = [line for line in said(world) if line.startswith("activities/measure-the-rooms.yml")]
    assert lines and all(
        "This file is not your own: hide the record, or replace it in content/local/." in line
        for line in lines
    )


# What people and programs are told


def overlaid(world: World) -> None:
    world.copy(LESSON, "local/lessons/close-every-box.yml", title="Close the lids")
    replace(world, "products/van.yml")
    world.write("local/site.yml", "organisation: The archive\n")
    hide(world, "lessons/label-every-box")


def test_the_check_lists_what_lies_over_what(world: World):
    overlaid(world)
    done = CliRunner().invoke(main, ["check", "--content", str(world.content), "--docs", str(world.docs)])
    assert (done.exit_code, done.output.partition("fields/.\n")[2].rstrip()) == (
        0,
        "\n".join(
            [
                "content/local/ lies over the handbook of The library:",
                "  added     lesson/close-every-box",
                "  replaced  product/van",
                "  changed   content/local/site.yml",
                "  hidden    lesson/label-every-box: We have none.",
                "0 errors, 1 warning.",
            ]
        ),
    )


def test_programs_get_the_same_list(world: World):
    overlaid(world)
    done = CliRunner().invoke(
        main, ["check", "--format", "json", "--content", str(world.content), "--docs", str(world.docs)]
    )
    assert (
        json.loads(done.output)["overlay"]
        == data(world.build())["overlay"]
        == {
            "folder": "content/local",
            "original": "The library",
            "added": ["lesson/close-every-box"],
            "replaced": ["product/van"],
            "hidden": [{"record": "lesson/label-every-box", "why": "We have none."}],
            "changed": ["content/local/site.yml"],
            "outdated": [],
        }
    )


def test_the_data_says_where_each_record_comes_from(world: World):
    overlaid(world)
    found = data(world.build())
    assert {
        r["id"]: (r["origin"], r["file"])
        for r in (*found["lessons"], *found["products"])
        if r["id"] in ("close-every-box", "van", "book-list")
    } == {
        "close-every-box": ("added", "content/local/lessons/close-every-box.yml"),
        "van": ("replaced", "content/local/products/van.yml"),
        "book-list": ("original", "content/products/book-list.yml"),
    }


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("lessons/close-every-box.md", "This page was added by The archive."),
        ("products/van.md", "The archive wrote this page to replace the one by The library."),
        ("products/book-list.md", "This page comes from The library."),
    ],
)
def test_each_page_says_who_it_comes_from(world: World, source, words):
    overlaid(world)
    assert words in surroundings(world.build(), source)["foot"]


def test_the_link_for_editing_opens_the_file_that_holds_the_record(world: World):
    overlaid(world)
    world.add("local/site.yml", "repository: {url: https://e.org/, edit: 'https://e.org/{path}'}\n")
    assert (
        'href="https://e.org/content/local/products/van.yml"'
        in surroundings(world.build(), "products/van.md")["foot"]
    )


@pytest.mark.parametrize(
    ("language", "source", "lang"),
    [
        ("cy", "products/book-list.md", "en-GB"),
        ("cy", "products/van.md", ""),
        ("cy", "lessons/close-every-box.md", ""),
        ("cy", "about/index.md", "en-GB"),
        ("cy", "index.md", ""),
        ("cy", "lessons/index.md", ""),
        ("en-GB", "products/book-list.md", ""),
    ],
)
def test_what_comes_in_another_language_is_marked_with_it(world: World, language, source, lang):
    overlaid(world)
    world.write("languages/cy.yml", (ROOT / "content/languages/cy.yml").read_text("utf-8"))
    world.add("local/site.yml", f"language: {language}\n")
    for path in ("about/index.md", "index.md", "local/index.md"):
        world.write_page(path, "# A page\n")
    assert surroundings(world.build(), source)["lang"] == lang


# Writing


def test_records_are_begun_in_the_own_folder_once_it_has_a_site(world: World):
    assert own_folder(world.content) == world.content
    world.write("local/site.yml", "organisation: The archive\n")
    assert own_folder(world.content) == world.content / "local"


@pytest.mark.parametrize(
    "name",
    [
        "label-every-box",
        "lessons/label-every-box",
        "lesson/label-every-box",
        "content/lessons/label-every-box.yml",
        "content\\lessons\\label-every-box.yml",
    ],
)
def test_the_command_copies_a_record_to_be_changed_in_place_of_the_original(world: World, name: str):
    world.write("local/site.yml", "organisation: The archive\n")
    world.write(LESSON, f"# $schema=../.schema/lesson.json\n{(world.content / LESSON).read_text('utf-8')}")
    done = CliRunner().invoke(main, ["replace", name, "--content", str(world.content)])
    assert (done.exit_code, done.output.splitlines()[0]) == (0, f"{world.content.as_posix()}/{OWN}")
    first, mark, *rest = (world.content / OWN).read_text("utf-8").splitlines(keepends=True)
    assert (first, mark.partition(": ")[0]) == ("replaces: true\n", "original")
    assert "".join(rest) == (world.content / LESSON).read_text("utf-8").replace("=../", "=../../")
    assert world.check() == [] and world.handbook().overlay.replaced == {("lesson", "label-every-box")}


@pytest.mark.parametrize(
    ("begun", "name", "why"),
    [
        (
            False,
            "lessons/label-every-box",
            "local/site.yml, so this handbook follows no other. Change the record itself.",
        ),
        (True, "lessons/lable-every-box", "Did you mean “lesson/label-every-box”?"),
        (True, "label-every-bx", "Did you mean “label-every-box”?"),
        (True, "../../x", "Name it by its kind and its id"),
        (True, "van", "There are 2 records “van” in"),
        (True, "van", "Say which: role/van or product/van."),
        (True, "products/van", "exists already, and nothing was changed."),
    ],
)
def test_a_copy_that_cannot_be_made_is_refused_with_the_reason(
    world: World, begun: bool, name: str, why: str
):
    if begun:
        world.write("local/site.yml", "organisation: The archive\n")
        world.write("local/products/van.yml", "ours")
        world.write("roles/van.yml", "title: Van")
    done = CliRunner().invoke(main, ["replace", name, "--content", str(world.content)])
    assert done.exit_code == 1 and why in done.stderr and done.stdout == ""
    assert not begun or [file.read_text() for file in (world.content / "local").glob("*/*")] == ["ours"]


@pytest.mark.parametrize(
    ("site", "options", "folder"),
    [
        (False, [], "products"),
        (True, [], "local/products"),
        (True, ["--shared"], "products"),
        (False, ["--own"], "local/products"),
    ],
)
def test_the_command_says_where_it_wrote(world: World, site, options, folder):
    if site:
        world.write("local/site.yml", "organisation: The archive\n")
    done = CliRunner().invoke(main, ["new", "product", "A lorry", *options, "--content", str(world.content)])
    assert (done.exit_code, done.output.splitlines()[0]) == (
        0,
        f"{world.content.as_posix()}/{folder}/a-lorry.yml",
    )
    schema = (world.content / folder / "a-lorry.yml").read_text("utf-8").splitlines()[0].partition("=")[2]
    assert (world.content / folder / schema).resolve() == (world.content / ".schema/product.json").resolve()


def test_a_record_that_would_replace_one_is_not_begun_by_accident(world: World, tmp_path: Path):
    done = CliRunner().invoke(main, ["new", "product", "Van", "--own", "--content", str(world.content)])
    assert (
        done.exit_code == 1
        and "run `handbook replace products/van`" in done.stderr
        and not (world.content / "local").exists()
    )
