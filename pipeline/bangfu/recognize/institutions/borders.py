"""Where the name in front of a head could begin, and the evidence for each of these borders.

Shared by the model and its training script. A feature is a column and a value; each function that gives
values has one beside it that names their columns, and an empty value is no feature. Names are seen as classes
of words only, so that no weight knows any.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bangfu.recognize.institutions.heads import Head, Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.shapes import BATCH_TAG, PLACE_TAG
from bangfu.recognize.institutions.words import Words, is_word, pieces_of, tag_of
from bangfu.recognize.places import is_place

MOST_CHARS = 26
"""How far left of its head a name is looked for."""

_MOST_WORDS = 4  # of a name's shape
_NEAR = 3000  # characters, so that the time stays linear
_ENDS = frozenset("，。；！？：、\n…,;!?: \u3000")
_KEPT = frozenset("、：")
# Words that no name holds: what lies left of them is not looked at.
_OUTSIDE = frozenset("的了着在")
_OPENING, _CLOSING = frozenset("“‘（(《【「"), frozenset("”’）)》】」")


class Sort(NamedTuple):
    """What a word is to the model: its part beside heads; the word, or its class where it may be a name."""

    part: str
    word: str


class Border(NamedTuple):
    """A place where the name could begin, between two words or inside one that no dictionary holds.

    ``beyond`` is the word left of ``left``; ``cut`` tells, of a border inside of a word, how long its halves
    are; ``inside`` is how many words lie between ``right`` and the head.
    """

    start: int
    left: Sort
    right: Sort
    beyond: Sort
    cut: str
    inside: int


EDGE = Sort("<", "<")


@lru_cache(maxsize=1 << 14)
def sort_of(word: str, tag: str) -> Sort:
    """The sort of a word with its tag.

    >>> sort_of("医学", "n"), sort_of("河北", "ns"), sort_of("，", "x")
    (Sort(part='GENERIC', word='医学'), Sort(part='PLACE', word='地2'), Sort(part='<', word='<'))
    """
    if word[-1] in _ENDS:
        return Sort("<", word[-1] if word[-1] in _KEPT else "<")
    part = part_of(word, tag)
    length = str(min(len(word), 4))
    if part is Part.PLACE or is_place(word):
        word = "地" + length
    elif tag.startswith("nr"):
        word = "人" + length
    elif len(word) > 1 and not is_word(word):
        word = f"新{length}{tag[0]}"
    elif tag in ("nt", "nz"):
        word = "专" + length
    return Sort(part.name, word)


def borders(words: Words, hit: Hit, floor: int, also: int | None) -> tuple[list[Border], list[Sort]]:
    """The borders left of a head, the nearest first, and the sorts of the words there.

    ``floor`` is where the sentence begins; ``also`` is a border to take wherever it lies.
    """
    tokens = _tokens(words, hit, floor)
    sorts = [sort_of(word, tag) for _, word, tag in tokens]
    sorts += [EDGE, EDGE]
    found: list[Border] = []
    marks = 0  # brackets and quotes that are still to open: no name begins in one and ends behind it
    for k, (start, word, tag) in enumerate(tokens):
        if sorts[k].part == "<" or word in _OUTSIDE or (word[0] in _OPENING and not marks):
            break
        marks += (word[0] in _CLOSING) - (word[0] in _OPENING)
        if marks:
            continue
        if len(word) > 1:
            given = also - start if also is not None and start < also < start + len(word) else 0
            for at, left, right, cut in _halves(word, tag, given):
                found.append(Border(start + at, left, right, sorts[k + 1], cut, k))
        beyond = sorts[k + 2] if sorts[k + 1].part != "<" else EDGE
        found.append(Border(start, sorts[k + 1], sorts[k], beyond, "", k))
    return found, sorts


@lru_cache(maxsize=1 << 13)
def _halves(word: str, tag: str, given: int) -> tuple[tuple[int, Sort, Sort, str], ...]:
    """The borders inside of a word, the nearest to its end first, with what stands beside them."""
    kind = "新" if tag == "x" or not is_word(word) else "词"
    return tuple(
        (
            at,
            sort_of(word[:at], tag_of(word[:at])),
            sort_of(word[at:], tag_of(word[at:])),
            f"{kind}{at}{len(word) - at}",
        )
        for at in _inside(word, tag, given)
    )


def _inside(word: str, tag: str, given: int) -> Sequence[int]:
    """Where a name could begin inside of a word: anywhere in an unknown one, behind 由 in others."""
    size = len(word)
    if tag in (PLACE_TAG, BATCH_TAG) or is_place(word):
        return (given,) if given else ()
    if not is_word(word) and "\u4e00" <= word[0] <= "\u9fff":
        return range(size - 1, 0, -1)
    begins = {given, 1} if size in (3, 4) else {given}
    return sorted(begins - {0}, reverse=True)


def _tokens(words: Words, hit: Hit, floor: int) -> list[tuple[int, str, str]]:
    """The words left of a head with starts and tags, the nearest first, up to one that ends a clause."""
    starts, begin = words.starts, words.starts[hit.first]
    out: list[tuple[int, str, str]] = []
    if begin < hit.start:
        for word, tag in pieces_of(words.text[begin : hit.start]):
            out.append((begin, word, tag))
            begin += len(word)
        out.reverse()
    seen = {hit.head.word}
    for i in range(hit.first - 1, -1, -1):
        word = words.words[i]
        if starts[i] < floor or hit.start - starts[i] > MOST_CHARS:
            break
        out.append((starts[i], word, words.tag(i)))
        # No name says a word twice, and hostile text does little else.
        if word[-1] in _ENDS or word in _OUTSIDE or (len(word) > 1 and word in seen):
            break
        seen.add(word)
    return out


EDGE_COLUMNS = ("l", "L", "lr", "R", "b", "cl", "cr", "c")


def edge(border: Border) -> tuple[str, ...]:
    """Evidence of the words at a border."""
    _, left, right, beyond, cut, _ = border
    beside = f"{beyond.word},{left.part}" if left.part != "<" else ""
    halves = (f"{cut[0]},{left.part}", f"{cut[0]},{right.part}", cut) if cut else ("", "", "")
    return (left.part, left.word, f"{left.part},{right.part}", right.word, beside, *halves)


CHAR_COLUMNS = ("x", "xx", "y")


def chars(text: str, start: int) -> tuple[str, ...]:
    """Evidence of the characters at a border."""
    return (text[start - 1] if start else "\n", text[start - 2 : start] if start > 1 else "", text[start])


def first_columns(head: Head) -> tuple[str, ...]:
    """The columns of :func:`first`."""
    return (f"f{head.group}", f"f{head.kind}", "fh", f"s{head.group}", f"s{head.kind}")


def first(head: Head, border: Border, sorts: Sequence[Sort]) -> tuple[str, ...]:
    """Evidence of how the name begins, and of its shape, to a head."""
    part = border.right.part
    shape = part[:2] + "".join([sort.part[:2] for sort in sorts[: min(border.inside, _MOST_WORDS)]])
    return (part, part, f"{part},{head.word}", shape, shape)


def inner_columns(head: Head) -> tuple[str, ...]:
    """The columns of :func:`inner`."""
    return (f"i{head.group}", f"i{head.kind}", "i", "ij")


def inner(sorts: Sequence[Sort], k: int) -> tuple[str, ...]:
    """Evidence of the word ``k`` inside of the name."""
    part, word = sorts[k]
    joined = f"{sorts[k + 1].part},{sorts[k - 1].part}" if part == "JOIN" else ""
    return (part, part, word, joined)


ARTICLE_COLUMNS = ("a", "am", "ae")


def article(text: str, hit: Hit, found: Sequence[Border]) -> list[tuple[str, ...]]:
    """Evidence of the rest of the article, for each border: whether it repeats the name in other places."""
    repeats: list[tuple[int, int]] = []
    for border in found:
        # What stands once stands so with more before it.
        once = bool(repeats) and repeats[-1][0] == 1
        repeats.append((1, 1) if once else _repeats(text, border.start, hit.end))
    out: list[tuple[str, ...]] = []
    most = varied = 0
    for (count, lefts), (longer, _) in zip(repeats, [*repeats, (0, 0)][1:], strict=True):
        whole = f"{int(longer < count)}{int(lefts > 1)}" if count > 1 and longer else ""
        beyond = f"{min(varied, 3)}{min(count, 2)}" if count < most else ""
        out.append((f"{min(count, 3)}{min(lefts, 3)}", whole, beyond))
        most, varied = max(most, count), max(varied, lefts)
    return out


def _repeats(text: str, start: int, end: int) -> tuple[int, int]:
    """How often a text holds a name near by, up to eight times, and behind how many different characters."""
    name, low, high = text[start:end], max(0, start - _NEAR), end + _NEAR
    at, count, lefts = text.find(name, low, high), 0, set()
    while at >= 0 and count < 8:
        lefts.add(text[at - 1] if at else "\n")
        count += 1
        at = text.find(name, at + 1, high)
    return count, len(lefts)


def none_columns(head: Head) -> tuple[str, ...]:
    """The columns of :func:`none`."""
    kind = head.kind + head.group
    return ("nh", f"n{kind}", f"n{head.group}", "n", "nw", "nn", "np", "nq", "nr")


def none(words: Words, hit: Hit, sorts: Sequence[Sort]) -> tuple[str, ...]:
    """Evidence of there being no name."""
    head, beside = hit.head.word, sorts[0]
    after = EDGE
    if hit.end < len(words.text):
        after = sort_of(*words.tagged(hit.end))
    return (
        head,
        "-",
        beside.part,
        beside.word,
        f"{beside.word},{head}",
        after.word,
        f"{beside.part},{head}",
        f"{after.part},{head}",
        after.part,
    )
