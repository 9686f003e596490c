"""Makes PNG files as small as their pixels allow: vl-convert writes them fast and large.

Portable Network Graphics (PNG) Specification, W3C, second edition: chunks and zlib data.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EFFORT = 6
"""Of zlib, 0 to 9: more takes longer and gains one part in a hundred."""


def smaller(png: bytes) -> bytes:
    """Return the same picture, its pixels packed more closely."""
    chunks = list(_chunks(png))
    pixels = b"".join(data for kind, data in chunks if kind == b"IDAT")
    packed = zlib.compress(zlib.decompress(pixels), EFFORT)
    first = next(k for k, (kind, _) in enumerate(chunks) if kind == b"IDAT")
    others = [(kind, data) for kind, data in chunks if kind != b"IDAT"]
    others.insert(first, (b"IDAT", packed))
    return SIGNATURE + b"".join(_written(kind, data) for kind, data in others)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def _written(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
