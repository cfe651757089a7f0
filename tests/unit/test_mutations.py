"""Real records, changed at random: each still loads, or every problem names a real line in plain words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from world import ROOT, THEME

from macros.checks.check import checked
from macros.checks.report import FORMATS
from macros.loading.explain import explain
from macros.loading.problem import Problem
from macros.loading.yaml_file import read
from macros.model import FILES, Record

pytestmark = pytest.mark.slow
EACH = 250  # examples of each kind of record, one file at a time
WHOLE = 20  # examples of each kind of record, with the whole handbook
SMALL = (
    ROOT / "tests/frameworks/welsh"
)  # it has every kind of record too, and is checked in a blink; ours takes seconds
OURS = re.compile(
    r"Traceback|pydantic|[Ii]nput should|[Vv]alue error|yaml\.|libyaml|object at 0x|NoneType|Error\b|Exception|\bNone\b|<class|\bstr\b|\bdict\b|ctx|unable to parse"
)
FEW = 6  # records of each kind that are changed; the shortest are read fastest

NASTY = [
    "",
    "~",
    "null",
    "yes",
    "no",
    "on",
    "true",
    "1.10",
    "007",
    "-1",
    "9" * 50,
    "9" * 5000,
    "2009-02-30",
    "2009-13",
    "12:30:00",
    "[]",
    "{}",
    "[[[[",
    "{a: {b: {c: d}}}",
    "- x",
    "'",
    '"',
    '"\\n"',
    '"\\r\\0\\u202e"',
    "|",
    ">",
    "&a x",
    "*a",
    "!!python/name:os.system x",
    "!x",
    "%",
    "@",
    "`",
    "# x",
    ": x",
    "x: y",
    "? x",
    "---",
    "...",
    "<<",
    "{{ x }}",
    "{% x %}",
    "<script>",
    "../../x",
    "x" * 130,
    "x" * 700,
    "x" * 20_001,
    "con",
    "A-B",
    "practice",
    "phase/x",
    "*",
    "x#y",
    "#",
    "\t",
    "\x00",
    "\u202e",
    "\u200b",
    "\ud800",
    "é",
    "e\u0301",
    "۱۲",
    "“”",
    "\r",
    "\x85",
    "\u2028",
]


def files(content: Path, cls: type[Record]) -> list[Path]:
    if not cls.folder:
        return [content / f"{cls.kind}.yml"]
    return sorted((content / cls.folder).glob("*.yml"), key=lambda file: (file.stat().st_size, file.name))[
        :FEW
    ]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our content, which each example changes in one file and leaves as it was."""
    return copied(ROOT, tmp_path_factory.mktemp("real"))


IN_SMALL = [
    cls for cls in FILES if cls.kind == "language" or any(map(Path.exists, files(SMALL / "content", cls)))
]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for the small framework."""
    return copied(SMALL, tmp_path_factory.mktemp("small"))


def copied(project: Path, folder: Path) -> Path:
    for name in ("content", "docs"):
        shutil.copytree(project / name, folder / name)
    shutil.copytree(ROOT / "content" / "languages", folder / "content" / "languages", dirs_exist_ok=True)
    return folder / "content"


# What people and machines do to a text


@st.composite
def mutations(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    """One to three changes: what is done, at which two places (as parts of the whole), and with which text."""
    place = st.integers(0, 9_999)
    change = st.tuples(
        st.sampled_from(sorted(CHANGES)), place, place, st.sampled_from(NASTY) | st.text(max_size=12)
    )
    return draw(st.lists(change, min_size=1, max_size=3))


def changed(text: str, mutations: list[tuple[str, int, int, str]]) -> str:
    for name, one, two, nasty in mutations:
        lines = text.split("\n")
        CHANGES[name](lines, one * len(lines) // 10_000, two * len(lines) // 10_000, nasty)
        text = "\n".join(lines)
    return text


def _delete(lines: list[str], at: int, to: int, nasty: str) -> None:
    del lines[at]


def _double(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines.insert(to, lines[at])


def _swap(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at], lines[to] = lines[to], lines[at]


def _indent(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at] = " " * (to % 7) + lines[at].lstrip()


def _value(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at] = re.sub(r"^(\s*(?:- )?[\w-]+:).*", lambda found: f"{found[1]} {nasty}", lines[at])


def _entry(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at] = re.sub(r"^(\s*-) .*", lambda found: f"{found[1]} {nasty}", lines[at])


def _insert(lines: list[str], at: int, to: int, nasty: str) -> None:
    where = to % (len(lines[at]) + 1)
    lines[at] = lines[at][:where] + nasty + lines[at][where:]


def _line(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines.insert(at, nasty)


def _truncate(lines: list[str], at: int, to: int, nasty: str) -> None:
    del lines[at + 1 :]
    lines[at] = lines[at][: to % (len(lines[at]) + 1)]


def _keys(lines: list[str], at: int, to: int, nasty: str) -> None:
    one, two = (re.match(r"\s*(?:- )?([\w-]+):", lines[n]) for n in (at, to))
    if one and two:
        first = lines[at].replace(one[1], two[1], 1)
        second = lines[to].replace(two[1], one[1], 1)
        lines[at] = first
        lines[to] = second


def _misspell(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at] = re.sub(r"^(\s*(?:- )?\w)(\w*):", lambda found: f"{found[1]}{found[2][::-1]}:", lines[at])


def _unquote(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at] = lines[at].replace("'", "").replace('"', "")


def _id(lines: list[str], at: int, to: int, nasty: str) -> None:
    words = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", lines[at])
    if words:
        word = words[to % len(words)]
        lines[at] = lines[at].replace(word, word[::-1] if to % 2 else word[:-1], 1)


def _list(lines: list[str], at: int, to: int, nasty: str) -> None:
    lines[at] = lines[at].replace("- ", "", 1) if to % 2 else re.sub(r"^(\s*)(\S)", r"\1- \2", lines[at])


CHANGES = {
    "delete": _delete,
    "double": _double,
    "swap": _swap,
    "indent": _indent,
    "value": _value,
    "entry": _entry,
    "insert": _insert,
    "line": _line,
    "truncate": _truncate,
    "keys": _keys,
    "misspell": _misspell,
    "unquote": _unquote,
    "id": _id,
    "list": _list,
}


# What must hold


def faults(root: Path, problem: Problem) -> Iterator[str]:
    """What is wrong with how a problem is said."""
    file = root / problem.place.path
    said = f"{problem.message} {problem.hint}".strip()
    if not file.is_file():
        yield f"there is no file {problem.place.path}"
    elif (
        not 1
        <= problem.place.line
        <= len(re.findall(r"\r\n|\r|\n", file.read_bytes().decode("utf-8", "replace"))) + 1
    ):
        yield f"line {problem.place.line} is not in the file"
    if problem.place.column < 1:
        yield f"column {problem.place.column}"
    if not problem.message or not said.endswith((".", "?")):
        yield "no full stop"
    if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", str(problem)):
        yield "more than one line"
    if OURS.search(re.sub("“.*?”", "", f"{problem.message} {re.sub('^It says:.*', '', problem.hint)}")):
        yield "words of a library"


def assert_plain(root: Path, problems: list[Problem]) -> None:
    assert [(wrong, str(problem)) for problem in problems for wrong in faults(root, problem)] == []


def write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))


def sizes(examples: int) -> settings:
    """How many examples. They are small as they come, and looking for smaller ones takes minutes."""
    return settings(
        phases=[Phase.generate],
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("cls", FILES, ids=lambda cls: cls.kind)
def test_a_changed_record_loads_or_its_problems_are_plain(real: Path, cls: type[Record]):
    @sizes(EACH)
    @given(st.sampled_from(files(real, cls)), mutations())
    def holds(file: Path, done: list[tuple[str, int, int, str]]) -> None:
        good = file.read_text("utf-8")
        try:
            write(file, changed(good, done))
            document, problems = read(file, file.relative_to(real.parent).as_posix())
            if isinstance(document.data, dict) and not problems:
                try:
                    cls.model_validate({**document.data, "id": file.stem})
                except ValidationError as error:
                    problems = explain(error, cls, document)
                    assert problems
            assert_plain(real.parent, problems)
        finally:
            write(file, good)

    holds()


@pytest.mark.parametrize("cls", IN_SMALL, ids=lambda cls: cls.kind)
def test_a_handbook_with_a_changed_record_is_clean_or_its_problems_are_plain(small: Path, cls: type[Record]):
    @sizes(WHOLE)
    @given(st.sampled_from(files(small, cls)), mutations())
    def holds(file: Path, done: list[tuple[str, int, int, str]]) -> None:
        good = file.read_text("utf-8")
        try:
            write(file, changed(good, done))
            report = checked(small, small.parent / "docs", THEME)
            assert_plain(small.parent, list(report.problems))
            for form in FORMATS.values():
                form(report).encode()
        finally:
            write(file, good)

    holds()
