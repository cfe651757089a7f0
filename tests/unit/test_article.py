"""The article of a generated page, finished without a site generator."""

from __future__ import annotations

from lxml.html import document_fromstring
from world import World

from macros.publishing.article import article, ids


def test_every_anchor_of_every_page_is_known(the_world: World):
    build = the_world.build()
    for page in build.pages.values():
        html = article(build, page)
        assert ids(html) == set(document_fromstring(html).xpath("//@id")), page.source


def test_words_that_look_like_an_anchor_are_none(world: World):
    world.change("lessons/label-every-box.yml", "title: Label every box", 'title: Label <b id="x"> every box')
    build = world.build()
    assert "x" not in ids(article(build, build.pages["lessons/label-every-box.md"]))
