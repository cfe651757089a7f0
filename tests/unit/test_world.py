"""The world that the other tests change."""

from __future__ import annotations

from world import World


def test_the_world_of_the_tests_is_valid(world: World):
    assert world.check() == []


def test_the_world_is_made_whole_again_after_each_test(world: World):
    before = {path: path.read_bytes() for path in world.folder.rglob("*") if path.is_file()}
    world.change("products/van.yml", "title: Van", "title: Cart")
    world.write("products/folder/rope.yml", "x")
    world.write_page("about/x.md", "x")
    world.delete("glossary.yml")
    (world.content / "sources").rename(world.folder / "elsewhere")
    (world.content / "sources").symlink_to(world.folder / "elsewhere")
    world.restore()
    assert {path: path.read_bytes() for path in world.folder.rglob("*") if path.is_file()} == before
    assert world.check() == [] and not world.docs.exists()
