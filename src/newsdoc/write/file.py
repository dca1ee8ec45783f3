"""A file written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Put ``data`` into the file at ``path``: a reader sees the old content or the new, never a part.

    The bytes go to a new file in the same folder, are forced to disk, and the file is put in the place of the old one;
    the permissions of an existing file are kept, a symbolic link stays a link. What is no ordinary file (a pipe,
    ``/dev/null``) is written to directly.

    Raises:
        OSError: the file cannot be written; nothing is left behind and the old content stands.

    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(pathlib.Path(folder, "a.txt"), b"text")
    ...     os.listdir(folder)
    ['a.txt']
    """
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with open(target, "wb") as file:
            file.write(data)
        return
    new = os.path.join(os.path.dirname(target), f".newsdoc-{secrets.token_hex(8)}.tmp")
    try:
        # The system's own mask decides the permissions of a file that was not there before.
        with os.fdopen(
            os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb"
        ) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(new, stat.S_IMODE(mode))
        os.replace(new, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(new)
        raise
