"""What speaks against a transcription, or against a name among the sounds of a longer one."""

from __future__ import annotations

from bangfu.lexicon import mapping
from bangfu.recognize.names.borders import CLOSED, OPEN, closing
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.news_words import heard


def within_sounds(context: Context, start: int, end: int) -> bool:
    """Whether a span is the end of a longer transcription: 阿夫杰|耶夫卡."""
    known = mapping("foreign_name_chars")
    if start in context.titles_ending or len(context.word_before(start)) != 1:
        return False
    return all(known.get(char) == "2" for char in context.clean[start - 1 : end])


def of_words(context: Context, start: int, end: int) -> bool:
    """Whether a part of a span is a word of the news that is no name: 法治|思维."""
    for at in range(start, end):
        word = context.starting.get(at, "")
        if 1 < len(word) < end - start and heard(word):
            return not dictionary_tag(word).startswith(("nr", "ns", "nz"))
    return False


def stands_alone(context: Context, start: int, end: int) -> bool:
    """Whether nothing but its sounds speaks for a transcription: it stands once, beside no act."""
    single = context.clean.count(context.clean[start:end]) == 1
    return single and closing(context, end) in (OPEN, CLOSED)
