"""What a site of another generator still needs: the policy in its pages, and settings for web servers."""

from __future__ import annotations

from pathlib import Path

from macros.publishing import policy, servers


def site_files(site: Path, home: str) -> dict[str, str]:
    """Return the files of a built site to write, by path: pages that had no policy, and ready settings.

    `home` is the address of the site, if it is known.
    """
    changed: dict[str, str] = {}
    inline: set[policy.Hash] = set()
    for file in sorted(site.rglob("*.html")):
        page = file.read_text("utf-8")
        inline |= policy.inline(page)
        if (sealed := policy.sealed(page)) != page:
            changed[file.relative_to(site).as_posix()] = sealed
    return changed | servers.files(inline, home)
