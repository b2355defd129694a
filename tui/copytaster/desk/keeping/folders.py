"""Where the desk keeps its things: cache, state and configuration, by platformdirs.

Everything made here belongs to its user alone: folders 0700, files 0600.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "copytaster"
OTHERS = 0o077
"""The bits of a mode that are about everybody but the owner."""
OF_OTHERS = "it belongs to another user"


def cache_folder(base: Path | None = None) -> Path:
    """The folder of everything that can be made again: catalogues and indexes."""
    return base or Path(platformdirs.user_cache_dir(NAME, appauthor=False))


def state_folder(base: Path | None = None) -> Path:
    """The folder of the ledger, which cannot be made again."""
    return base or Path(platformdirs.user_state_dir(NAME, appauthor=False))


def config_folder(base: Path | None = None) -> Path:
    """The folder of settings.toml, of what was taught, and of the user's own themes."""
    return base or Path(platformdirs.user_config_dir(NAME, appauthor=False))


def catalogue_folder(places: Sequence[Path], base: Path | None = None) -> Path:
    """The folder of the one catalogue for this set of inbox folders, in whatever order given."""
    resolved = sorted({os.fsencode(place.resolve()) for place in places})
    digest = hashlib.blake2b(b"\0".join(resolved), digest_size=10).hexdigest()
    return cache_folder(base) / digest


def make_private(folder: Path) -> Path:
    """The folder, made with its parents where missing, for its user alone; OSError where not."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def make_own(folder: Path) -> Path:
    """As `make_private`, for what may stand where others write too: a shared cache.

    A folder that is a link, or lies in one of ours that is, or belongs to somebody else, is
    refused with an OSError: it could show others what is read here, or us what they put there.
    """
    make_private(folder)
    for each in (folder.parent, folder):
        if each is folder or each.name == NAME:
            _claim(each)
    return folder


def touch_private(path: Path) -> None:
    """An empty file for its user alone, where there is none yet; SQLite's side files copy it."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        if os.fstat(descriptor).st_uid != os.geteuid():
            raise PermissionError(errno.EPERM, OF_OTHERS)
        if os.fstat(descriptor).st_mode & OTHERS:
            os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)


def _claim(folder: Path) -> None:
    found = folder.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise OSError(errno.ELOOP, "it is a link")
    if found.st_uid != os.geteuid():
        raise PermissionError(errno.EPERM, OF_OTHERS)
    if found.st_mode & OTHERS:
        folder.chmod(0o700)
