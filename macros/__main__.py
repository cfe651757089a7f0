"""`python -m macros` is the same as `handbook`."""

from macros.commands.cli import main

main(prog_name="handbook")
