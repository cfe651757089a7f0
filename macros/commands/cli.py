"""The command line: `handbook`, or `python -m macros`. Each command asks, and leaves the work to the room
below it.
"""

from __future__ import annotations

import importlib

import click

from macros.commands.output import show_everywhere

# Where each command is, in this room. Only the one that is called is loaded: all of them take seconds.
COMMANDS = {
    "bench": "proof:bench",
    "browser": "proof:browser",
    "built": "proof:built",
    "bundle": "copying:bundle",
    "check": "checking:check",
    "clean": "packages:clean",
    "diff": "comparing:diff",
    "documents": "taking:documents",
    "export": "export:export",
    "finish": "carrying:finish",
    "gate": "gate_packs:gate",
    "import": "spreadsheets:import_",
    "init": "init:init",
    "lock": "packages:lock",
    "mutate": "proof:mutate",
    "new": "records:new",
    "pages": "carrying:pages",
    "pdf": "printing_pdf:pdf",
    "pdf-tools": "packages:pdf_tools",
    "plan": "due_dates:plan",
    "quick": "proof:quick",
    "reading-tools": "packages:reading_tools",
    "release": "building:release",
    "replace": "records:replace",
    "schema": "records:schema",
    "serve": "building:serve",
    "site": "building:site",
    "stats": "checking:stats",
    "style": "proof:style",
    "tailor": "tailor:tailor_",
    "test": "proof:test",
    "types": "proof:types",
    "unit": "proof:unit",
}


class Commands(click.Group):
    """The commands by name, each loaded when somebody calls it or asks for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the parameter is click's)
        """Return the names of all commands, in the order in which help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(f"macros.commands.{module}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and build the handbook."""
    show_everywhere()
