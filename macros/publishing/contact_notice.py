"""What the build says aloud where readers cannot reach the team."""

from __future__ import annotations

from macros.model import Site
from macros.pages.views.feedback import channel

LINE = "*" * 78
NOTICE = f"""
{LINE}
  Readers cannot reach you: `contact` in content/site.yml is empty.

  Both feedback links and “Add a lesson” lead nowhere, and the accessibility
  statement names nobody. Write an address there before you publish:

      contact: {{email: team@example.org, answers_within: five working days}}
{LINE}"""


def contact_notice(site: Site) -> str:
    """Return what to say about the contact of a site; an empty text where there is one."""
    return "" if channel(site) else NOTICE
