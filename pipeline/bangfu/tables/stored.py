"""Tables that lie in a folder: found by name, read on first use."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.errors import UsageError
from bangfu.tables.schema import FORMATS, TABLES, table

if TYPE_CHECKING:
    import pandas as pd

WORKBOOK = "bangfu.xlsx"
DATABASE = "bangfu.sqlite"
_READ_FIRST = ("parquet", "csv", "sqlite", "xlsx")


def path_of(folder: Path, name: str, format: str) -> Path:
    """Where a table lies in a folder: a file of its own, or a file that all tables share.

    >>> path_of(Path("outputs"), "money", "csv").as_posix(), path_of(Path("outputs"), "money", "sqlite").name
    ('outputs/money.csv', 'bangfu.sqlite')
    """
    if format not in FORMATS:
        raise UsageError(f"no format named {format!r}: choose from {', '.join(FORMATS)}")
    return folder / {"xlsx": WORKBOOK, "sqlite": DATABASE}.get(format, f"{name}.{format}")


class Tables(Mapping[str, "pd.DataFrame"]):
    """The tables of a finished run: ``Tables("outputs")["money"]`` is a pandas frame.

    A table is read when it is asked for and then kept. Raises :class:`UsageError` where the folder holds
    no tables; ``KeyError`` for a table that it does not hold.

    >>> Tables("no/such/folder")
    Traceback (most recent call last):
    bangfu.errors.UsageError: no/such/folder holds no tables: give the folder that `bangfu run` wrote
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._frames: dict[str, pd.DataFrame] = {}
        if not self.names():
            raise UsageError(f"{self.folder} holds no tables: give the folder that `bangfu run` wrote")

    def names(self) -> tuple[str, ...]:
        """The names of the tables that are there, in the order of the schema."""
        return tuple(name for name in TABLES if self._format(name))

    def path(self, name: str, format: str) -> Path:
        """The file of a table in a format, whether or not it was written."""
        return path_of(self.folder, table(name).name, format)

    def read(
        self, name: str, columns: Sequence[str] | None = None, docs: Collection[str] | None = None
    ) -> pd.DataFrame:
        """Read a table, or some of its columns or articles (by doc_id), without keeping it.

        Raises :class:`UsageError` where the folder does not hold it.
        """
        format = self._format(name)
        if format is None:
            raise UsageError(f"{self.folder} holds no table {table(name).name}")
        from bangfu.tables.reading import read_frame

        return read_frame(self.path(name, format), name, format, columns, docs)

    def _format(self, name: str) -> str | None:
        if name not in TABLES:
            return None
        return next((f for f in _READ_FIRST if path_of(self.folder, name, f).is_file()), None)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._frames:
            if self._format(name) is None:
                raise KeyError(name)
            self._frames[name] = self.read(name)
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __len__(self) -> int:
        return len(self.names())

    def __repr__(self) -> str:
        return f"Tables({str(self.folder)!r}: {', '.join(self.names())})"
