"""What surrounds every page: menu, pages around it, breadcrumb."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.handbook import Handbook
from macros.pages.views.menus import LISTED, beside_layers, main_ways, sitemap
from macros.pages.views.shell import as_of
from macros.publishing.surroundings import surroundings


def around(world: World, source: str):
    return world.build().shell(source)


def test_the_menu_names_the_parts_that_the_framework_chooses(world: World):
    world.change("framework.yml", "routes:", "menu: [lessons, roles, products]\nroutes:")
    world.change("site.yml", "footer:", "labels: {pages: {roles: {short: Who}}}\nfooter:")
    menu = around(world, "products/van.md").menu
    assert [(e.title, e.source, e.inside) for e in menu] == [
        ("Lessons", "lessons/index.md", False),
        ("Who", "roles/index.md", False),
        ("Products", "products/index.md", True),
    ]
    assert [e.title for e, _ in main_ways(world.handbook())] == ["Lessons", "Who", "Products"]


def test_a_page_whose_part_is_not_in_the_menu_is_inside_the_first_entry_of_its_layer(world: World):
    world.change("framework.yml", "routes:", "menu: [products, lessons, phases]\nroutes:")
    assert [e.title for e in around(world, "activities/carry-the-books.md").menu if e.inside] == ["Phases"]


def test_a_menu_that_nobody_chose_is_the_layers_of_the_framework(world: World):
    assert [(e.title, e.source) for e in around(world, "index.md").menu] == [
        ("The work", "phases/index.md"),
        ("The shelf", "overview/index.md"),
    ]


@pytest.mark.parametrize(
    ("source", "current", "inside"),
    [
        ("index.md", [], []),
        ("phases/index.md", ["The work"], ["The work"]),
        ("lessons/label-every-box.md", [], ["The work"]),
        ("products/van.md", [], ["The shelf"]),
        ("glossary.md", [], []),
        ("about/index.md", [], []),
    ],
)
def test_the_menu_shows_where_the_reader_is(world: World, source, current, inside):
    menu = around(world, source).menu
    assert ([e.title for e in menu if e.current], [e.title for e in menu if e.inside]) == (current, inside)


def test_around_a_page_are_the_sections_of_its_layer(world: World):
    assert [(e.source, e.inside) for e in around(world, "products/van.md").around] == [
        ("overview/index.md", False),
        ("products/index.md", True),
        ("migrations/index.md", False),
        ("roles/index.md", False),
    ]


def test_beside_a_page_are_the_records_of_its_section(world: World):
    beside = around(world, "phases/plan.md").beside
    assert beside and (beside.title, beside.source, beside.current) == ("Phases", "phases/index.md", False)
    assert [(e.source, e.current) for e in beside.children] == [
        ("phases/plan.md", True),
        ("phases/move.md", False),
    ]


def test_too_many_records_are_not_listed_beside_a_page(world: World):
    for n in range(LISTED):
        world.copy("roles/driver.yml", f"roles/r{n}.yml", title=f"Role {n}{n}{n}")
    world.change(
        "activities/carry-the-books.yml",
        "contribute: [driver]",
        f"contribute: [driver, {', '.join(f'r{n}' for n in range(LISTED))}]",
    )
    assert around(world, "roles/driver.md").beside is None


@pytest.mark.parametrize(
    ("source", "crumbs"),
    [
        ("index.md", ["index.md"]),
        ("phases/index.md", ["index.md"]),
        ("phases/plan.md", ["phases/index.md"]),
        ("lessons/index.md", ["phases/index.md"]),
        ("lessons/label-every-box.md", ["phases/index.md", "lessons/index.md"]),
        ("glossary.md", ["index.md"]),
        ("sources/town-report.md", ["index.md", "sources/index.md"]),
        ("about/index.md", ["index.md"]),
        ("about/zebras.md", ["index.md", "about/index.md"]),
    ],
)
def test_the_breadcrumb_begins_with_the_layer_of_the_page_or_with_the_home_page(world: World, source, crumbs):
    world.write_page("about/index.md", "# About\n")
    world.write_page("about/zebras.md", "# Zebras\n")
    assert [source for _, source in around(world, source).crumbs] == crumbs


def test_beside_a_hand_written_page_are_the_pages_of_its_folder_the_first_page_first(world: World):
    for name, heading in (
        ("about/zebras", "Zebras"),
        ("about/index", "About"),
        ("about/apes", "Apes"),
        ("else/index", "Else"),
        ("index", "Home"),
    ):
        world.write_page(f"{name}.md", f"# {heading}\n")
    changes = world.handbook().site.labels.pages.changes.title
    expected = [("About", False), *sorted([("Apes", False), (changes, False), ("Zebras", True)])]
    assert beside(world, "about/zebras.md") == expected
    assert [title for title, current in beside(world, "about/changes.md") if current] == [changes]
    assert around(world, "about/changes.md").file == ""
    assert around(world, "index.md").around == ()


def beside(world: World, source: str) -> list[tuple[str, bool]]:
    """The pages beside one, with the one that opens the folder first."""
    home = around(world, source).beside
    return [(e.title, e.current) for e in (home, *home.children)] if home else []


def test_the_margin_of_a_printed_page_gives_the_edition_and_the_newest_day_of_the_content(world: World):
    world.copy(
        "lessons/label-every-box.yml", "lessons/b.yml", title="Close the lids", reviewed='"2020-03-04"'
    )
    build = world.build()
    assert [
        surroundings(build, source)["margin"].rpartition(" · ")[2]
        for source in ("index.md", "phases/plan.md", "lessons/label-every-box.md")
    ] == ["4 March 2020", "4 March 2020", "2 January 2020"]


def test_content_without_any_date_has_no_newest_day():
    assert as_of(Handbook({}, {})) == ""


def test_a_generated_page_knows_its_record(world: World):
    assert (around(world, "products/van.md").record.id, around(world, "products/index.md").record) == (
        "van",
        None,
    )


def test_the_foot_lists_every_layer_with_its_sections(world: World):
    assert [(layer.id, [e.source for e in entries]) for layer, entries in sitemap(world.handbook())] == [
        ("work", ["phases/index.md", "workstreams/index.md", "activities/index.md", "lessons/index.md"]),
        ("shelf", ["overview/index.md", "products/index.md", "migrations/index.md", "roles/index.md"]),
    ]


def test_sections_that_no_layer_lists_stand_beside_the_layers(world: World):
    others = [entry.source for entry in beside_layers(world.handbook())]
    assert "timeline.md" in others and "plan.md" in others
    assert {"phases/index.md", "roles/index.md", "search.md"}.isdisjoint(others)
    world.change("framework.yml", "sections: [phases, ", "sections: [plan, phases, ")
    assert "plan.md" not in [entry.source for entry in beside_layers(world.handbook())]


def test_a_layer_without_sections_is_refused(world: World):
    world.change("framework.yml", "sections: [phases, workstreams, activities, lessons]", "sections: []")
    assert world.check() == [
        "content/framework.yml:11:15: layers 1, sections: at least 1 entry is needed here."
    ]


@pytest.mark.parametrize("directory", [True, False])
def test_what_is_made_once_for_a_folder_is_what_each_page_would_make(world: World, directory: bool):
    world.change("site.yml", "footer: ", "footer: See [the van](/products/van.md). ")
    build = world.build(directory=directory)
    for source in (*build.pages, *build.written, "404.html"):
        alone = build.renderer.render("shell/footer.html", source)
        assert surroundings(build, source)["footer"] == alone, source
        shell = build.shell(source)
        assert surroundings(build, source)["top"] == build.renderer.render(
            "shell/top.html", source, menu=shell.menu, around=shell.around, heading=shell.heading
        )
    assert 'href="./"' in surroundings(build, "products/van.md")["footer"] or not directory
