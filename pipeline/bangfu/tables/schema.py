"""Every table: its columns in order, their types, and the order of its rows.

Four types are enough: ``text``, ``int``, ``number`` (a 64-bit float that holds the written decimal exactly,
see :func:`bangfu.tables.records.number`) and ``bool``. docs/tables.md tells what each column means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bangfu.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Table:
    """One table: (column, type) pairs in order, and the columns that sort its rows."""

    name: str
    columns: tuple[tuple[str, str], ...]
    sort_key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(name for name, _ in self.columns)


def _columns(words: str) -> tuple[tuple[str, str], ...]:
    """``"doc_id mentions:int"`` to pairs; a column without a type is text."""
    pairs = (word.partition(":") for word in words.split())
    return tuple((name, kind or "text") for name, _, kind in pairs)


_OFFSETS = "start:int end:int raw_start:int raw_end:int"
_COMMON = f"{_OFFSETS} sentence rule score:number"
_BY_PLACE = ("doc_id", "start", "end")


def _table(name: str, words: str, sort_key: tuple[str, ...]) -> Table:
    return Table(name, _columns(words), sort_key)


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table(
            "articles",
            "doc_id source title date byline lang encoding chars_raw:int chars_clean:int sentences:int damage"
            " lossy:bool duplicate_of sha256",
            ("doc_id", "source"),
        ),
        _table("people", f"doc_id name mentions:int {_COMMON}", (*_BY_PLACE, "name")),
        _table(
            "roles",
            f"doc_id person title department institution side {_COMMON}",
            (*_BY_PLACE, "person", "title", "institution"),
        ),
        _table(
            "institutions",
            f"doc_id name kind province city county adcode side mentions:int {_COMMON}",
            (*_BY_PLACE, "name"),
        ),
        _table(
            "counts",
            f"doc_id text value:number value_max:number unit item approx action {_COMMON}",
            (*_BY_PLACE, "text", "item"),
        ),
        _table(
            "money",
            "doc_id text cny:number cny_max:number amount:number amount_max:number currency approx action"
            f" payer payee purpose {_COMMON}",
            (*_BY_PLACE, "text"),
        ),
        _table(
            "repairs",
            f"doc_id kind before after confidence:number {_OFFSETS}",
            ("doc_id", "raw_start", "raw_end", "kind"),
        ),
        _table("rejects", "source doc_id stage reason", ("source", "doc_id", "stage", "reason")),
    )
}
"""The tables by name, in the order in which they are written."""

ROW_TABLES: tuple[str, ...] = ("people", "roles", "institutions", "counts", "money")
"""The tables of extracted rows, which carry the common columns."""

FORMATS: tuple[str, ...] = ("csv", "parquet", "xlsx", "sqlite")
"""The formats that can be written."""

_PANDAS = {"text": "string", "int": "Int64", "number": "Float64", "bool": "boolean"}
_SQLITE = {"text": "TEXT", "int": "INTEGER", "number": "NUMERIC", "bool": "INTEGER"}


def table(name: str) -> Table:
    """The table of that name; raises :class:`UsageError` where there is none.

    >>> table("people").names[:3]
    ('doc_id', 'name', 'mentions')
    """
    try:
        return TABLES[name]
    except KeyError:
        raise UsageError(f"no table named {name!r}: the tables are {', '.join(TABLES)}") from None


def arrow_schema(name: str) -> pa.Schema:
    """The table's columns as a pyarrow schema (string, int64, float64, bool; all may be null).

    >>> str(arrow_schema("money").field("cny").type)
    'double'
    """
    import pyarrow as pa

    types = {"text": pa.string(), "int": pa.int64(), "number": pa.float64(), "bool": pa.bool_()}
    return pa.schema([(column, types[kind]) for column, kind in table(name).columns])


def pandas_dtypes(name: str) -> dict[str, str]:
    """The table's columns as pandas dtypes that know an empty cell (``pd.NA``) in every type.

    >>> pandas_dtypes("money")["cny"], pandas_dtypes("people")["mentions"]
    ('Float64', 'Int64')
    """
    return {column: _PANDAS[kind] for column, kind in table(name).columns}


def sqlite_types(name: str) -> dict[str, str]:
    """The table's columns as SQLite types; NUMERIC keeps whole numbers as integers.

    >>> sqlite_types("counts")["value"]
    'NUMERIC'
    """
    return {column: _SQLITE[kind] for column, kind in table(name).columns}


def parse_formats(words: str) -> tuple[str, ...]:
    """``"csv,parquet"`` to format names, without repeats; raises :class:`UsageError` for an unknown one.

    >>> parse_formats("parquet, csv,csv")
    ('parquet', 'csv')
    """
    formats = tuple(dict.fromkeys(word.strip().lower() for word in words.split(",") if word.strip()))
    unknown = [word for word in formats if word not in FORMATS]
    if unknown or not formats:
        said = f"no format named {unknown[0]!r}" if unknown else "no format given"
        raise UsageError(f"{said}: choose from {', '.join(FORMATS)}")
    return formats
