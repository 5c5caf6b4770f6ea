"""Traditional to simplified characters, offsets kept.

The tables are OpenCC's TSPhrases and TSCharacters, as packaged by opencc-python-reimplemented
(Apache-2.0); its own converter walks the text character by character, and knows no offsets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from bangfu import lexicon
from bangfu.alignment import Edit
from bangfu.errors import LexiconError

KIND = "script"


@lru_cache(maxsize=1)
def characters() -> dict[str, str]:
    """Every character that is written otherwise in simplified text, with its usual simplified form."""
    table = _opencc("TSCharacters.txt") | lexicon.mapping("script_variants")
    return {key: value for key, value in table.items() if key != value and value < "\U00010000"}


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


def detect(text: str) -> bool:
    """Whether a character occurs that simplified text does not have.

    >>> detect("教育扶貧"), detect("教育扶贫，于乾坤")
    (True, False)
    """
    return _sure().search(text) is not None


def edits(text: str) -> list[Edit]:
    """Replace traditional characters, phrase before character.

    >>> from bangfu.alignment import apply_edits
    >>> apply_edits("隻有乾隆皇帝瞭解皇後，甚麼乾糧", edits("隻有乾隆皇帝瞭解皇後，甚麼乾糧"))[0]
    '只有乾隆皇帝了解皇后，什么干粮'
    """
    table, by_char, found = characters(), phrases(), list[Edit]()
    at = 0
    for hit in _any().finditer(text):
        i = hit.start()
        if i < at:
            continue
        char = text[i]
        for phrase, simplified, place in by_char.get(char, ()):
            begin = i - place
            if begin >= at and text.startswith(phrase, begin):
                found.extend(
                    Edit(begin + k, begin + k + 1, b, KIND)
                    for k, (a, b) in enumerate(zip(phrase, simplified, strict=True))
                    if a != b
                )
                at = begin + len(phrase)
                break
        else:
            if char in table:
                found.append(Edit(i, i + 1, table[char], KIND))
    return found


def _opencc(name: str) -> dict[str, str]:
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
    return re.compile(f"[{''.join(sorted(characters().keys() | phrases().keys()))}]")


@lru_cache(maxsize=1)
def _sure() -> re.Pattern[str]:
    doubtful = lexicon.words("script_doubtful")
    return re.compile(f"[{''.join(sorted(c for c in characters() if c not in doubtful))}]")
