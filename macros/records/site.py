"""What a fork changes first: its name, colours and contacts, and any word of the interface."""

from __future__ import annotations

from typing import Annotated, ClassVar

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.fields import Markdown, Model, Text, WebAddress, field, web_address
from macros.records.base import Record
from macros.records.labels import Labels


def _colour(value: str) -> str:
    if len(value) != 7 or value[0] != "#" or set(value[1:].lower()) - set("0123456789abcdef"):
        raise PydanticCustomError("colour", "a colour is written as # and six digits or letters a to f, such as #0a5a66")
    return value.lower()


def _contains_path(value: str) -> str:
    if "{path}" not in value:
        raise PydanticCustomError("edit_address", "the edit address must contain {path}, where the file name goes")
    web_address(value.replace("{path}", "path"))
    return value


def is_language(code: str) -> bool:
    """Whether `code` names a language, such as `en-GB` or `cy`."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _language(value: str) -> str:
    if not is_language(value):
        raise PydanticCustomError("language", "a language is written as its code, such as en-GB or cy")
    return value


Colour = Annotated[str, AfterValidator(_colour)]


class Colours(Model):
    """The one accent colour, for both schemes. Everything else follows."""

    one_value: ClassVar[bool] = True
    accent: Colour = field("Links and the timeline, on white paper.", "#0a5a66")
    accent_dark: Colour | None = field("The same in the dark scheme. Left out, it is made from the accent.", "#74cbd6", None)


class Repository(Model):
    """Where the content is kept, so that readers can suggest changes."""

    url: WebAddress = field("The address of the repository.", "https://git.example.org/team/handbook")
    edit: Annotated[str, AfterValidator(_contains_path)] = field(
        "The address that opens a file for editing, with {path} where the file name goes.",
        "https://git.example.org/team/handbook/edit/main/{path}")


class Contact(Model):
    """How readers reach the team."""

    email: Text | None = field("An address of a team, never of a person.", "team@example.org", None)
    feedback: WebAddress | None = field("A page or form for feedback.", "https://example.org/feedback", None)


class Site(Record):
    """The site, as a fork makes it its own."""

    kind: ClassVar[str] = "site"
    folder: ClassVar[str] = ""
    organisation: Text = field("Who publishes this handbook.")
    language: Annotated[Text, AfterValidator(_language)] = field("The language of the content, as a code. Its words stand in `languages/`.", "en-GB")
    address: WebAddress | None = field("The address at which it is published, when that is known.", "https://handbook.example.org/", None)
    logo: Text | None = field("A picture in `docs/`, shown beside the name.", "assets/logo.svg", None)
    colours: Colours = field("The accent colour.")
    repository: Repository | None = field("Where the content is kept.", default=None)
    contact: Contact = field("How readers reach the team.")
    footer: Markdown = field("What stands at the foot of every page, before the licence.")
    labels: Labels = field("Words of the interface that you want different; the rest come from the language.", json_schema_extra={"partial": True})
