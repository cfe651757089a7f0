"""Sources: public documents that evidence comes from."""

from __future__ import annotations

from typing import ClassVar, Literal

from macros.model.base import Filed, ReadLevel
from macros.model.fields import LanguageCode, Listed, Text, WebAddress, When, field

SourceType = Literal["audit", "parliament", "government", "provider", "press", "research", "framework"]


class Source(Filed):
    """A public document that evidence comes from."""

    kind: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"
    near_titles: ClassVar[bool] = True
    title: Text = field("Its title, as published.")
    language: LanguageCode | None = field(
        "The language of its title, as a code, when it is not the language of the handbook.", "nl", None
    )
    meaning: Text | None = field(
        "What a title in another language means. It is shown behind the title.", default=None
    )
    type: SourceType = field("What sort of publisher it comes from.")
    publisher: Text = field("Who published it.")
    country: Text | None = field("The country that it is about.", default=None)
    date: When | None = field("When it was published, as exactly as is known.", "2009-04", None)
    reference: Text | None = field("Its number or reference.", default=None)
    url: WebAddress | None = field("Its address.", "https://example.org/report", None)
    licence: Text | None = field("The licence of the document itself, as far as it is known.", default=None)
    read: ReadLevel = field(
        "How it was read: `whole`, `part`, or `secondary` (only somebody else's account)."
    )
    extent: Text = field("What exactly was read.")
    reported_by: Text | None = field("Who reported it, when only their account was read.", default=None)
    also_read: Listed[WebAddress] = field(
        "Further addresses at which it was read.", ["https://example.org/"], ()
    )
