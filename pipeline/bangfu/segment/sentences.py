"""Sentences: where a stretch of prose ends, in Chinese and in English.

A sentence ends

- at a line break, so that titles and captions without a full stop stand alone;
- behind ``。！？`` (and ASCII ``!?`` before white space or behind a Chinese character), with the closing
  quotes and brackets that follow. Not where it visibly goes on: before a comma, colon, semicolon or closing
  ``》`` (《谁来帮我？》), nor before ``的 等 是 之`` behind a quote (“为什么？”的追问) or dots;
- behind ``……`` in the same way, outside of quotes: there it closes an enumeration and a clause of its own
  follows (推进一体化、支持振兴……工作座谈会召开). Within a quote it is a hesitation, and the sentence goes on;
- behind an English ``.`` before a blank and a capital, digit or quote, but not behind initials, the numbers
  of a list and the abbreviations of ``lexicons/abbreviations.txt``.

``；`` ends no sentence, also in lists: people and roles are linked over the whole of it;
:func:`bangfu.segment.clauses.clauses` cuts finer. The speaker behind a quote that ends with a full stop
(“……。”校长某某说，) begins a stretch of its own, so that the post and name there are not linked to bodies
that the quote mentions.
"""

from __future__ import annotations

import re

from bangfu.article import Span
from bangfu.lexicon import words

_OPEN, _SHUT = "“‘「『", "”’」』"
_CLOSE = rf"[{_SHUT}）)\]】〕\"']"
_JOINS = r"[、，；：,;:》〉]"

# The first item is a plain class, because the engine can then skip to the next candidate in C. Possessive
# quantifiers keep it from giving back a closing quote in order to please the lookahead. Blanks behind a mark
# are taken along, but no line break: where the mark turns out to end nothing, the break still does.
_END = re.compile(
    rf"""(
        [\n。！？…!?.]
        (?:
            (?<=\n)
          | (?:(?<=[。！？])|(?<=…)…*+(?![的等])|(?<=[一-鿿”’）][!?])) [。！？…!?]*+
            (?:(?!{_JOINS}|{_CLOSE}) | {_CLOSE}++(?!{_JOINS}|[的等是之]))
          | (?<=[!?]) [!?]*+ {_CLOSE}*+ (?=\s|\Z)
          | (?<=\.) {_CLOSE}*+ (?=[^\S\n]+["'“(\[]?[A-Z0-9])
        )
    )(?:(?<=\n)\s*+|[^\S\n]*+)""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\s\"'“(\[]*\Z")


def sentences(clean: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The sentences of ``clean[start:end]`` as spans of ``clean``, in order, without white space around them.

    They leave out nothing but white space. Time is linear in the length.

    >>> text = "山村来了新老师\\n“孩子们高兴坏了。”校长李山说。捐赠了书、桌椅……仪式3日举行。"
    >>> [text[s.start:s.end] for s in sentences(text)]
    ['山村来了新老师', '“孩子们高兴坏了。”', '校长李山说。', '捐赠了书、桌椅……', '仪式3日举行。']
    """
    stop = len(clean) if end is None else end
    out: list[Span] = []
    begin = _skip_blank(clean, start, stop)
    quoted, checked = False, begin  # whether a quote is open at `checked`, in this line
    for match in _END.finditer(clean, begin, stop):
        at, border = match.span(1)
        mark = clean[at]
        if mark == "\n":
            quoted, checked = False, border
            border = at
        elif mark == "…":
            quoted, checked = _quoted(clean, checked, at, quoted), at
            if quoted and not any(c in _SHUT for c in match[1]):
                continue
        elif mark == "." and _goes_on(clean, begin, at):
            continue
        if border > begin:
            if clean[border - 1].isspace():
                border = begin + len(clean[begin:border].rstrip())
            if border > begin:
                out.append(Span(begin, border))
        begin = match.end()
    border = begin + len(clean[begin:stop].rstrip())
    if border > begin:
        out.append(Span(begin, border))
    return tuple(out)


def _skip_blank(clean: str, start: int, stop: int) -> int:
    return stop - len(clean[start:stop].lstrip())


def _quoted(clean: str, start: int, end: int, before: bool) -> bool:
    """Whether a quote is open at ``end``, if ``before`` says so for ``start``."""
    opened = max(clean.rfind(mark, start, end) for mark in _OPEN)
    closed = max(clean.rfind(mark, start, end) for mark in _SHUT)
    return before if opened == closed else opened > closed


def _goes_on(clean: str, begin: int, dot: int) -> bool:
    """Whether the full stop belongs to an initial, an abbreviation or the number of a list's item."""
    found = _WORD.search(clean, max(begin, dot - 12), dot)
    word = found[0] if found else ""
    if word.isdecimal():
        return dot - len(word) == begin
    return (len(word) == 1 and word.isalpha()) or "." in word or word in words("abbreviations")
