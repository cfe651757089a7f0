"""Which files of a site would come from more than one place, or from names that some disks take for one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from macros.pages.addresses import Addresses
from macros.publishing.servers import FILES

# What MkDocs writes itself, beside the pages.
OF_THE_GENERATOR = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", *FILES)
MODES = (Addresses(directory=True), Addresses(directory=False))  # on servers, and in folders
Wrong = tuple[str, str, str]  # the code, what is wrong, and what to do


def clashes(docs: Mapping[str, str], made: Iterable[str]) -> Iterator[tuple[str, Wrong]]:
    """Yield each file of `docs` whose place in the site something else takes, and what is wrong.

    `docs` gives the files by their path under docs/, each with the path at which it is published. `made` are
    the paths of all that the handbook makes itself.
    """
    own = {name: _places(name) for name in (*made, *OF_THE_GENERATOR)}
    taken = {alike(place): name for name, places in own.items() for place in places}
    spelt = {alike(folder): [folder] for name in own for folder in _parents(name)}
    folders = {parent: name for place, name in taken.items() for parent in _parents(place)}
    for file, source in docs.items():
        places = [alike(place) for place in _places(source)]
        wrong = list(_clash(file, source, places, taken, folders))
        yield from wrong or _folders(file, source, spelt)
        taken |= dict.fromkeys(places, source)
        folders |= {parent: source for place in places for parent in _parents(place)}


def _clash(
    file: str, source: str, places: Iterable[str], taken: Mapping[str, str], folders: Mapping[str, str]
) -> Iterator[tuple[str, Wrong]]:
    for place in places:
        other = taken.get(place)
        if other == source:
            if not source.endswith(".md"):  # of pages, a rule says so
                message = "the handbook makes the file at this address itself."
                yield file, ("page-twice", message, "Rename this file, or delete it.")
            return
        if other and alike(other) == alike(source):
            yield file, _same_name(other, source, "this name")
            return
        if not other:
            parents = [taken[parent] for parent in _parents(place) if parent in taken]
            other = folders.get(place) or next(iter(parents), None)
        if other:
            message = f"“{other}” is published at the same address, or needs it as a folder."
            yield file, ("page-twice", message, "Rename this file, or delete it.")
            return


def _folders(file: str, source: str, spelt: dict[str, list[str]]) -> Iterator[tuple[str, Wrong]]:
    """Yield a folder of a file that some disks take for an earlier one; of each such folder, once."""
    for folder in _parents(source):
        known = spelt.setdefault(alike(folder), [folder])
        if folder not in known:
            known.append(folder)
            yield file, _same_name(known[0], folder, f"the folder “{folder}”")


def _same_name(other: str, name: str, shown: str) -> Wrong:
    """Return that some disks take two names for one."""
    only = other.casefold() == name.casefold()
    differs = f"differs from {shown} only in capitals" if only else f"looks like {shown}"
    message = f"“{other}” {differs}, and some disks take them for the same."
    return "name-twice", message, "Rename one of them."


def alike(name: str) -> str:
    """Return what is the same for all names that some disk takes for one."""
    return normalize("NFC", name).casefold()


def _places(source: str) -> list[str]:
    """Return the files of the site that a page or file becomes, on servers and in folders."""
    addresses = (mode.of(source) for mode in MODES)
    return [
        f"{address}index.html" if address.endswith("/") or not address else address for address in addresses
    ]


def _parents(place: str) -> Iterator[str]:
    while place := posixpath.dirname(place):
        yield place
