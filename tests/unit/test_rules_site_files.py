"""What stands in docs is really there, belongs there, and gets in nobody's way."""

from __future__ import annotations

from world import World

VAN = "products/van.yml"


def test_no_file_a_download_that_is_not_there_is_named_with_its_line(world: World) -> None:
    world.add(VAN, "files: [{title: Template, file: files/van.docx}]\n")
    assert [line.partition(": ")[2] for line in world.check()] == [
        "files 1, file: there is no file “files/van.docx” in docs/. Put it there, or correct its path."
    ]


def test_no_file_a_logo_that_is_not_there_is_named_with_its_line(world: World) -> None:
    world.add("site.yml", "logo: assets/logo.svg\n")
    assert world.found() == [
        (
            "no-file",
            "content/site.yml:10:7: logo: there is no file “assets/logo.svg” in docs/. "
            "Put it there, or correct its path.",
        )
    ]
    world.write_page("assets/logo.svg", "<svg/>")
    assert world.check() == []


def test_no_file_a_download_from_outside_docs_is_refused(world: World) -> None:
    (world.folder / "secret.txt").write_text("x")
    world.add(VAN, "files: [{title: Template, file: ../secret.txt}]\n")
    world.check()
    assert world.codes() == ["no-file"]


def test_no_file_a_download_that_is_there_is_fine(world: World) -> None:
    world.write_page("van.docx", "x")
    world.add(VAN, "files: [{title: Template, file: van.docx}]\n")
    assert world.check() == []


def test_page_twice_a_hand_written_page_may_not_stand_where_a_record_stands(world: World) -> None:
    world.write_page("products/van.md", "# Van")
    assert world.found() == [
        (
            "page-twice",
            "docs/products/van.md:1:1: the handbook makes the page at this address itself. "
            "Rename this file, or delete it.",
        )
    ]
