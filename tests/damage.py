"""Makes damage from clean text: each kind as crawled copies show it, the same for the same seed.

The kinds that misread bytes are in ``damage_encoding.py``; :data:`DAMAGE` holds all of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from bangfu import lexicon
from bangfu.restore.width import table as lookalikes
from tests import damage_encoding

_STYLES = ("({})", "（{}）", "( {} )", "({} )", " ({})")


def pinyin_notes(text: str, seed: int = 0) -> str:
    """Put a note behind every character of a random third of the character types.

    >>> pinyin_notes("发展", 2)
    '发展(zhan3)'
    """
    chance = random.Random(seed)
    style = chance.choice(_STYLES)
    numbered = chance.random() < 0.2
    noted = {c for c in sorted(set(text)) if chance.random() < 0.33}
    return "".join(
        c + style.format(_note(c, numbered)) if c in noted and c in _readings() else c for c in text
    )


def _note(char: str, numbered: bool) -> str:
    readings = _readings()[char]
    if numbered:
        return _number(readings[0])
    return "/".join(readings[:2]) if len(readings) == 2 else readings[0]


def _number(syllable: str) -> str:
    for tone, vowels in enumerate(("āēīōūǖ", "áéíóúǘ", "ǎěǐǒǔǚ", "àèìòùǜ"), 1):
        for plain, marked in zip("aeiouv", vowels, strict=True):
            if marked in syllable:
                return syllable.replace(marked, plain) + str(tone)
    return syllable.replace("ü", "v")


@lru_cache(maxsize=1)
def _readings() -> dict[str, list[str]]:
    readings: dict[str, list[str]] = {}
    for syllable, chars in lexicon.table("pinyin_readings"):
        for char in chars:
            readings.setdefault(char, []).append(syllable)
    return readings


def traditional(text: str, seed: int = 0, share: float = 1.0) -> str:
    """Write with traditional characters, where one stands for one.

    >>> traditional("教育扶贫的后来")
    '教育扶貧的后來'
    """
    chance = random.Random(seed)
    table = _unambiguous()
    return "".join(table[c] if c in table and (share == 1 or chance.random() < share) else c for c in text)


def half_traditional(text: str, seed: int = 0) -> str:
    """Write with traditional characters at half of the places."""
    return traditional(text, seed, 0.5)


@lru_cache(maxsize=1)
def _unambiguous() -> dict[str, str]:
    """Simplified characters of one traditional form, which has no other simplified form."""
    to_simplified, to_traditional = _opencc("TSCharacters.txt"), _opencc("STCharacters.txt")
    return {
        simple: forms[0]
        for simple, forms in to_traditional.items()
        if len(forms) == 1 and forms[0] != simple and to_simplified.get(forms[0]) == [simple]
    }


def _opencc(name: str) -> dict[str, list[str]]:
    lines = (files("opencc") / "dictionary" / name).read_text("utf-8").splitlines()
    return {key: values.split(" ") for key, _, values in (line.partition("\t") for line in lines) if key}


def doubled_marks(text: str, seed: int = 0) -> str:
    """Put an ASCII comma before some marks, and write others twice.

    >>> doubled_marks("有，有、有。", 1)
    '有,，有、有。'
    """
    chance = random.Random(seed)

    def double(hit: re.Match[str]) -> str:
        draw = chance.random()
        return "," + hit.group() if draw < 0.5 else hit.group() * 2 if draw < 0.6 else hit.group()

    return re.sub("(?<![，、。；：])[，、。](?![，、。；：])", double, text)


def ascii_punctuation(text: str, seed: int = 0) -> str:
    """Write all punctuation that ASCII has in ASCII.

    >>> ascii_punctuation("他说：“好！”（笑）")
    '他说:"好!"(笑)'
    """
    return text.translate(str.maketrans("，。；：！？（）“”", ',.;:!?()""'))


def wide_letters(text: str, seed: int = 0) -> str:
    """Write digits and Latin letters in full width.

    >>> wide_letters("2万元APP")
    '２万元ＡＰＰ'
    """
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def look_alikes(text: str, seed: int = 0) -> str:
    """Put radicals and compatibility forms for a part of the characters that have one."""
    chance = random.Random(seed)
    return "".join(_alike()[c] if c in _alike() and chance.random() < 0.5 else c for c in text)


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    return {plain: form for form, plain in sorted(lookalikes().items()) if "\u3400" <= plain <= "\u9fff"}


def invisible(text: str, seed: int = 0) -> str:
    """Strew code points that show nothing."""
    return _strew(text, seed, lambda chance: chance.choice("\u200b\u200c\ufeff\u00ad\u2060"), 0.05)


def broken_lines(text: str, seed: int = 0) -> str:
    """Break a long line in the middle of a word of a sentence, with an empty line between."""
    chance = random.Random(seed)

    def broken(line: str) -> str:
        places = [
            hit.end() for hit in _INSIDE.finditer(line) if hit.end() > 45 and len(line) - hit.end() > 20
        ]
        if "。" not in line or not places:
            return line
        at = chance.choice(places)
        return line[:at] + "\n\n" + line[at:]

    return "\n".join(broken(line) for line in text.split("\n"))


_INSIDE = re.compile("[\u4e00-\u9fff]{4}(?=[\u4e00-\u9fff]{4})")


def tags(text: str, seed: int = 0) -> str:
    """Leave the tags of a page around its paragraphs.

    >>> tags("好。", 3)
    '好。<br/>'
    """
    chance = random.Random(seed)
    around = ("<p>{}</p>", "{}<br/>", '<p class="c">{}</p>', '<span style="x:1">{}</span></p>', "<div>{}")
    return "\n".join(chance.choice(around).format(line) for line in text.split("\n"))


def masked(text: str, seed: int = 0) -> str:
    """Put a question mark for one character in fifty."""
    chance = random.Random(seed)
    return re.sub("[\u4e00-\u9fff]", lambda hit: "?" if chance.random() < 0.02 else hit.group(), text)


def _strew(text: str, seed: int, what: Callable[[random.Random], str], share: float) -> str:
    chance = random.Random(seed)

    def pieces() -> Iterator[str]:
        for char in text:
            yield char
            if chance.random() < share:
                yield what(chance)

    return "".join(pieces())


def noted_bytes(text: str, seed: int = 0) -> str:
    """Write with traditional characters, and put notes behind a third of their types on the bytes.

    >>> noted_bytes("学校基础设施", 2)
    '學?；A(chǔ)設施'
    """
    return "".join(piece for piece, _ in noted_pieces(text, seed))


def noted_pieces(text: str, seed: int = 0) -> list[tuple[str, str]]:
    """The same as pairs (damaged, intact in traditional characters) that tell which stretches were hit."""
    chance = random.Random(seed)
    noted = [c for c in _noted() if chance.random() < 0.33]
    chance.shuffle(noted)
    notes = {c: next((r for r in _readings()[c] if not r.isascii()), _readings()[c][0]) for c in noted}
    written = "".join(_first_forms().get(c, c) for c in text)
    return damage_encoding.noted_pieces(written, notes)


@lru_cache(maxsize=1)
def _first_forms() -> dict[str, str]:
    """The traditional form of each simplified character as mirror sites write it, in GBK.

    They keep a character that traditional text has too (后, 里, 干), and write as in Taiwan (群, 為).
    """
    to_simplified, to_traditional = _opencc("TSCharacters.txt"), _opencc("STCharacters.txt")
    written = _opencc("TWVariants.txt")
    first = {s: written.get(forms[0], forms)[0] for s, forms in to_traditional.items() if s not in forms}
    return {
        simple: form
        for simple, form in first.items()
        if form != simple and to_simplified.get(form, [""])[0] == simple and form.encode("gbk", "ignore")
    }


@lru_cache(maxsize=1)
def _noted() -> tuple[str, ...]:
    """The traditional characters that have a reading."""
    return tuple(c for c in sorted(_first_forms().values()) if c in _readings())


DAMAGE: dict[str, Callable[[str, int], str]] = {
    "pinyin_note": pinyin_notes,
    "script": traditional,
    "script_half": half_traditional,
    "punctuation_doubled": doubled_marks,
    "punctuation_ascii": ascii_punctuation,
    "width": wide_letters,
    "look_alike": look_alikes,
    "invisible": invisible,
    "broken_line": broken_lines,
    "tag": tags,
    "masked": masked,
    **damage_encoding.DAMAGE,
    "byte_shift_notes": noted_bytes,
    "byte_shift_traditional": lambda text, seed: damage_encoding.shift_bytes(traditional(text), seed),
}
"""Every kind of damage by name: (clean text, seed) to damaged text."""

LOSSLESS = (
    *("pinyin_note", "script", "script_half", "punctuation_doubled", "punctuation_ascii", "width"),
    *("look_alike", "invisible", "tag", "entity", "entity_twice", "entity_named", "unicode_escape"),
    *("percent_escape", "entity_escape", "utf8_as_latin1", "utf8_as_cp1252", "utf8_as_cp1250"),
    *("utf8_as_latin1_twice", "utf8_as_cp1252_twice", "utf8_as_cp1252_title", "utf8_as_cp1252_part"),
    *("gbk_as_latin1", "gbk_as_cp1252", "gbk_as_cp1250", "gbk_as_latin1_twice", "gbk_as_latin1_title"),
    *("gbk_as_latin1_part", "big5_as_latin1", "big5_as_cp1252"),
)
"""The kinds that keep all that is needed to undo them: repair must give the text back."""
