"""Pinyin notes behind Han characters: ``發(fā)展``, ``扶貧協(xié)作``.

Some crawled copies carry a note behind every character of a certain set. A bracket is taken for a note only
where each syllable in it is a reading of a character before it, so ``(筹)``, ``(app)`` and ``（NGO）`` stay.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from bangfu import lexicon
from bangfu.alignment import Edit
from bangfu.restore.script import characters
from bangfu.restore.signs import Signs

KIND = "pinyin_note"

ENOUGH = 3
"""Toneless notes in one text from which on ``(fa)`` is a note as well: one alone may be Latin text."""

HABIT = 3
"""So many times as many notes with a blank behind them as without are a page's habit."""

_OPEN, _CLOSE = "(（［\\[〔", ")）］\\]〕"
_LETTERS = r"a-zA-Zａ-ｚＡ-Ｚ\u00c0-\u024f\u0251\u0261\u0300-\u030cḾḿ"
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_SHAPE = (
    rf"[{_OPEN}](?=[{_LETTERS} \u00a0\u3000])(?:(?<=[{_HAN}].)|(?<=[{_HAN}][ \u00a0\u3000].))[ \u00a0\u3000]*"
    + (rf"([{_LETTERS}][{_LETTERS}:'’ /,，、;；|\u00a0\u30000-5]{{0,40}})[{_CLOSE}]")
)
_BLANK_BEHIND = re.compile(rf"[ \u00a0\u3000](?=[{_HAN}0-9])")
_HAN_BEHIND = re.compile(rf"[{_HAN}]")
_NAME_BEFORE = re.compile(rf"(?<![{_CLOSE}])[ \u00a0\u3000][{_HAN}]{{2,3}}\Z")
_SYLLABLE = re.compile(r"[a-zü]+")


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {_OPEN.replace("\\", ""): rf"(?=[{_LETTERS} \u00a0\u3000])"}


def detect(text: str) -> bool:
    """Whether a bracket that holds Latin letters stands behind a Han character.

    >>> detect("發(fā)展"), detect("新疆工业学院(筹)")
    (True, False)
    """
    return _shape().search(text) is not None


def edits(text: str) -> list[Edit]:
    """Delete the notes.

    >>> from bangfu.alignment import apply_edits
    >>> text = "重(zhòng/chóng)點(diǎn )協（xié）議 (yi4)，智慧(app)"
    >>> apply_edits(text, edits(text))[0]
    '重點協議，智慧(app)'
    """
    certain: list[Edit] = []
    toneless: list[Edit] = []
    for hit in _shape().finditer(text):
        syllables, toned = _read(hit.group(1))
        start = hit.start() - (text[hit.start() - 1] in " \u00a0\u3000")
        if _is_reading(text[max(0, start - 8) : start], syllables):
            edit = Edit(start, _behind_copies(text, hit), "", KIND, 1.0 if toned else 0.8)
            (certain if toned else toneless).append(edit)
    if len(toneless) + len(certain) < ENOUGH:
        toneless = []
    return _with_blanks(text, sorted(certain + toneless, key=lambda edit: edit.start))


def _behind_copies(text: str, note: re.Match[str]) -> int:
    """Where a note ends that may be written several times: ``發(fa)(fa)放``."""
    end, whole = note.end(), note.group()
    while text.startswith(whole, end):
        end += len(whole)
    return end


def _with_blanks(text: str, found: list[Edit]) -> list[Edit]:
    """The edits, each with the blank behind it where the page puts one behind its notes.

    A page has that habit or not: ``專(zhuan) 家`` stood in 33 of 35 places of two pages, and in 2 of 2,000
    of all others. What stands between blanks as a name does keeps its own.
    """
    blanks = [_BLANK_BEHIND.match(text, edit.end) is not None for edit in found]
    joined = sum(_HAN_BEHIND.match(text, edit.end) is not None for edit in found)
    if sum(blanks) < ENOUGH or joined * HABIT > sum(blanks):
        return found
    return [
        replace(edit, end=edit.end + 1) if blank and not _ends_name(text, edit) else edit
        for edit, blank in zip(found, blanks, strict=True)
    ]


def _ends_name(text: str, edit: Edit) -> bool:
    """Whether what a note ends stands between blanks, short as a name: ``記者 王實(shi) 李月 攝``."""
    return _NAME_BEFORE.search(text, max(0, edit.start - 4), edit.start) is not None


def _is_reading(before: str, syllables: tuple[str, ...]) -> bool:
    """Whether the syllables read the end of ``before``: all of them its last character, or one each."""
    if not syllables:
        return False
    known = readings().get(before[-1], frozenset())
    return all(base in known for base in syllables) or _reads("".join(syllables), before)


def _reads(letters: str, before: str) -> bool:
    """Whether ``letters`` are the readings of the last characters of ``before``, in order, without a rest."""
    ends = {len(letters)}
    for char in reversed(before):
        ends = {
            end - len(base)
            for end in ends
            for base in readings().get(char, ())
            if base and letters.endswith(base, 0, end)
        }
        if 0 in ends:
            return True
    return False


@lru_cache(maxsize=1)
def readings() -> dict[str, frozenset[str]]:
    """The toneless readings of each character.

    >>> sorted(readings()["协"]), sorted(readings()["重"])
    (['xie'], ['chong', 'tong', 'zhong'])
    """
    table: dict[str, set[str]] = {}
    for syllable, chars in lexicon.table("pinyin_readings"):
        bases, _ = _read(syllable)
        for char in chars:
            table.setdefault(char, set()).update(bases)
    # A page may have been noted before or after its characters were converted.
    for traditional, simplified in characters().items():
        both = table.get(traditional, set()) | table.get(simplified, set())
        table[traditional] = table[simplified] = both
    return {char: frozenset(bases) for char, bases in table.items()}


def reading_of(note: str) -> str:
    """The one syllable of a note in plain letters, or nothing.

    >>> reading_of("jié"), reading_of("lǜ "), reading_of("zhòng/chóng")
    ('jie', 'lü', '')
    """
    syllables, _ = _read(note.strip())
    return syllables[0] if len(syllables) == 1 else ""


@lru_cache(maxsize=4096)
def _read(note: str) -> tuple[tuple[str, ...], bool]:
    """The syllables of a note in plain letters, and whether it marks or numbers a tone.

    >>> _read("zhòng/chóng"), _read("lǜ"), _read("lv4"), _read("fa")
    ((('zhong', 'chong'), True), (('lü',), True), (('lü',), True), (('fa',), False))
    """
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", note)).lower()
    toned = _TONE.search(plain) is not None
    for written, meant in (("ɑ", "a"), ("ɡ", "g"), ("u\u0308", "ü"), ("u:", "ü"), ("v", "ü")):
        plain = plain.replace(written, meant)
    plain = _MARKS.sub("", plain)
    syllables = tuple(_TONE.sub("", part) for part in _BETWEEN.split(plain) if part)
    return (syllables, toned) if all(_SYLLABLE.fullmatch(s) for s in syllables) else ((), False)


_TONE = re.compile("[\u0304\u0301\u030c\u0306\u03000-5]")
_MARKS = re.compile("[\u0300-\u036f]")
_BETWEEN = re.compile(r"[ /,、;|'’\u00a0]+")


@lru_cache(maxsize=1)
def _shape() -> re.Pattern[str]:
    return re.compile(_SHAPE)
