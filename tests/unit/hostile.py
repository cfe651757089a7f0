"""Careless and hostile inputs: what somebody did to one file of the world, and what must happen then.

Each is refused, with the exact lines that the check says, or harmless, with what the page then shows. `test_hostile.py`
tries them all. Run as a program, this prints docs/contribute/refused.md, so that the page cannot say what is not true:

    python tests/unit/hostile.py > docs/contribute/refused.md
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [path for path in (str(ROOT), str(ROOT / "tests/unit")) if path not in sys.path]

from world import FILES, WORDS, World, labels  # noqa: E402 (the path is set above)

VAN = "products/van.yml"
LIST = "products/book-list.yml"
LABEL = "lessons/label-every-box.yml"
WHY = "overview/why.yml"
COUNT = "activities/count-the-books.yml"
CARRY = "activities/carry-the-books.yml"
MOVE = "migrations/old-town.yml"
REPORT = "sources/town-report.yml"
SITE = "site.yml"
FRAME = "framework.yml"
TERMS = "glossary.yml"
PLAN = "phases/plan.yml"
DRIVER = "roles/driver.yml"
TITLE = "title: Label every box"
SUMMARY = "summary: A box without a label is lost."
EVENT = "event: Forty boxes were lost."
TYPE = "type: avoid"
LESSON_PAGE = "lessons/label-every-box.md"

Did = Callable[[World], object]


@dataclass(frozen=True)
class Input:
    """One thing that somebody did. It is refused when it `says` something, with what `to_do` then; else `page` must show `shows`."""

    name: str
    did: Did
    says: tuple[str, ...] = ()
    to_do: str = ""
    page: str = ""
    shows: str = ""


def refused(name: str, did: Did, *says: str, to_do: str) -> Input:
    return Input(name, did, says, to_do)


def harmless(name: str, did: Did, page: str, shows: str) -> Input:
    """`shows` is read on the finished page, white space folded, as a reader reads it."""
    return Input(name, did, page=page, shows=shows)


# What people do


def save(path: str, text: str | bytes) -> Did:
    return lambda world: world.write(path, text)


def save_page(path: str, text: str) -> Did:
    return lambda world: world.write_page(path, text)


def swap(path: str, old: str, new: str) -> Did:
    return lambda world: world.change(path, old, new)


def put(path: str, old: str, value: str) -> Did:
    """Type another value into a field, in quotes, as an editor that means well would."""
    return swap(path, f"{old}\n", f"{old.partition(': ')[0]}: {quoted(value)}\n")


def block(path: str, old: str, value: str) -> Did:
    """Type several lines into a field."""
    name = old.partition(": ")[0]
    indent = " " * (len(old) - len(old.lstrip()) + 2)
    return swap(
        path,
        f"{old}\n",
        f"{name}: |\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in value.split("\n")),
    )


def add(path: str, text: str) -> Did:
    return lambda world: world.add(path, text)


def copy(path: str, to: str, **changes: str) -> Did:
    return lambda world: world.copy(path, to, **changes)


def drop(path: str) -> Did:
    return lambda world: (
        shutil.rmtree(world.content / path) if (world.content / path).is_dir() else world.delete(path)
    )


def link(path: str) -> Did:
    """Put a link to a file or folder elsewhere in its place."""

    def did(world: World) -> None:
        here = world.content / path
        away = world.folder / "elsewhere"
        if here.exists():
            here.rename(away)
        else:
            away.write_text("title: Secret\n")
        here.parent.mkdir(parents=True, exist_ok=True)
        here.symlink_to(away)

    return did


def both(*dids: Did) -> Did:
    return lambda world: [did(world) for did in dids]


def quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def label(name: str, value: str) -> Did:
    def did(world: World) -> None:
        lines = world.read(WORDS).split("\n")
        lines[lines.index(f"  {name}: {labels()[name]}")] = f"  {name}: {quoted(value)}"
        world.write(WORDS, "\n".join(lines))

    return did


def called(name: str) -> Did:
    """Save a record like the van under another file name."""
    return save(f"products/{name}", FILES[VAN].replace("title: Van", "title: Lorry"))


# What is typed where. Each field is another way to the page: title, line, prose, list, part of a single file, label.

FIELDS: dict[str, tuple[Callable[[str], Did], str]] = {
    "a title": (lambda v: put(LABEL, TITLE, v), LESSON_PAGE),
    "a summary": (lambda v: put(LABEL, SUMMARY, v), LESSON_PAGE),
    "the name of an organisation": (lambda v: put(LABEL, "organisation: Old Town library", v), LESSON_PAGE),
    "the place in a source": (lambda v: put(LABEL, "    where: page 3", v), LESSON_PAGE),
    "the publisher of a source": (
        lambda v: put(REPORT, "publisher: Town auditor", v),
        "migrations/old-town.md",
    ),
    "the title of a milestone": (lambda v: put(MOVE, "      title: Doors open", v), "timeline.md"),
    "the title of a term": (lambda v: put(TERMS, "    title: Shelf mark", v), "glossary.md"),
    "the summary of an activity": (
        lambda v: put(COUNT, "summary: Nobody knows how many there are.", v),
        "activities/index.md",
    ),
    "the title of a side": (lambda v: put(FRAME, "    title: Carrier", v), "roles/driver.md"),
    "a label": (lambda v: label("event", v), LESSON_PAGE),
    "the title of a phase": (lambda v: put("phases/move.yml", "title: Move", v), "navigate.md"),
    "prose": (lambda v: put(LABEL, EVENT, v), LESSON_PAGE),
    "prose in a list": (lambda v: swap(DRIVER, "  - Drives the van.", f"  - {quoted(v)}"), "roles/driver.md"),
    "a step": (lambda v: put(CARRY, "    text: Pack each shelf.", v), "activities/carry-the-books.md"),
    "evidence": (lambda v: put(LABEL, "    says: Forty boxes were lost.", v), LESSON_PAGE),
}
JINJA = "{{ config.extra }} {{ 7 * 7 }} {% for x in range(999999999) %}{% raw %}{# gone #}"
HTML = '</title></main></article><script>alert(1)</script><img src=x onerror=alert(1)> " onclick="alert(1)" \' & &lt;b&gt;'
HTML_READ_AS_MARKDOWN = HTML.replace("&lt;", "<").replace("&gt;", ">")
PROSE = ("prose", "prose in a list", "a step", "evidence")


def in_prose(name: str, text: str, shows: str | None = None) -> Input:
    """Something typed into a field of prose, on one line or on several."""
    return harmless(
        name,
        block(LABEL, EVENT, text) if "\n" in text else put(LABEL, EVENT, text),
        LESSON_PAGE,
        text if shows is None else shows,
    )


def bad_link(
    name: str,
    target: str,
    says: str = "",
    to_do: str = "Link to a page as /lessons/its-id.md, or to a web address.",
    *,
    read: str = "",
) -> Input:
    """A link in prose. `read` is its target as Markdown reads it, where that differs; `says` is what is said about it, where that is not the usual."""
    says = (
        says
        or f"the link “{read or target}” is not allowed here. Link to a page as /lessons/its-id.md, or to a web address."
    )
    return refused(
        name,
        put(LABEL, EVENT, f"[x]({target})"),
        f"content/lessons/label-every-box.yml:6:8: event: {says}",
        to_do=to_do,
    )


TEMPLATE_CODE = (
    *(harmless(f"template code in {name}", do(JINJA), page, JINJA) for name, (do, page) in FIELDS.items()),
    in_prose(
        "template code that reads the environment",
        "{{ environment }} {{ ''['\\_\\_class\\_\\_'].mro() }} {{ env.HOME }}",
        "{{ environment }} {{ ''['__class__'].mro() }} {{ env.HOME }}",
    ),
    in_prose(
        "template code in code",
        "`{{ config }}` and\n\n    {% include 'mkdocs.yml' %}",
        "{{ config }} and {% include 'mkdocs.yml' %}",
    ),
    in_prose("template code that is left open", "{{ {% {# }}"),
    in_prose("template code in a heading", "## {{ config }}", "{{ config }}"),
    refused(
        "template code in a title without quotes",
        swap(VAN, "title: Van", "title: {{ config }}"),
        "content/products/van.yml:1:9: the name of a field must be a word.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a template block in a title without quotes",
        swap(VAN, "title: Van", "title: {% raw %}"),
        "content/products/van.yml:1:9: a text may not start with this character, and a tab may not be used to indent. Use spaces, or "
        "put the text in quotes.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "template code in a reference",
        swap(LABEL, "migration: old-town", "migration: '{{ x }}'"),
        "content/lessons/label-every-box.yml:14:12: migration: an id has lower-case letters, digits and single hyphens only.",
        to_do="Write the id of a migration.",
    ),
    refused(
        "template code in a date",
        swap(LABEL, "when: 2009-04", "when: '{{ now() }}'"),
        "content/lessons/label-every-box.yml:5:7: when: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007.",
        to_do="Write a date.",
    ),
    refused(
        "template code in a web address",
        add(REPORT, "url: 'https://example.org/{{ x }}'\n"),
        "content/sources/town-report.yml:8:6: url: a web address starts with https:// and has no spaces.",
        to_do="Write the whole address.",
    ),
    refused(
        "template code in a word",
        swap(LABEL, TYPE, "type: '{{ x }}'"),
        "content/lessons/label-every-box.yml:3:7: type: “{{ x }}” is not one of the words allowed here. Write one of: avoid, repeat, "
        "watch.",
        to_do="Write one of the words.",
    ),
    refused(
        "template code in a file name",
        called("{{ x }}.yml"),
        "content/products/{{ x }}.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "template code in a link",
        put(LABEL, EVENT, "[x](</lessons/{{ x }}.md>)"),
        "content/lessons/label-every-box.yml:6:8: event: the link “/lessons/%7B%7B%20x%20%7D%7D.md” leads to no page.",
        to_do="Link to a page that exists.",
    ),
)

MARKUP = {
    "a script": "<script>alert(1)</script>",
    "a script from elsewhere": "<script src=https://example.org/x.js></script>",
    "an event attribute": "<b onmouseover=alert(1)>bold</b>",
    "a picture that fails": "<img src=x onerror=alert(1)>",
    "a remote picture": "<img src=https://example.org/x.png>",
    "a drawing that runs": "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "a frame": "<iframe src=https://example.org></iframe>",
    "an object": "<object data=https://example.org></object><embed src=https://example.org>",
    "another base": "<base href=https://example.org/>",
    "a form": "<form action=https://example.org><input name=password><button>Send</button></form>",
    "a refresh": "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "a style": "<style>* { display: none }</style>",
    "a style attribute": "<p style='position:fixed'>x</p>",
    "a stylesheet": "<link rel=stylesheet href=https://example.org/x.css>",
    "a link that runs": "<a href=javascript:alert(1)>x</a>",
    "tags that close the page": "</p></section></div></article></main></body></html>",
    "a tag that is never closed": "<div><b><table><tr><td",
    "a comment that is never closed": "<!-- the rest is gone",
    "a comment": "<!-- hidden -->",
    "a processing instruction": "<?php system('id') ?>",
    "a declaration": "<!DOCTYPE html><![CDATA[x]]>",
    "a second heading of the page": "<h1>Two</h1>",
    "a template element": "<template><script>alert(1)</script></template>",
    "a text area that swallows the page": "<textarea>",
    "a plain-text element that swallows the page": "<plaintext>",
    "an older element": "<marquee onstart=alert(1)>x</marquee>",
    "markup in mixed case": "<ScRiPt>alert(1)</sCrIpT>",
    "markup that hides in markup": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "a tag with a line break": "<img\nsrc=x\nonerror=alert(1)>",
    "attributes in the way of attr_list": 'A word{: onclick="alert(1)" style="x" } and {: .x #y }',
    "attributes on a block": 'A word\n{: onclick="alert(1)" }',
    "a file to insert": '--8<-- "mkdocs.yml"',
    "a file to insert, as a block": "--8<--\nmkdocs.yml\n--8<--",
    "an admonition": '!!! note onclick="alert(1)"',
    "an abbreviation for everything": "*[boxes]: <script>alert(1)</script>",
    "a footnote": "Lost[^1].\n\n[^1]: <script>alert(1)</script>",
}

IN_FIELDS = (
    *(
        harmless(f"HTML in {name}", do(HTML), page, HTML_READ_AS_MARKDOWN if name in PROSE else HTML)
        for name, (do, page) in FIELDS.items()
    ),
    *(in_prose(f"{name} in prose", text) for name, text in MARKUP.items()),
    harmless(
        "front matter in a summary",
        put(LABEL, SUMMARY, "--- render_macros: true template: evil.html ---"),
        LESSON_PAGE,
        "--- render_macros: true template: evil.html ---",
    ),
    harmless(
        "front matter in prose",
        block(LABEL, EVENT, "---\ntitle: Evil\ntemplate: evil.html\n---\n\nText"),
        LESSON_PAGE,
        "Text",
    ),
    harmless(
        "a first-level heading in prose",
        block(LABEL, EVENT, "# Big\n\nText\n\nBigger\n======"),
        LESSON_PAGE,
        "Text",
    ),
    harmless(
        "a name of a field of the page in a title",
        put(LABEL, TITLE, "title: Evil"),
        LESSON_PAGE,
        "title: Evil",
    ),
    harmless("a title of three dashes", put(LABEL, TITLE, "---"), LESSON_PAGE, "---"),
    harmless(
        "typed entities in a title",
        put(LABEL, TITLE, "&lt;b&gt; &amp;amp; &#60;"),
        LESSON_PAGE,
        "&lt;b&gt; &amp;amp; &#60;",
    ),
    harmless(
        "Markdown in a title",
        put(LABEL, TITLE, "**Bold** _it_ [x](javascript:alert(1)) `y`"),
        LESSON_PAGE,
        "**Bold** _it_ [x](javascript:alert(1)) `y`",
    ),
    harmless(
        "a blank of another label in a label",
        label("contributed_by", "{edition} {0.__class__} {file} %s"),
        LESSON_PAGE,
        "{edition} {0.__class__} {file} %s",
    ),
    harmless(
        "a picture from elsewhere in Markdown",
        put(LABEL, EVENT, "![x](https://example.org/x.png)"),
        LESSON_PAGE,
        "!x",
    ),
    refused(
        "two lines in a title",
        swap(VAN, "title: Van", 'title: "Van\\nrender_macros: true"'),
        "content/products/van.yml:1:8: title: this text must fit on one line.",
        to_do="Write the title on one line.",
    ),
    refused(
        "front matter in a title",
        swap(VAN, "title: Van", "title: |\n  ---\n  template: evil.html\n  ---"),
        "content/products/van.yml:1:8: title: this text must fit on one line.",
        to_do="Write the title on one line.",
    ),
    refused(
        "two lines in a title, the old way",
        swap(VAN, "title: Van", 'title: "Van\\rLorry"'),
        "content/products/van.yml:1:8: title: this text must fit on one line.",
        to_do="Write the title on one line.",
    ),
    refused(
        "a colour that writes a style",
        swap(SITE, "accent: '#0a5a66'", "accent: 'red}*{background:url(//example.org)'"),
        "content/site.yml:6:11: colours, accent: a colour is written as # and six digits or letters a to f, such as #0a5a66.",
        to_do="Write a colour.",
    ),
    refused(
        "a field that means something to the code",
        add(VAN, "__class__: x\n"),
        "content/products/van.yml:13:1: __class__: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, "
        "purpose, audience, form, proof, states, contents, availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        to_do="Delete the field.",
    ),
    refused(
        "a field that the code keeps for itself",
        add(VAN, "model_config: {extra: allow}\nkind: site\n"),
        "content/products/van.yml:13:1: model_config: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, "
        "purpose, audience, form, proof, states, contents, availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        "content/products/van.yml:14:1: kind: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, "
        "purpose, audience, form, proof, states, contents, availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        to_do="Delete the fields.",
    ),
)

LINKS = (
    in_prose("a link that runs", "[x](javascript:alert(1))"),
    in_prose("a link that runs, in mixed case", "[x](JaVaScRiPt:alert(1))"),
    in_prose(
        "a link that runs, with entities", "[x](&#106;avascript&colon;alert(1))", "[x](javascript:alert(1))"
    ),
    in_prose(
        "a link that runs, with hexadecimal entities",
        "[x](&#x6A;&#x61;vascript:alert(1))",
        "[x](javascript:alert(1))",
    ),
    in_prose("a link that runs, in another language", "[x](vbscript:msgbox(1))"),
    in_prose("a link to data", "[x](data:text/html;base64,PHNjcmlwdD4=)"),
    in_prose("a link to a file of the machine", "[x](file:///etc/passwd)"),
    in_prose("an automatic link that runs", "<javascript:alert(1)>"),
    in_prose(
        "a link that runs, by reference",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "[x][1] [1]: javascript:alert(1)",
    ),
    in_prose("a link with an attribute in its address", '[x](https://example.org/"onclick="alert(1))', "x"),
    in_prose(
        "a link with an attribute in its title", "[x](https://example.org 'y\" onclick=\"alert(1)')", "x"
    ),
    in_prose(
        "an automatic link to the web", "<https://example.org/?a=b&c=d>", "https://example.org/?a=b&c=d"
    ),
    bad_link("a link that runs, with a tab in it", "java&Tab;script:alert(1)", read="java%09script:alert(1)"),
    bad_link("a link that runs, with percent signs", "%6aavascript:alert(1)"),
    bad_link("a link to a picture in data", "data:image/png;base64,AA"),
    bad_link("a link without a scheme", "//example.org"),
    bad_link("a link without a scheme, with backslashes", "/\\\\example.org", read="/%5Cexample.org"),
    bad_link("a link by another way than the web", "ftp://example.org"),
    refused(
        "a link whose words show another address",
        put(LABEL, EVENT, "[https://town.example/report](https://example.org/)"),
        "content/lessons/label-every-box.yml:6:8: event: “https://example.org/”: its words show “town.example”, and it leads "
        "to another host. Write words that say what is there, or the address that it leads to.",
        to_do="Write words that say what is there.",
    ),
    bad_link("a link upwards", "../../../etc/passwd"),
    bad_link("a link upwards that starts at the root", "/lessons/../../mkdocs.yml"),
    bad_link(
        "a link upwards to a page",
        "/lessons/../../secret.md",
        "the link “/lessons/../../secret.md” leads to no page. Did you mean “/lessons/index.md”?",
        "Link to a page that exists.",
    ),
    bad_link("a link to a file of the site", "/data/handbook.json"),
    bad_link("a link to an address of the finished site", "/lessons/label-every-box/"),
    bad_link("a link to a place on the same page", "#cause"),
    bad_link("a link to nothing", ""),
    bad_link(
        "a link to a page that is not there",
        "/lessons/label-all-boxes.md",
        "the link “/lessons/label-all-boxes.md” leads to no page. Did you mean “/lessons/label-every-box.md”?",
        "Link to a page that exists.",
    ),
    bad_link(
        "a link to a place that is not there",
        "/activities/carry-the-books.md#pick",
        "the page “/activities/carry-the-books.md” has no place called “pick”. Did you mean “pack”?",
        "Name a place of that page.",
    ),
    refused(
        "a link by reference to a page that is not there",
        block(LABEL, EVENT, "Lost.\n\nSee [x][1].\n\n[1]: /lessons/gone.md"),
        "content/lessons/label-every-box.yml:9:1: event: the link “/lessons/gone.md” leads to no page. Did you mean "
        "“/lessons/index.md”?",
        to_do="Link to a page that exists.",
    ),
    refused(
        "a web address that runs",
        add(REPORT, "url: 'javascript:alert(1)'\n"),
        "content/sources/town-report.yml:8:6: url: a web address starts with https:// and has no spaces.",
        to_do="Write an address that starts with https://.",
    ),
    refused(
        "a web address that breaks out of its place",
        add(REPORT, "url: 'https://example.org/\"onclick=\"alert(1)'\n"),
        "content/sources/town-report.yml:8:6: url: a web address starts with https:// and has no spaces.",
        to_do="Write the whole address, without quotes in it.",
    ),
    refused(
        "an edit address that runs",
        swap(
            SITE,
            "contact: {}",
            "contact: {}\nrepository: {url: https://e.org/, edit: 'javascript:alert(1)//{path}'}",
        ),
        "content/site.yml:9:41: repository, edit: a web address starts with https:// and has no spaces.",
        to_do="Write an address that starts with https://.",
    ),
    refused(
        "a file that readers could not take",
        add(VAN, "files:\n  - title: Blank form\n    file: files/gone.docx\n"),
        "content/products/van.yml:15:11: files 1, file: there is no file “files/gone.docx” in docs/. Put it there, or correct its path.",
        to_do="Put the file into docs/, or mend the path.",
    ),
    refused(
        "a file from outside the project",
        add(VAN, "files:\n  - title: Blank form\n    file: ../../etc/passwd\n"),
        "content/products/van.yml:15:11: files 1, file: there is no file “../../etc/passwd” in docs/. Put it there, or correct its path.",
        to_do="Put the file into docs/, or mend the path.",
    ),
    refused(
        "a logo from elsewhere",
        swap(SITE, "contact: {}", "logo: https://example.org/logo.svg\ncontact: {}"),
        "content/site.yml:8:7: logo: there is no file “https://example.org/logo.svg” in docs/. Put it there, or correct its path.",
        to_do="Put the picture into docs/, and name it here.",
    ),
)

FILE_NAMES = (
    refused(
        "a file in a folder of its own",
        called("new/lorry.yml"),
        "content/products/new:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/.",
        to_do="Move the file up into the folder of its kind.",
    ),
    refused(
        "a capital letter in a file name",
        called("Lorry.yml"),
        "content/products/Lorry.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "two file names that differ in case only",
        called("Van.yml"),
        "content/products/Van.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name that Windows keeps for itself",
        called("con.yml"),
        "content/products/con.yml:1:1: id: this id is reserved by Windows or by the site.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name that Windows keeps for itself, with a number",
        called("lpt1.yml"),
        "content/products/lpt1.yml:1:1: id: this id is reserved by Windows or by the site.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name that the site needs",
        called("index.yml"),
        "content/products/index.yml:1:1: id: this id is reserved by Windows or by the site.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a dot at its end",
        called("lorry..yml"),
        "content/products/lorry..yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a dot in it",
        called("lorry.old.yml"),
        "content/products/lorry.old.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a space",
        called("big lorry.yml"),
        "content/products/big lorry.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a number sign",
        called("lorry#1.yml"),
        "content/products/lorry#1.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a percent sign",
        called("lorry%20.yml"),
        "content/products/lorry%20.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with an underscore",
        called("big_lorry.yml"),
        "content/products/big_lorry.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a hyphen at its end",
        called("lorry-.yml"),
        "content/products/lorry-.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with two hyphens",
        called("big--lorry.yml"),
        "content/products/big--lorry.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with an accent, spelt in two ways",
        both(called("caf\u00e9.yml"), called("cafe\u0301.yml")),
        "content/products/café.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        "content/products/café.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the files.",
    ),
    refused(
        "a file name with HTML",
        called("<script>alert(1)<.yml"),
        "content/products/<script>alert(1)<.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a quote",
        called("lorry'.yml"),
        "content/products/lorry'.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a line break",
        called("lorry\n1 error.yml"),
        "content/products/lorry\ufffd1 error.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name with a colour for the terminal",
        called("\x1b[31mlorry.yml"),
        "content/products/\ufffd[31mlorry.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name that is no text",
        called("lorry\udcff.yml"),
        "content/products/lorry\ufffd.yml:1:1: id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Rename the file.",
    ),
    refused(
        "a file name of 49 characters",
        called(f"{'x' * 49}.yml"),
        "content/products/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.yml:1:1: id: an id has at most 48 characters.",
        to_do="Give it a shorter name.",
    ),
    refused(
        "a file name as long as the disk allows",
        called(f"{'x' * 251}.yml"),
        ""
        "content/products/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.yml:1:1: "
        "id: an id has at most 48 characters.",
        to_do="Give it a shorter name.",
    ),
    refused(
        "another ending",
        called("lorry.yaml"),
        "content/products/lorry.yaml:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/.",
        to_do="Rename the file so that it ends in .yml.",
    ),
    refused(
        "an ending in capitals",
        called("lorry.YML"),
        "content/products/lorry.YML:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/.",
        to_do="Rename the file so that it ends in .yml.",
    ),
    refused(
        "a copy that an editor made",
        called("lorry.yml~"),
        "content/products/lorry.yml~:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/.",
        to_do="Delete the file.",
    ),
    refused(
        "a folder that is called like a file",
        called("lorry.yml/lorry.yml"),
        "content/products/lorry.yml:1:1: this is a folder, not a file. Move it out of content/.",
        to_do="Move the file up into the folder of its kind.",
    ),
    refused(
        "a spreadsheet among the records",
        save("products/list.xlsx", b"PK\3\4"),
        "content/products/list.xlsx:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/.",
        to_do="Move it to docs/, where readers can take it.",
    ),
    refused(
        "a misspelt folder",
        save("lesons/label.yml", FILES[LABEL]),
        "content/lesons:1:1: nothing of this name belongs in content/. The folders are: activities, crosswalks, example, languages, lessons, migrations, overview, "
        "phases, products, roles, sources, workstreams.",
        to_do="Rename the folder.",
    ),
    refused(
        "a record at the top",
        save("van.yml", FILES[VAN]),
        "content/van.yml:1:1: nothing of this name belongs in content/. The folders are: activities, crosswalks, example, languages, lessons, migrations, overview, "
        "phases, products, roles, sources, workstreams.",
        to_do="Move it into the folder of its kind.",
    ),
    refused(
        "an id that is written in the file",
        swap(VAN, "title: Van", "title: Van\nid: ../../van"),
        "content/products/van.yml:2:1: id: the id is not written in the file. The file name is the id. Delete this line.",
        to_do="Delete the line.",
    ),
    refused(
        "a former id that leads out of the site",
        add(VAN, "formerly: ../../van\n"),
        "content/products/van.yml:13:11: formerly 1: an id has lower-case letters, digits and single hyphens only.",
        to_do="Write the id that the file had.",
    ),
    refused(
        "a former id that another record has",
        add(VAN, "formerly: book-list\n"),
        "content/products/van.yml:13:11: formerly 1: the id “book-list” belongs to another record now. An id is never used again.",
        to_do="Take it out of the list.",
    ),
    refused(
        "a former id that is its own",
        add(VAN, "formerly: van\n"),
        "content/products/van.yml:13:11: formerly 1: the id “van” belongs to another record now. An id is never used again.",
        to_do="Take it out of the list.",
    ),
    refused(
        "an id of a step with spaces",
        swap(COUNT, "  - id: count-again", "  - id: 'count \"again'"),
        "content/activities/count-the-books.yml:13:9: steps 2, id: an id has lower-case letters, digits and single hyphens only.",
        to_do="Write a short id.",
    ),
    refused(
        "a hand-written page in the place of a record",
        save_page("products/van.md", "# Van\n"),
        "docs/products/van.md:1:1: the handbook makes the page at this address itself. Rename this file, or delete it.",
        to_do="Rename the page, or delete it.",
    ),
    refused(
        "a hand-written page at a former address",
        both(add(VAN, "formerly: lorry\n"), save_page("products/lorry.md", "# Lorry\n")),
        "docs/products/lorry.md:1:1: the handbook makes the page at this address itself. Rename this file, or delete it.",
        to_do="Rename the page, or delete it.",
    ),
)

POINTERS = (
    refused(
        "a link on the disk in place of a file",
        link(VAN),
        "content/activities/carry-the-books.yml:19:14: inputs 2, product: there is no product “van”. There are: book-list, "
        "filled-rooms, moved-books, room-plan.",
        "content/products/van.yml:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Put the file itself there.",
    ),
    refused(
        "a link on the disk beside the files",
        link("products/passwords.yml"),
        "content/products/passwords.yml:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Delete the link.",
    ),
    refused(
        "a link on the disk in place of a folder",
        link("sources"),
        "content/lessons/label-every-box.yml:17:13: evidence 1, source: there is no source “town-report”. The ids are the file names "
        "in content/sources/.",
        "content/migrations/old-town.yml:18:19: timeline, spans 1, evidence 1, source: there is no source “town-report”. The ids are "
        "the file names in content/sources/.",
        "content/migrations/old-town.yml:25:19: timeline, spans 2, evidence 1, source: there is no source “town-report”. The ids are "
        "the file names in content/sources/.",
        "content/migrations/old-town.yml:33:19: timeline, milestones 1, evidence 1, source: there is no source “town-report”. The ids "
        "are the file names in content/sources/.",
        "content/migrations/old-town.yml:36:13: evidence 1, source: there is no source “town-report”. The ids are the file names in "
        "content/sources/.",
        "content/migrations/old-town.yml:39:13: basis 1, source: there is no source “town-report”. The ids are the file names in "
        "content/sources/.",
        "content/sources:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Put the folder itself there.",
    ),
    refused(
        "a link on the disk in place of a single file",
        link("glossary.yml"),
        "content/glossary.yml:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Put the file itself there.",
    ),
    refused(
        "a link on the disk to nothing",
        lambda world: (world.content / "products/gone.yml").symlink_to("nowhere.yml"),
        "content/products/gone.yml:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Delete the link.",
    ),
    refused(
        "a link on the disk to itself",
        lambda world: (world.content / "products/round.yml").symlink_to("round.yml"),
        "content/products/round.yml:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Delete the link.",
    ),
    refused(
        "a link on the disk among the pages",
        both(
            save_page("index.md", "# Home\n"),
            lambda world: (world.docs / "passwords.txt").symlink_to("/etc/hostname"),
        ),
        "docs/passwords.txt:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Put the file itself there.",
    ),
    refused(
        "a folder of pages that is a link on the disk",
        both(
            save_page("index.md", "# Home\n"), lambda world: (world.docs / "more").symlink_to(world.content)
        ),
        "docs/more:1:1: this is a link to another place, not a file. Put the file itself here.",
        to_do="Put the folder itself there.",
    ),
)

BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
SIZE = (
    refused(
        "a file of 5 MB",
        add(VAN, "# " + "x" * 5_000_000 + "\n"),
        "content/products/van.yml:1:1: this file is larger than 200 kB. Keep one record in a file, and long material outside the "
        "handbook.",
        to_do="Keep long material outside the handbook.",
    ),
    refused(
        "a file just over the limit",
        lambda world: world.write(VAN, FILES[VAN] + "#" * (200_001 - len(FILES[VAN]))),
        "content/products/van.yml:1:1: this file is larger than 200 kB. Keep one record in a file, and long material outside the "
        "handbook.",
        to_do="Keep long material outside the handbook.",
    ),
    refused(
        "a list of 100,000 entries",
        add(VAN, "formerly:\n" + "- x\n" * 100_000),
        "content/products/van.yml:1:1: this file is larger than 200 kB. Keep one record in a file, and long material outside the "
        "handbook.",
        to_do="Keep long material outside the handbook.",
    ),
    refused(
        "5,000 lists in each other",
        add(VAN, "formerly: \n  " + "- " * 5_000 + "x\n"),
        "content/products/van.yml:14:41: brackets or lists are nested too deeply here.",
        to_do="Close the lists; no field needs more than a few.",
    ),
    refused(
        "4,000 opening brackets",
        add(VAN, "formerly: " + "[" * 4_000 + "\n"),
        "content/products/van.yml:13:30: brackets or lists are nested too deeply here.",
        to_do="Close the brackets; no field needs more than two.",
    ),
    refused(
        "4,000 opening braces",
        add(VAN, "formerly: " + "{a: " * 4_000 + "\n"),
        "content/products/van.yml:13:87: brackets or lists are nested too deeply here.",
        to_do="Close the braces; no field needs more than two.",
    ),
    refused(
        "an alias bomb",
        save(VAN, BOMB),
        "content/products/van.yml:1:4: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
        to_do="Write the text out.",
    ),
    refused(
        "a line of 100,000 characters",
        swap(VAN, "purpose: Carries boxes.", "purpose: " + "x" * 100_000),
        "content/products/van.yml:4:10: purpose: this text is longer than 20000 characters.",
        to_do="Write less.",
    ),
    refused(
        "a title of 121 characters",
        swap(VAN, "title: Van", "title: " + "x" * 121),
        "content/products/van.yml:1:8: title: this text is longer than 120 characters.",
        to_do="Write a shorter title.",
    ),
    refused(
        "a summary of 601 characters",
        swap(VAN, "summary: It has four wheels.", "summary: " + "x" * 601),
        "content/products/van.yml:2:10: summary: this text is longer than 600 characters.",
        to_do="Write one sentence.",
    ),
    refused(
        "a word of 5,000 characters",
        swap(VAN, "type: tool", "type: " + "x" * 5_000),
        f"content/products/van.yml:3:7: type: “{'x' * 120}…” is not one of the words allowed here. Write one of: document, log, template, tool, dataset, agreement, "
        "report, service.",
        to_do="Write one of the words.",
    ),
    refused(
        "a number of 5,000 digits",
        swap(WHY, "order: 10", "order: " + "9" * 5_000),
        "content/overview/why.yml:3:8: order: a whole number belongs here. It says: Its place in the reading order, counted in tens.",
        to_do="Write a smaller number.",
    ),
    harmless(
        "a text of 20,000 characters", put(LABEL, EVENT, "word " * 3_999 + "words"), LESSON_PAGE, "word words"
    ),
    harmless(
        "a remark of 100,000 characters",
        add(LABEL, "# " + "x" * 100_000 + "\n"),
        LESSON_PAGE,
        "Forty boxes were lost.",
    ),
    harmless("20,000 opening brackets in prose", put(LABEL, EVENT, "[" * 20_000), LESSON_PAGE, "[" * 20_000),
    harmless(
        "20,000 stars and letters in prose", put(LABEL, EVENT, "*a_" * 6_666), LESSON_PAGE, "*a_" * 6_666
    ),
    harmless("10,000 quotes in each other in prose", put(LABEL, EVENT, ">" * 10_000 + " x"), LESSON_PAGE, ""),
    harmless(
        "12 lists in each other in prose",
        put(LABEL, EVENT, "- " * 12 + "the last words"),
        LESSON_PAGE,
        "the last words",
    ),
    harmless("30,000 empty lines", add(LABEL, "\n" * 30_000), LESSON_PAGE, "Forty boxes were lost."),
)

SAVED = (
    refused(
        "UTF-16, as Windows calls “Unicode”",
        save(VAN, FILES[VAN].encode("utf-16")),
        "content/products/van.yml:1:1: this file is saved as UTF-16, not as UTF-8. Save it again with the encoding UTF-8.",
        to_do="Save the file with the encoding UTF-8.",
    ),
    refused(
        "UTF-16 without its mark",
        save(VAN, FILES[VAN].encode("utf-16-le")),
        "content/products/van.yml:1:1: this file is saved as UTF-16, not as UTF-8. Save it again with the encoding UTF-8.",
        to_do="Save the file with the encoding UTF-8.",
    ),
    refused(
        "Windows-1252",
        save(VAN, FILES[VAN].replace("four wheels", "vier Räder").encode("cp1252")),
        "content/products/van.yml:2:23: this file is not saved as UTF-8. Save it again with the encoding UTF-8.",
        to_do="Save the file with the encoding UTF-8.",
    ),
    refused(
        "a word processor's file",
        save(VAN, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4"),
        "content/products/van.yml:1:3: there is an invisible character here (U+0003). Delete it and type the text again.",
        to_do="Copy the text into a plain text file.",
    ),
    refused(
        "a NUL",
        swap(VAN, "four wheels", "four\0wheels"),
        "content/products/van.yml:2:21: there is an invisible character here (U+0000). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a NUL that is spelt out",
        swap(VAN, "summary: It has four wheels.", 'summary: "four\\0wheels"'),
        "content/products/van.yml:2:10: there is an invisible character here (U+0000). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a character that turns the text round",
        swap(VAN, "four wheels", "four \u202ewheels"),
        "content/products/van.yml:2:22: there is an invisible character here (U+202E). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a character that turns the text round, spelt out",
        swap(VAN, "summary: It has four wheels.", 'summary: "four \\u202ewheels"'),
        "content/products/van.yml:2:10: there is an invisible character here (U+202E). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a character that sets a direction apart",
        swap(VAN, "four wheels", "four \u2067wheels"),
        "content/products/van.yml:2:22: there is an invisible character here (U+2067). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a space without width",
        swap(VAN, "four wheels", "four\u200bwheels"),
        "content/products/van.yml:2:21: there is an invisible character here (U+200B). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a space without width in the name of a field",
        swap(VAN, "summary:", "sum\u200bmary:"),
        "content/products/van.yml:2:4: there is an invisible character here (U+200B). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a byte order mark in the middle",
        swap(VAN, "four wheels", "four\ufeffwheels"),
        "content/products/van.yml:2:21: there is an invisible character here (U+FEFF). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a sign that is no character, written as its number",
        swap(VAN, "summary: It has four wheels.", 'summary: "It has four\\uFFFFwheels."'),
        "content/products/van.yml:2:10: there is an invisible character here (U+FFFF). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a colour for the terminal",
        swap(VAN, "four wheels", "\x1b[31mfour wheels"),
        "content/products/van.yml:2:17: there is an invisible character here (U+001B). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "a line separator from a word processor",
        swap(VAN, "four wheels", "four\u2028wheels"),
        "content/products/van.yml:2:21: there is an invisible character here (U+2028). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    refused(
        "letters that are written as tags",
        swap(VAN, "four wheels", "four\U000e0041wheels"),
        "content/products/van.yml:2:21: there is an invisible character here (U+E0041). Delete it and type the text again.",
        to_do="Delete the character.",
    ),
    harmless(
        "a byte order mark",
        save(VAN, b"\xef\xbb\xbf" + FILES[VAN].encode()),
        "products/van.md",
        "It has four wheels.",
    ),
    harmless(
        "line ends of Windows",
        save(VAN, FILES[VAN].replace("\n", "\r\n")),
        "products/van.md",
        "It has four wheels.",
    ),
    harmless(
        "line ends of old machines",
        save(VAN, FILES[VAN].replace("\n", "\r")),
        "products/van.md",
        "It has four wheels.",
    ),
    harmless(
        "no line end at the end", save(VAN, FILES[VAN].rstrip("\n")), "products/van.md", "It has four wheels."
    ),
    harmless(
        "letters of other scripts, accents and signs",
        put(VAN, "title: Van", "Tŷ 図書館 Ελλάδα 👩\u200d👧 ספרייה"),
        "products/van.md",
        "Tŷ 図書館 Ελλάδα 👩\u200d👧 ספרייה",
    ),
    harmless(
        "quotes from a word processor", swap(VAN, "title: Van", "title: “Van”"), "products/van.md", "“Van”"
    ),
)

YAML = (
    refused(
        "a field that stands twice",
        add(VAN, "title: Lorry\n"),
        "content/products/van.yml:13:1: the field “title” is there twice. Keep one of the two.",
        to_do="Keep one of the two.",
    ),
    refused(
        "a field that stands twice, further in",
        swap(COUNT, "    text: Count it again.", "    text: Count it again.\n    text: Count it."),
        "content/activities/count-the-books.yml:15:5: the field “text” is there twice. Keep one of the two.",
        to_do="Keep one of the two.",
    ),
    refused(
        "a field that stands twice, in brackets",
        swap(SITE, "contact: {}", "contact: {email: a@e.org, email: b@e.org}"),
        "content/site.yml:8:27: the field “email” is there twice. Keep one of the two.",
        to_do="Keep one of the two.",
    ),
    refused(
        "a field that stands twice, in other letters",
        add(VAN, "Title: Lorry\n"),
        "content/products/van.yml:13:1: Title: this field does not exist. Did you mean “title”?",
        to_do="Keep the one in small letters.",
    ),
    refused(
        "two records in one file",
        add(VAN, "---\ntitle: Lorry\n"),
        "content/products/van.yml:13:1: a second document starts here (---). One file holds one record.",
        to_do="Put the second into a file of its own.",
    ),
    refused(
        "a tab at the start of a line",
        swap(VAN, "  - heading: Wheels", "\t- heading: Wheels"),
        "content/products/van.yml:7:1: a text may not start with this character, and a tab may not be used to indent. Use spaces, or "
        "put the text in quotes.",
        to_do="Use spaces.",
    ),
    refused(
        "a list in place of a record",
        save(VAN, "- title: Van\n- title: Lorry\n"),
        "content/products/van.yml:1:1: this file holds no fields. A record has fields, each with its name and a colon.",
        to_do="Put each record into a file of its own.",
    ),
    refused(
        "a text in place of a record",
        save(VAN, "Van\n"),
        "content/products/van.yml:1:1: this file holds no fields. A record has fields, each with its name and a colon.",
        to_do="Write the name of the field and a colon before it.",
    ),
    refused(
        "an empty file",
        save(VAN, ""),
        "content/products/van.yml:1:1: this file is empty. A record has fields, each with its name and a colon.",
        to_do="Fill it in, or delete it.",
    ),
    refused(
        "a file of spaces",
        save(VAN, "  \n\n"),
        "content/products/van.yml:1:1: this file is empty. A record has fields, each with its name and a colon.",
        to_do="Fill it in, or delete it.",
    ),
    refused(
        "a file that holds a remark only",
        save(VAN, "# to do\n"),
        "content/products/van.yml:1:1: this file is empty. A record has fields, each with its name and a colon.",
        to_do="Fill it in, or delete it.",
    ),
    refused(
        "a file that holds three dashes only",
        save(VAN, "---\n"),
        "content/products/van.yml:2:1: this file is empty. A record has fields, each with its name and a colon.",
        to_do="Fill it in, or delete it.",
    ),
    refused(
        "a file without any field",
        save(VAN, "{}\n"),
        "content/products/van.yml:1:1: audience: the field “audience” is missing. It says: Who reads it, and what they decide with it.",
        "content/products/van.yml:1:1: availability: the field “availability” is missing. It says: `download` (a file is here), "
        "`request` (ask for it) or `described` (only its outline is here).",
        "content/products/van.yml:1:1: basis: the field “basis” is missing. It says: Where the advice comes from.",
        "content/products/van.yml:1:1: contents: the field “contents” is missing. It says: Its outline, good enough to start writing "
        "from.",
        "content/products/van.yml:1:1: purpose: the field “purpose” is missing. It says: What it is for.",
        "content/products/van.yml:1:1: summary: the field “summary” is missing. It says: One sentence that says what this is. It "
        "is shown under the title, in lists and in search results.",
        "content/products/van.yml:1:1: title: the field “title” is missing. It says: What this is called, in at most 120 characters.",
        "content/products/van.yml:1:1: type: the field “type” is missing. It says: What sort of thing it is.",
        to_do="Add the fields.",
    ),
    refused(
        "a misspelt field",
        swap(VAN, "audience:", "audiance:"),
        "content/products/van.yml:1:1: audience: the field “audience” is missing. It says: Who reads it, and what they decide with it.",
        "content/products/van.yml:5:1: audiance: this field does not exist. Did you mean “audience”?",
        to_do="Mend the name.",
    ),
    refused(
        "a field with a look-alike letter",
        swap(VAN, "title: Van", "t\u0456tle: Van"),
        "content/products/van.yml:1:1: title: the field “title” is missing. It says: What this is called, in at most 120 characters.",
        "content/products/van.yml:1:1: tіtle: this field does not exist. Did you mean “title”?",
        to_do="Type the name again.",
    ),
    refused(
        "a field of another kind of record",
        add(VAN, "phase: plan\n"),
        "content/products/van.yml:13:1: phase: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, "
        "purpose, audience, form, proof, states, contents, availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        to_do="Delete the field.",
    ),
    refused(
        "a field that has a line break in its name",
        add(VAN, '"colour\\n1 error": red\n'),
        "content/products/van.yml:13:1: colour 1 error: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, purpose, audience, form, proof, states, contents, "
        "availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        to_do="Delete the field.",
    ),
    refused(
        "a field that has a long name",
        add(VAN, f"{'x' * 1000}: red\n"),
        f"content/products/van.yml:13:1: {'x' * 120}…: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, purpose, audience, form, proof, states, contents, "
        "availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        to_do="Delete the field.",
    ),
    refused(
        "a word that has a line break in it",
        swap(VAN, "type: tool", 'type: "tool\\ncontent/x.yml:1:1: all is well"'),
        "content/products/van.yml:3:7: type: “tool content/x.yml:1:1: all is well” is not one of the words allowed here. Write one of: document, log, template, tool, "
        "dataset, agreement, report, service.",
        to_do="Write one of the words.",
    ),
    refused(
        "a field without a colon",
        swap(VAN, "audience: The driver.", "audience The driver."),
        "content/products/van.yml:6:1: a colon is missing after the name of a field, here or on the line above.",
        to_do="Add the colon.",
    ),
    refused(
        "a field without a space after its colon",
        swap(VAN, "audience: The driver.", "audience:The driver."),
        "content/products/van.yml:6:1: a colon is missing after the name of a field, here or on the line above.",
        to_do="Add the space.",
    ),
    refused(
        "a colon in a text",
        swap(VAN, "summary: It has four wheels.", "summary: It has: four wheels."),
        "content/products/van.yml:2:16: there is a second colon here. Put the whole text in quotes.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a quote that is never closed",
        swap(VAN, "title: Van", "title: 'Van"),
        "content/products/van.yml:1:8: a quote is opened here and never closed.",
        to_do="Close the quote.",
    ),
    refused(
        "an apostrophe in quotes",
        swap(VAN, "title: Van", "title: 'The driver's van'"),
        "content/products/van.yml:1:20: this line does not line up with the field above it. Check the spaces at its start, and that "
        "every quote is closed.",
        to_do="Write the apostrophe twice, or use double quotes.",
    ),
    refused(
        "a bracket that is never closed",
        swap(VAN, "title: Van", "title: [Van"),
        "content/products/van.yml:1:8: a bracket is opened and never closed.",
        to_do="Close the bracket, or put the text in quotes.",
    ),
    refused(
        "a bracket at the start of a text",
        swap(VAN, "title: Van", "title: [draft] Van"),
        "content/products/van.yml:1:16: this line does not line up with the field above it. Check the spaces at its start, and that "
        "every quote is closed.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a star at the start of a text",
        swap(VAN, "title: Van", "title: *Van*"),
        "content/products/van.yml:1:12: a text may not start with a star or an ampersand. Put the text in quotes.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "an ampersand at the start of a text",
        swap(VAN, "title: Van", "title: &Van"),
        "content/products/van.yml:1:8: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a sign that no text may start with",
        swap(VAN, "title: Van", "title: @van"),
        "content/products/van.yml:1:8: a text may not start with this character, and a tab may not be used to indent. Use spaces, or "
        "put the text in quotes.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a path of Windows in double quotes",
        swap(VAN, "title: Van", 'title: "C:\\work"'),
        "content/products/van.yml:1:11: a backslash in double quotes starts a special character. Use single quotes.",
        to_do="Use single quotes.",
    ),
    refused(
        "a line that is out of place",
        swap(VAN, "audience: The driver.", " audience: The driver."),
        "content/products/van.yml:5:10: there is a second colon here. Put the whole text in quotes.",
        to_do="Take the spaces away.",
    ),
    refused(
        "an entry that is out of place",
        swap(VAN, "    covers: All four.", "   covers: All four."),
        "content/products/van.yml:8:4: this line does not line up with the list above it.",
        to_do="Line the fields up.",
    ),
    refused(
        "a tag that would run code",
        swap(VAN, "title: Van", "title: !!python/object/apply:os.system ['true']"),
        "content/products/van.yml:1:8: tags such as system are not used here. Leave out the word with the exclamation mark.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a tag that would read a file",
        swap(VAN, "title: Van", "title: !include /etc/passwd"),
        "content/products/van.yml:1:8: tags such as !include are not used here. Leave out the word with the exclamation mark.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a tag that would read the environment",
        swap(VAN, "title: Van", "title: !ENV HOME"),
        "content/products/van.yml:1:8: tags such as !ENV are not used here. Leave out the word with the exclamation mark.",
        to_do="Put the text in quotes.",
    ),
    refused(
        "a tag on a group",
        swap(VAN, "contents:\n", "contents: !!set\n"),
        "content/products/van.yml:6:11: tags such as set are not used here. Leave out the word with the exclamation mark.",
        to_do="Leave out the tag.",
    ),
    refused(
        "a merge of two groups",
        add(VAN, "<<: {title: Lorry}\n"),
        "content/products/van.yml:13:1: <<: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, type, purpose, "
        "audience, form, proof, states, contents, availability, files, contact, links, licence, owner, end_product, external, evidence, basis.",
        to_do="Write the fields out.",
    ),
    refused(
        "a merge by alias",
        add(VAN, "<<: *title\n"),
        "content/products/van.yml:13:5: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
        to_do="Write the fields out.",
    ),
    refused(
        "a list as the name of a field",
        add(VAN, "[a, b]: c\n"),
        "content/products/van.yml:13:1: the name of a field must be a word.",
        to_do="Name the field with a word.",
    ),
    refused(
        "another version of YAML",
        save(VAN, "%YAML 3.0\n---\n" + FILES[VAN]),
        "content/products/van.yml:1:1: this line cannot be read as YAML. If it is a text, put it in quotes.",
        to_do="Delete the line.",
    ),
    refused(
        "marks of a merge that was not finished",
        save(VAN, "<<<<<<< HEAD\ntitle: Van\n=======\ntitle: Lorry\n>>>>>>> other\n"),
        "content/products/van.yml:1:1: a merge was begun here and never finished. Keep one of the two versions, and delete the lines "
        "of signs.",
        to_do="Keep one of the two, and delete the marks.",
    ),
    refused(
        "a web page in place of a record",
        save(VAN, "<!doctype html>\n<title>Van</title>\n"),
        "content/products/van.yml:1:1: this file holds no fields. A record has fields, each with its name and a colon.",
        to_do="Write a record.",
    ),
    harmless(
        "a record in JSON",
        save(
            VAN,
            "{"
            + ", ".join(
                f'"{k}": "{v}"'
                for k, v in (
                    ("title", "Van"),
                    ("summary", "It has wheels."),
                    ("type", "tool"),
                    ("purpose", "P."),
                    ("audience", "A."),
                    ("availability", "described"),
                    ("external", "true"),
                )
            )
            + ', "contents": [], "basis": []}',
        ),
        "products/van.md",
        "It has wheels.",
    ),
    harmless("three dots at the end", add(VAN, "...\n"), "products/van.md", "It has four wheels."),
    harmless(
        "three dashes at the start", save(VAN, "---\n" + FILES[VAN]), "products/van.md", "It has four wheels."
    ),
)

NOTHING = "title: there is nothing here. It says: What this is called, in at most 120 characters."
NO_TEXT = "title: a text belongs here, not a list or a group of fields. It says: What this is called, in at most 120 characters."
VALUES = (
    *(
        harmless(
            f"{name} where a text is meant",
            swap(VAN, "title: Van", f"title: {typed}"),
            "products/van.md",
            typed,
        )
        for name, typed in {
            "a number": "2009",
            "a number that ends in nought": "1.10",
            "a number that starts with noughts": "007",
            "a time": "12:30:00",
            "a date": "2009-04-01",
            "yes": "yes",
            "no": "no",
            "on": "on",
            "true": "true",
            "a hexadecimal number": "0x1F",
            "a number with a power": "1e3",
            "infinity": ".inf",
        }.items()
    ),
    *(
        refused(
            f"{name} where a text is meant",
            swap(VAN, "title: Van", f"title: {typed}"),
            f"content/products/van.yml:1:{said}",
            to_do="Write the title.",
        )
        for name, (typed, said) in {
            "nothing": ("", f"7: {NOTHING}"),
            "null": ("null", f"8: {NOTHING}"),
            "a tilde": ("~", f"8: {NOTHING}"),
            "a remark": ("# Van", f"7: {NOTHING}"),
            "an empty text": ("''", "8: title: this text is empty."),
            "a text of spaces": ("'   '", "8: title: this text is empty."),
            "a list": ("[Van, Lorry]", f"8: {NO_TEXT}"),
            "a group": ("{en: Van}", f"8: {NO_TEXT}"),
        }.items()
    ),
    harmless(
        "one text where a list is meant",
        swap(LABEL, "products: [book-list]", "products: book-list"),
        LESSON_PAGE,
        "Book list",
    ),
    refused(
        "a text where a list of groups is meant",
        swap(VAN, "basis:\n  - source: practice", "basis: practice"),
        "content/products/van.yml:11:8: basis: a list belongs here: one entry on each line, each starting with a dash. It says: Where the "
        "advice comes from.",
        to_do="Start each entry with a dash.",
    ),
    refused(
        "texts where groups are meant",
        swap(VAN, "  - source: practice", "  - practice"),
        "content/products/van.yml:12:5: basis 1: a group of fields belongs here, each with its name and a colon. It says: Where the "
        "advice comes from.",
        to_do="Name the field of each entry.",
    ),
    refused(
        "a group where a list is meant",
        swap(VAN, "  - source: practice", "  source: practice"),
        "content/products/van.yml:12:3: basis: a list belongs here: one entry on each line, each starting with a dash. It says: Where the "
        "advice comes from.",
        to_do="Start each entry with a dash.",
    ),
    refused(
        "an entry with nothing in it",
        swap(VAN, "  - source: practice", "  -"),
        "content/products/van.yml:12:4: basis 1: there is nothing here. It says: Where the advice comes from.",
        to_do="Fill the entry in, or delete it.",
    ),
    refused(
        "nothing in every field",
        save(VAN, re.sub(r"(?m)^(\w+):.*\n(?: .*\n)*", r"\1:\n", FILES[VAN])),
        "content/products/van.yml:1:7: title: there is nothing here. It says: What this is called, in at most 120 characters.",
        "content/products/van.yml:2:9: summary: there is nothing here. It says: One sentence that says what this is. It is shown under "
        "the title, in lists and in search results.",
        "content/products/van.yml:3:6: type: there is nothing here. Write one of: document, log, template, tool, dataset, agreement, "
        "report, service.",
        "content/products/van.yml:4:9: purpose: there is nothing here. It says: What it is for.",
        "content/products/van.yml:5:10: audience: there is nothing here. It says: Who reads it, and what they decide with it.",
        "content/products/van.yml:6:10: contents: there is nothing here. It says: Its outline, good enough to start writing from.",
        "content/products/van.yml:7:14: availability: there is nothing here. Write one of: download, request, described.",
        "content/products/van.yml:8:10: external: there is nothing here. It says: `true` if it comes from outside the framework and "
        "no activity makes it.",
        "content/products/van.yml:9:7: basis: there is nothing here. It says: Where the advice comes from.",
        to_do="Fill the fields in, or delete the file.",
    ),
    *(
        refused(
            f"“{typed}” where true or false is meant",
            swap(VAN, "external: true", f"external: {typed}"),
            "content/products/van.yml:10:11: external: write true or false.",
            to_do="Write true or false.",
        )
        for typed in ("yes", "on", "True", "1")
    ),
    refused(
        "a word where a number is meant",
        swap(WHY, "order: 10", "order: first"),
        "content/overview/why.yml:3:8: order: a whole number belongs here. It says: Its place in the reading order, counted in tens.",
        to_do="Write a whole number.",
    ),
    refused(
        "a number with a point",
        swap(WHY, "order: 10", "order: 1.5"),
        "content/overview/why.yml:3:8: order: a whole number belongs here. It says: Its place in the reading order, counted in tens.",
        to_do="Write a whole number.",
    ),
    refused(
        "a number below nought",
        swap(WHY, "order: 10", "order: -10"),
        "content/overview/why.yml:3:8: order: this number must be 0 or more.",
        to_do="Write a whole number.",
    ),
    refused(
        "a date in another form",
        swap(LABEL, "when: 2009-04", "when: 01/04/2009"),
        "content/lessons/label-every-box.yml:5:7: when: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007.",
        to_do="Write the date as it is known.",
    ),
    refused(
        "a date in words",
        swap(LABEL, "when: 2009-04", "when: April 2009"),
        "content/lessons/label-every-box.yml:5:7: when: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007.",
        to_do="Write the date as it is known.",
    ),
    refused(
        "a day that does not exist",
        swap(LABEL, "when: 2009-04", "when: 2009-02-30"),
        "content/lessons/label-every-box.yml:5:7: when: there is no such day in the calendar.",
        to_do="Mend the day.",
    ),
    refused(
        "a month that does not exist",
        swap(LABEL, "when: 2009-04", "when: 2009-13"),
        "content/lessons/label-every-box.yml:5:7: when: there is no such day in the calendar.",
        to_do="Mend the month.",
    ),
    refused(
        "a month nought",
        swap(LABEL, "when: 2009-04", "when: 2009-00"),
        "content/lessons/label-every-box.yml:5:7: when: there is no such day in the calendar.",
        to_do="Leave the month out if it is not known.",
    ),
    refused(
        "a quarter that does not exist",
        swap(LABEL, "when: 2009-04", "when: 2009-Q5"),
        "content/lessons/label-every-box.yml:5:7: when: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007.",
        to_do="Mend the quarter.",
    ),
    refused(
        "a year far away",
        swap(LABEL, "when: 2009-04", "when: 20009"),
        "content/lessons/label-every-box.yml:5:7: when: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007.",
        to_do="Mend the year.",
    ),
    refused(
        "a date in other digits",
        swap(LABEL, "when: 2009-04", "when: 20٠٩-04"),
        "content/lessons/label-every-box.yml:5:7: when: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007.",
        to_do="Write the date in the digits 0 to 9.",
    ),
    refused(
        "a day in the future",
        swap(LABEL, "reviewed: 2020-01-02", "reviewed: 2031-01-02"),
        "content/lessons/label-every-box.yml:23:11: reviewed: this day has not come yet.",
        to_do="Mend the day.",
    ),
    refused(
        "a language that is none",
        swap(SITE, "language: en-GB", "language: ../../en"),
        "content/site.yml:4:11: language: a language is written as its code, such as en-GB or cy.",
        to_do="Write the code of the language.",
    ),
    refused(
        "a word that is not allowed",
        swap(LABEL, TYPE, "type: avoided"),
        "content/lessons/label-every-box.yml:3:7: type: “avoided” is not one of the words allowed here. Did you mean “avoid”?",
        to_do="Write one of the words.",
    ),
)

WHOLE = (
    refused(
        "a folder that is missing",
        drop("lessons"),
        "content/overview/why.yml:12:15: learnings 1, lessons 1: there is no lesson “label-every-box”. The ids are the file names in "
        "content/lessons/.",
        to_do="Put the folder back.",
    ),
    refused(
        "a folder of phases that is missing",
        drop("phases"),
        "content/activities/carry-the-books.yml:3:8: phase: there is no phase “move”. The ids are the file names in content/phases/.",
        "content/activities/count-the-books.yml:3:8: phase: there is no phase “plan”. The ids are the file names in content/phases/.",
        "content/activities/fill-the-rooms.yml:3:8: phase: there is no phase “move”. The ids are the file names in content/phases/.",
        "content/activities/measure-the-rooms.yml:3:8: phase: there is no phase “plan”. The ids are the file names in content/phases/.",
        "content/framework.yml:21:14: routes 1, phases 1: there is no phase “plan”. The ids are the file names in content/phases/.",
        "content/framework.yml:35:10: phases 1: there is no phase “plan”. The ids are the file names in content/phases/.",
        "content/framework.yml:35:16: phases 2: there is no phase “move”. The ids are the file names in content/phases/.",
        "content/lessons/label-every-box.yml:12:9: phases 1: there is no phase “move”. The ids are the file names in content/phases/.",
        "content/migrations/old-town.yml:14:14: timeline, spans 1, phase: there is no phase “plan”. The ids are the file names in "
        "content/phases/.",
        "content/overview/why.yml:9:1: body: the link “/phases/plan.md” leads to no page. Did you mean “/phases/index.md”?",
        "content/overview/why.yml:13:11: related 1: there is no phase “plan”. The ids are the file names in content/phases/.",
        to_do="Put the folder back.",
    ),
    refused(
        "no site.yml",
        drop("site.yml"),
        "content/site.yml:1:1: this file cannot be opened. Check that it exists and that you may read it.",
        to_do="Put the file back.",
    ),
    refused(
        "no framework.yml",
        drop("framework.yml"),
        "content/framework.yml:1:1: this file cannot be opened. Check that it exists and that you may read it.",
        to_do="Put the file back.",
    ),
    refused(
        "no glossary.yml",
        drop("glossary.yml"),
        "content/glossary.yml:1:1: this file cannot be opened. Check that it exists and that you may read it.",
        to_do="Put the file back.",
    ),
    refused(
        "a folder in place of site.yml",
        both(drop("site.yml"), save("site.yml/x.yml", "")),
        "content/site.yml:1:1: this is a folder, and a file belongs here. Move it away.",
        to_do="Put the file back.",
    ),
    refused(
        "a framework without phases",
        swap(FRAME, "phases: [plan, move]", "phases: []"),
        "content/framework.yml:35:9: phases: at least 1 entry is needed here.",
        to_do="List the phases.",
    ),
    refused(
        "a framework that lists nothing",
        swap(FRAME, "phases: [plan, move]\n", ""),
        "content/framework.yml:1:1: phases: the field “phases” is missing. It says: All phases, in order.",
        to_do="List the phases.",
    ),
    refused(
        "a phase that is listed twice",
        swap(FRAME, "phases: [plan, move]", "phases: [plan, move, plan]"),
        "content/framework.yml:35:10: phases 1: the phase “plan” is listed twice. Keep one of the two.",
        to_do="Take one of the two away.",
    ),
    refused(
        "a phase that is listed and has no file",
        swap(FRAME, "phases: [plan, move]", "phases: [plan, move, rest]"),
        "content/framework.yml:35:22: phases 3: there is no phase “rest”. There are: plan, move.",
        to_do="Add its file, or take it out of the list.",
    ),
    refused(
        "a phase that has a file and is not listed",
        swap(FRAME, "phases: [plan, move]", "phases: [plan]"),
        "content/phases/move.yml:1:1: this phase is not listed in framework.yml. Add it to the list “phases” there, where it comes in "
        "the order.",
        to_do="Add it to the list.",
    ),
    refused(
        "a side that does not exist",
        swap(COUNT, "led_by: library", "led_by: lybrary"),
        "content/activities/count-the-books.yml:5:9: led_by: there is no side “lybrary”. Did you mean “library”?",
        to_do="Mend the id, or add the side to framework.yml.",
    ),
    refused(
        "a record that does not exist",
        swap(LABEL, "migration: old-town", "migration: odl-town"),
        "content/lessons/label-every-box.yml:14:12: migration: there is no migration “odl-town”. Did you mean “old-town”?",
        to_do="Mend the id, or add the record.",
    ),
    refused(
        "an id of another kind of record",
        swap(LABEL, "migration: old-town", "migration: van"),
        "content/lessons/label-every-box.yml:14:12: migration: there is no migration “van”. There are: old-town.",
        to_do="Name a migration.",
    ),
    refused(
        "a step that does not exist",
        swap(LABEL, "at: carry-the-books#pack", "at: carry-the-books#peck"),
        "content/lessons/label-every-box.yml:11:5: at 1: the activity “carry-the-books” has no step “peck”. Did you mean “pack”?",
        to_do="Mend the id of the step.",
    ),
    refused(
        "a pointer with a line break in it",
        swap(LABEL, "at: carry-the-books#pack", 'at: "carry\\nx: y"'),
        "content/lessons/label-every-box.yml:11:5: at 1: there is no activity “carry x: y”. There are: carry-the-books, count-the-books, "
        "fill-the-rooms, measure-the-rooms.",
        to_do="Mend the id.",
    ),
    refused(
        "a record of a kind that does not exist",
        swap(WHY, "related: [phase/plan]", "related: [phases/plan]"),
        "content/overview/why.yml:13:11: related 1: “phases/plan” does not name a record. Write the kind, a slash and the id, such as "
        "phase/plan. The kinds are: activity, crosswalk, example, framework, function, glossary, layer, lesson, migration, "
        "overview, phase, product, question, questions, role, route, side, site, source, stage, term, workstream.",
        to_do="Write the kind, a slash and the id.",
    ),
    refused(
        "two steps with one id",
        swap(COUNT, "  - id: count-again", "  - id: count"),
        "content/activities/count-the-books.yml:13:9: steps 2, id: the id “count” is in this record twice. Give one of them "
        "another id.",
        to_do="Give one of them another id.",
    ),
    refused(
        "two records with one title",
        swap(LIST, "title: Book list", "title: VAN"),
        "content/products/van.yml:1:8: title: “book-list” has the same title. Readers cannot tell them apart. Change one of them.",
        to_do="Change one of the titles.",
    ),
    refused(
        "a stretch that ends before it starts",
        swap(MOVE, "end: 2008-03", "end: 2006"),
        "content/migrations/old-town.yml:16:12: timeline, spans 1, end: this ends before it starts.",
        to_do="Mend one of the dates.",
    ),
    refused(
        "a lesson that was checked before it was added",
        swap(LABEL, "reviewed: 2020-01-02", "reviewed: 2019-01-02"),
        "content/lessons/label-every-box.yml:23:11: reviewed: this lesson was reviewed before it was added.",
        to_do="Mend one of the dates.",
    ),
    refused(
        "a lesson that is related to itself",
        add(LABEL, "related: label-every-box\n"),
        "content/lessons/label-every-box.yml:24:10: related 1: this lesson is related to itself. Take it out of the list.",
        to_do="Take it out of the list.",
    ),
    refused(
        "an activity that waits for itself",
        add(COUNT, "starts_after: count-the-books\n"),
        "content/activities/count-the-books.yml:30:15: starts_after 1: this activity cannot start: it waits for its own result. Take it out of the list.",
        to_do="Take it out of the list.",
    ),
    refused(
        "activities that wait for each other",
        add(COUNT, "starts_after: measure-the-rooms\n"),
        "content/activities/count-the-books.yml:30:15: starts_after: these activities wait for each other: “Count the books”, "
        "“Measure the rooms”, “Count the books”. Break the circle: one of them must be able to start first.",
        to_do="Let one of them start first.",
    ),
    refused(
        "an activity that waits for a later phase",
        add(COUNT, "starts_after: carry-the-books\n"),
        "content/activities/count-the-books.yml:30:15: starts_after 1: “Carry the books” is in a later phase than this activity. "
        "An activity can only start after one of its own or an earlier phase.",
        to_do="Take it out of the list.",
    ),
    harmless(
        "a role that answers to itself",
        add("roles/librarian.yml", "reports_to: librarian\n"),
        "roles/index.md",
        "Librarian",
    ),
    harmless(
        "roles that answer to each other",
        add("roles/librarian.yml", "reports_to: driver\n"),
        "roles/index.md",
        "Librarian",
    ),
    harmless(
        "a term that leads to itself",
        swap(TERMS, "see: [product/book-list]", "see: [term/shelf-mark]"),
        "glossary.md",
        "Shelf mark",
    ),
    harmless(
        "a workstream that works with itself",
        swap("workstreams/books.yml", "works_with: [rooms]", "works_with: [books]"),
        "workstreams/books.md",
        "Books",
    ),
)

SECTIONS: dict[str, tuple[Input, ...]] = {
    "Template code": TEMPLATE_CODE,
    "HTML": IN_FIELDS,
    "Links": LINKS,
    "File names and folders": FILE_NAMES,
    "Links on the disk": POINTERS,
    "Size": SIZE,
    "How a file is saved": SAVED,
    "YAML": YAML,
    "Words, numbers and dates": VALUES,
    "The whole": WHOLE,
}
INPUTS: dict[str, Input] = {one.name: one for section in SECTIONS.values() for one in section}

PAGE = ROOT / "docs/contribute/refused.md"
INTRODUCTION = """\
---
folds: true
---

# Error messages and how to fix them

We have tried these mistakes and attacks on this handbook. The check refuses most of them, and names the file, the line and
the problem in one sentence. The others appear on the page as plain text that cannot do anything. The tests try all of
them again and make this page.
"""


def refused_page() -> str:
    """docs/contribute/refused.md."""
    return (
        "\n".join(
            [
                INTRODUCTION,
                *(
                    f"## {name}\n\n{_refused(section)}{_harmless(section)}"
                    for name, section in SECTIONS.items()
                ),
            ]
        ).rstrip("\n")
        + "\n"
    )


def _refused(section: tuple[Input, ...]) -> str:
    rows = [
        f"| {shown(one.name)} | {shown(one.to_do)} | {'<br>'.join(map(shown, one.says))} |\n"
        for one in section
        if one.says
    ]
    return (
        "".join(["| What is wrong | What to do | What the check says |\n|---|---|---|\n", *rows, "\n"])
        if rows
        else ""
    )


def _harmless(section: tuple[Input, ...]) -> str:
    names = [f"- {shown(one.name)}\n" for one in section if not one.says]
    return (
        "".join(["Shown as plain text, or without the parts that could run:\n\n", *names, "\n"])
        if names
        else ""
    )


def shown(text: str) -> str:
    """`text` so that Markdown shows it as it is: whatever could mean something is written as a number."""
    short = re.sub(r"(.)\1{60,}", r"\1\1\1…", text)
    return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>#|&" else c for c in short)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(refused_page())
