"""Zips, of which spreadsheets are a kind, with the same bytes on every machine.

Python's own zips are as small as the zlib of the machine makes them, and differ from one zlib to another.
Here libdeflate, whose version is locked with the other packages, packs each file. The format is that of
PKWARE's APPNOTE.TXT, version 6.3; the numbers of sections below are its own. Its extension for more than
65,535 files or 4 GB (Zip64) is left out, because not every office can open it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import deflate

from macros.refusal import Refusal

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # the first day that a zip can name (4.4.6)
MOST_FILES = 0xFFFF
MOST_BYTES = 0xFFFFFFFF
LEVEL = 9  # of libdeflate: a fifth of the time of 10, for 2% more bytes

STORED = 0  # methods (4.4.5)
DEFLATED = 8
VERSION_NEEDED = 20  # 2.0, which knows Deflate (4.4.3)
MADE_ON_UNIX = 3 << 8 | VERSION_NEEDED  # 4.4.2
NAMES_IN_UTF_8 = 0x800  # bit 11 of the flags (4.4.4)
READABLE_BY_ALL = 0o100644 << 16  # an ordinary file with its rights (4.4.15)

# What is said of each file twice: version, flags, method, time, day, checksum, packed and full size, length
# of the name and of an extra field (4.3.7 and 4.3.12).
_FACTS = struct.Struct("<5H3L2H")
_LOCAL_HEADER = b"PK\3\4"  # 4.3.7
# Signature, version made by, the facts, length of a comment, number of the disk, attributes inside and
# outside, and where the local header is (4.3.12).
_ENTRY = struct.Struct(f"<4sH{_FACTS.size}s3H2L")
_ENTRY_MARK = b"PK\1\2"
# Signature, numbers of two disks, how many entries here and in all, size and place of the directory, length
# of a comment (4.3.16).
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\5\6"


def archive(
    files: Mapping[str, bytes],
    when: datetime = EARLIEST,
    *,
    first: str = "",
    stored: Collection[str] = (),
) -> bytes:
    """Return the files as a zip, sorted but for `first`, all with the date `when` (1980 at the earliest).

    Each is compressed where that makes it smaller, but for `stored`. Raise Refusal for more files or bytes
    than fit.
    """
    if len(files) > MOST_FILES:
        raise Refusal(f"These are {len(files):,} files, and a zip holds {MOST_FILES:,} at most.")
    body = bytearray()
    directory = bytearray()
    for path in sorted(files, key=lambda path: (path != first, path)):
        facts, content = _packed(path, files[path], when, compressed=path not in stored)
        name = path.encode()
        if len(body) + len(directory) + len(content) > MOST_BYTES:
            raise Refusal("These files take more than 4 GB, which is the most that a zip holds.")
        directory += _ENTRY.pack(_ENTRY_MARK, MADE_ON_UNIX, facts, 0, 0, 0, READABLE_BY_ALL, len(body)) + name
        body += _LOCAL_HEADER + facts + name + content
    end = _END.pack(_END_MARK, 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + end)


def _packed(path: str, data: bytes, when: datetime, *, compressed: bool) -> tuple[bytes, bytes]:
    """Return the facts of a file, and its bytes as the zip holds them."""
    method = STORED
    content = data
    if compressed:
        smaller = deflate.deflate_compress(data, LEVEL)
        if len(smaller) < len(data):
            method = DEFLATED
            content = bytes(smaller)
    facts = _FACTS.pack(
        VERSION_NEEDED,
        NAMES_IN_UTF_8,
        method,
        *_time_and_day(when),
        zlib.crc32(data),
        len(content),
        len(data),
        len(path.encode()),
        0,
    )
    return facts, content


def _time_and_day(when: datetime) -> tuple[int, int]:
    """Return a moment in the form of MS-DOS, which counts years from 1980 and every second second (4.4.6)."""
    moment = max(when.astimezone(UTC), EARLIEST)
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    day = (moment.year - EARLIEST.year) << 9 | moment.month << 5 | moment.day
    return time, day
