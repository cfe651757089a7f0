"""Finished pages wait in memory or on disk, and come out as they went in."""

from macros.generator import spool
from macros.generator.spool import Spool


def test_every_text_comes_out_as_it_went_in_in_any_order():
    waiting = Spool()
    texts = ["plain", "", "Größe 数 🙂", "\ud800 alone", "<p>\r\nlines\n</p>"]
    places = [waiting.keep(text) for text in texts]
    assert [waiting.text(place) for place in reversed(places)] == texts[::-1]


def test_more_than_fits_into_memory_goes_to_disk_and_comes_back(monkeypatch):
    monkeypatch.setattr(spool, "IN_MEMORY", 10)
    waiting = Spool()
    places = [waiting.keep("page" * number) for number in range(9)]
    assert waiting._file._rolled
    assert [len(waiting.text(place)) for place in places] == [4 * number for number in range(9)]
