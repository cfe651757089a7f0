"""Feedback: the address that a reader of a page opens to suggest a change, or to say that the page was used and how it went.

The fork chooses the channel. Each opens with the page named and the questions written out. Without a channel the addresses are
empty, and the template leads to the page that says what to write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from macros.loading.handbook import Handbook
from macros.model import Site
from macros.model.contact import BLANK
from macros.model.words.contributing import Questions
from macros.pages.addresses import Addresses
from macros.pages.repository import new_issue
from macros.pages.views.shell import Shell

CRLF, LF = "\r\n", "\n"  # e-mail wants the first


@dataclass(frozen=True)
class Feedback:
    """Two addresses, each empty when the fork has no channel."""

    suggest: str
    used: str


def feedback(handbook: Handbook, shell: Shell) -> Feedback:
    """What the links for feedback on the page in `shell` open."""
    site, words = handbook.site, handbook.site.labels.feedback
    return Feedback(
        *(_address(site, questions, _about(site, shell)) for questions in (words.suggest, words.used))
    )


def channel(site: Site) -> str:
    """`email`, `issue`, `form`, or an empty text when the fork has none."""
    contact = site.contact
    return contact.channel or ("form" if contact.feedback else "email" if contact.email else "")


def _about(site: Site, shell: Shell) -> dict[str, str]:
    """What is said about the page: its title, its address as published, and its file. Copies in folders name the published page too."""
    page = Addresses().of(shell.source)
    return {
        "title": shell.title,
        "address": f"{site.address.rstrip('/')}/{page}" if site.address else page or "/",
        "file": shell.file,
    }


def _address(site: Site, asked: Questions, about: Mapping[str, str]) -> str:
    chosen, subject = channel(site), asked.subject.replace("{title}", about["title"])
    lines = [
        *(text for text in about.values() if text),
        "",
        *(line for question in asked.ask for line in (question, "", "")),
    ]
    if chosen == "email" and site.contact.email:
        return f"mailto:{quote(site.contact.email, safe='@')}?subject={_quoted(subject)}&body={_quoted(CRLF.join(lines))}"
    if chosen == "form" and site.contact.feedback:
        return BLANK.sub(lambda found: _quoted(about[found[1]]), site.contact.feedback)
    return new_issue(site.repository, subject, LF.join(lines)) if chosen == "issue" else ""


def _quoted(text: str) -> str:
    return quote(text, safe="")
