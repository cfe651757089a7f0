"""The bundle: the built site as one zip that works from any folder of any office.

Pure: a site is a mapping from path to bytes, and so is what comes out. The same files give the same bytes:
entries are sorted, and carry one date and one set of permissions. What no page loads is left out.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from macros.authoring.disk.archive import archive
from macros.copies.styles import joined
from macros.copies.trimming import Files, slim, squeezed
from macros.publishing.data_paths import DATA, START
from macros.windows_names import RESERVED

FOLDER = "handbook/"
MANIFEST = "manifest.json"
LONGEST = 100  # characters of a path; Windows takes 260 with the folders around it
ABOUT = ("edition", "licence", "licence_url", "credit")  # what the manifest says of the framework

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')  # in names on Windows
_INNER_LINK = re.compile(r'href="(?![a-z]+:|#)')


def bundled(site: Files) -> dict[str, bytes]:
    """Return the files of the bundle: the start page at the top, the site in a folder below, and the
    manifest.
    """
    joined_site = joined(site)
    start = _INNER_LINK.sub(f'href="{FOLDER}', joined_site[START].decode())
    files = {FOLDER + path: data for path, data in slim(joined_site).items() if path != START}
    files[START] = squeezed(start).encode()
    return {**files, MANIFEST: manifest(files, data_of(site))}


def refused_names(paths: Iterable[str]) -> list[str]:
    """Return a sentence for each name that some office could not unpack, with the reason."""
    sentences: list[str] = []
    seen: dict[str, str] = {}
    for path in sorted(paths):
        twin = seen.setdefault(path.casefold(), path)
        reasons = {
            f"is longer than {LONGEST} characters": len(path) > LONGEST,
            f"differs from “{twin}” by case alone": twin != path,
            "has a name that Windows refuses": any(map(_is_refused_by_windows, path.split("/"))),
        }
        sentences += [f"“{path}” {reason}." for reason, holds in reasons.items() if holds]
    return sentences


def manifest(files: Files, data: Mapping[str, Any]) -> bytes:
    """Return what the bundle is, and the SHA-256 of each file in it, as JSON."""
    content = {
        "title": data["title"],
        **{name: data["framework"].get(name) for name in ABOUT},
        "files": {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def packed(files: Files, when: datetime) -> bytes:
    """Return the files as a zip, the page to start from first. Its bytes depend on the files and on `when`
    alone.
    """
    return archive(files, when, first=START)


def data_of(site: Files) -> dict[str, Any]:
    """Return the handbook on a site as data."""
    data: dict[str, Any] = json.loads(site[DATA])
    return data


def size(count: int) -> str:
    """Return a number of bytes for people, in units of 1,000."""
    return f"{count / 1e6:.2f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def name_of(data: Mapping[str, Any]) -> str:
    """Return the file name of a copy, without suffix: title and edition in letters that every system
    knows.
    """
    parts = (_plain(data["title"]), _plain(str(data["framework"]["edition"])))
    return "-".join(filter(None, parts)) or "handbook"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", letters).strip("-.")


def _is_refused_by_windows(name: str) -> bool:
    stem = name.partition(".")[0].casefold()
    return bool(_FORBIDDEN.search(name)) or name[-1:] in (" ", ".") or stem in RESERVED
