"""The check meets hand-written pages as a build does, and says what would stop or spoil it."""

from __future__ import annotations

import os
import socket
import sys
from functools import cache
from pathlib import Path
from time import process_time

import pytest
from world import ROOT, THEME, TODAY, World

from macros.generator.settings import read_settings
from macros.publishing.build import Folders
from macros.publishing.exports import ENDINGS, export_paths, exports
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.whole_check import wholly_checked

PAGES = {
    "index.md": "# Home\n",
    "about/index.md": "# About\n",
    "about/accessibility.md": "# Accessibility\n",
    "contribute/index.md": "# Contribute\n\n## Suggest {#suggest}\n\n## Used {#used}\n",
}


@cache
def markdown() -> PageMarkdown:
    return read_settings(ROOT / "mkdocs.yml")[0]


@pytest.fixture
def site(world: World) -> World:
    """A world with the pages that every handbook needs."""
    for path, text in PAGES.items():
        world.write_page(path, text)
    return world


def found(world: World) -> list[str]:
    return list(
        map(str, wholly_checked(Folders(world.content, world.docs, THEME), markdown(), TODAY).problems)
    )


def one(world: World) -> str:
    problems = found(world)
    assert len(problems) == 1, "\n".join(problems)
    return problems[0]


def macro_page(text: str) -> str:
    return f"---\nrender_macros: true\n---\n\n# Page\n\n{text}\n"


def test_good_pages_have_no_problems(site: World):
    site.write_page("local/deep/flow.svg", "<svg xmlns='http://www.w3.org/2000/svg'><style>a{}</style></svg>")
    site.write_page(
        "local/deep/own.md",
        "---\ntitle: 'Own: page'\ndescription: What we do.\nrender_macros: true\n---\n\n# Own\n\n## Heading one\n\n"
        "[a](#heading-one) [b](/phases/plan.md#counted) [c](../lessons/index.md) ![d](../local/deep/flow.svg)\n"
        "[e](https://example.org/?a=b#c) [f](mailto:team@example.org) <team@example.org> [g](/data/handbook.json)\n"
        '[h](/contribute/index.md#used) {{ count("lesson") }} {{ records("product", availability="described") | trim }}\n'
        "{% raw %}{{ nothing }}{% endraw %} {# a note #}\n\n`<script>`\n\n<span id='x'>y</span> [i](#x)\n",
    )
    assert found(site) == []


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            b"# Caf\xe9\n",
            "docs/x.md:1:6: this file is not saved as UTF-8. Save it again with the encoding UTF-8.",
        ),
        ("# Café\n".encode("utf-16"), "docs/x.md:1:1: this file is saved as UTF-16, not as UTF-8."),
        ("# Café\n".encode("utf-16-be"), "docs/x.md:1:1: this file is saved as UTF-16, not as UTF-8."),
        ("# Cafe\n".encode("utf-16-le"), "docs/x.md:1:1: this file is saved as UTF-16, not as UTF-8."),
        (b"# Caf\0\n", "docs/x.md:1:6: there is an invisible character here (U+0000)."),
        ("# Café\n".encode("utf-32"), "docs/x.md:1:1: this file is saved as UTF-32, not as UTF-8."),
        (b"# a\n\nb\x00c\n", "docs/x.md:3:2: there is an invisible character here (U+0000)."),
        ("# a\n\nb\u202ec\n".encode(), "docs/x.md:3:2: there is an invisible character here (U+202E)."),
        (
            b"# a\n" + b"a " * 100_000,
            "docs/x.md:1:1: this file is larger than 200 kB. Share it among several pages.",
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_named(site: World, raw: bytes, said: str):
    site.write_page("x.md", raw)
    assert one(site).startswith(said)


def test_a_folder_with_the_name_of_a_page_is_named(site: World):
    (site.docs / "notes.md").mkdir()
    assert one(site) == "docs/notes.md:1:1: this is a folder with the name of a page. Rename the folder."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_neither_file_nor_folder_is_named_and_not_waited_for(site: World, tmp_path: Path):
    os.mkfifo(site.docs / "pipe.md")
    listener = socket.socket(socket.AF_UNIX)
    os.chdir(site.docs)  # a socket has a short path
    listener.bind("door")
    os.chdir(ROOT)
    problems = found(site)
    listener.close()
    assert problems == [
        "docs/door:1:1: this is neither a file nor a folder. Delete it.",
        "docs/pipe.md:1:1: this is neither a file nor a folder. Delete it.",
    ]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system has no such names")
def test_a_name_that_is_no_text_is_named(site: World):
    (site.docs / os.fsdecode(b"caf\xe9.md")).write_bytes(b"# a\n")
    assert one(site).startswith("docs/caf\ufffd.md:1:1: this name holds characters that cannot be shown.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x.markdown", "a page ends in .md. Rename it to x.md."),
        ("X.MD", "a page ends in .md. Rename it to X.md."),
        (".draft.md", "this page is not published: its name starts with a dot, or it is in docs/templates/."),
        (
            "templates/x.md",
            "this page is not published: its name starts with a dot, or it is in docs/templates/.",
        ),
        (f"{'a' * 210}.md", "this name is longer than 200 bytes."),
    ],
)
def test_a_page_that_nobody_would_see_is_named(site: World, name: str, said: str):
    site.write_page(name, "# a\n")
    assert one(site).startswith(f"docs/{name}:1:1: {said}")


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such names")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("local/why?.md", "this name holds “?”"),
        ("local/c#.md", "this name holds “#”"),
        ("local/100%.md", "this name holds “%”"),
        ("local/step: one.svg", "this name holds “:”"),
        ('local/the "plan".pdf', 'this name holds “"”'),
        ("local/aux.md", "Windows keeps the name “AUX” for itself"),
        ("local/Com3.notes.pdf", "Windows keeps the name “COM3” for itself"),
        ("local/ first.md", "this name begins or ends with a space"),
        ("local/deep./a.md", "or ends with a full stop"),
    ],
)
def test_a_name_that_some_machines_or_addresses_cannot_hold_is_named(site: World, name: str, said: str):
    site.write_page(name, "# a\n" if name.endswith(".md") else "<svg/>")
    problem = one(site)
    assert said in problem
    assert "so it would not work on every machine. Rename it, with letters, digits and hyphens." in problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<div>\n\nA box\n", "3:1: “<div>” is opened and never closed"),
        ("x\n\n</main>\n", "5:1: “</main>” closes what was never opened on this page. Take it out."),
        ("A <b>bold word.\n", "3:3: “<b>” is opened and never closed"),
        ("<div>\n\n<!-- a remark\n\nMore.\n", "5:1: a comment begins here and never ends"),
        ("Write <team> here.\n", "3:7: “<team>” is opened and never closed"),
    ],
)
def test_html_that_would_spoil_the_page_around_it_is_named(site: World, text: str, said: str):
    site.write_page("local/own.md", f"# Own\n\n{text}")
    assert f"docs/local/own.md:{said}" in "\n".join(found(site))


def test_html_that_is_whole_and_code_that_is_not_have_no_problem(site: World):
    text = "<div>\n<p>One<br>two\n<ul><li>x</ul>\n</div>\n\n`<div>` and\n\n```\n<!-- <b>\n```\n\n<!-- a remark -->\n"
    site.write_page("local/own.md", f"# Own\n\n{text}")
    assert found(site) == []


OPEN = "more than 50 deep into each other"
CROWDED = "3:1: this paragraph holds more than 1000 marks such as * and [. Divide it into several paragraphs."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 20_000, CROWDED),
        ("x\n" + "![" * 9_000, CROWDED),
        ("[a\n" * 900, OPEN),
        ("[a](b " * 20_000, CROWDED),
        ("\n\n".join(["[a](b " * 300] * 100), OPEN),
        ("*a" * 90_000, CROWDED),
        ("\\" * 190_000, CROWDED),
        ("> " * 90_000, OPEN),
        ('<a title="\n\n' * 15_000, OPEN),
    ],
)
def test_marks_without_end_do_not_hold_up_the_check(site: World, text: str, said: str):
    site.write_page("local/deep.md", f"# Deep\n\n{text}\n")
    start = process_time()
    assert said in "\n".join(found(site))
    assert process_time() - start < 5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[a](nowhere{n}.md) and [b](nowhere.md)\n\n", "leads to no page"),
        ('<a href="gone{n}/">a</a> <img src="gone.png">\n\n', "leads to no page"),
        ("[a](#gone{n}) and more\n\n", "has no place called"),
        ("<script>{n}</script>\n\n", "can run code"),
        ("## Heading\n\ntext {n}\n\n", ""),
        ("| cell {n} | *another* | `third` |\n", ""),
        ("- **point** {n} with [a link](index.md)\n", ""),
        ("[link{n}]: https://example.org/{n}_a_b_c\n", ""),
        ("\n", ""),
    ],
)
def test_a_long_page_is_checked_in_seconds(site: World, line: str, said: str):
    lines = "".join(line.format(n=number) for number in range(180_000 // len(line)))[:190_000]
    whole = lines[: lines.rindex("\n") + 1]
    site.write_page("long.md", f"# Long\n\n{whole}")
    start = process_time()
    problems = [each for each in found(site) if "long.md" in each]
    assert process_time() - start < 15
    assert all(said in each for each in problems)
    assert len(problems) > 1000 if said else problems == []


def test_each_problem_of_a_long_page_has_its_own_place(site: World):
    site.write_page("x.md", "# İx\n\n[a](No.md) <EMBED>\n\n[b](No.md) <embed>\n")
    assert [each.partition(": ")[0] for each in found(site)] == [
        "docs/x.md:3:5",
        "docs/x.md:3:12",
        "docs/x.md:5:5",
        "docs/x.md:5:12",
    ]


@pytest.mark.parametrize("level", ["{}- x", "{}1. x", "{}> - x"])
@pytest.mark.parametrize("levels", [70, pytest.param(300, marks=pytest.mark.slow)])
def test_a_page_whose_lists_are_too_deep_for_a_build_is_named(site: World, level: str, levels: int):
    lines = [level.format("    " * depth) for depth in range(levels)]
    if level == "{}> - x":
        lines = ["> " * depth + "- x\n" + "> " * depth for depth in range(levels)]
    site.write_page("local/deep.md", "# Deep\n\n" + "\n".join(lines) + "\n")
    assert one(site) == (
        "docs/local/deep.md:1:1: this page puts lists, quotations or brackets more than 50 deep into each other. "
        "Take out some of the levels."
    )


@pytest.mark.parametrize("name", ["README.md", "local/README.md", "about/README.md"])
def test_notes_for_authors_are_no_page_and_replace_none(site: World, name: str):
    site.write_page(name, "# Notes\n\n[x](nowhere.md)\n")
    assert found(site) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("products/van.md", "the handbook makes the page at this address itself."),
        ("products/van/index.md", "“products/van.md” is published at the same address"),
        ("phases.md", "“phases/index.md” is published at the same address"),
        ("data/handbook.json", "the handbook makes the file at this address itself."),
        ("sitemap.txt/x.md", ""),
        ("search/search_index.json", "the handbook makes the file at this address itself."),
        ("server.nginx.conf", "the handbook makes the file at this address itself."),
        (
            "About/index.md",
            "docs/about/index.md:1:1: “About/index.md” differs from this name only in capitals",
        ),
        ("Products/Van.md", "“products/van.md” differs from this name only in capitals"),
        ("about", ""),
        ("lessons/Index.md", "“lessons/index.md” differs from this name only in capitals"),
    ],
)
def test_two_things_at_one_address_are_named(site: World, name: str, said: str):
    if name == "about":
        site.write_page("guide", "no page")
        site.write_page("guide.md", "# a\n")
        assert "docs/guide.md:1:1: “guide” is published at the same address" in one(site)
        return
    site.write_page(name, "{}" if name.endswith("json") else "# a\n")
    if said:
        assert [line for line in found(site) if "docs/" in line and said in line]
    else:
        assert found(site) == []


@pytest.mark.parametrize("active", ["page.html", "run.js", "sitemap.xml", "a.HTM"])
def test_a_file_that_runs_in_browsers_is_refused(site: World, active: str):
    site.write_page(active, "x")
    assert "the browsers of readers" in "\n".join(found(site))


@pytest.mark.parametrize(
    "picture",
    [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload='alert(1)'/>",
        "<svg><a xlink:href='javascript:alert(1)'/></svg>",
        "<svg><foreignObject><iframe/></foreignObject></svg>",
        "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>&x;</svg>",
        b"\xff\xfe<\x00s\x00c\x00r\x00i\x00p\x00t\x00",
    ],
)
def test_a_picture_that_can_run_code_is_refused(site: World, picture: str):
    site.write_page("x.svg", picture)
    assert "can run code in the browsers of readers" in one(site)


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("<script>alert(1)</script>", "script", 3),
        ("a\n\n<SCRIPT src=x.js>", "script", 5),
        ('<img src="/local/x.png" onerror="alert(1)">', "onerror", 3),
        ("[a](javascript:alert(1))", "javascript:", 3),
        ("[a](&#106;avascript:alert(1))", "javascript:", 3),
        ('<a href="java\tscript:alert(1)">a</a>', "script:", 3),
        ("words\n{: onclick=alert(1) }", "onclick", 4),
        ('<iframe srcdoc="x">', "iframe", 3),
        ("<svg><style>a{}</style></svg>", "style", 3),
        ('<meta http-equiv="refresh" content="0; url=https://example.org">', "meta", 3),
        ('<base href="https://example.org/">', "base", 3),
        ('<form action="https://example.org"><input name="x"></form>', "form", 3),
        ("[a](data:text/html;base64,AAAA)", "data:", 3),
        ("<div markdown>\n\n[a](vbscript:x)\n\n</div>", "vbscript:", 5),
    ],
)
def test_what_can_run_in_browsers_is_refused_in_a_page(site: World, text: str, words: str, line: int):
    site.write_page("local/x.png", "x")
    site.write_page("x.md", f"# a\n\n{text}\n")
    said = [each for each in found(site) if "can run code in the browsers of readers" in each]
    assert said and all(words in each for each in said[:1])
    assert said[0].startswith(f"docs/x.md:{line}:") or "tab" in text or "\t" in text or "&#106" in text
    site.add("site.yml", "scripts_in_pages: true\n")
    assert [each for each in found(site) if "can run code" in each] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nosuch() }}", "there is no macro “nosuch”."),
        ('{{ recods("lesson") }}', "there is no macro “recods”. Did you mean “records”?"),
        ('{{ cards("phase" }}', "the braces here or above do not hold a macro that can be read."),
        ("{{ cards( }}", "the braces here or above do not hold a macro that can be read."),
        ('{{ cards("produkt") }}', "there is no kind of record called “produkt”. Did you mean “product”?"),
        ('{{ cards("product", "vam") }}', "there is no product “vam”. Did you mean “van”?"),
        ("{{ cards() }}", 'the macro “cards” cannot take these values. For example: cards("phase")'),
        ('{{ count("lesson", "x") }}', "the macro “count” cannot take these values."),
        ("{{ count(3) }}", 'the macro “count” cannot take these values. For example: count("lesson")'),
        ('{{ count(["lesson"]) }}', "the macro “count” cannot take these values."),
        ('{{ count("lesson", phase=["x"]) }}', "a lesson has no field “phase”. Did you mean “phases”?"),
        ('{{ value("nothing.yml", "x") }}', "there is no file “nothing.yml” under docs/."),
        (f'{{{{ value("{"a" * 300}.yml", "x") }}}}', "there is no file"),
        (
            '{{ value("../content/site.yml", "title") }}',
            "there is no file “../content/site.yml” under docs/.",
        ),
        ('{{ count("lesson") | attr("x") }}', "there is no filter “attr”."),
        ("{{ config }}", "between double braces, a page can only call one of the macros."),
        (
            "{{ cycler.__init__.__globals__ }}",
            "between double braces, a page can only call one of the macros.",
        ),
        ("{{ count.__self__ }}", "between double braces, a page can only call one of the macros."),
        ('{{ "x" * 9999999999 }}', "between double braces, a page can only call one of the macros."),
        ('{{ "%s" | format("x") }}', "there is no filter “format”."),
        (
            "{% for x in range(9) %}{% endfor %}",
            "between double braces, a page can only call one of the macros.",
        ),
        ('{% include "index.md" %}', "between double braces, a page can only call one of the macros."),
        ('{{ count(count("lesson")) }}', "between double braces, a page can only call one of the macros."),
        ("{{ count(**{}) }}", "between double braces, a page can only call one of the macros."),
        (f"{{{{ count({'[' * 900}{']' * 900}) }}}}", "this is nested too deeply to be read."),
        (f"{{{{ count({'[' * 30}{']' * 30}) }}}}", "lists are more than 5 deep in each other."),
        (f"{{{{ {'(' * 3000}1{')' * 3000} }}}}", "this is nested too deeply to be read."),
        (f"{{{{ {'-' * 5000}1 }}}}", "this is nested too deeply to be read."),
        (f'{{{{ count("lesson"){" | upper" * 5000} }}}}', "this is nested too deeply to be read."),
        (f'{{{{ count("lesson"){" | upper" * 30} }}}}', "there are more than 10 filters in a row."),
        (f"{{{{ count({'9' * 5000}) }}}}", "this number is too large."),
        ("{{ count(1e999) }}", "this number is too large."),
        ('{{ count("lesson", phase="a", phase="b") }}', "the value “phase” is given twice."),
        ('{{ count("\\ud83d") }}', "this text holds a character that cannot be shown."),
        ('{{ "\\u202e" }}', "this text holds a character that cannot be shown."),
        ('{{ count("lesson") | replace }}', "a filter cannot take what is before it, or these values."),
        ('{{ count("lesson") | length | join }}', "a filter cannot take what is before it, or these"),
        (
            f'{{{{ "aaaaaaaaaa"{""" | replace("a", "aaaaaaaaaaaaaaaaaaaa")""" * 8} }}}}',
            "this would make a text of more than 1000000 characters.",
        ),
        (
            f'{{{{ [{"1, " * 2000}1] | join("{"a" * 2000}") }}}}',
            "this would make a text of more than 1000000 characters.",
        ),
    ],
)
def test_a_macro_that_would_fail_is_named_with_its_line(site: World, text: str, said: str):
    site.write_page("local/x.md", macro_page(text))
    assert one(site).startswith(f"docs/local/x.md:7:1: {said}")


def test_a_page_calls_macros_a_limited_number_of_times(site: World):
    site.write_page("x.md", macro_page('{{ count("lesson") }}\n' * 200))
    assert found(site) == []
    site.write_page("x.md", macro_page('{{ count("lesson") }}\n' * 201))
    assert one(site).startswith("docs/x.md:207:1: this page calls macros more than 200 times.")


def test_macros_are_looked_at_while_records_have_errors(site: World):
    site.change("lessons/label-every-box.yml", "type: avoid", "type: nonsense")
    site.write_page("x.md", macro_page("{{ nosuch() }}\n\n[a](nowhere.md) [b](/lessons/label-every-box.md)"))
    assert [line.partition(": ")[2][:30] for line in found(site) if line.startswith("docs/")] == [
        "“nowhere.md” leads to no page "
    ] or any("there is no macro “nosuch”" in line for line in found(site))


def test_braces_without_macros_turned_on_are_text(site: World):
    site.write_page("x.md", "# a\n\n{{ nosuch() }} {% for %}\n")
    assert found(site) == []


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("---\ntitle: a: b\n---\n", "2:9", "there is a second colon here. Put the whole text in quotes."),
        ("---\ntitle: a\ntitle: b\n---\n", "3:1", "the field “title” is there twice. Keep one of the two."),
        ("---\ntitle: &a x\n---\n", "2:8", "anchors and aliases (& and *) are not used here."),
        ("---\n<<: {title: x}\n---\n", "2:1", "<<: a page has no such setting."),
        ("---\ntitle: !!binary eA==\n---\n", "2:8", "tags such as binary are not used here."),
        (f"---\ntitle: {'[' * 9000}\n---\n", "2:27", "brackets or lists are nested too deeply here."),
        ('---\ntitle: "a\\0b"\n---\n', "2:8", "there is an invisible character here (U+0000)."),
        ('---\ntitle: "\\ud800"\n---\n', "2:11", "this code means no character. Type the"),
        ("---\ntitle:\ta\n---\n", "2:1", "there is a tab in the settings of this page. Use spaces."),
        (f"---\ntitle: {'9' * 5000}\n---\n", "2:1", "the settings of this page cannot be read as YAML."),
        ("---\n~: a\n---\n", "2:1", "the name of a field must be a word."),
        ("---\ntitle: 2009\n---\n", "2:1", "title: a text belongs here. Put it in quotes."),
        ("---\ntitle:\n---\n", "2:1", "title: a text belongs here. Put it in quotes."),
        (
            "---\ntitle: a\nrender_macros: yes please\n---\n",
            "3:1",
            "render_macros: true or false belongs here.",
        ),
        ("---\ntitel: a\n---\n", "2:1", "titel: a page has no such setting. Did you mean “title”?"),
        ("---\ntemplate: nowhere.html\n---\n", "2:1", "template: a page has no such setting."),
        ("---\n- a\n---\n", "2:1", "the settings of this page are no settings."),
        ("---\ndescription: 2009-99-99\n---\n", "2:1", ""),
        ("---\ntitle: a\n", "1:1", "the settings of this page begin here and never end with ---."),
        ("Note: this is lost.\n", "1:1", "this line is taken for a setting of the page, and is not shown."),
    ],
)
def test_settings_on_top_of_a_page_that_cannot_be_read_are_named(
    site: World, text: str, place: str, said: str
):
    site.write_page("x.md", f"{text}\n# a\n")
    if said:
        assert one(site).startswith(f"docs/x.md:{place}: {said}")
    else:
        assert len(found(site)) <= 1


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("nowhere.md", "“nowhere.md” leads to no page and no file."),
        ("../x.md", None),
        ("flow.svg", "“flow.svg” leads to no page and no file. Write local/flow.svg."),
        ("phases/plan", "“phases/plan” leads to no page and no file. Write phases/plan.md."),
        ("/phases/", "“/phases/” leads to no page and no file. Write phases/index.md."),
        ("#who-helps", "this page has no place called “who-helps”."),
        ("/phases/plan.md#nowhere", "the page “phases/plan.md” has no place called “nowhere”."),
        (
            "about/index.md#abuot",
            "the page “about/index.md” has no place called “abuot”. Did you mean “about”?",
        ),
        ("https://[", "“https://[” cannot be read as an address."),
        ("https://[x]/", "“https://[x]/” cannot be read as an address."),
        ("https://example.org:99999/", "“https://example.org:99999/”: the host or the port cannot be read."),
        ("https:///x", "“https:///x”: it names no host."),
        ("//example.org/x", None),
        ("ftp://example.org/", "the address “ftp://example.org/” is not allowed here."),
        (
            "mailto:a@example.org?bcc=b@example.org",
            "“mailto:a@example.org?bcc=b@example.org”: it holds more than",
        ),
        ("file:///etc/passwd", "the address “file:///etc/passwd” is not allowed here."),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_line(site: World, target: str, said: str | None):
    site.write_page("local/flow.svg", "<svg/>")
    site.write_page("local/own.md", f"# Own\n\nSee [more]({target}).\n")
    problems = found(site)
    if said is None:
        assert len(problems) == (0 if target == "../own.md" else 1)
    else:
        assert len(problems) == 1 and problems[0].startswith(f"docs/local/own.md:3:12: {said}"), problems


def test_every_way_to_write_a_link_and_a_picture_is_followed(site: World):
    site.write_page(
        "x.md",
        "# a\n\n![p](no.png)\n\n[r][1]\n\n<a href='no.html'>h</a>\n\n<img src='no.svg'>\n\n| a |\n|---|\n| [t](no.md) |\n\n"
        "- [l](no-list.md)\n\n[1]: no-ref.md\n",
    )
    lines = sorted(int(line.split(":")[1]) for line in found(site))
    assert lines == [3, 7, 9, 13, 15, 17]


def test_the_same_dead_link_twice_is_named_twice(site: World):
    site.write_page("x.md", "# a\n\n[a](no.md)\n\n[b](no.md)\n")
    assert [line.split(":")[1] for line in found(site)] == ["3", "5"]


def test_headings_in_every_script_can_be_linked_to(site: World):
    titles = ["Порядок робіт", "Τι κάνουμε;", "第一步 准备", "خطوات العمل", "हिन्दी में", "Übersicht der Größe"]
    anchors = ["порядок-робіт", "τι-κάνουμε", "第一步-准备", "خطوات-العمل", "हिन्दी-में", "ubersicht-der-groe"]
    body = "".join(f"## {title}\n\n" for title in titles)
    site.write_page("x.md", "# a\n\n" + body + " ".join(f"[x](#{anchor})" for anchor in anchors) + "\n")
    assert found(site) == []


@pytest.mark.parametrize("gone", ["about/index.md", "about/accessibility.md", "contribute/index.md"])
def test_a_page_that_every_page_leads_to_is_missed(site: World, gone: str):
    (site.docs / gone).unlink()
    assert one(site).startswith(f"docs/{gone}:1:1: this page does not exist, and the frame")


def test_an_anchor_that_every_page_leads_to_is_missed(site: World):
    site.write_page("contribute/index.md", "# Contribute\n\n## Suggest {#suggest}\n")
    assert one(site) == (
        "docs/contribute/index.md:1:1: this page has no place “used”, and the frame of other pages leads to it. "
        "Write {#used} behind the heading that it means."
    )


def test_a_logo_with_a_name_that_no_disk_takes_is_named(site: World):
    site.add("site.yml", f"logo: {'a' * 300}.svg\n")
    assert "there is no file “" in one(site)


@pytest.mark.parametrize("wrong", ["colour: red\n", "title: Again\n"], ids=["field", "yaml"])
@pytest.mark.parametrize(
    "path", ["lessons/label-every-box.yml", "products/book-list.yml", "phases/plan.yml", "glossary.yml"]
)
def test_a_record_with_an_error_puts_no_blame_on_pages_that_lead_to_what_is_made(
    site: World, path: str, wrong: str
):
    site.add("site.yml", "address: https://example.org/\n")
    made = [each for each in export_paths(site.build()) if not each.endswith((".js", ".css"))]
    links = "\n".join(f'[a](/{each}) <a href="../{each}">b</a>\n' for each in made)
    pages = "[c](/phases/plan.md) [d](/products/book-list.md) [e](/lessons/label-every-box.md#anything)\n"
    site.write_page("links.md", f"# Links\n\n{links}\n{pages}\n![f](gone.png) [g](gone.md)\n")
    site.add(path, wrong)
    said = [each.partition(":")[0] for each in found(site)]
    assert said == [f"content/{path}", "docs/links.md", "docs/links.md"]  # these two are gone in any case


def test_the_list_of_files_that_a_site_gets_is_true(site: World):
    site.add("site.yml", "address: https://example.org/\n")
    online = set(exports(site.build()))
    offline = set(exports(site.build(offline=True)))
    assert online | offline == set(export_paths(site.build()))
    assert all(path.endswith(ENDINGS) for path in online | offline)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("site_dir: site", "site_dir: [", "mkdocs.yml:9:1:"),
        ("  name: material", "  name: nowhere", "mkdocs.yml:11:1: theme:"),
        ("  - tables", "  - no_such_extension", "mkdocs.yml:"),
        ("  custom_dir: overrides", "  custom_dir: nowhere", "mkdocs.yml:11:1: theme:"),
        ("  - macros/generator/hooks.py", "  - macros/nowhere.py", "mkdocs.yml:17:1: hooks:"),
        ("  content: content", "  content: nowhere", "mkdocs.yml:"),
        ("docs_dir: docs", "docs_dir: nowhere", "mkdocs.yml:5:1: docs_dir:"),
        ("edit_uri: ''", "edit_uri: [1]", "mkdocs.yml:"),
        ("strict: false", "strickt: true", "mkdocs.yml:"),
        ("  - macros:", "  - nowhere:", "mkdocs.yml:"),
    ],
)
def test_settings_that_stop_a_build_are_named(tmp_path: Path, old: str, new: str, said: str):
    for name in ("macros", "docs", "content", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    text = (ROOT / "mkdocs.yml").read_text("utf-8") + "strict: false\n"
    text = text.replace('edit_uri: ""', "edit_uri: ''")
    assert old in text
    (tmp_path / "mkdocs.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = read_settings(tmp_path / "mkdocs.yml")[1]
    assert problems and str(problems[0]).startswith(said), problems


def test_settings_that_are_not_there_are_missed(tmp_path: Path):
    assert [problem.code for problem in read_settings(tmp_path / "mkdocs.yml")[1]] == ["no-settings"]


def test_folders_that_differ_in_capitals_are_named_once_each(site: World):
    for name in ("local/Pictures/a.png", "local/pictures/b.png", "local/pictures/c.png", "Phases/d.png"):
        site.write_page(name, "x")
    said = [line for line in found(site) if "some disks take them for the same" in line]
    assert [line.partition(", and")[0] for line in said] == [
        "docs/Phases/d.png:1:1: “phases” differs from the folder “Phases” only in capitals",
        "docs/local/pictures/b.png:1:1: “local/Pictures” differs from the folder “local/pictures” only in capitals",
    ]
