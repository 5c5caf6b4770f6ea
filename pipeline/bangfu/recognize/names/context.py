"""What surrounds a candidate name: the words of the text and the titles, by offset."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.recognize.names.cuts import LEAST, master_names, recut, unjoined
from bangfu.recognize.names.elements import Run, freed, runs
from bangfu.recognize.names.openings import occurrences

_COMPOUND = 3
"""Nouns of more characters may be several words: 二十大|代表."""
PAD = "¶¶¶"


@dataclass(frozen=True, slots=True)
class Context:
    """A text ready for questions about spans of it.

    ``padded`` is the clean text with :data:`PAD` on both ends, so that neighbours always exist, and with ¶
    for the end of a line: offset *i* of clean text is *i* + 3 there. ``words`` are the dictionary words that
    cut it, ``starts`` their offsets in clean text, ``starting`` the word that starts at an offset;
    ``titles_ending`` and ``titles_starting`` give the class of the title that does, "plain" for a noun of
    people; ``titled`` holds every offset inside of a title or its department. ``bodies`` are the offsets
    where the name of an institution ends, ``elements`` the known elements of names of the minorities.
    """

    clean: str
    padded: str
    words: Sequence[str]
    starts: Sequence[int]
    starting: Mapping[int, str]
    titles_ending: Mapping[int, str]
    titles_starting: Mapping[int, str]
    titled: frozenset[int]
    bodies: Sequence[int]
    elements: Sequence[Run]

    def word_before(self, offset: int) -> str:
        """The dictionary word that ends at an offset of clean text, empty where none does.

        >>> context_of("校长王小明", ()).word_before(2)
        '校长'
        """
        if not offset or (offset not in self.starting and offset < len(self.clean)):
            return ""
        return self.words[bisect_left(self.starts, offset) - 1]


def context_of(clean: str, titles: tuple[Mention, ...], institutions: tuple[Mention, ...] = ()) -> Context:
    """Cut a clean text into dictionary words and note where its titles and institutions are.

    >>> context_of("校长王小明", ()).starting[0]
    '校长'
    """
    people = list(occurrences(clean, "people_nouns"))
    nouns = [*people, *[(t.start, t.end) for t in titles]]
    masters = list(master_names(clean))
    tokens = recut(clean, recut(clean, unjoined(dictionary.cut(clean)), sorted(nouns)), masters, LEAST)
    elements = runs(clean)
    tokens = freed(clean, tokens, elements)
    starts = list(accumulate(map(len, tokens), initial=0))
    starts.pop()
    starting = dict(zip(starts, tokens, strict=True))
    return Context(
        clean,
        f"{PAD}{clean}{PAD}".replace("\n", "¶"),
        tokens,
        starts,
        starting,
        {
            # 老兵, 店主: nouns of people that are no titles.
            **{
                end: "plain"
                for start, end in people
                if len(starting.get(start, "")) == end - start
                or (end - start > _COMPOUND and start in starting and end in starting)
            },
            **{end: "prof" for _, end in masters if end in starting},
            # 妇女儿|童, 对外公|布: a noun of people that ends within a word is none.
            **{t.end: t.value.kind for t in titles if t.value.kind != "plain" or t.end in starting},
        },
        {t.start: t.value.kind for t in titles},
        frozenset(at for t in titles for at in range(t.start - len(t.value.department or ""), t.end)),
        [m.end for m in institutions],
        elements,
    )


@lru_cache(maxsize=32_768)
def dictionary_tag(word: str) -> str:
    """The part of speech that jieba's dictionary gives a word.

    >>> dictionary_tag("北京")
    'ns'
    """
    tagged = dictionary.tag(word)
    return str(tagged[0][1]) if len(tagged) == 1 else ""
