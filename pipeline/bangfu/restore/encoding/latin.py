"""Chinese pages read with a table of single bytes: ``ä¸\xadæ–‡``, ``ÖÐÎÄ``, ``¤¤¤å``.

Every character is one byte, so the bytes come back by one translation that keeps offsets, and patterns over
bytes are patterns over the translated text. UTF-8 is known by its structure. GBK and Big5 have almost none: a
stretch is theirs only where the characters that come out are common ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.alignment import Edit
from bangfu.restore.byte_shift.codes import simplified
from bangfu.restore.encoding.tables import common_han, single_bytes
from bangfu.restore.language_model.search import score

KIND = "misdecoded"

_UTF8 = re.compile(
    "(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
    "|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf4][\x80-\xbf]{3})+"
)
_RUN = re.compile("[\x00-\x09\x0b-\xff]+")
_HIGH = re.compile("[\x80-\xff]")

# A letter of Latin-1 with another character of the upper half behind it; quotes, dashes and dots alone, which
# Chinese text is full of, are no sign.
_SIGN = re.compile(
    "[\xa1-\xff\u0100-\u017f\u02c7\u02d8-\u02dd]"
    "(?:[\x80-\xb6\xb8-\xff\u0100-\u017f\u0192\u02c6\u02c7\u02d8-\u02dd\u20ac\u2020-\u2022\u201a\u201e\u2030\u2039\u203a\u2122]"
    "|(?<![·×])[“”‘’—…–])"
)
_TYPOGRAPHY = frozenset("“”‘’—–…·•")
_SHORTEST = 2
"""Characters of GBK or Big5 that a stretch must give before it is believed."""

_LONG = 6
_WORST, _WORST_LONG = -8.5, -11.5
"""Mean log probability of a character, below which decoded text is no Chinese; a long stretch of common
characters is no accident, however odd its words are."""


def signs() -> str:
    """The characters without which there is nothing to do, and what stands around them."""
    return "".join(map(chr, (*range(0xA1, 0x180), 0x2C7, *range(0x2D8, 0x2DE))))


def detect(text: str) -> bool:
    """Whether two characters stand side by side that misread Chinese is made of.

    >>> detect("ä¸\\xadæ–‡"), detect("ÖÐÎÄ"), detect("“支教”……"), detect("Noël über Málaga")
    (True, True, False, False)
    """
    return _SIGN.search(text) is not None


def edits(text: str) -> list[Edit]:
    """One edit a misread stretch.

    >>> [edit.replacement for edit in (*edits("题目：ÖÐÎÄ2Ìõ"), *edits("ä¸\\xadæ–‡"))]
    ['中文2条', '中文']
    """
    if not detect(text):
        return []
    out: list[Edit] = []
    seen = text.translate(single_bytes())
    for run in _RUN.finditer(seen):
        if _HIGH.search(run[0]) and _SIGN.search(text, run.start(), run.end()):
            out.extend(_in_run(text, seen, run.start(), run.end()))
    return out


def _in_run(text: str, seen: str, start: int, stop: int) -> Iterator[Edit]:
    """The edits of a stretch in which every character can be one byte."""
    run = seen[start:stop]
    high = len(_HIGH.findall(run))
    shown = text[start:stop]
    shaped = list(_UTF8.finditer(run))
    found = [m for m in shaped if _is_utf8(shown[m.start() : m.end()], m[0])]
    # Pairs of GBK often look like two bytes of UTF-8; three that give a common character hardly ever do.
    three = 3 * sum(c in common_han() for match in found for c in simplified(_decodes(match[0])))
    if found and (three * 2 >= high or sum(len(match[0]) for match in found) == high):
        # Beside stretches beyond doubt, a letter before a quote or a dot (Â·) is one as well.
        beyond_doubt = any(len(match[0]) > 5 for match in found)
        for match in shaped if beyond_doubt else found:
            if match in found or _decodes(match[0]):
                yield _edit(start + match.start(), match[0], "utf-8", 1.0)
        return
    for begin, end in _cuts(run, shown):
        for codec, decoded in _double_byte(run[begin:end]):
            used = len(decoded.encode(codec))
            yield _edit(start + begin, run[begin : begin + used], codec, 0.98)
            return
    # Among other bytes, two that look like a letter of UTF-8 are chance.
    for match in found:
        if len(match[0]) > 2 and three:
            yield _edit(start + match.start(), match[0], "utf-8", 0.95)


def _cuts(run: str, shown: str) -> Iterator[tuple[int, int]]:
    """Where pairs of bytes may begin and end: quotes and dashes at the borders may be what they seem."""
    first = _HIGH.search(run)
    assert first is not None
    yield first.start(), len(run)
    inner = shown.strip(_BORDER)
    begin = len(shown) - len(shown.lstrip(_BORDER))
    if inner and (begin, len(inner)) != (first.start(), len(run) - first.start()):
        yield begin, begin + len(inner)


_BORDER = "".join(map(chr, range(0x80))) + "“”‘’—–…"


def _is_utf8(shown: str, run: str) -> bool:
    """Whether a stretch that has the structure of UTF-8 is misread, and not letters before a quote."""
    decoded = _decodes(run)
    if len(decoded) == 1 and all(c in _TYPOGRAPHY for c in shown[1:]):
        return False
    return len(decoded) > 1 or decoded >= "\xa0"


def _decodes(run: str) -> str:
    """The text of a stretch of UTF-8; empty where it is none."""
    try:
        return run.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _double_byte(run: str) -> list[tuple[str, str]]:
    """The codec and the text of a stretch of GBK or Big5; empty where it is neither."""
    best: list[tuple[float, str, str]] = []
    raw = run.encode("latin-1")
    for codec in ("gb18030", "cp950"):
        for cut in (raw, raw[:-1]):
            try:
                decoded = cut.decode(codec)
            except UnicodeDecodeError:
                continue
            plain = simplified(decoded)
            wide = [c for c in plain if c >= "\x80"]
            common = sum(c in common_han() for c in wide)
            if len(wide) >= _SHORTEST and common * 5 >= len(wide) * 4:
                mean = score(plain[:2000]) / len(plain[:2000])
                if mean > (_WORST if len(wide) < _LONG else _WORST_LONG):
                    best.append((mean, codec, decoded))
            break
    return [(codec, decoded) for _, codec, decoded in sorted(best, reverse=True)[:1]]


def _edit(start: int, run: str, codec: str, confidence: float) -> Edit:
    decoded = run.encode("latin-1").decode(codec)
    pieces = tuple((len(c.encode(codec)), 1) for c in decoded)
    return Edit(start, start + len(run), decoded, KIND, confidence, pieces=pieces)
