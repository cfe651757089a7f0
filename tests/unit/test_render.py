"""Templates and a handbook become HTML, in which every text from content reads as typed."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError
from lxml.html import document_fromstring, tostring
from test_rules_binding_rules import ruled
from world import TEMPLATES, World, labels

from macros.publishing import late_pieces
from macros.publishing.page_macros import Macros
from macros.publishing.surroundings import surroundings

HOSTILE = "<script>alert(1)</script> {{ site }} {% raw %} \"' & `x`"


class Site:
    """The finished content of the generated pages of a world."""

    def __init__(self, world: World, *, directory: bool = True) -> None:
        self.build = world.build(directory=directory)
        self.here = "index.md"
        self.macros = Macros(self.build.renderer, lambda: self.here).table()

    def page(self, source: str) -> str:
        self.here = source
        page = self.build.pages[source]
        return str(self.macros[page.macro](*page.arguments))


def unmarked(html: str, words: str) -> list[str]:
    """Where `words` stand without the language that they are in."""
    return [
        tostring(tag, encoding="unicode")
        for tag in document_fromstring(html).xpath("//*[text()[contains(., $words)]]", words=words)
        if not tag.xpath("ancestor-or-self::*[@lang='cy']")
    ]


def test_a_title_in_another_language_is_marked_wherever_it_stands(world: World):
    world.change(
        "sources/town-report.yml",
        "title: Report on the move",
        "title: Adroddiad ar y symud\nlanguage: cy\nmeaning: report on the move",
    )
    site = Site(world)
    pages = {
        source: html for source in site.build.pages if "Adroddiad ar y symud" in (html := site.page(source))
    }
    assert {
        "sources/town-report.md",
        "sources/index.md",
        "lessons/label-every-box.md",
        "timeline.md",
        "a-to-z.md",
    } <= set(pages)
    assert [
        (source, found) for source, html in pages.items() if (found := unmarked(html, "Adroddiad ar y symud"))
    ] == []
    assert all("(report on the move)" in html for html in pages.values())


def test_a_title_in_the_language_of_the_handbook_bears_no_mark(world: World):
    assert "lang=" not in Site(world).page("sources/town-report.md")


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


@pytest.mark.parametrize("directory", [True, False])
def test_every_generated_page_can_be_made_for_every_framework(world: World, directory):
    site = Site(world, directory=directory)
    for source in site.build.pages:
        html = site.page(source)
        assert (source, html.count("<h1"), sorted(ids(html))) == (source, 1, sorted(set(ids(html))))


def test_every_page_can_be_surrounded(world: World):
    site = Site(world)
    for source in [*site.build.pages, "index.md", "about/index.md", "404.html"]:
        assert set(surroundings(site.build, source)) >= {"top", "crumbs", "side", "foot", "footer"}


def test_what_is_typed_in_content_is_shown_and_never_run(world: World):
    for old in (
        "title: Label every box",
        "summary: A box without a label is lost.",
        "event: Forty boxes were lost.",
        "organisation: Old Town library",
        "    says: Forty boxes were lost.",
    ):
        world.change(
            "lessons/label-every-box.yml",
            f"{old}\n",
            f"{old.partition(':')[0]}: '{HOSTILE.replace(chr(39), chr(39) * 2)}'\n",
        )
    site = Site(world)
    for source in ("lessons/index.md", "activities/carry-the-books.md", "a-to-z.md", "phases/move.md"):
        assert "<script" not in site.page(source)
    html = site.page("lessons/label-every-box.md")
    assert (
        "<script" not in html
        and html.count("&lt;script&gt;alert(1)&lt;/script&gt; {{ site }} {% raw %}") >= 5
    )


def test_a_lesson_whose_source_gives_no_cause_has_no_heading_for_it(world: World):
    assert 'id="_cause"' in Site(world).page("lessons/label-every-box.md")
    world.change("lessons/label-every-box.yml", "cause: Nobody had labels.\n", "")
    html = Site(world).page("lessons/label-every-box.md")
    assert 'id="_cause"' not in html and 'id="_event"' in html


def test_links_are_right_in_both_builds(world: World):
    assert 'href="../../activities/carry-the-books/#pack"' in Site(world).page("lessons/label-every-box.md")
    assert 'href="../activities/carry-the-books.html#pack"' in Site(world, directory=False).page(
        "lessons/label-every-box.md"
    )


def test_links_in_prose_are_right_in_both_builds(world: World):
    assert 'href="../../phases/plan/"' in Site(world).page("overview/why.md")
    assert 'href="../phases/plan.html"' in Site(world, directory=False).page("overview/why.md")


@pytest.mark.parametrize(
    ("path", "old", "new", "source"),
    [
        (
            "activities/count-the-books.yml",
            "  - id: count\n",
            "  - id: purpose\n",
            "activities/count-the-books.md",
        ),
        ("phases/plan.yml", "  - id: counted\n", "  - id: lessons\n", "phases/plan.md"),
        ("overview/why.yml", "## What came next", "## Related", "overview/why.md"),
    ],
)
def test_an_id_from_content_never_stands_twice_either(world: World, path, old, new, source):
    world.change(path, old, new)
    if not world.check():
        found = ids(Site(world).page(source))
        assert sorted(set(found)) == sorted(found)


def test_no_address_from_content_can_run(world: World):
    world.change(
        "site.yml",
        "contact: {}",
        "contact: {}\nrepository: {url: https://e.org/, edit: 'javascript:alert(1)//{path}'}",
    )
    assert world.check() == [
        "content/site.yml:9:41: repository, edit: a web address starts with https:// and has no spaces."
    ]


def test_a_misspelt_name_in_a_template_stops_the_build(world: World, tmp_path_factory):
    build = world.build()
    templates = tmp_path_factory.mktemp("templates")
    (templates / "x.html").write_text("{{ t.no_such_label }}")
    build.renderer.env.loader.searchpath.insert(0, str(templates))
    with pytest.raises(UndefinedError):
        build.renderer.render("x.html", "index.md")


def test_a_lesson_says_who_applied_it_and_what_came_of_it(world: World):
    lesson = "lessons/label-every-box.yml"
    before = Site(world).page("lessons/label-every-box.md")
    assert 'id="_used"' not in before
    world.change(
        lesson,
        "state: identified",
        "state: identified\nused:\n"
        "  - {source: town-report, says: We labelled all., organisation: New Town, when: '2010', result: None lost.}\n"
        "  - {source: town-report, says: So did we., organisation: Far Town}",
    )
    page = Site(world).page("lessons/label-every-box.md")
    used = page.partition('id="_used"')[2]
    assert all(words in used for words in ("New Town, 2010", "We labelled all.", "None lost.", "Far Town"))
    assert used.count(labels()["came_of_it"]) == 1


def test_an_activity_says_by_when_it_must_be_done_and_who_says_so(world: World):
    source = "activities/count-the-books.md"
    assert labels()["latest"] not in Site(world).page(source)
    limit = "latest: [{time: A week before the van, source: town-report, says: A week., where: page 3}]"
    world.change("activities/count-the-books.yml", "purpose:", f"{limit}\npurpose:")
    page = Site(world).page(source)
    assert "A week before the van" in page and "page 3" in page.partition("A week before the van")[2]


def test_every_page_with_a_step_says_its_rules_and_whose_they_are(world: World):
    site = Site(ruled(world))
    words = "<strong>In New Town:</strong> Ask the mayor for the key."
    late = "".join(late_pieces.script(site.build, "gates/plan.md").values())
    sources = ("activities/count-the-books.md", "print/phases/plan.md")
    for source, page in ({source: site.page(source) for source in sources} | {"gates/plan.md": late}).items():
        assert words in page, source
        assert "Checked 3 February 2021." in page.partition(words)[2], source
    page = site.page("activities/count-the-books.md")
    assert 'data-part="activities/count-the-books#count.rules.1"' in page
    assert '<a href="../../sources/town-report/">Town auditor</a>' in page.partition(words)[2]


def test_a_rule_that_sets_a_time_says_whose_it_is(world: World):
    page = Site(ruled(world)).page("activities/count-the-books.md")
    time = page.partition('data-part="activities/count-the-books#latest.1"')[2].partition("</div>")[0]
    assert "<strong>In New Town:</strong> Three days before the van" in time
    assert "Checked 4 February 2021." in time and labels()["latest"] in time


def test_every_template_compiles(world: World):
    renderer = world.build().renderer
    for name in renderer.env.list_templates():
        renderer.env.get_template(name)
    assert (TEMPLATES / "lesson_page.html").exists()


@pytest.mark.parametrize("directory", [True, False])
def test_a_piece_that_is_made_once_is_what_each_page_would_make(world: World, directory: bool):
    text = "purpose: Read [the print page](/print/phases/plan.md) and [the van](/products/van.md).\n"
    world.change("activities/count-the-books.yml", "purpose: Know how many books there are.\n", text)
    renderer = world.build(directory=directory).renderer
    for here in ("print/phases/plan.md", "print/phases/move.md", "print/roles/driver.md"):
        values = {"kind": "activity", "id": "count-the-books"}
        template = "parts/print_activity.html"
        assert renderer.shared(template, here, **values) == renderer.render(template, here, **values)
