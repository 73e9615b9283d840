"""A folder: all files in it and below, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from selon.sources.found import Found, failure, left_out


def read_folder(folder: Path, where: str, read: Callable[[Path], Iterator[Found]]) -> Iterator[Found]:
    """Give what the files of a folder hold, each read by `read`, sorted by name, folders within folders in their place.

    Hidden files and folders, links to folders and what is no file (pipes, devices) are left out and said; a folder
    without files gives one reason.
    """
    files = 0
    for found in _walk(folder, where, read):
        files += not found.skipped
        yield found
    if not files:
        yield failure(where, "no files to read in this folder", "empty")


def _walk(folder: Path, where: str, read: Callable[[Path], Iterator[Found]]) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            entries_in_order = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield failure(where, f"cannot be listed ({error.strerror or error})", "permission")
        return
    for entry in entries_in_order:
        path = folder / entry.name
        place = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if entry.name.startswith("."):
            yield left_out(place, "hidden; left out", "hidden")
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(path, place, read)
        elif entry.is_file():
            yield from read(path)
        else:
            yield left_out(place, "a link to a folder or no ordinary file; left out", "link")
