"""Files in `docs/` have names and forms that a build can read."""

from __future__ import annotations

from world import World


def codes(world: World) -> list[str]:
    world.check()
    return world.codes()


def test_page_ending_a_page_with_another_ending_is_named(world: World) -> None:
    world.write_page("more.markdown", "# More\n")
    assert codes(world) == ["page-ending"]


def test_page_folder_a_folder_with_the_name_of_a_page_is_named(world: World) -> None:
    world.write_page("more.md/picture.png", "x")
    assert "page-folder" in codes(world)


def test_file_name_a_name_that_is_too_long_is_named(world: World) -> None:
    world.write_page(f"{'x' * 210}.md", "# More\n")
    assert codes(world) == ["file-name"]
