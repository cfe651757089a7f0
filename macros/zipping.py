"""Zips, of which spreadsheets are a kind: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # a zip knows none before


def zipped(files: Mapping[str, bytes], when: datetime = EARLIEST, *, first: str = "", stored: str = "") -> bytes:
    """The files as a zip, sorted but for `first`, each but `stored` compressed, all with one date and one set of permissions."""
    moment = max(when.astimezone(UTC), EARLIEST).timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for path in sorted(files, key=lambda path: (path != first, path)):
            entry = zipfile.ZipInfo(path, moment)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.compress_type = zipfile.ZIP_STORED if path == stored else zipfile.ZIP_DEFLATED
            target.writestr(entry, files[path], compresslevel=9)
    return out.getvalue()
