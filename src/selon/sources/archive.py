"""Archives: the files of a ZIP (DOCX and WACZ are such), the one of a gzip; bounded in size, number and depth."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from typing import IO, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from selon.sources.context import DEPTH, WHOLE, Context, TooLargeError, read_whole
from selon.sources.found import Found, failure, left_out
from selon.sources.rest import Metered
from selon.sources.stream import read_guarded, read_stream, shown

FILES = 100_000
"""Files of the largest archive that is read."""

RATIO = 200
"""How many times its packed size a file may have, above `SMALL`."""

SMALL = 2**24
"""Bytes up to which a file may be packed as densely as it likes."""

_OFFICE = {
    "xl/workbook.xml": "an XLSX workbook; save it as CSV",
    "ppt/presentation.xml": "a PPTX presentation; save it as text",
}


def read_gzip(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give what the file within a gzip file holds, a compressed web archive among others."""
    if context.depth >= DEPTH:
        yield _too_deep(where)
        return
    with gzip.GzipFile(fileobj=file) as inner:
        yield from _unpacked(cast(IO[bytes], inner), where, context.within(context.url))


def read_zip(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give what the files of an archive hold, sorted by name, places being "file.zip!name"; nothing is written to disk.

    Hidden files are left out and said; a file that unpacks to far more than its size, has a password or a name that
    leads outside costs only itself.
    """
    try:
        archive = ZipFile(file)
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        yield failure(where, f"a damaged ZIP or DOCX file ({error}); copy or download it again", "damaged")
        return
    with archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
        names = {member.filename for member in members}
        if "word/document.xml" in names:
            yield from _docx(file, members, where, context)
        elif office := next((name for name in _OFFICE if name in names), None):
            yield failure(where, _OFFICE[office], "binary")
        elif "mimetype" in names:
            yield failure(where, "an ODT or EPUB file; save it as DOCX or text", "binary")
        elif context.depth >= DEPTH:
            yield _too_deep(where)
        elif len(members) > FILES:
            yield failure(where, f"an archive of more than {FILES} files; unpack it and give the folder", "too-large")
        elif not members:
            yield failure(where, "an archive without files", "empty")
        else:
            yield from _members(archive, _pages_only(members), where, context)


def _members(archive: ZipFile, members: list[ZipInfo], where: str, context: Context) -> Iterator[Found]:
    files = 0
    for member in members:
        place = f"{where}!{_shown(member.filename)}"
        found = _refused(member, place)
        if found:
            files += not found.skipped
            yield found
            continue
        files += 1
        yield from read_guarded(_member(archive, member, place, context), place)
    if not files:
        yield failure(where, "no files to read in this archive", "empty")


def _member(archive: ZipFile, member: ZipInfo, where: str, context: Context) -> Iterator[Found]:
    with archive.open(member) as packed:
        yield from _unpacked(packed, where, context.within())


def _unpacked(packed: IO[bytes], where: str, context: Context) -> Iterator[Found]:
    """Give what a packed file holds, and say where it is damaged."""
    file = Metered(packed, context.budget)
    for found in read_stream(file.buffered(), where, context):
        if not file.error or found.code != "empty":
            yield found
    if file.error:
        yield failure(where, f"damaged or cut off; only what came before is read ({shown(file.error)})", "damaged")


def _refused(member: ZipInfo, where: str) -> Found | None:
    parts = re.split(r"[/\\]", member.filename)
    if ".." in parts or parts[0] == "" or re.match(r"[A-Za-z]:", member.filename):
        return failure(where, "a name that leads outside the archive; skipped", "unsafe-path")
    if "__MACOSX" in parts or any(part.startswith(".") for part in parts):
        return left_out(where, "hidden; left out", "hidden")
    if member.flag_bits & 1:
        return failure(where, "locked with a password; unpack it and give the file", "encrypted")
    if _is_bomb(member):
        return failure(where, f"unpacks to more than {RATIO} times its size; unpack it and give the file", "too-large")
    return None


def _is_bomb(member: ZipInfo) -> bool:
    return member.file_size > max(SMALL, RATIO * member.compress_size)


def _docx(file: BinaryIO, members: list[ZipInfo], where: str, context: Context) -> Iterator[Found]:
    from selon.sources.docx import read_docx

    if sum(m.file_size for m in members) > WHOLE or any(_is_bomb(m) for m in members):
        raise TooLargeError("a document that unpacks to far more than its size; save it as text")
    file.seek(0)
    try:
        yield from read_docx(io.BytesIO(read_whole(file)), where, context)
    except Exception as error:  # python-docx raises whatever a missing part brings about
        yield failure(where, f"a damaged DOCX file ({type(error).__name__}); save it again", "damaged")


def _pages_only(members: list[ZipInfo]) -> list[ZipInfo]:
    """Give the web archives of a WACZ, whose other files only index them; all files of another archive."""
    names = {member.filename for member in members}
    warcs = [m for m in members if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", m.filename)]
    return warcs if warcs and "datapackage.json" in names else members


def _too_deep(where: str) -> Found:
    return failure(where, f"more than {DEPTH} archives within each other; unpack it and give its files", "too-deep")


def _shown(name: str) -> str:
    return "".join(ch if ch.isprintable() else "\ufffd" for ch in name)[:300]
