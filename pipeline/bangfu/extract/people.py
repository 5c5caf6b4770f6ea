"""People: candidate names with scores, then one best reading of the article.

A candidate's score is the log-odds of the name model plus what the whole article says: a name that is
certain once is found everywhere, and of two readings that differ by a character the one that the article
repeats wins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bangfu.article import Document, Mention
from bangfu.extract.byline import byline_spans
from bangfu.extract.names_candidates import candidates
from bangfu.extract.names_context import Context, context_of, dictionary_tag
from bangfu.extract.names_features import HAN, shape
from bangfu.extract.names_model import log_odds, promising
from bangfu.extract.names_parts import part_names
from bangfu.extract.people_aliases import aliases
from bangfu.extract.places import is_place
from bangfu.lexicon import words

_GEOGRAPHY = re.compile("[山江河湖岭峰海][脚上下畔边岸麓底口]|.[村镇乡县市区省州路街巷桥坝寨屯峡湾岛]")
"""The last character of a span and the one behind it where both belong to a place: 白云山|脚下, 王家|村."""
_KEPT = -5.0
"""Candidates below these log-odds are forgotten before the article is looked at as a whole."""
_ACCEPTED = 0.0
_CERTAIN = 2.0
_LIKELY = 0.5
_BYLINE = 5.0
_TWIN = 2.5
_TITLED = 3.0
_WORD = 2.5
_LISTED = 1.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a span as a name."""

    start: int
    end: int
    name: str
    odds: float
    rule: str


def find_people(
    document: Document, titles: tuple[Mention, ...], institutions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Every mention of a named individual in text order; ``value`` is the full name.

    ``score`` is the model's probability. A mention by surname and title (王校长) is one too where the
    article gives the full name.

    >>> from bangfu.article import Source, Span, Text
    >>> clean = "校长王建国介绍，王校长很忙。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> from bangfu.extract.titles import find_titles
    >>> [(p.text, p.value) for p in find_people(document, find_titles(document, ()), ())]
    [('王建国', '王建国'), ('王', '王建国')]
    """
    context = context_of(document.clean, titles)
    readings = _without_institutions(_readings(context), institutions)
    chosen = _best(_as_article(context, readings))
    named = [
        Mention(
            r.start, r.end, context.clean[r.start : r.end], "person", r.rule, _probability(r.odds), r.name
        )
        for r in chosen
    ]
    return tuple(sorted([*named, *aliases(context, titles, named)], key=lambda m: m.start))


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-min(odds, 30.0))), 4)


def _readings(context: Context) -> list[Reading]:
    clean = context.clean
    listed = dict(byline_spans(clean))
    spans = {(span.start, span.end): rule for span, rule in listed.items()}
    found: dict[tuple[int, int], Reading] = {}
    led: set[int] = set()
    for candidate in candidates(context, promising, spans):
        span = (candidate.start, candidate.end)
        odds = log_odds(context, candidate)
        rule = "name:han" if candidate.kind == HAN else "name:transcribed"
        if span in spans:
            odds, rule = odds + _BYLINE, spans[span]
        elif candidate.start in led or (
            candidate.start in context.titles_ending and _free(context, *span)
        ):
            # A title says that a name begins here, not where it ends: longer readings get as much.
            led.add(candidate.start)
            odds, rule = odds + _TITLED, f"{rule}_titled"
        elif _is_word(clean[span[0] : span[1]]) or _GEOGRAPHY.match(clean, span[1] - 1):
            odds -= _WORD
        if odds > _KEPT:
            found[span] = Reading(*span, clean[span[0] : span[1]], odds, rule)
    for start, end, odds, rule in part_names(context):
        known = found.get((start, end))
        if known is None or known.odds < odds:
            found[start, end] = Reading(start, end, clean[start:end], odds, rule)
    for (start, end), rule in spans.items():
        name = "".join(clean[start:end].split())
        if len(name) < end - start and len(name) == 2:  # a two-character name set with a blank
            for reading in _blank_name(start, end, name, rule):
                found[start, end] = reading
    return list(found.values())


def _blank_name(start: int, end: int, name: str, rule: str) -> Iterable[Reading]:
    context = context_of(name, ())
    for candidate in candidates(context):
        if candidate.end == 2:
            yield Reading(start, end, name, log_odds(context, candidate) + _BYLINE, rule)


def _without_institutions(readings: list[Reading], institutions: tuple[Mention, ...]) -> list[Reading]:
    """Drop names inside of an institution's name or across its border."""
    held: set[int] = set()
    for m in institutions:
        held.update(range(m.start, m.end))
    return [r for r in readings if r.start not in held and r.end - 1 not in held]


def _free(context: Context, start: int, end: int) -> bool:
    """Whether a span behind a title is cut free by the words around it and is no word itself."""
    if context.titles_ending[start] == "plain" or ">" in shape(context, start, end):
        return False
    name = context.clean[start:end]
    tag = dictionary_tag(name)
    return name not in words("not_names") and (not tag or tag.startswith(("nr", "ns")))


def _as_article(context: Context, readings: list[Reading]) -> list[Reading]:
    """Scores after a look at every place where the same name stands."""
    best: dict[str, float] = {}
    for r in readings:
        best[r.name] = max(best.get(r.name, -99.0), r.odds)
    count = {name: context.clean.count(name) for name, odds in best.items() if odds > _ACCEPTED - 2}
    strong = [r for r in readings if r.odds >= _CERTAIN]
    ends, starts = {r.end for r in strong}, {r.start for r in strong}
    longer_end: dict[int, int] = {}
    for r in readings:
        if r.rule.startswith("name:transcribed") and r.odds > _LIKELY:
            longer_end[r.start] = max(r.end, longer_end.get(r.start, 0))
    clean = context.clean
    out = []
    for r in readings:
        odds, top = r.odds, best[r.name]
        if (clean[r.start - 1 : r.start] == "、" and r.start - 1 in ends) or (
            clean[r.end : r.end + 1] == "、" and r.end + 1 in starts
        ):
            odds += _LISTED
        if top >= _CERTAIN and odds < top and not _is_word(r.name):
            odds = max(odds, min(top - 1.5, odds + 5.0))
        if longer_end.get(r.start, 0) > r.end:
            odds -= _TWIN  # the rest of a transcription would stay behind
        out.append(replace(r, odds=odds + _twin(r.name, best, count)))
    return out


def _is_word(name: str) -> bool:
    """Whether a span is a word of the dictionary, or a place, rather than a name."""
    if name in words("not_names") or is_place(name):
        return True
    tag = dictionary_tag(name)
    return bool(tag) and not tag.startswith("nr")


def _twin(name: str, best: dict[str, float], count: dict[str, int]) -> float:
    """Evidence for or against a reading from one that is a character longer or shorter."""
    if name not in count:
        return 0.0
    shorter = name[:-1]
    if shorter in count and best[shorter] > _ACCEPTED - 1:
        if count[shorter] > count[name]:  # the shorter name also stands alone
            return -2 * _TWIN if best[shorter] >= _CERTAIN and count[shorter] > 2 * count[name] else -_TWIN
        if count[name] >= 2:
            return _TWIN
    return 0.0


def _best(readings: list[Reading]) -> list[Reading]:
    """The readings that do not overlap, the likeliest first."""
    taken: set[int] = set()
    chosen = []
    for r in sorted(readings, key=lambda r: (-r.odds, r.start, -r.end)):
        if r.odds <= _ACCEPTED:
            break
        if not any(at in taken for at in range(r.start, r.end)):
            taken.update(range(r.start, r.end))
            chosen.append(r)
    return sorted(chosen, key=lambda r: r.start)
