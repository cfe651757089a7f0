"""Where a page stands, and how another page reaches it, online and from a folder on disk."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.addresses import Addresses

ONLINE = Addresses(True)
OFFLINE = Addresses(False)


@pytest.mark.parametrize(
    ("source", "online", "offline"),
    [
        ("index.md", "", "index.html"),
        ("navigate.md", "navigate/", "navigate.html"),
        ("lessons/index.md", "lessons/", "lessons/index.html"),
        ("lessons/x.md", "lessons/x/", "lessons/x.html"),
        ("/lessons/x.md", "lessons/x/", "lessons/x.html"),
        ("lessons/x.md#y", "lessons/x/#y", "lessons/x.html#y"),
        ("index.md#y", "#y", "index.html#y"),
        ("lessons/my-index.md", "lessons/my-index/", "lessons/my-index.html"),
        ("files/plan.docx", "files/plan.docx", "files/plan.docx"),
        ("assets/x.css", "assets/x.css", "assets/x.css"),
    ],
)
def test_a_page_has_an_address_in_both_builds(source, online, offline):
    assert (ONLINE.of(source), OFFLINE.of(source)) == (online, offline)


@pytest.mark.parametrize(
    ("source", "here", "online", "offline"),
    [
        ("lessons/x.md", "index.md", "lessons/x/", "lessons/x.html"),
        ("index.md", "lessons/x.md", "../../", "../index.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("index.md", "navigate.md", "../", "index.html"),
        ("lessons/x.md", "lessons/y.md", "../x/", "x.html"),
        ("lessons/index.md", "lessons/y.md", "../", "index.html"),
        ("lessons/y.md", "lessons/index.md", "y/", "y.html"),
        ("phases/a.md", "lessons/y.md", "../../phases/a/", "../phases/a.html"),
        ("lessons/x.md#step", "lessons/y.md", "../x/#step", "x.html#step"),
        ("lessons/x.md#step", "lessons/x.md", "#step", "#step"),
        ("index.md#step", "index.md", "#step", "#step"),
        ("lessons/x.md", "lessons/x.md", "./", "x.html"),
        ("index.md#a", "lessons/x.md", "../../#a", "../index.html#a"),
        ("files/a.docx", "products/b.md", "../../files/a.docx", "../files/a.docx"),
        ("files/a.docx", "index.md", "files/a.docx", "files/a.docx"),
        ("/navigate.md", "lessons/x.md", "../../navigate/", "../navigate.html"),
    ],
)
def test_a_link_is_relative_to_its_page(source, here, online, offline):
    assert (ONLINE.link(source, here), OFFLINE.link(source, here)) == (online, offline)


PAGES = st.lists(st.sampled_from(["a", "b", "index", "lessons"]), min_size=1, max_size=4).map(
    lambda parts: "/".join(parts) + ".md"
)


@given(
    PAGES,
    PAGES,
    st.sampled_from(["", "#x"]),
    st.booleans(),
    st.sampled_from(["https://e.org/", "https://e.org/a/b/", "file:///C:/My%20Files/"]),
)
def test_every_link_leads_where_it_should_under_every_root(source, here, anchor, directory, root):
    addresses = Addresses(directory)
    assert urljoin(root + addresses.of(here), addresses.link(source + anchor, here)) == root + addresses.of(
        source + anchor
    )
