"""MkDocs as a program that ends in a sentence, whatever stops it.

Its events explain themselves. What stops it before and after them, such as a hook that cannot be loaded, does
not.
"""

from __future__ import annotations

import sys

from mkdocs.__main__ import cli

from macros.generator.site_folder import explain_beside

ENDS = (None, 0, 1, 2)  # the codes with which MkDocs ends, and says why


def main() -> None:
    """Run MkDocs with the words of the command line."""
    try:
        cli(prog_name="mkdocs")
    except SystemExit as end:
        if end.code not in ENDS and isinstance(end.code, int):
            sys.stderr.write(f"The build was ended by a part of the software, with the code {end.code}.\n")
        raise
    except Exception as error:  # of a hook or a plugin, which may hold any code
        sys.exit(explain_beside(error))


if __name__ == "__main__":
    main()
