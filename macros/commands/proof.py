"""The commands that test the project: style, types, and the tests, all or in part."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec

import click

from macros.commands.options import COULD_NOT_RUN
from macros.commands.own_python import PROJECT, pip

Command = Sequence[str]

STYLE: tuple[Command, ...] = (("-m", "ruff", "check", "."), ("-m", "ruff", "format", "--check", "."))
TYPES: Command = ("-m", "mypy", "--strict", "macros")
# As many processes as there are cores. Tests that share what takes long to make run in the same one.
TESTS: Command = ("-m", "pytest", "-n", "auto", "--dist", "loadgroup")
BROWSER_SETUP: Command = ("tests/browser_setup.py",)
# It works in a copy of the project, in mutants/. It is no part of the tests, so it is not locked with them.
MUTMUT = "mutmut>=3.8,<4"
MISSING = (
    "What the tests need is not installed in this Python. Run `make test`, or `python -m macros test` with "
    "the Python of the machine: both install it first, into .venv."
)
more = click.argument("more", nargs=-1, type=click.UNPROCESSED)
passing = {"ignore_unknown_options": True}


@click.command()
def style() -> None:
    """Check the style of the code."""
    _run(*STYLE)


@click.command()
def types() -> None:
    """Check the types of the code."""
    _run(TYPES)


@click.command(context_settings=passing)
@click.option("--fast", is_flag=True, help="Leave out slow tests.")
@more
def unit(fast: bool, more: Command) -> None:
    """Run the unit tests. What follows is passed on to pytest."""
    _run((*TESTS, "tests/unit", *(("-m", "not slow") if fast else ()), *more))


@click.command(context_settings=passing)
@more
def built(more: Command) -> None:
    """Run the tests of the content and of the built site."""
    _run((*TESTS, "tests/content", "tests/built", *more))


@click.command(context_settings=passing)
@more
def browser(more: Command) -> None:
    """Run the tests in a real browser."""
    _run_if((*BROWSER_SETUP, "yes"), (*TESTS, "tests/browser", *more))


@click.command()
def quick() -> None:
    """Check style and types, and run the unit tests that are not slow. Each part runs, whatever the others
    find.
    """
    _run(*STYLE, TYPES, (*TESTS, "tests/unit", "-m", "not slow"))


@click.command(context_settings=passing)
@click.option("--browser/--no-browser", "with_browser", default=True, help="Run the tests in a browser.")
@more
def test(with_browser: bool, more: Command) -> None:
    """Run all tests."""
    if with_browser:
        _run_if((*BROWSER_SETUP, "yes"), (*TESTS, *more))
    else:
        _run_if((*BROWSER_SETUP, "no"), (*TESTS, "-m", "not browser", *more))


@click.command()
@click.argument("lessons", nargs=-1, type=click.IntRange(1))
def bench(lessons: tuple[int, ...]) -> None:
    """Build handbooks of so many lessons, and plain Material beside them, and print what both cost."""
    _run(("tests/bench.py", *map(str, lessons)))


@click.command()
def mutate() -> None:
    """Change the code a little, again and again, and name the changes that no test notices."""
    if code := pip(MUTMUT):
        sys.exit(code)
    _run_if(("-m", "mutmut", "run"), ("-m", "mutmut", "results"))


def _run(*commands: Command) -> None:
    """Run every command, and end with the exit code of the first that fails."""
    sys.exit(next(filter(None, [_code(command) for command in commands]), 0))


def _run_if(first: Command, then: Command) -> None:
    """Run the second command if the first succeeds."""
    sys.exit(_code(first) or _code(then))


def _code(command: Command) -> int:
    if find_spec("pytest") is None:
        click.echo(MISSING, err=True)
        sys.exit(COULD_NOT_RUN)
    return subprocess.run([sys.executable, *command], cwd=PROJECT, check=False).returncode
