"""`python -m macros` is the same as `handbook`. It makes the Python of the project first, if need be."""

import sys

from macros.commands import own_python


def main() -> None:
    """Run the command that is asked for, in the Python of the project."""
    code = own_python.run(sys.argv[1:])
    if code is not None:
        sys.exit(code)

    from macros.commands import cli
    from macros.generator import garbage

    garbage.look_less()
    cli.main(prog_name="handbook")


if __name__ == "__main__":
    main()
