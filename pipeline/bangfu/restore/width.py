"""Code points that look like others: radicals, compatibility and full-width forms, dots in names.

Mapped by table, not by NFKC: NFKC would turn ``，`` into ``,`` and ``①`` into ``1``. Digits and Latin letters
become ASCII, because numbers and abbreviations are read in one form only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bangfu import lexicon
from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "width"


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"".join(table()) + _CIRCLES: "", ".": "(?=[\u3400-\u9fff])"}


def detect(text: str) -> bool:
    """Whether such a code point occurs.

    >>> detect("⻓江２０"), detect("长江20，①②")
    (True, False)
    """
    if _any().search(text) or _ASTRAL.search(text):
        return True
    return "." in text and _name_stop().search(text) is not None and not _stops_are_ascii(text)


def edits(text: str) -> list[Edit]:
    """Replace them one by one; a dot between two Han characters becomes the dot of names.

    >>> from bangfu.alignment import apply_edits
    >>> text = "⻄⻓⼀﨑，２０．５％，ＡＰＰ，买买提•艾力"
    >>> apply_edits(text, edits(text))[0]
    '西长一崎，20.5%，APP，买买提·艾力'
    """
    forms, found = table(), list[Edit]()
    for hit in (*_any().finditer(text), *_ASTRAL.finditer(text)):
        char, at = hit.group(), hit.start()
        if char in _CIRCLES:
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char in _DOTS and not (_is_han(before) and _is_han(after)):
            continue
        if char == "．" and _name_stop().match(text, at):
            continue
        if char in "．％" and not (before.isdigit() and (char == "％" or after.isdigit())):
            continue
        found.append(Edit(at, at + 1, forms[char], KIND))
    zeros = ((hit, "〇" * len(hit.group())) for hit in _ZERO.finditer(text))
    stops = () if _stops_are_ascii(text) else ((hit, "·") for hit in _name_stop().finditer(text))
    thousands = ((hit, ",") for hit in _THOUSANDS.finditer(text))
    for hit, new in (*zeros, *stops, *thousands):
        found.append(Edit(hit.start(), hit.end(), new, KIND, 0.9))
    return sorted(found, key=lambda edit: edit.start)


def _stops_are_ascii(text: str) -> bool:
    """Whether the full stops of a text are ASCII ones, so that one inside of a name cannot be told."""
    if "." not in text or "。" in text:
        return False
    return any(not _name_stop().match(text, hit.start()) for hit in _SENTENCE_END.finditer(text))


_SENTENCE_END = re.compile(r"\.(?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff\n]|\Z)")


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


@lru_cache(maxsize=1)
def table() -> dict[str, str]:
    """Every such code point with what it stands for."""
    forms = dict(lexicon.mapping("lookalikes"))
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1D), (0xFE10, 0xFE6B)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code) and unicodedata.category(plain) != "Mn":
                forms.setdefault(chr(code), _CHINESE.get(plain, plain))
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):
        forms[chr(code)] = chr(code - 0xFEE0)
    return forms


_CIRCLES = "○◯"
_ZERO = re.compile(f"[{_CIRCLES}](?<=[一二三四五六七八九〇].)[{_CIRCLES}]*")
_THOUSANDS = re.compile("，(?<=[０-９].)(?<![０-９]{4}.)(?=[０-９]{3}(?![０-９]))")
_ASTRAL = re.compile("[\U0002f800-\U0002fa1d]")  # apart: such a range slows a whole character class
_DOTS = "•‧・∙⋅･"
_CHINESE = dict(zip(",;:!?()", "，；：！？（）", strict=True))


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    forms = sorted(form for form in table() if ord(form) < 0x10000)
    return re.compile(f"[{_CIRCLES}{''.join(map(re.escape, forms))}]")


@lru_cache(maxsize=1)
def _name_stop() -> re.Pattern[str]:
    """A full stop for the dot of a name: between characters that transcribe foreign and minority names."""
    rows = lexicon.table("foreign_name_chars")
    loose, strict = ("".join(row[0] for row in rows if row[1] >= least) for least in ("1", "2"))
    return re.compile(f"[.．](?<=[{loose}][{strict}].)(?=[{strict}][{loose}])")
