"""The style of a copy: the stylesheets that every page loads as one file, without the rules that nothing in the copy can call for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

# In copies, the stylesheets that every page loads are one file.
STYLES = "assets/styles.css"
INDEX = "search/search_index.js"
STYLE_ADDRESS = re.compile(r"url\([\"']?([^\"')#?]+)")
_STYLESHEETS = re.compile(
    r'(?:<\w+ rel="stylesheet" href="(?:\.{1,2}/)*assets/[\w./-]+\.css"(?: media="\w+")?>\s*)+'
)
_STYLESHEET = re.compile(
    r'(<\w+ rel="stylesheet" href=")((?:\.{1,2}/)*)(assets/[\w./-]+\.css)"(?: media="(\w+)")?>'
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}@;]+)(\{[^{}]*\})")
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_CLASSES = re.compile(rb"class=(\"[^\"]*\"|'[^']*'|[^\s>]+)")
_WORD = re.compile(rb"[\w-]+")


def joined(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The site with the stylesheets that its pages load one after another as one file, named once on each page. Those for print say so inside."""
    runs = Counter(
        _sheets(run)
        for path, data in site.items()
        if path.endswith(".html")
        for run in _STYLESHEETS.findall(data.decode())
    )
    together = max(runs, key=runs.__getitem__, default=())
    if any(
        address
        for sheet, _ in together
        for address in STYLE_ADDRESS.findall(site[sheet].decode())
        if not address.startswith("data:")
    ):
        return dict(site)  # its addresses would be wrong from another folder

    def one(found: re.Match[str]) -> str:
        return (
            found[0]
            if _sheets(found[0]) != together
            else _STYLESHEET.sub(rf'\g<1>\g<2>{STYLES}">', found[0], count=1).partition(">")[0] + ">"
        )

    pages = {
        path: _STYLESHEETS.sub(one, data.decode()).encode()
        for path, data in site.items()
        if path.endswith(".html")
    }
    words = _words(site)
    sheets = [(_used(site[sheet].decode(), words).encode(), media) for sheet, media in together]
    return {
        **site,
        **pages,
        STYLES: b"\n".join(
            b"@media %s{%s}" % (media.encode(), sheet) if media else sheet for sheet, media in sheets
        ),
    }


def _sheets(run: str) -> tuple[tuple[str, str], ...]:
    """The stylesheets of a run of them, each with the medium that it is for."""
    return tuple((sheet, media) for _, _, sheet, media in _STYLESHEET.findall(run))


def _words(site: Mapping[str, bytes]) -> set[str]:
    """Every class of a page, and every word of a script of ours, which may set it as a class. The theme's scripts are for pages of its own, which we have none of."""
    said = [part for path, data in site.items() if path.endswith(".html") for part in _CLASSES.findall(data)]
    said += [
        data
        for path, data in site.items()
        if path.endswith(".js") and path != INDEX and "/javascripts/" not in path
    ]
    return {word.decode() for part in set(said) for word in _WORD.findall(part)}


def _used(sheet: str, words: set[str]) -> str:
    """The stylesheet without comments, and without selectors that name a class which stands nowhere. Those with brackets stay, because they may mean where a class is not."""

    def kept(rule: re.Match[str]) -> str:
        selectors = [
            one for one in rule[1].split(",") if "(" in rule[1] or words.issuperset(_CLASS.findall(one))
        ]
        return ",".join(selectors) + rule[2] if selectors else ""

    return _RULE.sub(kept, _COMMENT.sub("", sheet))
