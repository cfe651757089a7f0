"""Where the surroundings of pages lead: the header, the footer, and what templates link to by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from macros.pages.addresses import NOT_FOUND, Addresses
from macros.publishing.build import Build
from macros.publishing.surroundings import surroundings


@dataclass(frozen=True)
class _Noting(Addresses):
    """Addresses that note each page to which a link is made."""

    noted: dict[str, None] = field(default_factory=dict)

    def link(self, source: str, here: str) -> str:
        """Return the address, and note it."""
        self.noted[source.lstrip("/")] = None
        return super().link(source, here)


def shell_links(build: Build) -> list[str]:
    """Return each page or file, with its anchor, to which the surroundings of pages lead."""
    addresses = _Noting(build.addresses.directory)
    noting = replace(build, addresses=addresses)
    for source in _samples(noting):
        surroundings(noting, source)
    return list(addresses.noted)


def _samples(build: Build) -> Iterator[str]:
    """Yield one page of each kind, every hand-written page, and the page for missing addresses."""
    yield from build.written
    seen: set[tuple[str, bool]] = set()
    for page in build.pages.values():
        key = (page.section, page.record is None)
        if key not in seen:
            seen.add(key)
            yield page.source
    yield NOT_FOUND
