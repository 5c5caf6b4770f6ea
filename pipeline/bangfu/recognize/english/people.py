"""People in English text: Chinese names in pinyin, Western names, and names that a title leads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import table, words
from bangfu.recognize.english.words import WORD, bare, is_stop

_SYLLABLES = 3
_SAYS = re.compile(
    r"\s(?:said|says|told|added|noted|explained|recalled|introduced|smiled|hopes|believes|joined|donated)\b"
)
_APPOSED = re.compile(
    r"(?:,\s(?:\d+,\s)?(?:who\s(?:is|was)\s)?"
    r"|\s(?:(?:has\sbeen|was|is)\s(?:appointed|named|elected)(?:\sas)?|became|serves\sas|served\sas|works\sas|is|was)\s)"
    r"(?:(?:a|an|the|then|its)\s)?"
)
_SAID = re.compile(r"(?:said|says|added|told|explained|recalled)\s$")
_LONGEST = 4
_LED = "english:titled"

Token = re.Match[str]


def find_people(
    document: Document, titles: Sequence[Mention], institutions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Every mention of a named individual in text order; ``value`` is the full name.

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize.english.titles import find_titles
    >>> text = "Principal Tashi Dolma thanked Wang Xiaoming. Mr. Wang came from Qinghai with Mary Brown."
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, 45), Span(45, 88)), "en")
    >>> [p.value for p in find_people(document, find_titles(document), ())]
    ['Tashi Dolma', 'Wang Xiaoming', 'Wang Xiaoming', 'Mary Brown']
    """
    clean = document.clean
    held = {i for m in institutions for i in range(m.start, m.end)}
    ends = {t.end: t for t in titles}
    begins = {t.start for t in titles}
    found: dict[tuple[int, int], str] = {}
    open_runs: list[list[Token]] = []
    for span in document.sentences:
        for run in _runs(clean, span.start, span.end, held):
            run, led = _untitled(clean, run, ends)
            if not run:
                continue
            if rule := _rule(clean, run, led, begins):
                found[_span(run)] = rule
            else:
                open_runs.append(run)
    names = {clean[a:b] for a, b in found}
    for run in open_runs:
        start, end = _span(run)
        if clean[start:end] in names:
            found[start, end] = "english:again"
    mentions = [
        Mention(a, b, clean[a:b], "person", rule, 0.9, " ".join(clean[a:b].split()))
        for (a, b), rule in found.items()
    ]
    return tuple(sorted([*mentions, *_aliases(clean, ends, names, found)], key=lambda m: m.start))


def _runs(clean: str, start: int, end: int, held: set[int]) -> Iterator[list[Token]]:
    """Runs of capitalised words that a blank parts, outside of institutions."""
    run: list[Token] = []
    for token in WORD.finditer(clean, start, end):
        word = token[0]
        fits = word[0].isupper() and token.start() not in held and not is_stop(word)
        if run and not (fits and clean[run[-1].end() : token.start()] == " "):
            yield run
            run = []
        if fits:
            run.append(token)
    if run:
        yield run


def _span(run: list[Token]) -> tuple[int, int]:
    """Where a name stands, without the s of a possessive."""
    return run[0].start(), run[-1].end() - (len(run[-1][0]) - len(bare(run[-1][0])))


def _untitled(clean: str, run: list[Token], ends: dict[int, Mention]) -> tuple[list[Token], bool]:
    """A run without the titles at its begin, and whether a title leads it."""
    for i in range(len(run) - 1, -1, -1):
        if run[i].end() in ends:
            return run[i + 1 :], True
    before = run[0].start() - 1
    return run, before in ends and clean[before] == " "


def _rule(clean: str, run: list[Token], led: bool, titles: set[int]) -> str | None:
    parts = [bare(t[0]) for t in run]
    if not 2 <= len(parts) <= _LONGEST or any(_is_generic(part) for part in parts):
        return None
    if led:
        return _LED
    end = run[-1].end()
    told = bool(_SAYS.match(clean, end) or _SAID.search(clean, max(0, run[0].start() - 10), run[0].start()))
    told = told or _apposed(clean, end, titles)
    syllables = _pinyin(parts)
    if syllables >= _SYLLABLES or (syllables and told):
        return "english:pinyin"
    if parts[0] in words("english_given_names"):
        return "english:given_name"
    return "english:apposed" if told and all(len(p) > 1 for p in parts) else None


def _apposed(clean: str, end: int, titles: set[int]) -> bool:
    """Name, (the) title …: something says at once what the person is."""
    match = _APPOSED.match(clean, end)
    return match is not None and match.end() in titles


def _is_generic(part: str) -> bool:
    return part in words("english_generic") or part.endswith("-based") or any(c.isdigit() for c in part)


def _pinyin(parts: Sequence[str]) -> int:
    """How many syllables a name in pinyin has, surname first; 0 where it is none."""
    if parts[0].lower() not in _surnames():
        return 0
    given = [_count(part.replace("-", "").replace("'", "").replace("’", "").lower()) for part in parts[1:]]
    return 0 if 0 in given or sum(given) > _SYLLABLES else 1 + sum(given)


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(_toneless(row[0].replace("ü", "v")) for row in table("pinyin_readings"))


def _toneless(syllable: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", syllable) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    """Surnames in pinyin; of characters with several readings each counts."""
    readings: dict[str, set[str]] = {}
    for syllable, characters in table("pinyin_readings"):
        for character in characters:
            readings.setdefault(character, set()).add(_toneless(syllable))
    single = {
        reading for name, rank in table("surnames") if rank != "1" for reading in readings.get(name, ())
    }
    double = {
        a + b
        for name, language in (row[:2] for row in table("compound_surnames"))
        if len(name) == 2 and language == "zh"
        for a in readings.get(name[0], ())
        for b in readings.get(name[1], ())
    }
    return frozenset(single | double)


@lru_cache(maxsize=4096)
def _count(letters: str) -> int:
    """How few pinyin syllables spell a word; 0 where none do."""
    best = [0] + [99] * len(letters)
    for at in range(1, len(letters) + 1):
        for low in range(max(0, at - 6), at):
            if best[low] < 99 and letters[low:at] in _syllables():
                best[at] = min(best[at], best[low] + 1)
    return best[-1] if 0 < best[-1] < 99 else 0


def _aliases(
    clean: str, ends: dict[int, Mention], names: set[str], found: dict[tuple[int, int], str]
) -> Iterator[Mention]:
    """Mr. Wang, Principal Wang: the one person of that family name, first or last."""
    family: dict[str, set[str]] = {}
    for name in names:
        parts = name.split()
        for part in {parts[0], parts[-1]}:
            family.setdefault(part, set()).add(" ".join(parts))
    taken = {i for a, b in found for i in range(a, b)}
    for end in sorted(ends):
        match = WORD.match(clean, end + 1) if clean[end : end + 1] == " " else None
        if match is None or match.start() in taken:
            continue
        whole = family.get(bare(match[0]), set())
        if len(whole) == 1:
            stop = match.start() + len(bare(match[0]))
            yield Mention(
                match.start(),
                stop,
                clean[match.start() : stop],
                "person",
                "english:alias",
                0.9,
                next(iter(whole)),
            )
