"""Mailboxes (MBOX): messages one after another, read one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from selon.sources.context import Context
from selon.sources.found import Found, Seen, failure
from selon.sources.stream import read_guarded

LARGEST = 64 * 2**20
"""Bytes of the largest message that is read."""

_FROM = re.compile(rb"From \S+ .*\d{4}")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mbox(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of all messages, places being "file#NUMBER"; a message that is too large costs only itself."""
    from selon.sources.mail import read_mail

    seen = Seen()
    for number, message in enumerate(_messages(file), 1):
        place = f"{where}#{number}"
        if message is None:
            yield failure(place, f"a message of more than {LARGEST // 2**20} MiB; skipped", "too-large")
            continue
        for found in read_guarded(read_mail(_QUOTED.sub(rb"\1", message), place, context), place):
            yield seen.noted(found)


def _messages(file: BinaryIO) -> Iterator[bytes | None]:
    """Give the messages without their first lines, None for one that is too large."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := file.readline(LARGEST):
        if blank and _FROM.match(line):
            if begun:
                yield b"".join(lines) if size <= LARGEST else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= LARGEST:
                lines.append(line)
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield b"".join(lines) if size <= LARGEST else None
