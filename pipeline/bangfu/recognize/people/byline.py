"""Names where only names stand: bylines, credits and signatures.

``记者 甲某某 通讯员 乙某某``, ``（记者甲某某）``, ``□甲某某 乙某某``, ``文/甲某某``, ``甲某某 摄``,
``（甲某某）`` at the end of a paragraph, ``责任编辑：甲某某``, ``甲某某，女，`` where a curriculum begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu.article import Span
from bangfu.lexicon import mapping, words
from bangfu.recognize.names.context import dictionary_tag
from bangfu.recognize.places import is_place

_HAN = r"[\u4e00-\u9fff]"
_NAME = (
    rf"{_HAN}{{1,8}}(?:·{_HAN}{{1,8}}+){{1,2}}+|{_HAN}{{2,4}}(?!{_HAN}|[：:])"
    rf"|{_HAN}[ \u3000]{{1,2}}{_HAN}(?!{_HAN})"
)
# What never gives back: a list that ends in no bracket would else be cut in every way there is.
_GAP = r"[ \u3000\t]{0,4}+[、，,/／;；]?+[ \u3000\t]{0,4}+"
_LIST = rf"(?:{_NAME})(?:{_GAP}(?:{_NAME})){{0,11}}"
_EACH = re.compile(_NAME)
# The first item of each is a plain class, because the engine can then skip to the next candidate in C.
_SIGNED = re.compile(
    rf"[（(□■●◎文图摄](?:(?<=[（(])\s?({_LIST})\s?[）)](?=\s*(?:\n|$))"
    rf"|(?:(?<=[□■●◎])|(?<=[文图])[/／：]|(?<=摄)影?[/／])\s?({_LIST}))"
)
_OFFICE = re.compile(
    r"[办局台室部科委院校组队社心会处站团馆司联所厅网报行]"
    r"(?:(?:(?<=[^\s，。；：（()）]{3})|(?<=[（(][^\s，。；：（()）]{2}))[ \u3000]{1,2}"
    rf"({_HAN}{{2,3}}(?:[ \u3000]{{1,2}}{_HAN}{{2,3}}){{0,4}})"
    r"(?=[ \u3000]?(?:[）)]|[文图摄][/／]|[，,]? ?(?:联系)?(?:电话|手机))))"
)
"""An office and who signs for it: （某县扶贫办 甲某某 乙某某）."""
_WIRED = re.compile(rf"电(?<=[日社].)[ \u3000]?[（(]\s?({_LIST})\s?[）)]")
_SEX = re.compile("[男女](?<=[，,、].)(?=[，,、。；])")
_CURRICULUM = re.compile(rf"(?:\A|[；;。\n]|\d[.．、])[ \u3000]{{0,4}}({_HAN}{{2,4}})$")
_PEOPLE = re.compile(r"（(?=[男女][），,、]|[\u4e00-\u9fff]{1,6}族[），,、])")
_BEFORE_PEOPLE = re.compile(f"(?:\\A|[，,、；;。：:\n \u3000])({_HAN}{{2,4}})$")
_SHOT = re.compile(
    rf"[社网报台](?:(?<=[\u4e00-\u9fff]{{2}}.)|(?<=新华社)|(?<=中新社))({_HAN}{{2,3}})摄(?=[\s。）)]|$)",
    re.MULTILINE,
)
"""Who has taken a picture for an outlet: 某某网|王新|摄."""
_LENT = re.compile(
    rf"[照图]片?(?:均|都)?由[^，。；：（）()\n]{{0,14}}[办局台室部科委院校组队社心会处站团馆司公]({_HAN}{{2,3}})(?:摄影)?提供(?=[）)。，])"
)
"""Who has given the pictures: （照片由某校办公室王新提供）."""
_TAIL = re.compile(
    r"[/／（(摄](?:(?<=[/／])[文图摄]|(?<=[（(])摄[）)\n]|(?<=摄)(?:[）)\n]|影报道))|供图(?=[）)\n。 \u3000])"
)
_BEFORE_TAIL = re.compile(rf"(?<!{_HAN})({_LIST})$")
_LONGEST_LIST = 80
_LONGEST_OPENING = 9


def _before_tails(clean: str) -> Iterator[re.Match[str]]:
    """Lists right before 摄 or /文: the tail is looked for first, since lists without one are everywhere."""
    if not any(sign in clean for sign in ("摄", "/", "／", "供图")):
        return
    for tail in _TAIL.finditer(clean):
        end = tail.start() - (clean[tail.start() - 1 : tail.start()] in (" ", "\u3000"))
        match = _BEFORE_TAIL.search(clean, max(0, end - _LONGEST_LIST), end)
        if match:
            yield match


def _curricula(clean: str) -> Iterator[re.Match[str]]:
    """Names at the beginning of a line or a sentence before ``，女，``."""
    for sex in _SEX.finditer(clean) if "男" in clean or "女" in clean else ():
        end = sex.start() - 1
        match = _CURRICULUM.search(clean, max(0, end - _LONGEST_OPENING), end)
        if match:
            yield match


def _of_peoples(clean: str) -> Iterator[re.Match[str]]:
    """Names before their bearers' sex or people: ``甲某某（女，白族）``."""
    for bracket in _PEOPLE.finditer(clean):
        match = _BEFORE_PEOPLE.search(clean, max(0, bracket.start() - _LONGEST_OPENING), bracket.start())
        if match:
            yield match


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return words("byline_words") | {word for word, kind in mapping("titles").items() if kind == "press"}


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    heads = "|".join(sorted(_heads(), key=lambda w: (-len(w), w)))
    # Without a blank or a colon only a list that a bracket closes: 记者走访 is no credit.
    mark = r"[ \u3000\t]{0,2}[ \u3000\t：:/／丨|][ \u3000\t]{0,2}"
    done = "(?=(?:采访)?(?:整理|报道|摄影)[）)])"
    return re.compile(rf"(?:{heads})(?:{mark}({_LIST})|({_LIST})(?=[）)])|[ \u3000]?({_HAN}{{2,3}}){done})")


@lru_cache(maxsize=1)
def _begun() -> re.Pattern[str]:
    """The first character of a head before the second of one, or a head of one character."""
    heads = _heads()
    first, second = ("".join(sorted({head[k] for head in heads if len(head) > k})) for k in (0, 1))
    alone = "".join(sorted(head for head in heads if len(head) == 1))
    return re.compile(f"[{first}](?:(?=[{second}])|(?<=[{alone}]))")


def _credits(clean: str) -> Iterator[re.Match[str]]:
    """Credits: where a head may begin is seen sooner than which one it is."""
    floor = 0
    for begun in _begun().finditer(clean):
        if begun.start() >= floor and (match := _credit().match(clean, begun.start())):
            yield match
            floor = match.end()


def _is_nobody(name: str) -> bool:
    """Whether what stands among reporters is a medium, its place, an office or called by title.

    甲县台, 乙镇, 宣传科, 王院长.
    """
    office = name[-1] in "处科部办室组局" and dictionary_tag(name[:-1])[:1] in ("n", "v")
    placed = name[-1] in "台县镇乡村" and is_place(name[:-1])
    return office or placed or name in words("departments") or name[1:] in mapping("titles")


def byline_spans(clean: str) -> list[tuple[Span, str]]:
    """Spans that hold one name each if they hold one at all, with the rule that says so.

    >>> clean = "（记者 王小明 通讯员 李 强）"
    >>> [clean[s.start : s.end] for s, _ in byline_spans(clean)]
    ['王小明', '李 强']
    """
    found: dict[Span, str] = {}
    for rule, matches in (
        ("byline:credit", _credits(clean)),
        ("byline:signed", _SIGNED.finditer(clean)),
        ("byline:signed", _WIRED.finditer(clean)),
        ("byline:signed", _SHOT.finditer(clean) if "摄" in clean else ()),
        ("byline:office", _OFFICE.finditer(clean) if " " in clean or "\u3000" in clean else ()),
        ("byline:signed", _LENT.finditer(clean) if "提供" in clean else ()),
        ("byline:signed", _before_tails(clean)),
        ("byline:curriculum", _curricula(clean)),
        ("byline:curriculum", _of_peoples(clean)),
    ):
        for match in matches:
            for name in _EACH.finditer(clean, *match.span(match.lastindex or 1)):
                if name.group() not in _heads() and not _is_nobody(name.group()):
                    found.setdefault(Span(*name.span()), rule)
    return sorted(found.items())
