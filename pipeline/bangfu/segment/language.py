"""Which language an article is in, as far as the rules care: Chinese, English, or another."""

from __future__ import annotations

import re

_OTHER = re.compile("[A-Za-zÀ-ɏͰ-ۿ぀-ヿ가-힣]+")
"""Letters that are no Han: most articles hold few or none, so the others are counted among these."""
_HAN = re.compile("[㐀-䶿一-鿿]+")
_KANA_HANGUL = re.compile("[぀-ヿ가-힣]+")
_LATIN = re.compile("[A-Za-z]+")
_ACCENTED = re.compile("[À-ɏͰ-ۿ]+")
_SLICE = 500
"""Characters looked at, at the beginning, the middle and the end: a page's head may be in English alone."""


def language(clean: str) -> str:
    """``zh``, ``en`` or ``other``, by the shares of letters; a text without letters is ``other``.

    Chinese where a seventh of the letters are Han (a Han character says as much as several Latin letters);
    English where nearly all are plain Latin.

    >>> language("支教老师Li Xiaoyun到校"), language("Teachers of 支教 came."), language("先生はここにいます")
    ('zh', 'en', 'other')
    """
    if len(clean) > 3 * _SLICE:
        middle = len(clean) // 2
        clean = clean[:_SLICE] + clean[middle : middle + _SLICE] + clean[-_SLICE:]
    others = "".join(_OTHER.findall(clean))
    if not others:
        return "zh" if _HAN.search(clean) else "other"
    latin, kana, odd = (_count(letters, others) for letters in (_LATIN, _KANA_HANGUL, _ACCENTED))
    han = _count(_HAN, clean)
    if han * 6 >= latin + kana + odd and han > kana * 4:
        return "zh"
    return "en" if latin and (kana + odd) * 20 <= latin else "other"


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
