"""How sure a row is: how often its rule was right on articles that no maker of rules had read.

The counts stand in ``lexicons/rule_scores.txt``, made by ``benchmarks/count_rule_scores.py``. A rule with few
rows is drawn towards the mean of its table (additive smoothing towards a prior).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TypeVar

from bangfu.article import Article, Count, Institution, Role
from bangfu.lexicon import table as lexicon_table
from bangfu.recognize.tagger.proposals import RULE as MODEL

RANKED = "ranked"
"""The end of the rule of a post whose body was chosen by learned weights (bangfu.link.bodies.ranked)."""
_PRIOR = 4
"""Rows with the mean of the table that are added to those of a rule."""

_Row = TypeVar("_Row", Role, Institution, Count)


def key(table: str, rule: str, bodied: bool = True) -> str:
    """The rule of a row as it was counted: of a role, what found its body, else what found the post.

    >>> key("roles", "role:title_name+ours"), key("roles", "role:is", bodied=False)
    ('ours', 'is+none')
    """
    if table != "roles":
        return rule
    post, _, found = rule.removeprefix("role:").partition("+")
    if found == RANKED:
        return found
    return (found.rpartition("+")[2] or post) if bodied else f"{post}+none"


@cache
def rate(table: str, rule: str) -> float:
    """The share of right rows of a rule as :func:`key` names it; of its table where it is unknown.

    >>> 0.5 < rate("roles", "governed") < rate("roles", "title_name") < 1
    True
    """
    if rule == RANKED:
        return 1.0  # its row has the likelihood of the choice
    counts = {row[1]: (int(row[2]), int(row[3])) for row in lexicon_table("rule_scores") if row[0] == table}
    rows, right = counts.get(rule, (0, 0))
    mean = sum(r for _, r in counts.values()) / sum(n for n, _ in counts.values())
    return round((right + _PRIOR * mean) / (rows + _PRIOR), 3)


def with_scores(article: Article) -> Article:
    """The article with the scores of its roles, institutions and counts; a role's with its person's."""
    if article.document.lang == "en":
        return article  # too few to have been counted
    return replace(
        article,
        roles=tuple(
            replace(
                row,
                score=round(
                    row.score * rate("roles", key("roles", row.rule, row.institution is not None)), 4
                ),
            )
            for row in article.roles
        ),
        institutions=_scored("institutions", article.institutions),
        counts=_scored("counts", article.counts),
    )


def _scored(table: str, rows: Iterable[_Row]) -> tuple[_Row, ...]:
    """Rows with the scores of their rules; what a neural model has added keeps its own."""
    return tuple(row if row.rule == MODEL else replace(row, score=rate(table, row.rule)) for row in rows)
