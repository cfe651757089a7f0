"""Zips, of which spreadsheets are a kind. Python's own zip files are as small as the zlib of the machine makes them, and differ from one zlib to another.

Here libdeflate, whose version is locked with the other packages, packs each file: smaller, and the same everywhere.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime

import deflate

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # a zip knows none before
STORED, DEFLATED = 0, 8
READS, MADE_ON_UNIX, IN_UTF_8 = 20, 3 << 8 | 20, 0x800
FILE_FOR_EVERYBODY_TO_READ = 0o100644 << 16


def archive(
    files: Mapping[str, bytes], when: datetime = EARLIEST, *, first: str = "", stored: str = ""
) -> bytes:
    """The files as a zip, sorted but for `first`, each but `stored` compressed, all with the date `when` (1980 at the earliest)."""
    moment = max(when.astimezone(UTC), EARLIEST)
    day, time = (
        (moment.year - 1980) << 9 | moment.month << 5 | moment.day,
        moment.hour << 11 | moment.minute << 5 | moment.second // 2,
    )
    body, directory = bytearray(), bytearray()
    for path in sorted(files, key=lambda path: (path != first, path)):
        name, data = path.encode(), files[path]
        small = data if path == stored else deflate.deflate_compress(data, 12)
        method, held = (DEFLATED, small) if len(small) < len(data) else (STORED, data)
        said = struct.pack(
            "<5H3L2H",
            READS,
            IN_UTF_8,
            method,
            time,
            day,
            zlib.crc32(data),
            len(held),
            len(data),
            len(name),
            0,
        )
        directory += (
            struct.pack(
                "<4sH26s3H2L", b"PK\1\2", MADE_ON_UNIX, said, 0, 0, 0, FILE_FOR_EVERYBODY_TO_READ, len(body)
            )
            + name
        )
        body += b"PK\3\4" + said + name + held
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + end)
