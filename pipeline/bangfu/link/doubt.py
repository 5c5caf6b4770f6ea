"""Rows that stand on text whose repair is uncertain say so; amounts whose digits may be gone are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bangfu.alignment import Edit
from bangfu.article import Article, Count, Money, Row, Text

MARK = "+doubtful"
CERTAIN = 0.9
LOST = 0.5
_NUMERALS = frozenset("0123456789.,〇零一二两三四五六七八九十百千万亿廿壹贰叁肆伍陆柒捌玖拾佰仟")

_R = TypeVar("_R", bound=Row)


def mark_doubt(article: Article) -> Article:
    """Lower the score of rows that overlap a lossy or uncertain repair and end their rule in ``+doubtful``.

    A count or an amount of money is left out where a lost character touches its numeral: the value could be
    another. Confidence 0.9 and more is certain; a lost character halves the score.

    >>> from bangfu.pipeline import extract
    >>> [m.text for m in extract("捐赠5万元，又捐赠3\ufffd7万元。").money]
    ['5万元']
    """
    edits = [edit for edit in article.text.edits if edit.lossy or edit.confidence < CERTAIN]
    if not edits:
        return article
    return replace(
        article,
        people=_marked(article.text, article.people, edits),
        roles=_marked(article.text, article.roles, edits),
        institutions=_marked(article.text, article.institutions, edits),
        counts=_marked(article.text, _known(article.text, article.counts, edits), edits),
        money=_marked(article.text, _known(article.text, article.money, edits), edits),
    )


def _marked(text: Text, rows: Sequence[_R], edits: Sequence[Edit]) -> tuple[_R, ...]:
    out = []
    for row in rows:
        start, end = text.to_raw(row.start, row.end)
        touched = [LOST if e.lossy else e.confidence for e in edits if e.start < end and start < e.end]
        out.append(replace(row, score=row.score * min(touched), rule=row.rule + MARK) if touched else row)
    return tuple(out)


_A = TypeVar("_A", Count, Money)


def _known(text: Text, rows: Sequence[_A], edits: Sequence[Edit]) -> tuple[_A, ...]:
    """The amounts of which no lost character can be a digit."""
    lost = [edit for edit in edits if edit.lossy]
    kept = []
    for row in rows:
        start, end = text.to_raw(row.start, row.end)
        start -= row.text[0] in _NUMERALS
        end += row.text[-1] in _NUMERALS
        if not any(e.start < end and start < e.end for e in lost):
            kept.append(row)
    return tuple(kept)
