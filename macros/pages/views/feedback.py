"""Feedback: the address that a reader of a page opens to suggest a change, or to say that the page was used
and how it went.

The fork chooses the channel. Each opens with the page named and the questions written out. Without a channel
the addresses are empty, and the template leads to the page that says what to write.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from macros.loading.handbook import Handbook
from macros.model import Site
from macros.model.contact import BLANK
from macros.model.words.contributing import Questions
from macros.pages.addresses import Addresses
from macros.pages.repository import new_issue
from macros.pages.views.registry import view
from macros.pages.views.shell import Shell

LF = "\n"
CRLF = "\r\n"  # between lines of an e-mail (RFC 6068, section 5)


@dataclass(frozen=True)
class Feedback:
    """Two addresses, each empty when the fork has no channel."""

    suggest: str
    used: str


@view
def feedback(handbook: Handbook, shell: Shell) -> Feedback:
    """Return what the links for feedback on the page in `shell` open."""
    site = handbook.site
    words = site.labels.feedback
    about = _about(site, shell)
    return Feedback(_address(site, words.suggest, about), _address(site, words.used, about))


def channel(site: Site) -> str:
    """Return `email`, `issue`, `form`, or an empty text when the fork has none."""
    contact = site.contact
    if contact.channel:
        return contact.channel
    if contact.feedback:
        return "form"
    return "email" if contact.email else ""


def _about(site: Site, shell: Shell) -> dict[str, str]:
    """Return the title of the page, its published address, which copies in folders name too, and its file."""
    page = Addresses().of(shell.source)
    address = f"{site.address.rstrip('/')}/{page}" if site.address else page or "/"
    return {"title": shell.title, "address": address, "file": shell.file}


def _address(site: Site, questions: Questions, about: dict[str, str]) -> str:
    way = channel(site)
    subject = questions.subject.replace("{title}", about["title"])
    if way == "email" and site.contact.email:
        to = quote(site.contact.email, safe="@")
        return f"mailto:{to}?subject={_encoded(subject)}&body={_encoded(CRLF.join(_lines(questions, about)))}"
    if way == "form" and site.contact.feedback:
        return BLANK.sub(lambda blank: _encoded(about[blank[1]]), site.contact.feedback)
    if way == "issue":
        return new_issue(site.repository, subject, LF.join(_lines(questions, about)))
    return ""


def _lines(questions: Questions, about: dict[str, str]) -> list[str]:
    """Return what is known of the page, and each question with room for its answer."""
    return [
        *filter(None, about.values()),
        "",
        *(line for question in questions.ask for line in (question, "", "")),
    ]


def _encoded(text: str) -> str:
    return quote(text, safe="")
