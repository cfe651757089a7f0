"""One file: the pages of the built site one after another, with contents and links that work inside the file.

The site brings its own cover and contents (`book.html`); the order of the links there is the order of the book. Here pages
are cut out, their anchors get the name of their page in front, and their headings go down to their place in the whole.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection

from macros.export import BOOK
from macros.policy import sealed
from macros.slim import Files, squeezed

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_ONLY_WITH_SCRIPTS = re.compile(r"<(form|script|noscript)\b.*?</\1>|<(?:link|meta)\b[^>]*>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>")
_NAMES = re.compile(r'\b(id|for|headers|list|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_LINK = re.compile(r'\s+href="([^"]*)"')
_INNER = re.compile(r"url\(#")
_LEAF = re.compile(r'<li><a href="([^"#]*)">[^<]*</a>\s*</li>\s*')
_EMPTY = re.compile(r"<ol>\s*</ol>\s*")
_PLACE = re.compile(r"</nav>(?=\s*</main>)")
_DRAWING = re.compile(r"<svg\b[^>]*>(?!<title>)")
_HREF = re.compile(r'href="([^"#:]+)"')


def one_file(site: Files, only: Collection[str] | None = None, part: str = "") -> bytes:
    """The handbook, or the pages named in `only`, as one HTML file that loads nothing. `part` says on the cover what was chosen."""
    skeleton = site[BOOK].decode()
    contents = skeleton[skeleton.index("<nav"):skeleton.index("</nav>")]
    order = [path for path in dict.fromkeys(_HREF.findall(contents)) if only is None or path in only]
    chosen = set(order)
    shorter = _EMPTY.sub("", _LEAF.sub(lambda found: found[0] if found[1] in chosen else "", contents))
    shorter = _EMPTY.sub("", _LEAF.sub(lambda found: found[0] if found[1] in chosen else "", shorter))
    deep = set(_HREF.findall("".join(re.findall(r"<ol>.*?</ol>", contents[contents.index("<ol>") + 4:], re.DOTALL))))
    pages = (_page(site[path].decode(), path, chosen, 2 if path in deep else 1) for path in order)
    whole = skeleton.replace(contents, _rewritten(shorter, BOOK, chosen, 0, prefix=""))
    whole = whole.replace('cover__part">', f'cover__part">{html.escape(part)}', 1)
    whole = _PLACE.sub(lambda found: "\n".join((found[0], *pages)), whole, count=1)
    return squeezed(sealed(whole)).encode()


def captioned(page: bytes, words: str) -> str:
    """The page with `words` as the name of every drawing that has none: on paper, no drawing may go without one."""
    return _DRAWING.sub(lambda found: f"{found[0]}<title>{words}</title>", page.decode())


def key(path: str) -> str:
    """The anchor of a page in the one file: `lessons/x.html` → `lessons--x`."""
    return path.removesuffix(".html").replace("/", "--")


def _page(text: str, path: str, chosen: Collection[str], down: int) -> str:
    found = _ARTICLE.search(text)
    article = _ONLY_WITH_SCRIPTS.sub("", found[0] if found else "")
    opening, rest = article.split(">", 1)
    return f'{opening} id="{key(path)}">' + _rewritten(rest, path, chosen, down, prefix=f"{key(path)}--")


def _rewritten(text: str, path: str, chosen: Collection[str], down: int, *, prefix: str) -> str:
    """The markup with anchors under `prefix`, links that stay in the file, and headings `down` levels further down."""
    def tag(found: re.Match[str]) -> str:
        close, name, attributes = found.groups()
        if down and re.fullmatch("h[1-6]", name):
            name = f"h{min(6, int(name[1]) + down)}"
        if name == "details" and not close:
            attributes += " open"
        attributes = _NAMES.sub(lambda it: f'{it[1]}="{" ".join(prefix + id for id in it[2].split())}"', attributes)
        attributes = _INNER.sub(f"url(#{prefix}", attributes)
        return f"<{close}{name}{_LINK.sub(lambda it: _link(html.unescape(it[1]), path, chosen), attributes)}>"
    return _TAG.sub(tag, text)


def _link(address: str, path: str, chosen: Collection[str]) -> str:
    """The attribute for a link: inside the file, out to the web, or none for what the file does not hold."""
    if re.match(r"(https?|mailto):", address):
        return f' href="{html.escape(address)}"'
    target, _, anchor = address.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    if page not in chosen:
        return ""
    return f' href="#{key(page)}{f"--{anchor}" if anchor else ""}"'
