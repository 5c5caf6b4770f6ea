"""Damage of the encoding kinds, made from clean text: what the tests and benchmarks of the repairs run on.

Every function is pure: the same text and seed give the same damage.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache


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


_MARKS = {b"\xa3\xa1": "！", b"\xa3\xac": "，", b"\xa3\xbb": "；", b"\xa3\xbf": "？"}


def note_bytes(text: str, notes: Mapping[str, str]) -> str:
    """Put notes behind characters on the GBK bytes of a text, blind to where characters begin.

    Before, the bytes of full-width marks are set apart as blindly. What is left alone of a character
    by either shows as ``?``, and takes a bracket or a blank behind it along; pairs that decode to nothing
    vanish.

    >>> note_bytes("我們向學校捐贈。會上", {"驅": "qū", "學": "xué", "會": "huì"})
    '我們向?qū)W校捐贈。會(huì)上'
    >>> note_bytes("在當地設學部。基礎", {"數": "shù", "當": "dāng", "設": "shè", "礎": "chǔ"})
    '在當(dāng)?shù)卦O(shè)學部?；A(chǔ)'
    """
    return "".join(shown for shown, _ in noted_pieces(text, notes))


def noted_pieces(text: str, notes: Mapping[str, str]) -> list[tuple[str, str]]:
    """The same as pairs (damaged, intact) that tell which stretches were hit."""
    units: list[tuple[int | str, int]] = []
    for n, char in enumerate(text):
        units += [(byte, n) for byte in _bytes(char)] or [(char, n)]
    for coded, shown in _MARKS.items():
        units = _behind_each_pair(units, coded, shown, instead=True)
    # The last in order is put in last, and may part what an earlier one would have stood behind.
    coded = _bytes(text)
    for char, reading in notes.items():
        if _bytes(char) in coded:
            units = _behind_each_pair(units, _bytes(char), f"({reading})", instead=False)
    return _aligned(list(_decoded(units)), text)


def _behind_each_pair(
    units: list[tuple[int | str, int]], pair: bytes, what: str, instead: bool
) -> list[tuple[int | str, int]]:
    out: list[tuple[int | str, int]] = []
    i = 0
    while i < len(units):
        if len(pair) == 2 and [unit[0] for unit in units[i : i + 2]] == list(pair):
            out += [(what, units[i + 1][1])] if instead else [*units[i : i + 2], (what, units[i + 1][1])]
            i += 2
        else:
            out.append(units[i])
            i += 1
    return out


def _decoded(units: list[tuple[int | str, int]]) -> Iterator[tuple[str, int, int]]:
    """What a reader of GBK shows, each with the first and last character that its bytes come from."""
    i = 0
    while i < len(units):
        (unit, n), (behind, m) = units[i], units[i + 1] if i + 1 < len(units) else ("", len(units))
        i += 1
        if isinstance(unit, str) or unit < 0x80:
            yield unit if isinstance(unit, str) else chr(unit), n, n
        elif isinstance(behind, int) and behind >= 0x40:
            i += 1
            yield _pair(unit, behind), n, m
        else:
            swallowed = behind[:1] in "( <" if isinstance(behind, str) else behind in b"( <"
            i += swallowed
            yield "?" + (str(behind)[1:] if swallowed and isinstance(behind, str) else ""), n, n


def _aligned(shown: list[tuple[str, int, int]], text: str) -> list[tuple[str, str]]:
    """Pieces that begin and end with a character, from what was shown for which characters."""
    out: list[tuple[str, str]] = []
    at, piece, done = 0, "", 0
    for k, (what, _, last) in enumerate(shown):
        piece += what
        at = max(at, last + 1)
        begins = shown[k + 1][1] if k + 1 < len(shown) else len(text)
        if begins >= at or k + 1 == len(shown):
            out.append((piece, text[done:at]))
            piece, done = "", at
    if done < len(text):
        out.append(("", text[done:]))
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


def read_as_single_bytes_twice(text: str, written: str, read: str) -> str:
    """The same, written as UTF-8 after the first misreading and read byte by byte again.

    >>> len(read_as_single_bytes_twice("支", "utf-8", "cp1252"))
    7
    """
    return read_as_single_bytes(read_as_single_bytes(text, written, read), "utf-8", read)


def in_part(text: str, seed: int, damage: Callable[[str, int], str]) -> str:
    """Damage one stretch only: some clauses in a row, a third of the text or more where it has so many.

    >>> in_part("一二三，四五六，七八九。", 1, lambda part, seed: f"<{part}>")
    '<一二三，>四五六，七八九。'
    """
    clauses = re.findall("[^，。！？；]*[，。！？；]?", text)[:-1]
    chance = random.Random(seed)
    length = -(-len(clauses) // 3)
    start = chance.randrange(len(clauses) - length + 1)
    before, behind = "".join(clauses[:start]), "".join(clauses[start + length :])
    return before + damage("".join(clauses[start : start + length]), seed) + behind


def in_title(text: str, seed: int, damage: Callable[[str, int], str]) -> str:
    """Damage the first clause only, on a line of its own.

    >>> in_title("一二三，四五六。", 1, lambda part, seed: f"<{part}>")
    '<一二三，>\\n四五六。'
    """
    head = re.match("[^，。！？；]*[，。！？；]?", text)
    assert head is not None
    return damage(head[0], seed) + "\n" + text[head.end() :]


@lru_cache(maxsize=4096)
def taiwanese(text: str) -> str:
    """What a page in Big5 would write: OpenCC's Taiwanese standard, without what Big5 does not have.

    >>> taiwanese("教师在村里")
    '教師在村裡'
    """
    import opencc

    return str(opencc.OpenCC("s2tw").convert(text)).encode("cp950", "ignore").decode("cp950")


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


def entities(text: str, seed: int = 0, form: str = "&#{};") -> str:
    """Write every Han character as an entity.

    >>> entities("中a"), entities("中", form="&amp;amp;#x{:x};")
    ('&#20013;a', '&amp;amp;#x4e2d;')
    """
    return "".join(form.format(ord(c)) if "一" <= c <= "龥" else c for c in text)


def named_entities(text: str, seed: int = 0) -> str:
    """Write the punctuation that has a name as an entity, some of them escaped twice.

    >>> named_entities("“好”——", 1)
    '&ldquo;好&rdquo;&amp;mdash;&mdash;'
    """
    chance = random.Random(seed)
    names = {
        "“": "ldquo",
        "”": "rdquo",
        "‘": "lsquo",
        "’": "rsquo",
        "—": "mdash",
        "…": "hellip",
        "·": "middot",
    }
    both = ("&{};", "&amp;{};")
    return "".join(chance.choice(both).format(names[c]) if c in names else c for c in text)


def unicode_escapes(text: str, seed: int = 0) -> str:
    """Write everything but ASCII as JSON's escapes.

    >>> unicode_escapes("中a")
    '\\\\u4e2da'
    """
    return text.encode("ascii", "backslashreplace").decode().replace("\\x", "\\u00")


def percent_escapes(text: str, seed: int = 0) -> str:
    """Write everything but ASCII as the bytes of an address, in UTF-8 or in GBK.

    >>> percent_escapes("中a", 0), percent_escapes("中a", 1)
    ('%E4%B8%ADa', '%D6%D0a')
    """
    codec = ("utf-8", "gbk")[seed % 2]
    return "".join(
        c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode(codec, "ignore")) for c in text
    )


def _bytewise(written: str, read: str) -> Callable[[str, int], str]:
    return lambda text, seed=0: read_as_single_bytes(text, written, read)


def _misread(written: str, read: str) -> Callable[[str, int], str]:
    """Bytes of one codec, read with another; what that cannot read shows as U+FFFD."""
    return lambda text, seed=0: read_as(text, written, read)


DAMAGE: dict[str, Callable[[str, int], str]] = {
    "entity": entities,
    "entity_twice": lambda text, seed: entities(text, seed, "&amp;#x{:x};"),
    "entity_named": named_entities,
    "unicode_escape": unicode_escapes,
    "percent_escape": percent_escapes,
    "entity_escape": escape_characters,
    "utf8_as_latin1": _bytewise("utf-8", "latin-1"),
    "utf8_as_cp1252": _bytewise("utf-8", "cp1252"),
    "utf8_as_cp1250": _bytewise("utf-8", "cp1250"),
    "utf8_as_latin1_twice": lambda text, seed: read_as_single_bytes_twice(text, "utf-8", "latin-1"),
    "utf8_as_cp1252_twice": lambda text, seed: read_as_single_bytes_twice(text, "utf-8", "cp1252"),
    "utf8_as_cp1252_title": lambda text, seed: in_title(text, seed, _bytewise("utf-8", "cp1252")),
    "utf8_as_cp1252_part": lambda text, seed: in_part(text, seed, _bytewise("utf-8", "cp1252")),
    "gbk_as_latin1": _bytewise("gbk", "latin-1"),
    "gbk_as_cp1252": _bytewise("gbk", "cp1252"),
    "gbk_as_cp1250": _bytewise("gbk", "cp1250"),
    "gbk_as_latin1_twice": lambda text, seed: read_as_single_bytes_twice(text, "gbk", "latin-1"),
    "gbk_as_latin1_title": lambda text, seed: in_title(text, seed, _bytewise("gbk", "latin-1")),
    "gbk_as_latin1_part": lambda text, seed: in_part(text, seed, _bytewise("gbk", "latin-1")),
    "big5_as_latin1": lambda text, seed: read_as_single_bytes(taiwanese(text), "cp950", "latin-1"),
    "big5_as_cp1252": lambda text, seed: read_as_single_bytes(taiwanese(text), "cp950", "cp1252"),
    "utf8_as_gb18030": _misread("utf-8", "gb18030"),
    "utf8_as_gbk": _misread("utf-8", "gbk"),
    "utf8_as_gbk_title": lambda text, seed: in_title(text, seed, _misread("utf-8", "gbk")),
    "utf8_as_gbk_part": lambda text, seed: in_part(text, seed, _misread("utf-8", "gbk")),
    "utf8_as_big5": _misread("utf-8", "big5"),
    "gbk_as_big5": _misread("gbk", "big5"),
    "big5_as_gbk": lambda text, seed: read_as(taiwanese(text), "cp950", "gbk"),
    "byte_shift": shift_bytes,
}
"""Every kind of damage by name: (clean text, seed) to damaged text."""
