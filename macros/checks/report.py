"""How a report reads: for people, for programs, and as notes on the lines of a change. One function for each
format.

People get each problem with its line, a caret under the place, what is allowed, and where the field is
explained. The words of every message are written where the problem is found; here they are only laid out.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.checks.check import Report
from macros.loading.overlay import as_data
from macros.loading.overlay import as_text as overlay_text
from macros.loading.problem import Place, Problem

GUIDE = "/contribute/fields/"
SEVERITIES = {"error": "major", "warning": "minor"}  # GitLab's words
BEFORE_THE_CARET = 60  # characters of a long line that are shown before the place
FEW = 200  # problems that people can read
MOST_OF_A_KIND = 25  # of more than a few, before the rest is only counted
ALL = "To see them all, use `handbook check --all`."
LONGEST_EXCERPT = 100  # characters of a line
Texts = Mapping[str, str]


def as_text(report: Report, *, every: bool = False) -> str:
    """Return each problem with its line and a caret, warnings before errors, and the totals.

    Where there are very many, the first of each kind are shown, and how many more there are, unless `every`
    one is wanted.
    """
    problems = (*report.warnings, *report.errors)
    few = every or len(problems) <= FEW
    shown, more = (problems, ()) if few else _first_of_each_kind(problems)
    blocks = [*(_block(problem, report.texts) for problem in shown), *more]
    guide = [f"Every field is explained on the page {GUIDE}."] if blocks else []
    overlay = report.readable.overlay
    local = [overlay_text(overlay)] if overlay else []
    return "\n".join([*blocks, *guide, *local, *_drafts(report), totals(report)])


def _first_of_each_kind(problems: Iterable[Problem]) -> tuple[list[Problem], list[str]]:
    """Return the first problems of each kind, and lines that say how many more there are."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    shown = []
    for problem in problems:
        same = kinds.setdefault((problem.severity, problem.code), [])
        same.append(problem)
        if len(same) <= MOST_OF_A_KIND:
            shown.append(problem)
    more = [
        f"And {number(len(same) - MOST_OF_A_KIND, f'more {severity}')} like {same[0].place}."
        for (severity, _), same in kinds.items()
        if len(same) > MOST_OF_A_KIND
    ]
    return shown, [*more, ALL] if more else []


def _drafts(report: Report) -> list[str]:
    """Return the list of unfinished records, if there are any."""
    if not report.drafts:
        return []
    return ["Drafts, which are not on the site:", *(f"  {path}" for path in report.drafts)]


def as_json(report: Report) -> str:
    """Return one object: `problems`, with `errors` and `warnings` counted, and what the local folder does, if
    there is one.

    Each problem has a path, line, column, field, message, hint, code and severity.
    """
    overlay = report.readable.overlay
    return _json(
        {
            "problems": [_fields(problem) for problem in report.problems],
            "errors": len(report.errors),
            "warnings": len(report.warnings),
            **({"drafts": list(report.drafts)} if report.drafts else {}),
            **({"overlay": as_data(overlay)} if overlay else {}),
        }
    )


def as_github(report: Report) -> str:
    """Return workflow commands that put each problem on its line of a pull request. The form is GitHub's."""
    return "\n".join([*map(_command, report.problems), totals(report)])


def as_gitlab(report: Report) -> str:
    """Return a code quality report, which GitLab shows on the lines of a merge request. The form is GitLab's.

    A report without problems is an empty list.
    """
    return _json(
        [
            {
                "description": f"{_sentence(problem)} {problem.hint}".strip(),
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": SEVERITIES[problem.severity],
                "location": {"path": problem.place.path, "lines": {"begin": problem.place.line}},
            }
            for problem, fingerprint in _with_fingerprints(report.problems)
        ]
    )


def totals(report: Report) -> str:
    """Return how many there are, as in `2 errors, 1 warning`."""
    return f"{number(len(report.errors), 'error')}, {number(len(report.warnings), 'warning')}."


def number(count: int, word: str) -> str:
    """Return `1 file`, `3 files` or `3 activities`."""
    if count == 1:
        return f"1 {word}"
    return f"{count:,} {word[:-1]}ies" if word.endswith("y") else f"{count:,} {word}s"


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


def _block(problem: Problem, texts: Texts) -> str:
    warning = "warning: " if problem.severity == "warning" else ""
    lines = [f"{warning}{problem.place}: {_sentence(problem)}", *_excerpt(problem.place, texts)]
    if problem.hint:
        lines.append(f"    {problem.hint}")
    return "\n".join(lines)


def _excerpt(place: Place, texts: Texts) -> Iterator[str]:
    """Yield the line at `place`, cut where it is long, and a caret under the place; nothing for an empty
    line.
    """
    source = texts.get(place.path, "").split("\n")
    line = source[place.line - 1] if 0 < place.line <= len(source) else ""
    if line.strip():
        start = max(0, place.column - BEFORE_THE_CARET)
        column = min(place.column, len(line) + 1)
        yield f"    {line[start : start + LONGEST_EXCERPT]}"
        yield "    " + " " * (column - 1 - start) + "^"


def _with_fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Yield each problem with a mark by which it is known again when other lines move it.

    The same problem twice in a file has two marks.
    """
    times: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        same = (problem.place.path, problem.code, problem.field, problem.message)
        times[same] += 1
        yield problem, hashlib.sha256("\0".join((*same, str(times[same]))).encode()).hexdigest()


def _sentence(problem: Problem) -> str:
    return f"{problem.field}: {problem.message}" if problem.field else problem.message


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "field": problem.field,
        "message": problem.message,
        "hint": problem.hint,
        "code": problem.code,
        "severity": problem.severity,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _command(problem: Problem) -> str:
    place = problem.place
    title = _property(problem.field or problem.code)
    message = _escaped(f"{problem.message} {problem.hint}".strip())
    position = f"file={_property(place.path)},line={place.line},col={place.column}"
    return f"::{problem.severity} {position},title={title}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
