"""Which language an article is in, as far as the rules care: Chinese, English, or another."""

from __future__ import annotations

import re

_HAN = re.compile("[㐀-䶿一-鿿]")
_KANA_HANGUL = re.compile("[぀-ヿ가-힣]")
_LATIN = re.compile("[A-Za-z]")
_ACCENTED = re.compile("[À-ɏͰ-ۿ]")
_SLICE = 2000
"""Characters looked at, at the beginning, the middle and the end: a page's head may be in English alone."""


def language(clean: str) -> str:
    """``zh``, ``en`` or ``other``, by the shares of letters; a text without letters is ``other``.

    Chinese where an eighth of the letters are Han (a Han character says as much as several Latin letters);
    English where nearly all are plain Latin.

    >>> language("支教老师Wu Wenkai到校"), language("Teachers of 支教 came."), language("先生はここにいます")
    ('zh', 'en', 'other')
    """
    if len(clean) > 3 * _SLICE:
        middle = len(clean) // 2
        clean = clean[:_SLICE] + clean[middle : middle + _SLICE] + clean[-_SLICE:]
    han, latin = len(_HAN.findall(clean)), len(_LATIN.findall(clean))
    letters = (
        han + latin + (kana := len(_KANA_HANGUL.findall(clean))) + (odd := len(_ACCENTED.findall(clean)))
    )
    if han * 7 >= letters > 0 and kana * 4 < han:
        return "zh"
    return "en" if latin and (kana + odd) * 20 <= latin else "other"
