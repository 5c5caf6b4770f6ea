"""The page as a whole: one file without a single link to the network, the same bytes for the same tables."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bangfu import __version__
from bangfu.report.articles import view
from bangfu.report.figures import Figures, Party, cells, collect
from bangfu.report.markup import Html, bars, esc, section, table, yuan
from bangfu.tables import ROW_TABLES, Tables
from bangfu.tables.write import beside

ARTICLES = 50
"""Articles shown in full: those with the most rows. A page with many more is slow to open."""

_HERE = Path(__file__).resolve().parent
_PARTS = (
    ("money", "Money 资金"),
    ("people", "People 人物"),
    ("institutions", "Institutions 机构"),
    ("damage", "Damage 文本损坏"),
    ("rejects", "Rejects 未能读取"),
    ("articles", "Articles 文章"),
)


def write_report(out: str | Path, path: str | Path, articles: int = ARTICLES) -> Path:
    """Write the report on the tables in the folder ``out`` to ``path``, and give the path back.

    Raises :class:`UsageError` where ``out`` holds no tables.
    """
    tables = Tables(out)
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    page = render(tables, articles)
    with beside(target) as waiting:
        waiting.write_text(page, "utf-8", newline="\n")
    return target


def render(tables: Tables, articles: int = ARTICLES) -> str:
    """The page as a string."""
    figures = collect(tables)
    chosen = sorted(figures.articles, key=lambda a: (-a["rows"], a["doc_id"]))[:articles]
    chosen.sort(key=lambda a: a["doc_id"])
    titles = dict(_PARTS)
    links = [f'<a href="#{anchor}">{title}</a>' for anchor, title in _PARTS]
    body = [
        "<header><h1>bangfu 帮扶</h1>",
        '<p class="dim">Every row below stands in the tables with its place in the raw text.</p>',
        f"<nav>{''.join(links)}</nav></header>\n",
        _tiles(figures),
        section("money", titles["money"], *_money(figures, _places(chosen))),
        section("people", titles["people"], _people(figures)),
        section("institutions", titles["institutions"], _institutions(figures)),
        section("damage", titles["damage"], _damage(figures)),
        section("rejects", titles["rejects"], _rejects(figures)),
        section("articles", titles["articles"], *_articles(tables, figures, chosen)),
    ]
    return _page("".join(body))


def _page(body: str) -> str:
    style = (_HERE / "style.css").read_text("utf-8")
    script = (_HERE / "filter.js").read_text("utf-8")
    # Only these two may run: markup that came in with an article could do nothing, were it ever let through.
    policy = f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}"
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="bangfu {__version__}">\n<title>bangfu 帮扶</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{body}<script>{script}</script>\n</body>\n</html>\n"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _tiles(figures: Figures) -> Html:
    numbers: list[tuple[str, int]] = [
        *figures.rows.items(),
        ("duplicates", figures.duplicates),
        ("with loss", figures.lossy),
        ("raw characters", figures.chars),
    ]
    tiles = "".join(f"<li><b>{number:,}</b>{name}</li>" for name, number in numbers)
    return Html(f'<ul class="tiles">{tiles}</ul>\n')


def _places(chosen: list[dict[str, Any]]) -> dict[str, Html]:
    """For each article on the page a link to it."""
    ids = [article["doc_id"] for article in chosen]
    return {doc: Html(f'<a href="#a{number}">{esc(doc)}</a>') for number, doc in enumerate(ids)}


def _money(figures: Figures, places: dict[str, Html]) -> Iterable[Html]:
    yield Html(
        '<p class="dim">Sums of amounts as the articles state them, in yuan: an amount that two articles'
        " report counts twice, unit prices and totals are not told apart.</p>\n"
    )
    payers, payees = _parties("payer", figures.payers), _parties("payee", figures.payees)
    yield Html(f'<div class="pair"><div>{payers}</div><div>{payees}</div></div>\n')
    yield Html("<h3>Largest amounts</h3>")
    columns = ("text", "action", "payer", "payee", "purpose")
    yield table(
        ["yuan", *columns, "article"],
        [
            [yuan(row["cny"]), *(row[c] for c in columns), places.get(row["doc_id"], row["doc_id"])]
            for row in figures.largest
        ],
        numeric=(0,),
    )


def _parties(name: str, parties: list[Party]) -> Html:
    chart = bars([(p.name, p.total, yuan(p.total)) for p in parties[:10]], empty=f"no {name} found")
    rows = [[p.name, p.rows, yuan(p.total), yuan(p.largest)] for p in parties]
    listed = table([name, "rows", "sum", "largest"], rows, numeric=(1, 2, 3), empty="")
    return Html(f"<h3>By {name}</h3>{chart}<details><summary>as a table</summary>{listed}</details>")


def _people(figures: Figures) -> Html:
    rows = [[p["name"], p["articles"], p["posts"]] for p in figures.people]
    return table(["name", "articles", "posts"], rows, numeric=(1,))


def _counted(title: str, pairs: list[tuple[str, int]]) -> str:
    return f"<div><h3>{title}</h3>{bars([(n, float(c), f'{c:,}') for n, c in pairs])}</div>"


def _institutions(figures: Figures) -> Html:
    charts = (
        ("By kind", figures.kinds),
        ("Top provinces", figures.provinces),
        ("In the most articles", figures.institutions[:15]),
    )
    return Html(f'<div class="pair">{"".join(_counted(*chart) for chart in charts)}</div>\n')


def _damage(figures: Figures) -> Html:
    charts = (("Articles by damage", figures.damage), ("Repairs by kind", figures.repairs))
    return Html(f'<div class="pair">{"".join(_counted(*chart) for chart in charts)}</div>\n')


def _rejects(figures: Figures) -> Html:
    if not figures.rejects:
        return Html('<p class="dim">Every article was read.</p>\n')
    columns = ("source", "doc_id", "stage", "reason")
    listed = table(columns, [[row[column] for column in columns] for row in figures.rejects])
    return Html(_counted("By reason", figures.reasons) + listed)


def _articles(tables: Tables, figures: Figures, chosen: list[dict[str, Any]]) -> Iterable[Html]:
    docs = [article["doc_id"] for article in chosen]
    rows: dict[str, dict[str, list[dict[str, Any]]]] = {d: {t: [] for t in ROW_TABLES} for d in docs}
    for name in ROW_TABLES:
        for row in cells(tables.read(name, docs=docs)):
            rows[row["doc_id"]][name].append(row)
    texts = _texts(tables.folder, docs)
    if len(chosen) < len(figures.articles):
        yield Html(f'<p class="dim">The {len(chosen)} of {len(figures.articles):,} with the most rows.</p>')
    if not texts:
        yield Html('<p class="dim">Only sentences with rows are shown.</p>')
    yield Html('<p><input id="filter" type="search" placeholder="filter 筛选" aria-label="filter"></p>\n')
    for number, article in enumerate(chosen):
        doc = article["doc_id"]
        yield view(number, article, rows[doc], texts.get(doc))


def _texts(folder: Path, docs: list[str]) -> dict[str, str]:
    """Clean texts by doc_id, where the run kept them."""
    path = folder / "texts.parquet"
    if not path.is_file():
        return {}
    import pyarrow.parquet as pq

    kept = pq.read_table(path, columns=["doc_id", "clean"], filters=[("doc_id", "in", docs)]).to_pydict()
    return dict(zip(kept["doc_id"], kept["clean"], strict=True))
