"""Tailoring: what may be done with less in one project, and what breaks then.

`graph` takes what matters from a handbook, as plain data. `consequences` and `proposals` are computed from
that alone, here and in the browser (`overrides/assets/project/consequences.js`), and both give the same.
"""
