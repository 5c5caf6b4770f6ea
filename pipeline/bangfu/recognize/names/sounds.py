"""What speaks against a transcription, or against a name among the sounds of a longer one."""

from __future__ import annotations

from bangfu.lexicon import mapping
from bangfu.recognize.names.borders import CLOSED, OPEN, closing, surname_at
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.news_words import heard


def within_sounds(context: Context, start: int, end: int) -> bool:
    """Whether a span is the end of a longer transcription: 阿夫杰|耶夫卡."""
    known = mapping("foreign_name_chars")
    before = context.clean[start - 1 : start]
    if known.get(before) != "2" or start in context.titles_ending:
        return False
    return len(context.word_before(start)) == 1 and all(known.get(c) == "2" for c in context.clean[start:end])


def of_words(context: Context, start: int, end: int) -> bool:
    """Whether a part of a span is a word of the news that is no name: 法治|思维."""
    for at in range(start, end):
        word = context.starting.get(at, "")
        inside = 1 < len(word) < end - start and at + len(word) <= end
        if inside and heard(word):
            return not dictionary_tag(word).startswith(("nr", "ns", "nz"))
    return False


def stands_alone(context: Context, start: int, end: int) -> bool:
    """Whether nothing but its sounds speaks for a transcription: it stands once, beside no act or title."""
    if (
        context.padded[start + 2] in " \u3000（(："
        or start in context.titles_ending
        or (end - start == 3 and surname_at(context.clean, start))
    ):
        return False
    single = context.clean.count(context.clean[start:end]) == 1
    return single and end not in context.titles_starting and closing(context, end) in (OPEN, CLOSED)
