"""The five words hold: no markup in Python, one door to MkDocs, no label or template that nobody uses."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, meta
from names import names_in
from pydantic import BaseModel
from theme_rules import KEPT
from world import ROOT, TEMPLATES, labels

from macros.model import KINDS
from macros.model.conditions import Conditions
from macros.model.fields import Model
from macros.model.words.groups import WordGroup
from macros.model.words.labels import Labels, PageLabels, Plural
from macros.publishing import policy
from macros.publishing.generated_pages import INDEX_PAGES, RECORD_PAGES
from macros.publishing.surroundings import OF_THE_PAGE, SHARED

# Each process would read all records again, for their names, and parse all code.
pytestmark = pytest.mark.xdist_group("architecture")
MODULES = sorted((ROOT / "macros").rglob("*.py"))
PAGES = sorted((ROOT / "overrides").rglob("*.html"))
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
STYLES = sorted(set((ROOT / "overrides").rglob("*.css")) - {*KEPT})
TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|br|button|caption|circle|code|dd|div|dl|dt|em|footer|form|h[1-6]|header|hr|i|img|input|li|line|link|main|meta|nav|ol|"
    r"option|p|path|pre|rect|script|section|select|span|strong|style|summary|svg|table|tbody|td|text|th|thead|time|title|tr|ul)(?:\s[^>]*)?/?>"
)


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def models(cls: type[BaseModel] = Model) -> list[type[BaseModel]]:
    return [
        cls,
        *(
            m
            for sub in cls.__subclasses__()
            for m in models(sub)
            if m.__module__.startswith(("macros", "pydantic"))
        ),
    ]


def imports(module: Path) -> set[str]:
    names = {n.name for node in ast.walk(tree(module)) if isinstance(node, ast.Import) for n in node.names}
    return {
        name.partition(".")[0]
        for name in names
        | {node.module or "" for node in ast.walk(tree(module)) if isinstance(node, ast.ImportFrom)}
    }


def test_only_the_room_of_the_generator_knows_mkdocs():
    """Neither by an import nor by a command that is run."""
    names = re.compile(r"^(?:import|from) (?:mkdocs|material)\b|\"mkdocs\"", re.MULTILINE)
    rooms = {module.parent.name for module in MODULES if names.search(module.read_text("utf-8"))}
    assert rooms == {"generator"}


def test_rules_and_views_do_not_know_templates():
    assert [
        shown(m)
        for m in MODULES
        if m.parent.name in ("rules", "views", "model") and imports(m) & {"jinja2", "markupsafe"}
    ] == []


def markup(module: Path) -> set[str]:
    """Every text of a module that holds a tag, but for its documentation."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree(module))
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return {
        node.value
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documentation
        and TAG.search(node.value)
    }


def test_no_markup_in_python():
    allowed = {
        "prose.py": {"<p>", "</p>"},
        "policy.py": {policy._NOTHING_INLINE.pattern, policy._CHARSET_FIRST.pattern},
    }  # what is looked for, and never written
    assert {shown(m): more for m in MODULES if (more := markup(m) - allowed.get(m.name, set()))} == {}


def test_no_module_is_longer_than_two_hundred_lines():
    lines = {shown(m): len(m.read_text("utf-8").splitlines()) for m in MODULES}
    assert {module: count for module, count in lines.items() if count > 200} == {}


def test_no_module_is_a_drawer_for_odds_and_ends():
    assert {m.stem for m in MODULES} & {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "tools",
    } == set()


def test_every_field_has_a_description():
    assert [
        f"{m.__name__}.{name}"
        for m in models()
        for name, info in m.model_fields.items()
        if not info.description
    ] == []


def test_every_record_is_frozen_and_refuses_what_it_does_not_know():
    assert [
        m.__name__
        for m in models()
        if not (m.model_config["frozen"] and (m.model_config["extra"] == "forbid" or m is Conditions))
    ] == []


# Labels


def used_labels() -> set[str]:
    """Names after `t.` in our templates, and after `labels.` in the theme's templates and in Python."""
    inside = {name for page in PAGES for name in re.findall(r"\bt\.([a-z_]+)", page.read_text("utf-8"))}
    outside = {
        name
        for file in (*PAGES, *MODULES)
        for name in re.findall(r"\blabels\.([a-z_]+)", file.read_text("utf-8"))
    }
    return inside | outside


def test_every_label_is_used():
    assert sorted(set(Labels.model_fields) - used_labels()) == []


def test_every_word_in_a_group_is_used_in_a_template_a_script_or_code():
    groups = [
        info.annotation
        for info in Labels.model_fields.values()
        if isinstance(info.annotation, type) and issubclass(info.annotation, Model)
    ]
    own = {
        name
        for group in groups
        if not issubclass(group, (WordGroup, Plural, PageLabels))
        for name in group.model_fields
    }  # those are found by a value
    code = "".join(file.read_text("utf-8") for file in (*PAGES, *MODULES) if "model" not in file.parts)
    scripts = "".join(file.read_text("utf-8") for file in SCRIPTS)
    used = set(re.findall(r"\.([a-z_]+)\b", code + scripts)) | set(re.findall(r'"([a-z_]+)"', scripts + code))
    assert own
    assert sorted(own - used) == []


def templates() -> dict[str, str]:
    """The text of every template of the handbook, by its path."""
    return {shown(page): page.read_text("utf-8") for page in PAGES if TEMPLATES in page.parents}


def test_every_label_that_a_template_uses_exists():
    known = set(Labels.model_fields)
    unknown = {
        page: more
        for page, text in templates().items()
        if (more := set(re.findall(r"\bt\.([a-z_]+)", text)) - known)
    }
    assert unknown == {}


def test_every_word_in_a_group_that_a_template_uses_exists():
    groups = {
        name: info.annotation
        for name, info in Labels.model_fields.items()
        if isinstance(info.annotation, type) and issubclass(info.annotation, Model)
    }
    assert [
        f"{page}: t.{group}.{word}"
        for page, text in templates().items()
        for group, word in re.findall(r"\bt\.([a-z_]+)\.([a-z_]+)", text)
        if word not in groups[group].model_fields
    ] == []


def test_every_group_of_words_stands_for_values_that_content_may_hold():
    groups = [
        info.annotation
        for info in Labels.model_fields.values()
        if isinstance(info.annotation, type) and issubclass(info.annotation, WordGroup)
    ]
    assert groups and all(group.model_fields for group in groups)


# Templates


def test_every_template_is_used():
    environment = Environment()
    sources = {p.relative_to(TEMPLATES).as_posix(): p.read_text("utf-8") for p in TEMPLATES.rglob("*.html")}
    called = {
        name
        for text in sources.values()
        for name in meta.find_referenced_templates(environment.parse(text))
        if name
    }
    for text in sources.values():
        called |= set(re.findall(r'shared\("([\w/]+\.html)"', text))
    python = "".join(m.read_text("utf-8") for m in MODULES)
    called |= set(re.findall(r'get_template\("([\w/]+\.html)"\)', python))
    called |= set(re.findall(r'\.render\(\s*"([\w/]+\.html)"', python))
    called |= {
        f"{name}.html"
        for call in re.findall(r"self\._show\(([^)]*)", python)
        for name in re.findall(r'"(\w+)"', call)
    }
    called |= {f"{kind}_page.html" for kind in RECORD_PAGES} | {
        f"{section}_index.html" for section in INDEX_PAGES
    }
    called |= {f"shell/{name}.html" for name in (*SHARED, *OF_THE_PAGE)} | {"records_index.html"}
    files = {name for name in sources if name.startswith("documents/")}  # parts of files, each by its format
    assert sorted(set(sources) - called - files) == []
    assert [name for name in files if f'"{name.removeprefix("documents/")}"' not in python] == []


def test_no_template_holds_an_english_word_outside_its_labels():
    found = {}
    for page in (
        p
        for p in PAGES
        if TEMPLATES in p.parents
        and p.name != "problems.html"  # shown when the labels themselves may be broken
        and "documents" not in p.parts  # markup of office files, with names of fields and codes
    ):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", page.read_text("utf-8"), flags=re.S)
        if words := re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", text)):
            found[shown(page)] = words
    assert found == {}


# Styles


def test_every_class_with_a_style_is_given_by_a_template_a_script_or_code():
    pages = "".join(file.read_text("utf-8") for file in (*PAGES, *(ROOT / "docs").rglob("*.md")))
    code = "".join(file.read_text("utf-8") for file in (*SCRIPTS, *MODULES))
    given = " ".join(
        re.findall(r"\bclass=([^>]*)", pages)
        + re.findall(r"\{%[^%]*%\}", pages)
        + re.findall(r"""["'`]([^"'`\n]*)["'`]""", code)
    )
    begun = tuple(re.findall(r"([a-z-]+-)\{\{", given))  # such as kind-{{ type }}
    known = set(re.findall(r"[\w-]+", given)) | {"admonition"}  # Markdown makes it
    assert {
        shown(sheet): more
        for sheet in STYLES
        if (more := sorted(name for name in styled(sheet) - known if not name.startswith(begun)))
    } == {}


def styled(sheet: Path) -> set[str]:
    """Every class to which a style sheet gives a style."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)(?=[^{}]*\{)", rules))


def served() -> list[Path]:
    """What serves every framework: code, templates, styles, scripts, languages."""
    return [
        *MODULES,
        *sorted((ROOT / "content/languages").glob("*.yml")),
        *(
            p
            for p in sorted((ROOT / "overrides").rglob("*.*"))
            if p.suffix in (".html", ".css", ".js", ".svg") and p.parent.name != "vendor"
        ),
    ]


def test_no_name_of_this_framework_stands_in_code_templates_styles_scripts_or_languages():
    ours = ["shared service", "shared services", "whitehall"]
    assert served()
    assert {
        shown(file): names for file in served() if (names := names_in(file.read_text("utf-8"), ours))
    } == {}


@pytest.mark.parametrize(
    "text",
    [
        "example = 'Build & Test'",
        "# as the Cabinet Office did",
        "<p>business-case</p>",
        '"such as phase/foundation"',
        "a SHARED   SERVICE",
    ],
)
def test_a_name_of_this_framework_is_found_wherever_it_stands(text):
    assert names_in(text, ["shared service"])


def test_every_kind_has_a_name_for_one_and_for_many():
    shown_kinds = set(KINDS) - {
        "site",
        "glossary",
        "layer",
        "stage",
        "side",
        "function",
        "questions",
        "question",
    }
    assert shown_kinds <= set(labels()["kinds"]) and set(labels()["kinds"]) == set(labels()["kinds_many"])


def test_mutations_are_tried_with_every_test_of_the_rules():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    named = settings["pytest_add_cli_args_test_selection"]
    tests = [file.relative_to(ROOT).as_posix() for file in (ROOT / "tests/unit").glob("test_rules*.py")]
    assert [name for name in (*named, *settings["also_copy"]) if not (ROOT / name).exists()] == []
    assert [name for name in tests if name not in named] == []
