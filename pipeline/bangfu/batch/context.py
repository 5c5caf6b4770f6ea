"""What finished work depends on besides its input: settings, rules, model, code and versions."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict, replace
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from bangfu import __version__, lexicon
from bangfu.settings import Settings

PARTS_FORMAT = 3
"""Raised when the layout of a part changes."""

_PACKAGE = Path(__file__).resolve().parents[1]
_SHAPING = (
    "charset-normalizer",
    "jieba",
    "opencc-python-reimplemented",
    "pyahocorasick",
    "pyarrow",
    "rensa",
    "rjieba",
    "trafilatura",
    "warcio",
)
"""The libraries whose version can change a row."""


def context(settings: Settings, texts: bool = False) -> dict[str, str]:
    """A digest or version of each thing that finished work depends on.

    Work whose context differs in anything is stale. What only the merge looks at (``drop_duplicates``) is
    not in it.

    >>> context(Settings()) == context(Settings(drop_duplicates=True)) != context(Settings(max_chars=9))
    True
    """
    return {
        "format": str(PARTS_FORMAT),
        "settings": replace(settings, drop_duplicates=False).digest(),
        "texts": str(texts),
        "tagger": _model(settings.tagger),
        **_installation(),
    }


def digest(facts: dict[str, str]) -> str:
    """A short hash of a context, for the name of a part."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def settings_of(settings: Settings) -> dict[str, object]:
    """Every knob by name, for run.json."""
    return asdict(settings)


@lru_cache(maxsize=1)
def _installation() -> dict[str, str]:
    versions = {name: _version(name) for name in _SHAPING}
    return {
        "bangfu": __version__,
        "python": platform.python_version(),
        # A checkout changes without a new version: its own files are the version.
        "code": _digest_of(sorted(p for p in _PACKAGE.rglob("*.py")), _PACKAGE),
        "data": _digest_of(sorted(p for p in _PACKAGE.rglob("*") if _is_data(p)), _PACKAGE),
        "lexicons": _digest_of(sorted(lexicon.folder().glob("*.txt")), lexicon.folder()),
        **versions,
    }


def _is_data(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".py", ".pyc") and path.parent.name != "lexicons"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _model(tagger: str) -> str:
    """A tagger's libraries, and its model's files by name, size and time: reading it takes too long."""
    if tagger == "rules":
        return tagger
    out = hashlib.sha256(" ".join([tagger, _version("hanlp"), _version("torch")]).encode())
    folder = Path(tagger.partition(":")[2])
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        status = path.stat()
        out.update(
            f"{path.relative_to(folder).as_posix()}\0{status.st_size}\0{status.st_mtime_ns}\n".encode()
        )
    return out.hexdigest()[:16]


def _digest_of(paths: list[Path], top: Path) -> str:
    out = hashlib.sha256()
    for path in paths:
        out.update(path.relative_to(top).as_posix().encode() + b"\0")
        out.update(hashlib.sha256(path.read_bytes()).digest())
    return out.hexdigest()[:16]
