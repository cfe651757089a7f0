"""Pictures in the one file stand in the file itself."""

from __future__ import annotations

from macros.copies.single import as_text, book

COVER = b'<main><p class="cover__part"></p><nav><ol><li><a href="about/x.html">X</a></li></ol></nav></main>'
PAGE = b'<article><h1>X</h1><img alt="A dot" src="dot.svg"><img alt="Gone" src="gone.svg"></article>'


def test_a_picture_of_a_page_is_inside_the_one_file():
    site = {"book.html": COVER, "about/x.html": PAGE, "about/dot.svg": b"<svg/>"}
    text = as_text(book(site))
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in text
    assert 'src="gone.svg"' in text
