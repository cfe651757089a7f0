"""The channel for feedback has what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Site
from macros.pages.repository import host_of

# What is missing, and what to do, by channel.
INCOMPLETE = {
    "email": ("an e-mail needs an address.", "Write the address of the team under email."),
    "form": ("the form needs an address.", "Write its address under feedback."),
    "issue": (
        "an issue needs a repository on a host that we know.",
        "Write the repository with its edit address, which holds /edit/ (GitHub), /-/edit/ (GitLab) "
        "or /_edit/ (Gitea).",
    ),
}


def check(world: World) -> Iterator[Problem]:
    """Yield a problem when readers would open a channel that leads nowhere."""
    site = world.handbook.site
    channel = site.contact.channel
    if channel and not _works(site, channel):
        yield world.problem(site, ("contact", "channel"), "no-channel", *INCOMPLETE[channel])


def _works(site: Site, channel: str) -> bool:
    needs = {"email": site.contact.email, "form": site.contact.feedback, "issue": host_of(site.repository)}
    return bool(needs[channel])
