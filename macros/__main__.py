"""`python -m macros` is the same as `handbook`. It makes the Python of the project first, if need be."""

import sys

from macros.commands import own_python

if __name__ == "__main__":
    code = own_python.run(sys.argv[1:])
    if code is not None:
        sys.exit(code)

    from macros.commands.cli import main

    main(prog_name="handbook")
