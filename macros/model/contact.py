"""Where the content is kept, and how readers reach the team: what the links for feedback and the form are
made from.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.model.address import mail_address_wrong
from macros.model.fields import Model, Text, WebAddress, field
from macros.model.validators import web_address

Channel = Literal["email", "issue", "form"]
BLANK = re.compile(r"\{(title|address|file)\}")


def _contains_path(value: str) -> str:
    if "{path}" not in value:
        raise PydanticCustomError(
            "edit_address", "the edit address must contain {path}, where the file name goes"
        )
    web_address(value.replace("{path}", "path"))
    return value


def _blanks(value: str) -> str:
    web_address(BLANK.sub("x", value))
    return value


def _mail(value: str) -> str:
    if wrong := mail_address_wrong(value):
        raise PydanticCustomError("email", "{wrong}", {"wrong": wrong})
    return value


class Repository(Model):
    """Where the content is kept, so that readers can suggest changes."""

    url: WebAddress = field("The address of the repository.", "https://git.example.org/team/handbook")
    edit: Annotated[str, AfterValidator(_contains_path)] = field(
        "The address that opens a file for editing, with {path} where the file name goes. "
        "From its form follows how a new file and a new issue are opened.",
        "https://git.example.org/team/handbook/edit/main/{path}",
    )


class Contact(Model):
    """How readers reach the team."""

    email: Annotated[Text, AfterValidator(_mail)] | None = field(
        "An address of a team, never of a person.", "team@example.org", None
    )
    answers_within: Text | None = field(
        "How soon the team answers, as the accessibility statement says it.", "five working days", None
    )
    feedback: Annotated[str, AfterValidator(_blanks)] | None = field(
        "A page or form for feedback. "
        "{title}, {address} and {file} in it are replaced by the ones of the page that it is about.",
        "https://example.org/feedback?page={title}",
        None,
    )
    channel: Channel | None = field(
        "What the links for feedback open: an `email`, a new `issue` in the repository, or the `form` under "
        "`feedback`. Left out, it is the form, or else an e-mail, when there is an address for it.",
        "issue",
        None,
    )
