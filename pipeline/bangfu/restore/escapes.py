r"""Escapes left in text: ``\u4e2d``, ``\xe4\xb8\xad``, ``%u4E2D``, ``%E4%B8%AD``, ``%D6%D0`` (GBK)."""

from __future__ import annotations

import re

from bangfu.alignment import Edit
from bangfu.restore.encoding.tables import common_han
from bangfu.restore.signs import Signs

KIND = "escape"

_HEX = "[0-9a-fA-F]"
_URL = r"(?:https?|ftp)://[^\s<>\"'“”‘’（），。；、《》【】㐀-鿿]+|www\.[^\s<>\"'“”㐀-鿿]+"
_ESCAPES = re.compile(
    rf"(?P<url>{_URL})"
    rf"|(?P<unicode>(?:\\{{1,4}}u{_HEX}{{4}}|%u{_HEX}{{4}})+)"
    rf"|(?P<hex>(?:\\{{1,2}}x{_HEX}{{2}})+)"
    rf"|(?P<percent>%[89A-Fa-f]{_HEX}(?:%{_HEX}{{2}})+)"
)
_SIGN = re.compile(rf"[\\%](?:u{_HEX}{{4}}|x[89a-fA-F]{_HEX}\\|[89a-fA-F]{_HEX}%)")
_UNIT = re.compile(rf"(?:\\+|%)u({_HEX}{{4}})(?:(?:\\+|%)u({_HEX}{{4}}))?")


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"\\%": "(?=[ux0-9a-fA-F])"}


def detect(text: str) -> bool:
    r"""Whether the text holds something like an escape.

    >>> detect(r"\u652f\u6559"), detect("增长50%，100%"), detect("%E6%94%AF")
    (True, False, True)
    """
    return ("\\" in text or "%" in text) and _SIGN.search(text) is not None


def edits(text: str) -> list[Edit]:
    r"""One edit a run of escapes, outside of addresses.

    >>> [edit.replacement for edit in edits(r"\u652f教，%E6%94%AF%E6%95%99，%D6%A7%BD%CC")]
    ['支', '支教', '支教']
    >>> edits("http://a.cn/%E6%94%AF 增长%20")
    []
    """
    if not detect(text):
        return []
    out = []
    for match in _ESCAPES.finditer(text):
        found = _decoded(match)
        if found is not None:
            replacement, pieces = found
            out.append(Edit(match.start(), match.end(), replacement, KIND, pieces=pieces))
    return out


def _decoded(match: re.Match[str]) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """The characters of a run with the length of the escape of each; None where it is none."""
    shown = match[0]
    if match["unicode"]:
        return _from_units(shown)
    if match["hex"]:
        values = re.findall(rf"x({_HEX}{{2}})", shown)
    elif match["percent"]:
        values = re.findall(rf"%({_HEX}{{2}})", shown)
    else:
        return None
    width = len(shown) // len(values)
    raw = bytes(int(value, 16) for value in values)
    for codec in ("utf-8", "gb18030"):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if _plausible(text, raw, codec):
            return text, tuple((width * len(c.encode(codec)), 1) for c in text)
    return None


def _from_units(shown: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    at = 0
    while at < len(shown):
        unit = _UNIT.match(shown, at)
        if unit is None:
            return None
        first, second = int(unit[1], 16), int(unit[2] or "0", 16)
        end = unit.end(1)
        if 0xD800 <= first < 0xDC00 and 0xDC00 <= second < 0xE000:
            first, end = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), unit.end(2)
        elif 0xD800 <= first < 0xE000 or (first < 32 and first not in (9, 10, 13)):
            return None
        parts.append(chr(first))
        pieces.append((end - at, 1))
        at = end
    return "".join(parts), tuple(pieces)


def _plausible(text: str, raw: bytes, codec: str) -> bool:
    """Whether decoded bytes can be text: any printable UTF-8 beyond ASCII, or GBK that is mostly Han.

    Two bytes may be a letter of UTF-8 as well as a character of GBK: ``%CA%B1`` is 时, not ʱ.
    """
    if any(c < " " and c not in "\t\r\n" for c in text):
        return False
    if codec == "utf-8":
        rare = all("\u0100" <= c < "\u0800" for c in text)
        return not text.isascii() and not (rare and set(raw.decode("gbk", "replace")) <= common_han())
    wide = [c for c in text if c >= "\x80"]
    han = sum("一" <= c <= "鿿" or c in common_han() for c in wide)
    return han * 4 >= len(wide) * 3 > 0
