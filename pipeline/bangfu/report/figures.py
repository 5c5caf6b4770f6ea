"""What the tables of a run add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bangfu.tables import Tables

if TYPE_CHECKING:
    import pandas as pd

TOP = 25
"""Rows of each list: enough to see what there is; the tables hold the rest."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who pays or is paid: rows, their sum in yuan (upper bounds of ranges left aside), the largest."""

    name: str
    rows: int
    total: float
    largest: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All numbers of the report; counted pairs are (name, count), most first."""

    rows: dict[str, int]
    articles: list[dict[str, Any]]
    chars: int
    lossy: int
    duplicates: int
    payers: list[Party]
    payees: list[Party]
    largest: list[dict[str, Any]]
    people: list[dict[str, Any]]
    kinds: list[tuple[str, int]]
    provinces: list[tuple[str, int]]
    institutions: list[tuple[str, int]]
    damage: list[tuple[str, int]]
    repairs: list[tuple[str, int]]
    reasons: list[tuple[str, int]]
    rejects: list[dict[str, Any]]


def collect(tables: Tables) -> Figures:
    """Read the columns that are needed, one table after another, and add them up."""
    articles = tables.read("articles", ["doc_id", "title", "chars_raw", "lossy", "damage", "duplicate_of"])
    wanted = ["doc_id", "text", "cny", "currency", "action", "payer", "payee", "purpose"]
    money = tables.read("money", wanted)
    institutions = tables.read("institutions", ["doc_id", "name", "kind", "province"])
    roles = tables.read("roles", ["doc_id", "person", "title", "institution", "side"])
    people = tables.read("people", ["doc_id", "name"])
    repairs = tables.read("repairs", ["kind"])
    rejects = tables.read("rejects")
    counts = tables.read("counts", ["doc_id"])
    frames = {
        "articles": articles,
        "people": people,
        "roles": roles,
        "institutions": institutions,
        "counts": counts,
        "money": money,
        "repairs": repairs,
        "rejects": rejects,
    }
    rows_of_doc: dict[str, int] = {}
    for name in ("people", "roles", "institutions", "counts", "money"):
        for doc, count in frames[name]["doc_id"].value_counts().items():
            rows_of_doc[str(doc)] = rows_of_doc.get(str(doc), 0) + int(count)
    largest = money.sort_values(["cny", "doc_id"], ascending=[False, True], kind="stable").head(TOP)
    listed = cells(articles[["doc_id", "title", "damage"]])
    for article in listed:
        article["rows"] = rows_of_doc.get(article["doc_id"], 0)
    return Figures(
        rows={name: len(frame) for name, frame in frames.items()},
        articles=listed,
        chars=int(articles["chars_raw"].sum()),
        lossy=int(articles["lossy"].sum()),
        duplicates=int(articles["duplicate_of"].notna().sum()),
        payers=_parties(money, "payer"),
        payees=_parties(money, "payee"),
        largest=cells(largest[largest["cny"].notna()]),
        people=_people(people, roles),
        kinds=_counted(institutions["kind"]),
        provinces=_counted(institutions["province"]),
        institutions=_counted(institutions["name"]),
        damage=_counted(articles["damage"].dropna().str.split(";").explode()),
        repairs=_counted(repairs["kind"]),
        reasons=_counted(rejects["stage"] + ": " + rejects["reason"].str.split(":").str[0]),
        rejects=cells(rejects.head(TOP)),
    )


def cells(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries, an empty cell as ``None``."""
    plain = frame.astype(object)
    return plain.where(frame.notna(), None).to_dict("records")  # type: ignore[return-value]


def _counted(column: pd.Series[Any], top: int = TOP) -> list[tuple[str, int]]:
    found = column.dropna().value_counts()
    pairs = ((str(name), int(count)) for name, count in found.items())
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:top]


def _parties(money: pd.DataFrame, column: str) -> list[Party]:
    known = money[money[column].notna() & money["cny"].notna()]
    grouped = known.groupby(column, sort=True)["cny"].agg(["size", "sum", "max"])
    parties = [Party(str(n), int(r[0]), float(r[1]), float(r[2])) for n, r in _rows(grouped)]
    return sorted(parties, key=lambda p: (-p.total, p.name))[:TOP]


def _rows(frame: pd.DataFrame) -> list[tuple[Any, Sequence[Any]]]:
    return [(row[0], row[1:]) for row in frame.itertuples()]


def _people(people: pd.DataFrame, roles: pd.DataFrame) -> list[dict[str, Any]]:
    """Those in the most articles, with the posts that the articles give them.

    Equal names may be different people: nothing in the tables tells them apart.
    """
    spread = people.groupby("name", sort=True)["doc_id"].nunique()
    order = sorted(((-int(n), str(name)) for name, n in spread.items()))[:TOP]
    chosen = roles[roles["person"].isin([name for _, name in order])]
    posts: dict[str, dict[str, None]] = {}
    for role in cells(chosen):
        words = "".join(word for word in (role["institution"], role["title"]) if word)
        posts.setdefault(role["person"], {})[words] = None
    return [{"name": name, "articles": -n, "posts": "；".join(posts.get(name, {}))} for n, name in order]
