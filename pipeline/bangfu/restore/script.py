"""Traditional to simplified characters, offsets kept.

The tables are OpenCC's TSPhrases and TSCharacters, as packaged by opencc-python-reimplemented
(Apache-2.0); its own converter walks the text character by character, and knows no offsets.

Some characters are no proof of traditional text: 乾 in 乾坤 or in a name, 昇 and 濛 in names. They are
simplified only where other characters of their line, or of the whole text, are traditional beyond doubt.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from bangfu import lexicon
from bangfu.alignment import Edit
from bangfu.errors import LexiconError
from bangfu.restore.signs import Signs

KIND = "script"

SHARE = 0.01
"""From this share of certainly traditional characters on, a whole text counts as traditional."""


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {
        "".join(sorted(characters().keys() - doubtful())): "",
        "著": "",
        "甚": "(?=么)",
        "着": _AROUND_OVERDONE,
    }


def detect(text: str) -> bool:
    """Whether a character occurs that simplified text does not have, or 著 where 着 may be meant.

    >>> detect("教育扶貧"), detect("教育扶贫，于乾坤")
    (True, False)
    """
    # Nearly all simplified text is within GB 2312, and the codec is ten times as fast as the character class.
    at = 0
    for _ in range(8):
        try:
            text[at:].encode("gb2312")
        except UnicodeEncodeError as error:
            at += error.start
            if _sure().match(text, at):
                return True
            at += 1
        else:
            return _has_particle(text)
    return _sure().search(text) is not None or _has_particle(text)


def _has_particle(text: str) -> bool:
    """Whether a word occurs that is misspelt in simplified characters as well."""
    return "著" in text or "甚么" in text or _OVERDONE.search(text) is not None


def edits(text: str) -> list[Edit]:
    """Replace traditional characters, phrase before character.

    >>> from bangfu.alignment import apply_edits
    >>> apply_edits("隻有乾隆皇帝瞭解皇後，看著甚麼乾糧", edits("隻有乾隆皇帝瞭解皇後，看著甚麼乾糧"))[0]
    '只有乾隆皇帝了解皇后，看着什么干粮'
    """
    table, by_char, changes = characters(), phrases(), list[tuple[int, str]]()
    trusted = _trusted_lines(text)
    at = 0
    for hit in _any().finditer(text):
        i = hit.start()
        if i < at:
            continue
        char = text[i]
        if char in doubtful() and not _within(trusted, i):
            continue
        for phrase, simplified, place in by_char.get(char, ()):
            begin = i - place
            if begin >= at and text.startswith(phrase, begin):
                changes += [(begin + k, b) for k, b in enumerate(simplified) if b != phrase[k]]
                at = begin + len(phrase)
                break
        else:
            if char == "著":
                if _is_particle(text, i, _within(trusted, i)):
                    changes.append((i, "着"))
            elif char in table and not (char == "乾" and _is_name(text, i)):
                changes.append((i, table[char]))
    if trusted:
        corners = (hit.start() for hit in _CORNERS.finditer(text))
        changes += [(i, _CURLY[text[i]]) for i in corners if _within(trusted, i)]
    changes += [(hit.start(), "著") for hit in _OVERDONE.finditer(text)]
    return _joined(sorted(changes))


def _joined(changes: list[tuple[int, str]]) -> list[Edit]:
    """One edit for characters that follow each other."""
    found: list[Edit] = []
    start, new = 0, ""
    for i, char in changes:
        if i != start + len(new):
            if new:
                found.append(Edit(start, start + len(new), new, KIND))
            start, new = i, ""
        new += char
    if new:
        found.append(Edit(start, start + len(new), new, KIND))
    return found


_CORNERS = re.compile("[「」『』]")
_CURLY = dict(zip("「」『』", "“”‘’", strict=True))

# Mirrors that turn every 著 into 着 write 着名; 冒着名 and 明显着力 are right.
_AROUND_OVERDONE = (
    r"(?:名(?=[的景作画诗演专品学教歌科企书艺导])(?<![写挂有叫取起冒顶报提念喊签印刻标贴]..)|作权"
    r"|(?<=[卓昭土].)|(?![力手重眼])(?<=原.|显.)(?<![彰凸明尽突浅呈展]..))"
)
_OVERDONE = re.compile(f"着{_AROUND_OVERDONE}")


def _trusted_lines(text: str) -> list[tuple[int, int]]:
    """Spans in which doubtful characters are taken for traditional ones."""
    sure = [hit.start() for hit in _sure().finditer(text)]
    if len(sure) >= max(2, SHARE * len(text)):
        return [(0, len(text))]
    spans: list[tuple[int, int]] = []
    for first, second in pairwise(sure):
        if spans and first < spans[-1][1]:
            continue
        start, end = text.rfind("\n", 0, first) + 1, text.find("\n", first)
        end = len(text) if end < 0 else end
        if second < end:
            spans.append((start, end))
    return spans


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    i = bisect_right(spans, (at, sys.maxsize))
    return i > 0 and at < spans[i - 1][1]


def _is_particle(text: str, at: int, trusted: bool) -> bool:
    """Whether 著 at ``at`` is the particle 着: behind a verb, in traditional text behind any word."""
    words, before = lexicon.words("zhu_words"), text[at - 1 : at]
    if text[at : at + 2] in words or before + "著" in words:
        return False
    if trusted and _CARRIED.match(text, at):
        return True
    return before in lexicon.words("zhe_verbs") or characters().get(before) in lexicon.words("zhe_verbs")


# What stands between an author and a work is the verb: 某某著, 著有.
_CARRIED = re.compile("著(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff“])(?![有成于於就])")

_NAME = re.compile(
    r"(?<=[王李张張刘劉陈陳杨楊赵趙黄周吴吳徐孙孫朱胡郭何罗羅宋郑鄭谢謝韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈彭吕呂])"
    r"乾(?![淨净燥旱杯糧粮脆涸枯洗貨货草果裂部癟瘪材菜酪冰柴著着了的、，。])"
)


def _is_name(text: str, at: int) -> bool:
    """Whether 乾 at ``at`` stands right behind a surname and begins no word of its own (徐乾學)."""
    return _NAME.match(text, at) is not None


@lru_cache(maxsize=1)
def characters() -> dict[str, str]:
    """Every character that is written otherwise in simplified text, with its usual simplified form."""
    table = _opencc("TSCharacters.txt") | lexicon.mapping("script_variants")
    return {key: value for key, value in table.items() if key != value and max(key, value) < "\U00010000"}


def doubtful() -> frozenset[str]:
    """Characters that a simplified text may have as well."""
    return lexicon.words("script_doubtful")


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Phrases by each of their traditional characters: (phrase, simplified, place in it), longest first."""
    chars = characters()
    by_char: dict[str, list[tuple[str, str, int]]] = {}
    for phrase, simplified in (_opencc("TSPhrases.txt") | lexicon.mapping("script_phrases")).items():
        for place, (char, other) in enumerate(zip(phrase, simplified, strict=True)):
            if char != other or char in chars:
                by_char.setdefault(char, []).append((phrase, simplified, place))
    return {char: tuple(sorted(found, key=lambda p: (-len(p[0]), p[0]))) for char, found in by_char.items()}


def _opencc(name: str) -> dict[str, str]:
    """The first candidate of each key of a dictionary of OpenCC."""
    table: dict[str, str] = {}
    for line in (files("opencc") / "dictionary" / name).read_text("utf-8").splitlines():
        key, _, values = line.partition("\t")
        if not key:
            continue
        first = values.split(" ")[0]
        if len(first) != len(key):
            raise LexiconError(f"{name} of the installed opencc changes the length of {key!r}")
        table[key] = first
    return table


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    return re.compile(f"[著{''.join(sorted(characters().keys() | phrases().keys()))}]")


@lru_cache(maxsize=1)
def _sure() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(c for c in characters() if c not in doubtful()))}]")
