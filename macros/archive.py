"""The zip itself. Python's own zip files are as small as the zlib of the machine makes them, and differ from one zlib to another.

Here libdeflate, whose version is locked with the other packages, packs each file: smaller, and the same everywhere.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from datetime import datetime

import deflate

STORED, DEFLATED = 0, 8
READS, MADE_ON_UNIX, IN_UTF_8 = 20, 3 << 8 | 20, 0x800
FILE_FOR_EVERYBODY_TO_READ = 0o100644 << 16


def archive(files: Mapping[str, bytes], when: datetime) -> bytes:
    """The files as a zip, in their order, each with the date `when` (1980 or later)."""
    day, time = (when.year - 1980) << 9 | when.month << 5 | when.day, when.hour << 11 | when.minute << 5 | when.second // 2
    body, directory = bytearray(), bytearray()
    for path, data in files.items():
        name, small = path.encode(), deflate.deflate_compress(data, 12)
        method, held = (DEFLATED, small) if len(small) < len(data) else (STORED, data)
        said = struct.pack("<5H3L2H", READS, IN_UTF_8, method, time, day, zlib.crc32(data), len(held), len(data), len(name), 0)
        directory += struct.pack("<4sH26s3H2L", b"PK\1\2", MADE_ON_UNIX, said, 0, 0, 0, FILE_FOR_EVERYBODY_TO_READ, len(body)) + name
        body += b"PK\3\4" + said + name + held
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + end)
