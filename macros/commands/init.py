"""The command that begins a handbook of a team's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from macros.authoring.fork import UPSTREAM, Fork, NotForked, fork
from macros.authoring.site_draft import Said
from macros.checks.check import check
from macros.loading.overlay import LOCAL
from macros.model.site import Colour
from macros.pages.contrast import NEEDED, contrast, nearest
from macros.pages.repository import GITHUB, GITLAB

PROJECT = Path(__file__).resolve().parents[2]
ASKED = {
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


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help=f"{ASKED['title']}.")
@click.option("--summary", help="One sentence that says what it is.")
@click.option("--organisation", help=f"{ASKED['organisation']}.")
@click.option("--language", help="Its language, as a code such as en-GB or cy.")
@click.option("--address", help="The web address at which you will publish it.")
@click.option("--accent", help=f"{ASKED['accent']}.")
@click.option("--email", help=f"{ASKED['email']}.")
@click.option("--repository", help=f"{ASKED['repository']}.")
@click.option("--logo", type=click.Path(path_type=Path), help="A picture to show beside the name.")
def init(folder: Path, logo: Path | None, **given: str | None) -> None:
    """Begin a handbook of your own in FOLDER, which follows this one and can take its next editions.

    A person at a terminal is asked for what no option says; an empty answer leaves it for later.

    Exit code 0: begun. 1: not begun, and why.
    """
    try:
        said = {
            name: value.strip()
            for name, value in {**given, **_answers(given)}.items()
            if value and value.strip()
        }
        _readable(said.get("accent", ""))
        made = fork(PROJECT, folder, _values(said), logo)
    except (NotForked, click.BadParameter) as why:
        click.echo(why.message if isinstance(why, click.BadParameter) else str(why), err=True)
        sys.exit(1)
    click.echo(f"Your handbook is begun in {made.folder.as_posix()}. Next:\n\n{_next(made)}")
    for problem in check(folder / "content", folder / "docs").errors:
        click.echo(f"\nStill to mend: {problem}", err=True)


def _answers(given: dict[str, str | None]) -> dict[str, str]:
    """What a person at a terminal says to each question that no option has answered."""
    asked = (
        {name: question for name, question in ASKED.items() if not given[name]} if sys.stdin.isatty() else {}
    )
    return {
        name: click.prompt(
            question, default="", show_default=False, value_proc=_readable if name == "accent" else str
        )
        for name, question in asked.items()
    }


def _readable(accent: str) -> str:
    """The accent, when it is one that can be read, or an empty text. Raises click.BadParameter, with what to write, otherwise."""
    try:
        accent = TypeAdapter(Colour).validate_python(accent) if accent else ""
    except ValidationError as error:
        raise click.BadParameter(f"{error.errors()[0]['msg'].capitalize()}.") from None
    if accent and (found := contrast(accent, "light")[0]) < NEEDED:
        raise click.BadParameter(
            f"{accent} is hard to read: its contrast is {found:.1f}, and text needs {NEEDED}. The nearest colour that is clear enough is "
            f"{nearest(accent, 'light')}."
        )
    return accent


def _values(said: dict[str, str]) -> Said:
    values = {
        FIELDS[name]: value.rstrip("/") if name == "repository" else value for name, value in said.items()
    }
    if url := values.get(FIELDS["repository"]):
        values["repository", "edit"] = url + (GITLAB if "gitlab" in url else GITHUB).edit + BRANCH
    return values


def _next(made: Fork) -> str:
    """The three things to do next."""
    keep = (
        'Make an empty repository at your host, then keep your handbook there: `git add .`, `git commit -m "Begin our handbook"`, '
        f"`git remote add origin ADDRESS`, `git push -u origin HEAD:main`. Later editions come with `git pull --no-rebase --no-edit {UPSTREAM} main`."
    )
    copy = (
        f"Keep the folder where your team can reach it. It has no history. To take a later edition, get that into a new folder, and copy content/{LOCAL}/ "
        f"and docs/{LOCAL}/ into it."
    )
    things = [
        f"Go there: `cd {made.folder.as_posix()}`, then build and look at it: `make serve`.",
        f"Fill in {made.site.relative_to(made.folder).as_posix()}, and run `make check`.",
        keep if made.history else copy,
    ]
    behind = ["What is not committed in the handbook that you follow is not in yours."] if made.behind else []
    return "\n".join([*(f"{n}. {thing}" for n, thing in enumerate(things, 1)), *behind])
