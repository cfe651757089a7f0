"""Left out: what a file says that follows a project, of what it leaves out and where everything is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel.lists import format_list

from macros.model.words.labels import Plural
from macros.pages.wording import Words
from macros.publishing.documents.blocks import Paragraph


def left_out(say: Words, parts: Iterable[tuple[Plural, int]]) -> Iterator[Paragraph]:
    """Yield one sentence about how many of each part are left out; nothing where all are there."""
    counted = [say.count(plural, number) for plural, number in parts if number]
    if counted:
        what = format_list(counted, locale=say.locale)
        yield Paragraph(say.fill(say.labels.documents.left_out, what=what).unescape())
