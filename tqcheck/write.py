"""Writes a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from tqcheck.errors import FixError

_NEW_MODE = 0o644


def write_atomic(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file's content, keeping its mode; a link stays a link.

    A file that is not there is made, with the folders it stands in.

    The new content is written beside the file, flushed to disk and moved into place, so a
    crash leaves the old file or the new one. Raises FixError, and changes nothing, where the
    folder or the file can't be written.
    """
    target = path.resolve()
    temporary = ""
    try:
        mode = _NEW_MODE
        if target.exists():
            if not os.access(target, os.W_OK):
                raise PermissionError(13, "it is read-only")
            mode = target.stat().st_mode
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode & 0o7777)  # noqa: PTH101 - the path is a plain string
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException as error:  # Ctrl-C too must leave nothing behind
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
        if not isinstance(error, OSError):
            raise
        what = f"can't be written ({error.strerror})"
        raise FixError(str(path), what, "the file stays as it was") from None
