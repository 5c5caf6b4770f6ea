"""The folder of a run: the tables on top, and in ``.bangfu`` what finished work and the next run need.

```
OUT/articles.csv …        the tables
OUT/run.json              what they were made of; equal for equal input
OUT/.bangfu/parts/        one Parquet file a finished shard
OUT/.bangfu/run.json      the same with versions, hashes of rules and code, and timing by stage
OUT/.bangfu/scratch/      files of the run in progress
```
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bangfu.errors import UsageError
from bangfu.tables.schema import FORMATS, TABLES
from bangfu.tables.stored import path_of


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the files of a run lie."""

    out: Path

    @property
    def parts(self) -> Path:
        """Finished work."""
        return self.out / ".bangfu" / "parts"

    @property
    def scratch(self) -> Path:
        """Files that nobody needs after the run, or after its death."""
        return self.out / ".bangfu" / "scratch"

    @property
    def facts(self) -> Path:
        """What the tables were made of."""
        return self.out / "run.json"

    @property
    def details(self) -> Path:
        """The same, with what differs from machine to machine and from run to run."""
        return self.out / ".bangfu" / "run.json"

    def prepare(self) -> None:
        """Make the folders; raises :class:`UsageError` where OUT is a file."""
        try:
            self.parts.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise UsageError(f"{self.out} is not a folder") from None
        (self.out / ".bangfu" / ".gitignore").write_text("*\n", "utf-8")

    def clear(self) -> None:
        """Remove what a run left that was killed; only for who holds the lock."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out of this folder; raises :class:`UsageError` where one is at work in it.

        The system itself takes the lock away from a process that dies.
        """
        import fcntl

        with (self.out / ".bangfu" / "lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageError(f"another run is writing to {self.out}") from None
            except OSError:
                pass  # a file system without locks: as before there were any
            yield

    def tidy(self, parts: Collection[str]) -> None:
        """Remove the files of the run in progress, and every part but these."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        for path in self.parts.iterdir():
            if path.name not in parts:
                path.unlink(missing_ok=True)

    def tables(self, formats: Sequence[str]) -> list[Path]:
        """The files of all tables in some formats."""
        return sorted({path_of(self.out, name, format) for name in TABLES for format in formats})

    def other_tables(self, formats: Sequence[str], texts: bool) -> list[Path]:
        """Files that an earlier run may have left in formats that this one does not write."""
        mine = {*self.tables(formats), *([self.texts] if texts else [])}
        return [path for path in [*self.tables(FORMATS), self.texts] if path not in mine]

    @property
    def texts(self) -> Path:
        """Clean and raw texts, where the run keeps them."""
        return self.out / "texts.parquet"
