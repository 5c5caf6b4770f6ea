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
    rf"{_HAN}{{1,8}}(?:·{_HAN}{{1,8}}){{1,2}}|{_HAN}{{2,4}}(?!{_HAN}|[：:])"
    rf"|{_HAN}[ \u3000]{{1,2}}{_HAN}(?!{_HAN})"
)
_GAP = r"[ \u3000\t]{0,4}[、，,/／;；]?[ \u3000\t]{0,4}"
_LIST = rf"(?:{_NAME})(?:{_GAP}(?:{_NAME})){{0,11}}"
_EACH = re.compile(_NAME)
# The first item of each is a plain class, because the engine can then skip to the next candidate in C.
_SIGNED = re.compile(
    rf"[（(□■●◎文图摄](?:(?<=[（(])\s?({_LIST})\s?[）)](?=\s*(?:\n|$))"
    rf"|(?:(?<=[□■●◎])|(?<=[文图])[/／：]|(?<=摄)影?[/／])\s?({_LIST}))"
)
_OF_PEOPLE = re.compile("[男女](?<=[，,、（].)(?=[，,、。；）])|族(?=[），,、])")
"""Somebody's sex or people, which stand behind the name: 甲某某，女，; 甲某某（白族）."""
_BEFORE_PEOPLE = re.compile(
    f"(?:\\A|[，,、；;。：:\n \u3000]|\\d[.．、])({_HAN}{{2,4}})[，,（](?:[\u4e00-\u9fff]{{1,6}})?$"
)
_TAIL = re.compile(
    r"[/／（(摄](?:(?<=[/／])[文图摄]|(?<=[（(])摄[）)\n]|(?<=摄)(?:[）)\n]|影报道))|供图(?=[）)\n。 \u3000])"
)
_BEFORE_TAIL = re.compile(rf"(?<!{_HAN})({_LIST})[ \u3000]?$")
_LONGEST_LIST = 80


def _ahead(pattern: re.Pattern[str], sign: re.Pattern[str], clean: str) -> Iterator[re.Match[str]]:
    """What a pattern finds right before a sign, which is looked for first because it is rarer."""
    for found in sign.finditer(clean):
        if match := pattern.search(clean, max(0, found.start() - _LONGEST_LIST), found.start()):
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
    return office or placed or name[1:] in mapping("titles")


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
        ("byline:signed", _ahead(_BEFORE_TAIL, _TAIL, clean)),
        ("byline:curriculum", _ahead(_BEFORE_PEOPLE, _OF_PEOPLE, clean)),
    ):
        for match in matches:
            for name in _EACH.finditer(clean, *match.span(match.lastindex or 1)):
                if name.group() not in _heads() and not _is_nobody(name.group()):
                    found.setdefault(Span(*name.span()), rule)
    return sorted(found.items())
