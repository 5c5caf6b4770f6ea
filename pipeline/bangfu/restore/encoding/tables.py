"""Characters to the bytes that they stood for, for each wrong reading of a page."""

from __future__ import annotations

from functools import lru_cache

from bangfu.restore.byte_shift.codes import simplified
from bangfu.restore.language_model.words import weight

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


@lru_cache(maxsize=50_000)
def bytes_read_as(character: str, codec: str) -> bytes | None:
    """The bytes that a reader of this codec saw as this character; None where it cannot have seen it.

    >>> bytes_read_as("支", "gbk"), bytes_read_as("支", "big5")
    (b'\\xd6\\xa7', b'\\xa4\\xe4')
    """
    if character.isascii():
        return character.encode()
    for name in (codec, "gb18030" if codec == "gbk" else "cp950"):
        coded = character.encode(name, "ignore")
        if coded and character != "�":
            return coded
    return None


@lru_cache(maxsize=100_000)
def unreadable(codec: str, first: int, second: int) -> bool:
    """Whether a reader of this codec fails at ``first`` where ``second`` follows.

    >>> unreadable("gbk", 0x80, 0xE4), unreadable("gbk", 0xAA, 0xA1), unreadable("gbk", 0xB1, 0xB1)
    (True, True, False)
    """
    try:
        bytes((first, second)).decode(codec)
    except UnicodeDecodeError:
        return True
    return False


@lru_cache(maxsize=8)
def _known(codec: str) -> dict[tuple[int, ...], tuple[tuple[str, bytes], ...]]:
    """Common characters of a page by their bytes, with every choice of bytes left open (-1)."""
    rows = (bytes((lead, trail)) for lead in range(0xA1, 0xF8) for trail in range(0xA1, 0xFF))
    plain = [c for c in b"".join(rows).decode("gb2312", "ignore") if c >= "一" or c in common_han()]
    plain += [c for c in "—·" if c not in plain]
    if codec == "big5":
        both = (
            bytes((lead, t)) for lead in range(0xA1, 0xC7) for t in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        )
        plain = [c for pair in both for c in pair.decode("big5", "ignore")]
    out: dict[tuple[int, ...], list[tuple[str, bytes]]] = {}
    for c in plain:
        coded = c.encode(codec, "ignore")
        for mask in range(1, 1 << len(coded)):
            key = tuple(-1 if mask >> j & 1 else value for j, value in enumerate(coded))
            out.setdefault(key, []).append((c, coded))
    return {key: tuple(found) for key, found in out.items()}


_MOST = 400
"""Characters that are tried where all bytes of one are lost: a third of the work of trying all."""


@lru_cache(maxsize=50_000)
def candidates(
    page: str, read: str, pattern: tuple[int, ...], behind: int | None
) -> tuple[str, dict[str, str]]:
    """Common characters of a page whose bytes fit a pattern in which -1 stands for a lost byte.

    A byte is lost only where the reader's codec fails at it before the next one; ``behind`` is the byte
    behind the pattern, None where that is not known. The characters come in simplified form, with those of
    the page for the ones that differ.

    >>> "支" in candidates("utf-8", "gbk", (-1, 0x94, 0xAF), 0xE6)[0]
    False
    >>> "支" in candidates("utf-8", "big5", (0xE6, -1, 0xAF), 0xE6)[0]
    True
    """
    found: dict[str, str] = {}
    last = len(pattern) - 1
    for c, coded in _known(page).get(pattern, ()):
        for j, value in enumerate(pattern):
            if value != -1:
                continue
            # A lost follower was some byte of this very character.
            follower = behind if j == last else coded[j + 1]
            if follower is not None and not unreadable(read, coded[j], follower):
                break
        else:
            found.setdefault(simplified(c), c)
    likeliest = sorted(found, key=lambda c: (-weight(c), c))[:_MOST] if len(found) > _MOST else found
    return "".join(likeliest), {plain: found[plain] for plain in likeliest if plain != found[plain]}
