"""Bytes to the first string.

What wins, in this order:

1. a byte order mark (UTF-8, UTF-16, UTF-32, GB18030);
2. UTF-16 or UTF-32 without a mark, where there are NUL or other control bytes and the reading is text; any
   other data with NULs, or more than one control byte in a hundred, is binary;
3. UTF-8, where the bytes are valid UTF-8 (but for a cut last character, or a few bad bytes in a hundred):
   nothing else is valid UTF-8 by chance, beyond a handful of characters;
4. of GB18030, Big5 (as cp950, or big5hkscs for Hong Kong characters) and UTF-16, the reading whose characters
   are commonest in Chinese prose (:mod:`bangfu.read.plausible`): Big5 bytes are often valid GB18030, so
   that validity says little. A declared charset (the caller's, else the page's ``<meta>``) tips the scales;
   it does not overrule a clear reading, because mirrors keep the header of the page that they copied. Only
   a declared Japanese or Korean charset that gives kana or hangul comes first;
5. where no reading is Chinese: the declared charset if it is valid, then charset-normalizer's guess.

``gb2312`` and ``gbk`` mean gb18030, of which both are subsets.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from bangfu.errors import RejectError
from bangfu.read.plausible import has_chinese, is_chinese, mean_surprise, surprise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"PAR1", "a Parquet file"),
)
_ALIASES = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gb_2312": "gb18030",
    "x-gbk": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5-hkscs": "big5",
    "x-x-big5": "big5",
    "cp950": "big5",
}
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_CONTROL = re.compile(rb"[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]")
_NEIGHBOURS = frozenset(("shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949"))
_KANA_HANGUL = re.compile("[぀-ヿ가-힣]")
_WIDE = re.compile("[\u0800-\ufffc]")
_SAMPLE = 1 << 16
"""Bytes that are looked at to choose: prose betrays itself long before."""

_COMMON = 9
"""Mean surprise of characters as common as those of a headline."""

_CLEAR = 60
"""Characters beyond which the mean is no chance: in news, right readings are below 7.5, wrong over 13."""

_BAD = 0.1
"""The share of characters that may be lost before the article is no article any more."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the encoding (a codec of Python) that fitted, and whether bytes were lost."""

    text: str
    encoding: str
    lossy: bool = False


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes by the rules on this page; ``declared`` is a charset from a header of the transport.

    A cut last character is dropped (in GB18030 a cut first one too), and bytes that fit nothing become
    U+FFFD: both make the result lossy.
    Raises :class:`RejectError` (stage ``decode``) for binary data, and where no encoding fits.

    >>> decode("帮扶".encode("gbk"))
    Decoded(text='帮扶', encoding='gb18030', lossy=False)
    >>> decode("幫扶".encode("big5"))
    Decoded(text='幫扶', encoding='cp950', lossy=False)
    """
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise RejectError("decode", f"binary data: {what}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_lenient(data, encoding, mark))
    if b"\0" in data or len(_CONTROL.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) / 100:
        return _checked(_wide(data))
    found = _utf8(data)
    if found is not None:
        return _checked(found)
    hint = _codec(declared) or _codec(_declared_in(data))
    return _checked(_neighbour(data, hint) or _chinese(data, hint) or _foreign(data, hint))


def _declared_in(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 4096)
    return match.group(1).decode("ascii") if match else None


def _codec(name: str | None) -> str | None:
    """A codec's name for a declared charset; none for those that Python does not know."""
    if not name:
        return None
    name = name.strip().lower()
    try:
        return _ALIASES.get(name) or codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _lenient(data: bytes, encoding: str, mark: bytes = b"") -> Decoded:
    """Strictly if possible; else without a cut last character; else with U+FFFD for what does not fit."""
    if encoding == "gb18030":
        data = data.removeprefix(mark)
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if error.end == len(data) and len(data) - error.start < 4 and error.start:
            try:
                return Decoded(data[: error.start].decode(encoding), encoding, lossy=True)
            except UnicodeDecodeError:
                pass
    return Decoded(data.decode(encoding, "replace"), encoding, lossy=True)


def _utf8(data: bytes) -> Decoded | None:
    found = _lenient(data, "utf-8")
    if found.lossy:
        lost = found.text.count("\ufffd")
        return found if lost * 10 <= len(_WIDE.findall(found.text)) else None
    # Two or three Chinese characters in GB18030 may be valid UTF-8 too: of Greek, Cyrillic or Arabic letters.
    if 4 <= len(data) < 16 and min(data) > 127 and max(found.text) < "\u0800":
        other = _lenient(data, "gb18030")
        if not other.lossy and surprise(other.text) < _COMMON * len(other.text):
            return other
    return found


def _wide(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark."""
    readings = []
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        reading = _lenient(data[:_SAMPLE], encoding).text
        if reading and "\0" not in reading:
            readings.append((surprise(reading) / len(reading), encoding))
    if readings and min(readings)[0] < 11:
        return _lenient(data, min(readings)[1])
    raise RejectError("decode", "binary data: NUL or other control bytes, and no UTF-16 text")


def _chinese(data: bytes, hint: str | None) -> Decoded | None:
    """The likeliest Chinese reading, if any is Chinese."""
    sample = data[:_SAMPLE]
    readings = []
    for order, encoding in enumerate(("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")):
        text = sample.decode(encoding, "replace")
        declared = hint == encoding or (hint == "big5" and encoding in ("cp950", "big5hkscs"))
        readings.append((surprise(text) - len(text) * declared, order, encoding, text))
        if mean_surprise(text, at_least=_CLEAR) < _COMMON:
            break  # No second encoding makes prose of the same bytes: 1,500 characters in 0.3 ms, not in 1.5.
    _, _, encoding, text = min(readings)
    if is_chinese(text) or has_chinese(text):
        return _lenient(data, encoding)
    # GB18030 with a byte lost near its beginning is prose when read one byte later.
    behind = sample[1:].decode("gb18030", "replace")
    if is_chinese(behind):
        return replace(_lenient(data[1:], "gb18030"), lossy=True)
    return _lenient(data, "gb18030") if has_chinese(behind) else None


def _neighbour(data: bytes, hint: str | None) -> Decoded | None:
    """Japanese or Korean, where declared and borne out: their bytes too are common characters in GB18030."""
    if hint not in _NEIGHBOURS:
        return None
    found = _lenient(data, hint)
    letters = len(_KANA_HANGUL.findall(found.text))
    return found if not found.lossy and letters * 4 > len(_WIDE.findall(found.text)) else None


def _foreign(data: bytes, hint: str | None) -> Decoded:
    """Some other language's encoding: as declared, else as charset-normalizer guesses."""
    if hint and hint not in ("utf-8", "ascii"):
        try:
            return Decoded(data.decode(hint), hint)
        except (UnicodeDecodeError, LookupError):
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise RejectError("decode", "no encoding fits the bytes")
    return _lenient(data, best.encoding)


def _checked(found: Decoded) -> Decoded:
    """Refuse what has lost too much."""
    length = len(found.text)
    if found.lossy and (lost := found.text.count("\ufffd")) > _BAD * length:
        raise RejectError("decode", f"{lost} of {length} characters fit no encoding")
    return found
