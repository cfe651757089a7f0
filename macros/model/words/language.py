"""A language of the interface: one file with every word of it."""

from __future__ import annotations

from typing import ClassVar

from macros.model.base import Record
from macros.model.fields import field
from macros.model.words.labels import Labels


class Language(Record):
    """A language of the interface. The file name is its code in lower case, such as `en-gb` or `cy`."""

    kind: ClassVar[str] = "language"
    folder: ClassVar[str] = "languages"
    labels: Labels = field("Every word of the interface.")
