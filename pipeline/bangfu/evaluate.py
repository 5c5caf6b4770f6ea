"""Precision, recall and F1 of extracted tables against gold annotations.

A gold file is ``DOC_ID.json`` with the lists ``people``, ``institutions`` (names), ``roles``, ``counts`` and
``money`` (objects in the columns of the tables), and the same lists under ``optional``: rows there are
neither rewarded nor punished. Scores are micro-averaged: counted over all documents, then divided.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from bangfu.errors import UsageError
from bangfu.tables import FORMATS, ROW_TABLES, Tables
from bangfu.tables.stored import path_of

Row = Mapping[str, Any]
Documents = dict[str, dict[str, list[Row]]]

_BYLINE_TITLES = frozenset({"记者", "通讯员", "责任编辑", "编辑", "特约记者"})
_AID_PREFIX = re.compile("^(援[疆藏青蒙]|支教)")
_COLUMNS = {
    "people": ("doc_id", "name"),
    "roles": ("doc_id", "person", "title", "department", "institution", "side"),
    "institutions": ("doc_id", "name"),
    "counts": ("doc_id", "text", "value", "unit", "item", "approx"),
    "money": ("doc_id", "text", "cny"),
}
_MONEY_FIELDS = ("action", "payer", "payee", "purpose")


@lru_cache(maxsize=100_000)
def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def _text(row: Row, column: str) -> str:
    """A cell for comparing: full and half width are one, white space is none, an empty cell is ''."""
    return _plain(str(row.get(column) or ""))


def _number(row: Row, column: str) -> float | None:
    try:
        return round(float(row.get(column)), 6)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def _same_name(found: Row, gold: Row) -> bool:
    return _text(found, "name") == _text(gold, "name")


def region_apart(a: str, b: str) -> bool:
    """Equal, or the same body with its region in front or its department behind left off."""
    if a == b or not (a and b):
        return a == b
    short, long = sorted((a, b), key=len)
    return long.endswith(short) or (len(short) > 2 and long.startswith(short))


def _same_body(found: Row, gold: Row) -> bool:
    return region_apart(_text(found, "name"), _text(gold, "name"))


def same_post(found: Row, gold: Row) -> bool:
    """Whether two rows give a person the same title, its department told apart or not."""
    if _text(found, "person") != _text(gold, "person"):
        return False
    title, wanted = (_AID_PREFIX.sub("", _text(row, "title")) for row in (found, gold))
    unit, wanted_unit = _text(found, "department"), _text(gold, "department")
    whole = wanted_unit + wanted
    return title == wanted or unit + title == whole or bool(wanted_unit and title == whole)


def _same_role(found: Row, gold: Row) -> bool:
    # Whether a byline names the reporter's employer is a matter of taste.
    return same_post(found, gold) and (
        _text(gold, "title") in _BYLINE_TITLES
        or region_apart(_text(found, "institution"), _text(gold, "institution"))
    )


def _same_quantity(found: Row, gold: Row) -> bool:
    return _number(found, "value") == _number(gold, "value") and _text(found, "unit") == _text(gold, "unit")


def _same_count(found: Row, gold: Row) -> bool:
    item, wanted = _text(found, "item"), _text(gold, "item")
    agree = item in wanted or wanted in item or item[-2:] == wanted[-2:]
    return _same_quantity(found, gold) and bool(item and wanted and agree)


def _same_money(found: Row, gold: Row) -> bool:
    if gold.get("cny") is not None:
        return _number(found, "cny") == _number(gold, "cny")
    same_amount = _number(found, "amount") == _number(gold, "amount")
    return same_amount or _text(found, "text") == _text(gold, "text")


METRICS: dict[str, tuple[str, Callable[[Row, Row], bool]]] = {
    "people": ("people", _same_name),
    "institutions": ("institutions", _same_name),
    "institutions~": ("institutions", _same_body),
    "roles (person+title)": ("roles", same_post),
    "roles (+institution)": ("roles", _same_role),
    "counts": ("counts", _same_quantity),
    "counts (+item)": ("counts", _same_count),
    "money": ("money", _same_money),
}
"""Each metric: the table that it reads, and when a found row is the same as a gold row."""

HEADLINE = ("people", "institutions", "roles (+institution)", "counts (+item)", "money")
"""The metrics whose mean F1 is the headline."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 from 0 to 1, with the rows that they count."""

    p: float
    r: float
    f1: float
    gold: int
    predicted: int

    @classmethod
    def of(cls, hits: int, missed: int, spurious: int) -> Score:
        """The score of so many right, missed and spurious rows.

        >>> Score.of(3, 1, 0)
        Score(p=1.0, r=0.75, f1=0.8571428571428571, gold=4, predicted=3)
        """
        p = hits / (hits + spurious) if hits + spurious else 0.0
        r = hits / (hits + missed) if hits + missed else 0.0
        return cls(p, r, 2 * p * r / (p + r) if p + r else 0.0, hits + missed, hits + spurious)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores a metric; ``fields`` are scored over rows that matched; ``errors`` hold (doc_id, row)."""

    documents: int
    absent: tuple[str, ...]
    metrics: dict[str, Score]
    fields: dict[str, Score]
    errors: dict[str, dict[str, list[tuple[str, Any]]]] = field(repr=False)

    @property
    def headline(self) -> float:
        """The mean F1 of the metrics in :data:`HEADLINE`."""
        return sum(self.metrics[name].f1 for name in HEADLINE) / len(HEADLINE)

    def as_dict(self) -> dict[str, Any]:
        """Everything but the errors, for JSON."""
        scores: dict[str, Any] = {name: asdict(score) for name, score in self.metrics.items()}
        fields = {name: asdict(score) for name, score in self.fields.items()}
        return scores | {"headline": {"f1": self.headline}, "fields": fields}


def evaluate(
    out: str | Path, gold: str | Path, docs: Sequence[str] = (), without: Sequence[str] = ()
) -> Evaluation:
    """Score the tables in ``out`` against the gold annotations in ``gold``.

    ``out`` is a folder that ``bangfu run`` wrote, or one of files in the gold form. ``docs`` keeps the
    documents that begin with one of these words, ``without`` leaves documents out. Raises
    :class:`UsageError` where either folder holds nothing to compare.
    """
    wanted = _read_json(Path(gold))
    if docs:
        wanted = {doc: rows for doc, rows in wanted.items() if doc.startswith(tuple(docs))}
    wanted = {doc: rows for doc, rows in wanted.items() if doc not in set(without)}
    if not wanted:
        raise UsageError(f"{gold} holds no gold annotations (DOC_ID.json) for these documents")
    return compare(_read_found(Path(out)), wanted)


def compare(found: Documents, gold: Documents) -> Evaluation:
    """Score documents in memory: ``found[doc][table]`` and ``gold[doc][table]`` are lists of rows.

    ``gold[doc]`` may also hold ``"optional people"`` and so on: rows neither rewarded nor punished.
    """
    metrics: dict[str, Score] = {}
    errors: dict[str, dict[str, list[tuple[str, Any]]]] = {}
    pairs: dict[str, list[tuple[Row, Row]]] = {}
    for name, (table, same) in METRICS.items():
        missed: list[tuple[str, Any]] = []
        spurious: list[tuple[str, Any]] = []
        pairs[name] = []
        for doc, wanted in gold.items():
            rows = _comparable(table, found.get(doc, {}).get(table, []), wanted)
            hits, lost, extra = _match(rows, wanted[table], wanted.get(f"optional {table}", []), same)
            pairs[name] += hits
            missed += [(doc, row) for row in lost]
            spurious += [(doc, row) for row in extra]
        metrics[name] = Score.of(len(pairs[name]), len(missed), len(spurious))
        errors[name] = {"missed": missed, "spurious": spurious}
    fields = {f"money {column}": _field(pairs["money"], column) for column in _MONEY_FIELDS}
    fields["roles side"] = _field(pairs["roles (person+title)"], "side")
    absent = tuple(doc for doc in gold if doc not in found)
    return Evaluation(len(gold), absent, metrics, fields, errors)


def _comparable(table: str, rows: list[Row], gold: dict[str, list[Row]]) -> list[Row]:
    """Names count once a document; a role of a person who is optional is optional too."""
    if table in ("people", "institutions"):
        return [{"name": name} for name in dict.fromkeys(_text(row, "name") for row in rows)]
    if table == "roles":
        optional = {_text(row, "name") for row in gold.get("optional people", [])}
        return [row for row in rows if _text(row, "person") not in optional]
    return rows


def _match(
    rows: list[Row], gold: list[Row], optional: list[Row], same: Callable[[Row, Row], bool]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """-> (found, gold) pairs, missed gold rows, spurious rows: each gold row takes the first one like it."""
    left, pairs, missed = list(rows), [], []
    for wanted in gold:
        at = next((i for i, row in enumerate(left) if same(row, wanted)), None)
        if at is None:
            missed.append(wanted)
        else:
            pairs.append((left.pop(at), wanted))
    return pairs, missed, [row for row in left if not any(same(row, other) for other in optional)]


def _field(pairs: list[tuple[Row, Row]], column: str) -> Score:
    """A cell is right where it equals the gold cell or one holds the other; two empty cells do not count."""
    hits = missed = spurious = 0
    for found, gold in pairs:
        cell, wanted = _text(found, column), _text(gold, column)
        right = bool(cell and wanted) and (cell in wanted or wanted in cell)
        hits += right
        missed += bool(wanted) and not right
        spurious += bool(cell) and not right
    return Score.of(hits, missed, spurious)


def _read_json(folder: Path) -> Documents:
    documents: Documents = {}
    for path in sorted(folder.glob("*.json")):
        try:
            data = json.loads(path.read_text("utf-8"))
            optional = data.get("optional") or {}
            tables = {table: as_rows(data.get(table) or []) for table in ROW_TABLES}
            rest = {f"optional {table}": as_rows(optional.get(table) or []) for table in ROW_TABLES}
        except (ValueError, AttributeError, TypeError) as error:
            raise UsageError(f"{path} is no annotation in the gold form: {error}") from error
        documents[path.stem] = tables | rest
    return documents


def as_rows(rows: Iterable[Any]) -> list[Row]:
    """Gold rows as records: a bare name is the record of that name.

    >>> as_rows(["王小明", {"text": "3名"}])
    [{'name': '王小明'}, {'text': '3名'}]
    """
    return [row if isinstance(row, dict) else {"name": row} for row in rows]


def _read_found(folder: Path) -> Documents:
    if not any(path_of(folder, "people", format).is_file() for format in FORMATS):
        documents = _read_json(folder)
        if not documents:
            raise UsageError(f"{folder} holds no tables: give the folder that `bangfu run` wrote")
        return documents
    documents = {}
    for table in ROW_TABLES:
        for row in _read_table(folder, table):
            tables = documents.setdefault(str(row["doc_id"]), {name: [] for name in ROW_TABLES})
            tables[table].append(row)
    return documents


def _read_table(folder: Path, table: str) -> list[Row]:
    path = folder / f"{table}.csv"
    if not path.exists():
        cells = Tables(folder).read(table).astype(object)
        return cells.where(cells.notna(), None).to_dict("records")  # type: ignore[return-value]
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [column for column in _COLUMNS[table] if column not in (reader.fieldnames or ())]
        if lacking:
            raise UsageError(f"{path} lacks the columns {', '.join(lacking)}")
        return [{column: cell or None for column, cell in row.items() if column} for row in reader]
