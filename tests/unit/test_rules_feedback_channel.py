"""The channel for feedback leads somewhere."""

from __future__ import annotations

import pytest
from world import World

REPOSITORY = "repository: {url: https://git.example.org/team/book, edit: 'https://git.example.org/team/book%s/main/{path}'}\n"


def say(world: World, contact: str, more: str = "") -> list[str]:
    world.change("site.yml", "contact: {}\n", f"contact: {contact}\n{more}")
    return world.check()


@pytest.mark.parametrize(
    ("contact", "more"),
    [
        ("{}", ""),
        ("{email: a@example.org}", ""),
        ("{channel: email, email: a@example.org}", ""),
        ("{channel: form, feedback: 'https://example.org/?about={title}&at={address}&in={file}'}", ""),
        ("{channel: issue}", REPOSITORY % "/edit"),
        ("{channel: issue}", REPOSITORY % "/-/edit"),
        ("{channel: issue}", REPOSITORY % "/_edit"),
    ],
)
def test_a_channel_with_what_it_needs_is_fine(world: World, contact, more):
    assert say(world, contact, more) == []


@pytest.mark.parametrize(
    ("contact", "more", "said"),
    [
        ("{channel: email}", "", "an e-mail needs an address. Write the address of the team under email."),
        (
            "{channel: form, email: a@example.org}",
            "",
            "the form needs an address. Write its address under feedback.",
        ),
        (
            "{channel: issue}",
            "",
            "an issue needs a repository on a host that we know. Write the repository with its edit address, which holds /edit/ (GitHub), /-/edit/ "
            "(GitLab) or /_edit/ (Gitea).",
        ),
        (
            "{channel: issue}",
            REPOSITORY % "/golygu",
            "an issue needs a repository on a host that we know. Write the repository with its edit address, which holds /edit/ "
            "(GitHub), /-/edit/ (GitLab) or /_edit/ (Gitea).",
        ),
    ],
)
def test_no_channel_a_channel_without_what_it_needs_is_named(world: World, contact, more, said):
    assert [line.partition(": contact, channel: ")[2] for line in say(world, contact, more)] == [said]
    assert world.codes() == ["no-channel"]


def test_another_channel_is_refused(world: World):
    assert say(world, "{channel: pigeon}") == [
        "content/site.yml:8:20: contact, channel: “pigeon” is not one of the words allowed here. Write one of: email, issue, form."
    ]


def test_another_blank_in_the_address_of_the_form_is_refused(world: World):
    assert say(world, "{feedback: 'https://example.org/?{name}'}") == [
        "content/site.yml:8:21: contact, feedback: a web address starts with https:// and has no spaces."
    ]
