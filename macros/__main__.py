"""`python -m macros` is the same as `handbook`. It makes the Python of the project first, if need be."""

import gc
import sys

from macros.commands import own_python


def main() -> None:
    """Run the command that is asked for, in the Python of the project."""
    code = own_python.run(sys.argv[1:])
    if code is not None:
        sys.exit(code)
    # A command ends soon, and what it reads lives until then. Looking for garbage costs a sixth of its time.
    gc.disable()

    from macros.commands import cli

    cli.main(prog_name="handbook")


if __name__ == "__main__":
    main()
