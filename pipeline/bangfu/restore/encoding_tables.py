"""Characters to the bytes that they stood for, for each wrong reading of a page."""

from __future__ import annotations

from functools import lru_cache

SINGLE_BYTE = ("latin-1", "cp1252", "cp1250")


@lru_cache(maxsize=1)
def single_bytes() -> dict[int, int]:
    """Code points to the byte that they are in Latin-1, Windows-1252 or Windows-1250, where they agree.

    They always do, so one table undoes all three. Bytes that a table leaves undefined show as the control
    characters of the same number, as browsers show them (the *sloppy* tables of ftfy).

    >>> chr(single_bytes()[ord("€")]), chr(single_bytes()[0x81]), chr(single_bytes()[ord("Ľ")])
    ('\\x80', '\\x81', '¼')
    """
    table: dict[int, int] = {}
    for codec in SINGLE_BYTE:
        for value in range(0x80, 0x100):
            character = bytes((value,)).decode(codec, "ignore") or chr(value)
            table[ord(character)] = value
    return table


@lru_cache(maxsize=1)
def common_han() -> frozenset[str]:
    """The 3755 characters of level 1 of GB 2312, in their simplified form, and Chinese punctuation.

    >>> "教" in common_han(), "謇" in common_han()
    (True, False)
    """
    level = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    characters = b"".join(level).decode("gb2312", "ignore")
    return frozenset(characters) | frozenset("，。、；：？！“”‘’（）《》〈〉【】「」『』—…·％　")
