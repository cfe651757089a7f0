"""What a page gets after its article is made: its surroundings, and its policy."""

from __future__ import annotations

from typing import Any

from macros.generator.session import Session
from macros.publishing import policy
from macros.publishing.surroundings import page_context


def surrounded(context: dict[str, Any], session: Session, source: str, html: str = "") -> dict[str, Any]:
    """Return the context of a page of the theme, with all that surrounds its article `html`."""
    context["offline"] = session.offline
    build = session.build
    if build is None:
        return context
    return context | page_context(build, source, html)


def sealed(output: str, session: Session) -> str:
    """Return a page with its policy, and note in the session what is inline in it."""
    session.inline.update(policy.inline(output))
    return policy.sealed(output, offline=session.offline)
