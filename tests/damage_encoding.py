"""Damage of the encoding kinds, made from clean text: what the tests and benchmarks of the repairs run on.

Every function is pure: the same text and seed give the same damage.
"""

from __future__ import annotations

import random
from collections.abc import Callable


def shift_bytes(text: str, seed: int = 0, share: float = 1.0) -> str:
    """Turn A3 A1 into an exclamation mark on the GBK bytes of a text, blind to where characters begin.

    A place where a trail byte A3 meets a lead byte A1 is damaged with the probability ``share``; the pairs
    behind it are read one byte off until a byte below 0x80 stands where a pair would begin. Characters
    outside of GBK count as ASCII ones.

    >>> shift_bytes("发展。”北京援疆教育")
    '发展?！北本┰逃?'
    """
    return "".join(piece for piece, _ in shifted_pieces(text, seed, share))


def shifted_pieces(text: str, seed: int = 0, share: float = 1.0) -> list[tuple[str, str]]:
    """The same as pairs (damaged, intact) that tell which stretches were hit."""
    chance = random.Random(seed)
    units = [_bytes(c) for c in text]
    out: list[tuple[str, str]] = []
    i = 0
    while i < len(units):
        here, behind = units[i], units[i + 1] if i + 1 < len(units) else b""
        if (
            not (here[1:] == b"\xa3" and behind[:1] == b"\xa1" and len(behind) == 2)
            or chance.random() >= share
        ):
            out.append((text[i], text[i]))
            i += 1
            continue
        end = i + 1
        shown = "?！"
        pending = behind[1]
        while True:
            end += 1
            unit = units[end] if end < len(units) else b""
            if len(unit) < 2:
                shown += "?"
                break
            shown += _pair(pending, unit[0])
            if unit[1] < 0x80:
                shown += chr(unit[1])
                end += 1
                break
            pending = unit[1]
        out.append((shown, text[i:end]))
        i = end
    return out


def _bytes(character: str) -> bytes:
    return character.encode("gbk", "ignore")


def _pair(first: int, second: int) -> str:
    """What a pair of bytes shows; pairs that decode to nothing vanish."""
    return bytes((first, second)).decode("gbk", "ignore")


def read_as(text: str, written: str, read: str, errors: str = "replace") -> str:
    """Encode with one codec and decode with another, as a page with a wrong header is.

    >>> read_as("中文", "utf-8", "latin-1")
    'ä¸\\xadæ\\x96\\x87'
    """
    return text.encode(written, "ignore").decode(read, errors)


def read_as_single_bytes(text: str, written: str, read: str) -> str:
    """Read byte by byte; what the table leaves undefined shows as the control character of that number.

    >>> read_as_single_bytes("支", "utf-8", "cp1252")
    'æ”¯'
    """
    return "".join(bytes((b,)).decode(read, "ignore") or chr(b) for b in text.encode(written, "ignore"))


def escape_characters(text: str, seed: int = 0) -> str:
    """Write one in five characters as an entity, an entity escaped twice, or a code point.

    >>> escape_characters("支教老师", 3) == escape_characters("支教老师", 3)
    True
    """
    chance = random.Random(seed)
    forms = ("&#{0};", "&amp;#x{0:x};", "\\u{0:04x}")
    return "".join(
        chance.choice(forms).format(ord(c)) if "一" <= c <= "龥" and chance.random() < 0.2 else c
        for c in text
    )


DAMAGE: dict[str, Callable[[str, int], str]] = {
    "byte_shift": shift_bytes,
    "entity_escape": escape_characters,
    "utf8_as_latin1": lambda text, seed: read_as_single_bytes(text, "utf-8", "latin-1"),
    "utf8_as_cp1252": lambda text, seed: read_as_single_bytes(text, "utf-8", "cp1252"),
    "utf8_as_cp1250": lambda text, seed: read_as_single_bytes(text, "utf-8", "cp1250"),
    "gbk_as_latin1": lambda text, seed: read_as_single_bytes(text, "gbk", "latin-1"),
    "gbk_as_cp1252": lambda text, seed: read_as_single_bytes(text, "gbk", "cp1252"),
    "utf8_as_gb18030": lambda text, seed: read_as(text, "utf-8", "gb18030"),
    "utf8_as_gbk": lambda text, seed: read_as(text, "utf-8", "gbk"),
    "utf8_as_big5": lambda text, seed: read_as(text, "utf-8", "big5"),
    "gbk_as_big5": lambda text, seed: read_as(text, "gbk", "big5"),
}
"""Every kind of damage by name: (clean text, seed) to damaged text."""
