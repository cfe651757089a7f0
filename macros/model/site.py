"""What a fork changes first: its name, colours and contacts, and any word of the interface."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.model.address import own_address_wrong
from macros.model.base import Record
from macros.model.contact import Contact, Repository
from macros.model.fields import LanguageCode, Markdown, Model, Text, TrueFalse, WebAddress, field
from macros.model.words.labels import Labels


def _colour(value: str) -> str:
    if len(value) != 7 or value[0] != "#" or set(value[1:].lower()) - set("0123456789abcdef"):
        raise PydanticCustomError(
            "colour", "a colour is written as # and six digits or letters a to f, such as #0a5a66"
        )
    return value.lower()


def _own_address(value: str) -> str:
    if wrong := own_address_wrong(value):
        raise PydanticCustomError("own_address", "{wrong}", {"wrong": wrong})
    return value


Colour = Annotated[str, AfterValidator(_colour)]


class Colours(Model):
    """The one accent colour, for both schemes. Everything else follows."""

    one_value: ClassVar[bool] = True
    accent: Colour = field("Links and the timeline, on white paper.", "#0a5a66")
    accent_dark: Colour | None = field(
        "The same in the dark scheme. Left out, it is made from the accent.", "#74cbd6", None
    )


class Site(Record):
    """What makes this site your own: its name, colours, contact and words."""

    kind: ClassVar[str] = "site"
    organisation: Text = field("Who publishes this handbook.")
    language: LanguageCode = field(
        "The language of the content, as a code. Its words are in `languages/`.", "en-GB"
    )
    address: Annotated[WebAddress, AfterValidator(_own_address)] | None = field(
        "The address at which it is published, when that is known.", "https://handbook.example.org/", None
    )
    logo: Text | None = field("A picture in `docs/`, shown beside the name.", "assets/logo.svg", None)
    colours: Colours = field("The accent colour.")
    repository: Repository | None = field("Where the content is kept.", default=None)
    contact: Contact = field("How readers reach the team.")
    footer: Markdown = field("What is shown at the bottom of every page, before the licence.")
    scripts_in_pages: TrueFalse = field(
        "Write true to let pages and files in `docs/` hold scripts. They run in the browsers of readers, "
        "so review them as code.",
        default=False,
    )
    labels: Labels = field(
        "Words of the interface that you want different; the rest come from the language.",
        json_schema_extra={"partial": True},
    )
