"""The command that begins a local handbook, which follows this one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from macros.authoring.fork import UPSTREAM, Fork, fork
from macros.checks.check import checked
from macros.commands.options import REFUSED
from macros.loading.overlay import LOCAL
from macros.model.site import Colour
from macros.pages.contrast import NEEDED, backgrounds, contrast, nearest
from macros.pages.repository import GITHUB, GITLAB
from macros.refusal import Refusal

INSTALLED_IN = Path(__file__).resolve().parents[2]
# Where only the code was installed, without the rest of the project, it is the folder of the person.
PROJECT = INSTALLED_IN if (INSTALLED_IN / "mkdocs.yml").is_file() else Path.cwd()
THEME = "overrides"
QUESTIONS = {
    "title": "The name of your handbook",
    "organisation": "Who publishes it",
    "accent": "Your colour for links, such as #0a5a66",
    "email": "An e-mail address of your team",
    "repository": "The web address of your repository",
}
FIELDS = {
    "title": ("title",),
    "summary": ("summary",),
    "organisation": ("organisation",),
    "language": ("language",),
    "address": ("address",),
    "accent": ("colours", "accent"),
    "email": ("contact", "email"),
    "repository": ("repository", "url"),
}
BRANCH = "main/{path}"
KEEP_WITH_GIT = (
    "Make an empty repository at your host, then keep your handbook there: `git add .`, "
    '`git commit -m "Begin our handbook"`, `git remote add origin ADDRESS`, `git push -u origin HEAD:main`. '
    f"Later editions come with `git pull --no-rebase --no-edit {UPSTREAM} main`."
)
KEEP_WITHOUT_GIT = (
    "Keep the folder where your team can reach it. It has no history. To take a later edition, get that into "
    f"a new folder, and copy content/{LOCAL}/ and docs/{LOCAL}/ into it."
)
NOT_COMMITTED = "What is not committed in the original handbook is not in yours."


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help=f"{QUESTIONS['title']}.")
@click.option("--summary", help="One sentence that says what it is.")
@click.option("--organisation", help=f"{QUESTIONS['organisation']}.")
@click.option("--language", help="Its language, as a code such as en-GB or cy.")
@click.option("--address", help="The web address at which you will publish it.")
@click.option("--accent", help=f"{QUESTIONS['accent']}.")
@click.option("--email", help=f"{QUESTIONS['email']}.")
@click.option("--repository", help=f"{QUESTIONS['repository']}.")
@click.option("--logo", type=click.Path(path_type=Path), help="A picture to show beside the name.")
def init(folder: Path, logo: Path | None, **given: str | None) -> None:
    """Begin a handbook of your own in FOLDER, which follows this one and can take its next editions.

    A person at a terminal is asked for what no option says; an empty answer leaves it for later.

    Exit code 0: begun. 1: not begun, and why.
    """
    try:
        answers = {name: text.strip() for name, text in (given | _asked(given)).items() if text}
        answers = {name: text for name, text in answers.items() if text}
        _check_accent(answers.get("accent", ""))
        begun = fork(PROJECT, folder, _fields(answers), logo)
    except Refusal as refusal:
        _refuse(refusal.message)
    except click.BadParameter as refusal:
        _refuse(refusal.message)
    click.echo(f"Your handbook is begun in {begun.folder.as_posix()}. Next:\n\n{_next_steps(begun)}")
    for problem in checked(folder / "content", folder / "docs", folder / THEME).errors:
        click.echo(f"\nStill to correct: {problem}", err=True)


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(REFUSED)


def _asked(given: Mapping[str, str | None]) -> dict[str, str]:
    """Ask a person at a terminal each question that no option has answered, and return the answers."""
    if not sys.stdin.isatty():
        return {}
    return {name: _ask(name, question) for name, question in QUESTIONS.items() if not given[name]}


def _ask(name: str, question: str) -> str:
    check = _check_accent if name == "accent" else str
    answer: str = click.prompt(question, default="", show_default=False, value_proc=check)
    return answer


def _check_accent(text: str) -> str:
    """Return the accent in `text`, or an empty text for none.

    Raise click.BadParameter, with what to write, when it is no colour or cannot be read.
    """
    if not text:
        return ""
    try:
        accent: str = TypeAdapter(Colour).validate_python(text)
    except ValidationError as error:
        raise click.BadParameter(f"{error.errors()[0]['msg'].capitalize()}.") from None
    on = backgrounds(PROJECT / THEME).light
    ratio, _ = contrast(accent, on)
    if ratio < NEEDED:
        raise click.BadParameter(
            f"{accent} is hard to read: its contrast is {ratio:.1f}, and text needs {NEEDED}. "
            f"The nearest colour that is clear enough is {nearest(accent, on)}."
        )
    return accent


def _fields(answers: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Return the answers by the fields of site.yml that they fill."""
    fields = {FIELDS[name]: text for name, text in answers.items()}
    if url := answers.get("repository", "").rstrip("/"):
        host = GITLAB if "gitlab" in url else GITHUB
        fields[FIELDS["repository"]] = url
        fields["repository", "edit"] = url + host.edit + BRANCH
    return fields


def _next_steps(begun: Fork) -> str:
    """Return the three things to do next, as a numbered list."""
    steps = (
        f"Go there: `cd {begun.folder.as_posix()}`, then build and look at it: `make serve`.",
        f"Fill in {begun.site.relative_to(begun.folder).as_posix()}, and run `make check`.",
        KEEP_WITH_GIT if begun.history else KEEP_WITHOUT_GIT,
    )
    lines = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return "\n".join([*lines, NOT_COMMITTED] if begun.behind else lines)
