"""How a report reads: for people, for programs, and as annotations on a pull request."""

from __future__ import annotations

from macros.check import Report


def as_text(report: Report) -> str:
    """Every problem on its line, errors after warnings, and the totals."""
    lines = [f"{p.severity}: {p}" for p in (*report.warnings, *report.errors)]
    return "\n".join([*lines, f"{len(report.errors)} errors, {len(report.warnings)} warnings."])
