"""Makes `overrides/assets/search/vendor/minisearch.js`: MiniSearch as its authors publish it, without comments.

They are more than half of the file. To make it anew:
`npm pack minisearch@7.2.0`, `tar xzf minisearch-7.2.0.tgz`, then
`python tests/unit/vendored.py package/dist/umd/index.js`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "overrides/assets/search/vendor"
ORIGINAL = "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"  # of that file, as SHA-256
HEAD = """\
/*! MiniSearch 7.2.0 (https://github.com/lucaong/minisearch), under the MIT licence beside this file, without its comments.
    Do not edit: python tests/unit/vendored.py writes it anew. */
"""
# Comments that have their lines to themselves.
COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)(?:\n|\Z)", re.MULTILINE)


def without_comments(script: str) -> str:
    """Return a script in which no text has several lines without the comments that have lines to themselves."""
    return COMMENTS.sub("", script)


if __name__ == "__main__":
    original = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(original).hexdigest() != ORIGINAL:
        sys.exit("This is another file than the one that was looked at.")
    (VENDOR / "minisearch.js").write_text(HEAD + without_comments(original.decode()), "utf-8", newline="\n")
