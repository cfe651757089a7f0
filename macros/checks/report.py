"""How a report reads: for people, for programs, and as annotations on the lines of a change. One renderer for each.

People get each problem with the line it stands on, a caret under the place, what is allowed, and where the field is
explained. The words of every message are decided where the problem is found; here they are only laid out.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.checks.check import Report
from macros.loading.overlay import as_data
from macros.loading.overlay import as_text as overlay_text
from macros.loading.problem import Problem

GUIDE = "/contribute/fields/"
Texts = Mapping[str, str]


def as_text(report: Report) -> str:
    """Every problem with its line and a caret, warnings before errors, and the totals."""
    blocks = [_block(problem, report.texts) for problem in (*report.warnings, *report.errors)]
    guide = [f"Every field is explained on the page {GUIDE}."] if blocks else []
    return "\n".join([*blocks, *guide, *_overlay(report), totals(report)])


def as_json(report: Report) -> str:
    """One object: `problems` (path, line, column, field, message, hint, code, severity), `errors` and `warnings` counted,
    and what the team's own folder does, if there is one.
    """
    said = {
        "problems": [_fields(p) for p in report.problems],
        "errors": len(report.errors),
        "warnings": len(report.warnings),
    }
    overlay = {"overlay": as_data(report.handbook.overlay)} if report.handbook.overlay else {}
    return json.dumps(said | overlay, ensure_ascii=False, indent=1)


def as_github(report: Report) -> str:
    """Workflow commands that put each problem on its line of a pull request. The form is GitHub's."""
    lines = [
        f"::{p.severity} file={_property(p.place.path)},line={p.place.line},col={p.place.column},title={_property(p.field or p.code)}"
        f"::{_message(f'{p.message} {p.hint}'.strip())}"
        for p in report.problems
    ]
    return "\n".join([*lines, totals(report)])


def as_gitlab(report: Report) -> str:
    """A code quality report, which GitLab shows on the lines of a merge request. The form is GitLab's, and a report without problems is an empty list."""
    return json.dumps(
        [
            {
                "description": f"{_said(p)} {p.hint}".strip(),
                "check_name": p.code,
                "fingerprint": mark,
                "severity": SEVERITIES[p.severity],
                "location": {"path": p.place.path, "lines": {"begin": p.place.line}},
            }
            for p, mark in _marked(report.problems)
        ],
        ensure_ascii=False,
        indent=1,
    )


def totals(report: Report) -> str:
    """`2 errors, 1 warning.`"""
    return f"{_number(len(report.errors), 'error')}, {_number(len(report.warnings), 'warning')}."


def _overlay(report: Report) -> list[str]:
    overlay = report.handbook.overlay
    return [overlay_text(overlay)] if overlay else []


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
# GitLab's words for how bad a problem is.
SEVERITIES = {"error": "major", "warning": "minor"}


def _marked(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a mark by which it is known again when other lines move it. The same problem twice in a file has two marks."""
    seen: Counter[tuple[str, ...]] = Counter()
    for p in problems:
        same = (p.place.path, p.code, p.field, p.message)
        seen[same] += 1
        yield p, hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest()


def _block(problem: Problem, texts: Texts) -> str:
    lines = [f"{'warning: ' if problem.severity == 'warning' else ''}{problem.place}: {_said(problem)}"]
    source = texts.get(problem.place.path, "").split("\n")
    if 0 < problem.place.line <= len(source) and (line := source[problem.place.line - 1]).strip():
        start = max(0, problem.place.column - 60)
        shown = line[start : start + 100]
        lines += [f"    {shown}", "    " + " " * (min(problem.place.column, len(line) + 1) - 1 - start) + "^"]
    if problem.hint:
        lines.append(f"    {problem.hint}")
    return "\n".join(lines)


def _said(problem: Problem) -> str:
    return f"{problem.field}: {problem.message}" if problem.field else problem.message


def _fields(p: Problem) -> dict[str, object]:
    return {
        "path": p.place.path,
        "line": p.place.line,
        "column": p.place.column,
        "field": p.field,
        "message": p.message,
        "hint": p.hint,
        "code": p.code,
        "severity": p.severity,
    }


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
