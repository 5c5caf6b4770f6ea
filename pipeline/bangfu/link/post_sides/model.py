"""Chooses the sides of the posts of an article by learned weights.

The weights come from ``lexicons/sources/side_model.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bangfu import ranker
from bangfu.article import Role
from bangfu.link.phrases.chains import Pair
from bangfu.link.post_sides.answered import Answered, Asked
from bangfu.link.post_sides.features import Article
from bangfu.link.post_sides.ground import ground
from bangfu.link.scene.scene import Scene
from bangfu.link.sides.find import NATIONAL

WEIGHTS = "side_weights"
SIDES: tuple[str | None, ...] = ("from", "to", None)
Sider = Callable[[Scene, Sequence[Pair], Sequence[Role]], list[Role]]


_OF_STATE = ("总书记", "总理", "总统", "首相", "国王", "外长", "大使", "发言人")
_HEADS = ("主席", "委员长")


def sideless(pair: Pair, row: Role) -> bool:
    """Whether a post stands on no side wherever it is told: a reporter's, one of a state.

    The annotated articles are all about assistance: without this, the posts of any news would be given sides.
    """
    if pair.unit.title.value.kind == "press" or row.title.endswith(_OF_STATE):
        return True
    if row.institution is None:
        return row.title.endswith(_HEADS)
    return NATIONAL.match(row.institution) is not None


def sided(scene: Scene, pairs: Sequence[Pair], rows: Sequence[Role]) -> list[Role]:
    """The rows of posts, each with its side."""
    if not rows:
        return []
    article, answers = Article(ground(scene)), Answered()
    out: list[Role] = []
    for pair, row in zip(pairs, rows, strict=True):
        if sideless(pair, row):
            out.append(row)
            continue
        asked = article.asked(pair, row)
        side = _side(article, answers, asked)
        answers.add(asked, side)
        out.append(replace(row, side=side))
    return out


def _side(article: Article, answers: Answered, asked: Asked) -> str | None:
    return SIDES[ranker.choose(WEIGHTS, article.described(asked, answers)).best]
