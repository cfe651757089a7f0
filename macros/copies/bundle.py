"""The bundle: the built site as one zip that works from any folder of any office.

Pure: a site is a mapping from path to bytes, and so is what comes out. The same files give the same bytes: entries are
sorted, and carry one date and one set of permissions. What no page loads is left out.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from macros.archive import archive
from macros.copies.styles import joined
from macros.copies.trimming import Files, slim, squeezed
from macros.model.fields import RESERVED
from macros.publishing.exports import DATA, START

FOLDER = "handbook/"
MANIFEST = "manifest.json"
LONGEST = 100

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def bundled(site: Files) -> dict[str, bytes]:
    """The files of the bundle: the start page at the top, what is needed of the site in a folder below, and the manifest."""
    site = joined(site)
    start = re.sub(r'href="(?![a-z]+:|#)', f'href="{FOLDER}', site[START].decode())
    files = {
        START: squeezed(start).encode(),
        **{FOLDER + path: data for path, data in slim(site).items() if path != START},
    }
    return files | {MANIFEST: manifest(files, data_of(site))}


def refused_names(paths: Iterable[str]) -> list[str]:
    """Names that some office could not unpack, each with why, as sentences."""
    said: list[str] = []
    seen: dict[str, str] = {}
    for path in sorted(paths):
        twin = seen.setdefault(path.casefold(), path)
        reasons = {
            f"is longer than {LONGEST} characters": len(path) > LONGEST,
            f"differs from “{twin}” by case alone": twin != path,
            "has a name that Windows refuses": any(map(_windows_refuses, path.split("/"))),
        }
        said += [f"“{path}” {reason}." for reason, holds in reasons.items() if holds]
    return said


def manifest(files: Files, data: Mapping[str, Any]) -> bytes:
    """What the bundle is, and the SHA-256 of each file in it, as JSON."""
    said = {
        "title": data["title"],
        **{name: data["framework"].get(name) for name in ("edition", "licence", "licence_url", "credit")},
    }
    return (
        json.dumps(
            said | {"files": {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)}},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    ).encode()


def packed(files: Files, when: datetime) -> bytes:
    """The files as a zip, the page to start from first. Its bytes depend on the files and on `when` alone."""
    return archive(files, when, first=START)


def data_of(site: Files) -> dict[str, Any]:
    """The handbook on a site as data."""
    return json.loads(site[DATA])


def size(n: int) -> str:
    """A number of bytes for people."""
    return f"{n / 1e6:.2f} MB" if n >= 1e6 else f"{n / 1e3:.0f} kB"


def name_of(data: Mapping[str, Any]) -> str:
    """The file name of a copy, without suffix: the title and the edition in letters that every system knows."""
    plain = (
        unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
        for part in (data["title"], str(data["framework"]["edition"]))
    )
    return (
        "-".join(name for text in plain if (name := re.sub(r"[^a-z0-9.]+", "-", text).strip("-.")))
        or "handbook"
    )


def _windows_refuses(name: str) -> bool:
    return (
        bool(_FORBIDDEN.search(name))
        or name[-1:] in (" ", ".")
        or name.partition(".")[0].casefold() in RESERVED - {"index"}
    )
