"""The links for feedback: what each channel opens, filled in with the page that it is about."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from world import World, labels

from macros.model.contact import Repository
from macros.pages.repository import new_file
from macros.pages.views.feedback import feedback
from macros.publishing.surroundings import surroundings

PAGE = "lessons/label-every-box.md"
HARD = "“Q” & {address} #1? a+b=c / é 100% {title}"
GITHUB = Repository(url="https://github.com/team/book/", edit="https://github.com/team/book/edit/main/{path}")
GITLAB = Repository(
    url="https://gitlab.com/team/book", edit="https://gitlab.com/team/book/-/edit/my/branch/{path}"
)
GITEA = Repository(
    url="https://codeberg.org/team/book", edit="https://codeberg.org/team/book/_edit/main/{path}"
)


def say(world: World, contact: str, repository: Repository | None = None, address: str = "") -> None:
    more = f"repository: {{url: '{repository.url}', edit: '{repository.edit}'}}\n" if repository else ""
    world.change("site.yml", "contact: {}\n", f"contact: {contact}\n{more}{address}")


def links(world: World, source: str = PAGE):
    build = world.build()
    return feedback(build.handbook, build.shell(source))


def asked(address: str) -> dict[str, str]:
    """What the address fills in, as whoever opens it sees it."""
    return {
        name: values[0] for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()
    }


def test_without_a_channel_there_is_no_address_and_the_page_leads_to_what_to_write(world: World):
    assert links(world) == type(links(world))("", "")
    foot = surroundings(world.build(), PAGE)["foot"]
    assert re.findall(r'href="([^"]+)">([^<]+)</a>', foot) == [
        ("../../contribute/#suggest", "Suggest a change to this page"),
        ("../../contribute/#used", "Tell us how you used this page"),
    ]


def test_an_e_mail_names_the_page_its_address_and_its_file_and_asks_the_questions(world: World):
    say(world, "{email: team+book@example.org}", address="address: https://book.example.org/x\n")
    suggest = links(world).suggest
    used = links(world).used
    assert suggest.startswith("mailto:team%2Bbook@example.org?") and " " not in suggest + used
    assert asked(suggest)["subject"] == "Suggested change: Label every box"
    assert asked(suggest)["body"].split("\r\n")[:5] == [
        "Label every box",
        "https://book.example.org/x/lessons/label-every-box/",
        "content/lessons/label-every-box.yml",
        "",
        labels()["feedback"]["suggest"]["ask"][0],
    ]
    assert [question in asked(used)["body"] for question in labels()["feedback"]["used"]["ask"]] == [True] * 4


@pytest.mark.parametrize(
    ("repository", "start", "title", "body"),
    [
        (GITHUB, "https://github.com/team/book/issues/new?", "title", "body"),
        (GITLAB, "https://gitlab.com/team/book/-/issues/new?", "issue[title]", "issue[description]"),
        (GITEA, "https://codeberg.org/team/book/issues/new?", "title", "body"),
    ],
    ids=["GitHub", "GitLab", "Gitea"],
)
def test_an_issue_has_its_title_and_its_text(world: World, repository, start, title, body):
    say(world, "{channel: issue, email: a@example.org}", repository)
    made = links(world).used
    assert made.startswith(start) and set(asked(made)) == {title, body}
    assert asked(made)[title] == "We used this: Label every box"
    assert asked(made)[body].startswith(
        "Label every box\nlessons/label-every-box/\ncontent/lessons/label-every-box.yml\n\nWhat did you use?\n\n\n"
    )


def test_a_form_gets_the_title_the_address_and_the_file(world: World):
    say(world, "{feedback: 'https://example.org/?t={title}&a={address}&f={file}'}")
    assert asked(links(world).suggest) == {
        "t": "Label every box",
        "a": "lessons/label-every-box/",
        "f": "content/lessons/label-every-box.yml",
    }


@pytest.mark.parametrize(
    "contact",
    [
        "{email: a@example.org}",
        "{channel: issue}",
        "{feedback: 'https://example.org/?t={title}&a={address}'}",
    ],
)
def test_nothing_in_a_title_can_break_out_of_the_address(world: World, contact):
    world.change("lessons/label-every-box.yml", "title: Label every box", f"title: '{HARD}'")
    say(world, contact, GITHUB)
    made = links(world).suggest
    assert not set(made) & set(" \"'<>{}\n") and "#" not in made
    assert HARD in unquote(made)
    assert len(asked(made)) == 2


def test_quotes_in_a_title_do_not_end_the_attribute(world: World):
    world.change("lessons/label-every-box.yml", "title: Label every box", 'title: \'A "b" onclick="x\'')
    say(world, "{email: a@example.org}")
    assert "onclick=" not in re.sub(r'"[^"]*"', "", surroundings(world.build(), PAGE)["foot"])


@pytest.mark.parametrize(
    ("source", "title", "file"),
    [
        ("lessons/index.md", "Lessons", ""),
        ("index.md", "Home", "docs/index.md"),
        ("search.md", "Search", ""),
        ("phases/plan.md", "Plan", "content/phases/plan.yml"),
    ],
)
def test_every_page_can_be_spoken_of_by_its_title_and_its_file(world: World, source, title, file):
    world.write_page("index.md", "# Home\n")
    say(world, "{feedback: 'https://example.org/?t={title}&f={file}'}")
    assert f"t={title}&f={file.replace('/', '%2F')}" in links(world, source).suggest


def test_a_page_that_does_not_exist_asks_for_nothing(world: World):
    assert "mend" not in surroundings(world.build(), "404.html")["foot"]


def test_a_copy_in_a_folder_names_the_published_page(world: World):
    say(world, "{email: a@example.org}", address="address: https://book.example.org/\n")
    build = world.build(directory=False, offline=True)
    assert (
        "https://book.example.org/lessons/label-every-box/"
        in asked(feedback(build.handbook, build.shell(PAGE)).suggest)["body"]
    )


@pytest.mark.parametrize(
    ("repository", "opens"),
    [
        (
            GITHUB,
            {
                "address": "https://github.com/team/book/new/main/content/lessons",
                "name": "filename",
                "text": "value",
            },
        ),
        (
            GITLAB,
            {
                "address": "https://gitlab.com/team/book/-/new/my/branch/content/lessons",
                "name": "",
                "text": "",
            },
        ),
        (
            GITEA,
            {
                "address": "https://codeberg.org/team/book/_new/main/content/lessons",
                "name": "filename",
                "text": "value",
            },
        ),
        (
            Repository(
                url="https://git.example.org/book", edit="https://git.example.org/book/change?file={path}"
            ),
            {},
        ),
        (None, {}),
    ],
    ids=["GitHub", "GitLab", "Gitea", "another host", "none"],
)
def test_a_new_file_opens_where_the_host_has_such_an_address(repository, opens):
    assert new_file(repository, "content/lessons") == opens
