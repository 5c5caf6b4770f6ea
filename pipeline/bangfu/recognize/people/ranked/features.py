"""What speaks for a span behind a title, and for no name there, as values of columns."""

from __future__ import annotations

from functools import lru_cache

from bangfu import dictionary
from bangfu.lexicon import mapping, words
from bangfu.ranker import Described, Facts, bucket, conjoined, plan
from bangfu.recognize.names.borders import closing, surname_at
from bangfu.recognize.names.candidates import Candidate
from bangfu.recognize.names.context import dictionary_tag
from bangfu.recognize.names.features import FOREIGN, HAN, shape
from bangfu.recognize.names.likeness import likeness
from bangfu.recognize.names.model import log_odds, own_odds
from bangfu.recognize.news_words import heard
from bangfu.recognize.people.ranked.asked import LISTED, Asked

_AHEAD = 8
_ODDS = (-6.0, -4.0, -3.0, -2.0, -1.0, -0.3, 0.3, 1.0, 2.0, 3.0, 4.0, 6.0)
_HEARD = (1.0, 3.0, 10.0, 30.0, 100.0, 1000.0)
_LIKENESS = (-3.0, -2.0, -1.0, -0.3, 0.3, 1.0, 2.0)
_HOPELESS = -9.0
_NAME = plan(
    "len; fam; len fam; fam heard; fam tag; fam close; fam own; fam atag; own; own len; model; model len;"
    " old; old len; old kind; rule; rule old; best; best old; shape; shape tag; tag; tag heard; heard;"
    " close; close len; close own; close old; close tag; after; after len; atag; atag len; atag own;"
    " achar; achar len; next; cut; cut len; cut close; last; ltag; ltag atag; lheard;"
    " like; like atag; like close; rep; rep len; same; same len; same rep;"
    " kind; kind len; kind fam; kind own;"
    " sound; sound len; sound atag; sound fam; title; join; join atag;"
    " tail; tail atag; tail len; theard; theard close"
)
_NONE = plan(
    "none; kind; title; title kind; word; second; wtag; wtag kind; wlen; wtag wlen; wheard; wtag wheard;"
    " fam; fam kind; fam wtag; char; top; top kind; top wtag; top fam; old; old kind; old top; old wtag;"
    " wend; mark; joint"
)


def described(asked: Asked, found: list[int]) -> list[Described]:
    """The features of the span up to each end, and behind them of no name."""
    told = [_name(asked, end) for end in found]
    top = max([facts["own"].zfill(2) for facts in told], default="-")
    return [
        *[((_NAME.columns, conjoined(_NAME, facts)),) for facts in told],
        ((_NONE.columns, conjoined(_NONE, _none(asked, top))),),
    ]


@lru_cache(maxsize=8_192)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(dictionary.cut(text))


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _family(clean: str, start: int) -> str:
    """How common the surname is: ``d`` a compound one, ``r`` hardly known, ``-`` none."""
    length = surname_at(clean, start)
    return "d" if length == 2 else mapping("surnames").get(clean[start], "r" if length else "-")


def _clause(text: str) -> str:
    """A text up to its first mark."""
    at = next((i for i, char in enumerate(text) if char in "，。"), len(text))
    return text[:at]


def _name(asked: Asked, end: int) -> Facts:
    context, start = asked.context, asked.start
    clean, length = context.clean, end - asked.start
    name, ahead = clean[start:end], clean[end : end + _AHEAD]
    after, last = ahead[:1], name[-1]
    surname = surname_at(clean, start)
    kind = HAN if length < 5 and (surname or length < 4) else FOREIGN
    candidate = Candidate(start, end, kind, min(surname, length - 1) or 1 if kind == HAN else 0)
    read, best = asked.read.get(end), asked.best()
    behind = _cut(_clause(ahead))
    word = behind[0] if behind else after
    tag = (dictionary_tag(word) or "?") if _han(after) else "。"
    times = clean.count(name)
    longer = clean.count(name + after) if _han(after) and times > 1 else 0
    sounds = mapping("foreign_name_chars")
    spelled = sum(char in sounds for char in name)
    return {
        "len": str(length),
        "fam": _family(clean, start),
        "own": bucket(own_odds(name, kind, candidate.surname), _ODDS),
        "model": bucket(log_odds(context, candidate), _ODDS),
        "old": bucket(read.odds, _ODDS) if read is not None else "-",
        "rule": read.rule.partition(":")[2] if read is not None else "-",
        "best": "-" if read is None or best is None else "b" if read.odds == best.odds else "w",
        "shape": shape(context, start, end),
        "tag": dictionary_tag(name) or "-",
        "heard": bucket(heard(name), _HEARD),
        "close": str(closing(context, end)),
        "after": word if len(word) < 5 else word[:2],
        "atag": tag,
        "achar": after or "$",
        "next": ahead[:2],
        "cut": _cut_at(asked, end),
        "last": last,
        "ltag": dictionary_tag(last) or "-",
        "lheard": bucket(heard(last + after), _HEARD) if _han(after) else "。",
        "like": bucket(likeness(last)[1], _LIKENESS),
        "tail": dictionary_tag(name[1:]) or "-",
        "theard": bucket(heard(name[1:]), _HEARD),
        "rep": bucket(times, (2, 3, 5)),
        "same": "" if not longer else "a" if longer == times else "n" if longer == 1 else "s",
        "kind": asked.kind,
        "title": context.word_before(start)[-2:],
        "sound": "a" if spelled == length else "m" if spelled > length / 2 else "f",
        "join": "j" if after and after in "、和与及" else "",
    }


def _cut_at(asked: Asked, end: int) -> str:
    """Whether a word of the text ends there, or one of those that the place begins with, or neither."""
    clean, at = asked.context.clean, asked.start
    if end not in asked.context.starting and end < len(clean):
        return "in"
    for word in _cut(clean[asked.start : end + _AHEAD]):
        at += len(word)
        if at >= end:
            break
    return "b" if at == end else "x"


def _none(asked: Asked, top: str) -> Facts:
    clean, start = asked.context.clean, asked.start
    ahead = _cut(clean[start : start + _AHEAD])
    word, second = ahead[0], ahead[1] if len(ahead) > 1 else ""
    best = asked.best()
    behind = clean[start + len(word) : start + len(word) + 1]
    return {
        "none": "0",
        "kind": asked.kind,
        "title": asked.context.word_before(start)[-2:],
        "word": word if len(word) > 1 else word + second[:1],
        "second": second,
        "wtag": dictionary_tag(word) or "-",
        "wlen": str(min(4, len(word))),
        "wheard": bucket(heard(word), _HEARD),
        "fam": _family(clean, start),
        "char": clean[start],
        "top": top,
        "old": bucket(best.odds if best is not None else _HOPELESS, _ODDS),
        "wend": "t" if word in words("after_titles") else "",
        "mark": "" if _han(behind) else behind,
        "joint": clean[start - 1] if asked.kind == LISTED else "",
    }
