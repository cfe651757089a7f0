"""The channel for feedback has what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.pages.repository import host_of


def check(world: World) -> Iterator[Problem]:
    """Yield a problem when readers would open a channel that leads nowhere."""
    site = world.handbook.site
    needs = {
        "email": (
            site.contact.email,
            "an e-mail needs an address.",
            "Write the address of the team under email.",
        ),
        "form": (site.contact.feedback, "the form needs an address.", "Write its address under feedback."),
        "issue": (
            host_of(site.repository),
            "an issue needs a repository on a host that we know.",
            "Write the repository with its edit address, which holds /edit/ (GitHub), /-/edit/ (GitLab) or /_edit/ (Gitea).",
        ),
    }
    if site.contact.channel and not needs[site.contact.channel][0]:
        yield world.problem(site, ("contact", "channel"), "no-channel", *needs[site.contact.channel][1:])
