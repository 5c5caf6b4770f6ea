"""Names beside a name: the list that it stands in, a bracket behind it, and what goes on behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bangfu.lexicon import words
from bangfu.recognize.names.borders import ACTING, OPEN, closing, surname_at
from bangfu.recognize.names.context import Context
from bangfu.recognize.people.fillings import DESCRIBED, Filling, fillings

_BRACKET = re.compile(r"[（(][^（()）。；\n]{1,24}[）)]")
_COMING = re.compile(
    "正[^，。；！？在是]{1,4}着|代[）)]|[来去](?:支[教医农]|住|援|帮扶|送[医教]|看望|上课|讲课|学习|工作|校|这|此|我|[他她]|之[前后])"
)
"""Who comes or goes, and what for; who is doing something; who stands in for another: （姜丽|代）."""
_BEFORE = re.compile("(?:[，。；：、（(“\\s]|^)([\u4e00-\u9fff]{2,4})、$")
_COMMA = re.compile(
    "(?:夫妇|女士|先生|同志|法师|居士|教授|老师|医生)?[，；](?=[\u4e00-\u9fff]{3,5}[，；、等（])"
)
_ITEM_END = re.compile("(?:夫妇|女士|先生|同志|法师|居士|教授|老师|医生)?[，；、等（]")
"""What stands alone between two marks, with what a person is called behind the name."""
_ITEM = re.compile("、([\u4e00-\u9fff]{2,4})(?=、)")
_LATIN = re.compile(
    r"([A-Z](?<![A-Za-z\d&.].)(?<![A-Za-z\d&.] .)[a-zà-ÿ]+)(?: ?[A-Z]\.){0,2}"
    r"(?: ?[A-ZÀ-Þ][a-zà-ÿ]+){1,2}(?![A-Za-z ])"
)
_TELLS = re.compile(
    "[说讲][，：。]|告诉|表示|回忆|坦言|感慨|介绍说|[，（](?:今年)?\\d{1,3}岁|的(?:父亲|母亲|妻子|丈夫|儿子|女儿|老师|学生)"
)
"""What somebody does, or has: Marco Bianchi|告诉记者."""
_SOMEBODYS = re.compile(
    "(?:[妻儿女孙]子|[父母]亲|[女孙]儿|丈夫|爱人|老伴|爸爸|妈妈|孙女|哥哥|姐姐|弟弟|妹妹|朋友|同事|同学|岁的|名叫|叫做)$"
)
"""What somebody's name stands behind."""
_JOINTS = ("和", "与", "及")
_GOVERNING = frozenset("以把被")
"""What names hardly end with, and what stands before a noun."""
_PARTS = ("，", "、", "：", "；")


def beside(context: Context, start: int, end: int) -> Iterator[Filling]:
    """What may be the names beside a certain name: behind it, before it, and in a list of commas behind it.

    >>> from bangfu.recognize.names.context import context_of
    >>> text = "，黄土根、王小明（兼主任）、田园，"
    >>> [text[f.start : f.end] for f in beside(context_of(text, ()), 5, 8)]
    ['田园', '黄土根']
    """
    clean, after = context.clean, behind_bracket(context.clean, end)
    if clean[after : after + 1] == "、":
        yield from fillings(context, after + 1, DESCRIBED)
    elif clean.startswith("以及", after):
        yield from fillings(context, after + 2, DESCRIBED)
    elif clean[after : after + 1] in _JOINTS:
        for f in fillings(context, after + 1, DESCRIBED):
            if f.border > ACTING and not f.doubtful and clean[f.end : f.end + 1] != "》":
                yield f
    before = _BEFORE.search(clean, max(0, start - 6), start) if clean[start - 1 : start] == "、" else None
    if before is not None:
        at = before.start(1)
        yield from [f for f in fillings(context, at, DESCRIBED) if f.end == start - 1]
    comma = _COMMA.match(clean, after) if clean[start - 1 : start] in _PARTS else None
    if comma is not None:
        at = comma.end()
        yield from [f for f in fillings(context, at, DESCRIBED) if _ITEM_END.match(clean, f.end)]


def between(clean: str, certain: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands between two certain names of a list and begins with any surname.

    >>> list(between("王小明、铁凝、李大海", [(0, 3), (7, 10)]))
    [(4, 6)]
    """
    starts, ends = {start for start, _ in certain}, sorted({end for _, end in certain})
    for at in ends:
        item = _ITEM.match(clean, at)
        if item is None:
            continue
        start, end = item.span(1)
        surname = surname_at(clean, start)
        if end + 1 in starts and start not in starts and surname and 0 < end - start - surname < 3:
            name = clean[start:end]
            if name not in words("not_names") and name not in words("counted_nouns"):
                yield start, end


def latin(context: Context) -> Iterator[tuple[int, int]]:
    """Each name in Latin letters behind a post, kin or an age; with a common English given name anywhere.

    >>> from bangfu.recognize.names.context import context_of
    >>> list(latin(context_of("王小明、JohnSmith、IBM、Mary H.Lee共同出资", ())))
    [(4, 13), (18, 28)]
    """
    clean = context.clean
    for match in _LATIN.finditer(clean):
        post = context.titles_ending.get(match.start(), "plain") != "plain"
        if (
            post
            or match[1] in words("english_given_names")
            or _SOMEBODYS.search(clean, max(0, match.start() - 3), match.start())
            or _TELLS.match(clean, match.end())
        ):
            yield match.span()


def behind_bracket(clean: str, at: int) -> int:
    """Where what a bracket at an offset adds has ended, the offset itself without one.

    >>> behind_bracket("副县长（挂职）田园，", 3), behind_bracket("副县长田园，", 3)
    (7, 3)
    """
    bracket = _BRACKET.match(clean, at) if clean[at : at + 1] in ("（", "(") else None
    return bracket.end() if bracket is not None else at


def taken(context: Context, end: int) -> bool:
    """Whether the character behind a name begins what goes on: 沈立|和支医的…, 孟洁|来支教了."""
    if context.clean[end] in "和与同及":
        return closing(context, end + 1) == OPEN
    if context.clean[end] in _GOVERNING and context.starting.get(end) == context.clean[end]:
        return len(context.starting.get(end + 1, "")) > 1  # 陈丽|以石桥中学为例
    return _COMING.match(context.clean, end) is not None
