"""What a page gets after its article is made: its surroundings, and its policy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.generator.session import Session
from macros.pages.page import inert_settings
from macros.publishing import policy, servers
from macros.publishing.contact_notice import contact_notice
from macros.publishing.folded_sections import folded
from macros.publishing.narrow_tables import with_labels
from macros.publishing.surroundings import page_context


def calm(page: Page) -> None:
    """Let nothing act in the settings of a hand-written page, and leave the macros plugin no title to read:
    MkDocs takes it from the finished page.
    """
    if page.file.generated_by is None:
        page.meta = inert_settings(page.meta)
    page.title = ""


def finished(html: str, page: Page, session: Session) -> str:
    """Return an article with its sections folded where the page asks for it, and its tables labelled."""
    vars(page).pop("title", None)  # which `calm` has set
    build = session.build
    return with_labels(folded(html, page.meta, build.renderer, page.file.src_uri) if build else html)


def surrounded(context: dict[str, Any], session: Session, source: str, html: str = "") -> dict[str, Any]:
    """Return the context of a page of the theme, with all that surrounds its article `html`."""
    context["offline"] = session.offline
    build = session.build
    if build is None:
        return context
    return context | page_context(build, source, html)


def sealed(output: str, session: Session) -> str:
    """Return a page with its policy, and note in the session what is inline in it."""
    hashes = policy.inline(output)
    session.inline.update(hashes)
    return policy.sealed(output, hashes, offline=session.offline)


def notice(session: Session) -> str:
    """Return what the builder should know of the contact, if anything."""
    return contact_notice(session.build.handbook.site) if session.build else ""


def write_server_settings(config: MkDocsConfig, session: Session) -> None:
    """Write the settings for web servers beside the pages."""
    for path, text in servers.files(session.inline, config.site_url or "").items():
        (Path(config.site_dir) / path).write_text(text, encoding="utf-8", newline="\n")
