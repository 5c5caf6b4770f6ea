"""The features of a candidate name, shared by the training script and the model.

A feature is a column and a value: what kind of evidence, and the characters that it speaks of. Each function
that gives values has one beside it that names their columns; an empty value is no feature. ``own`` looks at
the name alone, ``placed`` at the words that cut it, ``outer`` at what stands around it.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import mapping
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.likeness import likeness
from bangfu.recognize.places import is_place

_DIGITS = "0123456789"
HAN, FOREIGN = "H", "F"
"""The kinds of candidate: a surname and a given name, or a transcription."""


def shape(context: Context, start: int, end: int) -> str:
    """How dictionary words cut a span: their lengths; ``<`` or ``>`` where a word crosses its border.

    >>> from bangfu.recognize.names.context import context_of
    >>> shape(context_of("请李文彬来", ()), 1, 4)
    '111'
    """
    at, lengths = start, ""
    starting = context.starting
    if at not in starting:
        return "<" if end in starting else "<>"
    while at < end:
        length = len(starting[at])
        lengths += _DIGITS[length] if length < 9 else "9"
        at += length
    return lengths if at == end else lengths[:-1] + ">"


@lru_cache(maxsize=64)
def own_columns(kind: str, length: int, surname: int) -> tuple[str, ...]:
    """The columns of :func:`own` for a name of so many characters."""
    if kind == FOREIGN:
        return ("Fb", "FP", "Fs", "Fe", "Fz", *["Fc"] * length)
    short = min(length - surname, 2) + 1
    return ("Hb", "HP", f"s{short}", f"e{short}", f"q{short}", f"p{short}", *["m"] * (length - surname == 2))


def own(name: str, kind: str, surname: int) -> tuple[str, ...]:
    """Evidence of the name itself; ``surname`` is the length of its surname (0 for a transcription)."""
    length = str(len(name))
    place = "1" if is_place(name) else ""
    if kind == FOREIGN:
        known = mapping("foreign_name_chars")
        share = sum(known.get(c) == "2" for c in name) * 9 // len(name)
        return (length, place, name[0], name[-1], str(share), *name)
    family = name[0] if surname == 1 else mapping("compound_surnames")[name[:surname]]
    given = likeness(name[-1])[1] + (likeness(name[surname])[0] if len(name) > surname + 1 else 0.0)
    middle = (name[surname],) * (len(name) == surname + 2)
    return (length, place, family, name[-1], str(bounded(round(given))), name[: surname + 1], *middle)


def bounded(odds: int) -> int:
    """Rounded log-odds as far as they are told apart."""
    return max(-7, min(7, odds))


def placed_columns(kind: str) -> tuple[str, ...]:
    """The columns of :func:`placed`."""
    return ("Fk", "Ft", "Fn") if kind == FOREIGN else ("Hk", "Ht")


def placed(context: Context, start: int, end: int, kind: str) -> tuple[str, ...]:
    """Evidence of how the words of the text cut the span."""
    cut = shape(context, start, end)
    length = str(end - start)
    tag = cut + dictionary_tag(context.clean[start:end]) if cut == length else ""
    if kind == FOREIGN:
        known = mapping("foreign_name_chars")
        around = f"{known.get(context.padded[start + 2], '')},{known.get(context.padded[end + 3], '')}"
        return length + cut, tag, around
    return length + cut, tag


@lru_cache(maxsize=16_384)
def _class(char: str) -> str:
    return "汉" if "\u4e00" <= char <= "\u9fff" else "0" if char.isalnum() else char


@lru_cache(maxsize=8_192)
def _word(word: str) -> str:
    """A neighbouring word; the names among them are one class, so that no weight knows anybody."""
    return "人" if len(word) > 1 and dictionary_tag(word).startswith("nr") else word


def outer_columns(kind: str, length: int) -> tuple[str, ...]:
    """The columns of :func:`outer` for a candidate of so many characters."""
    short = f"{kind}{min(length, 4)}"
    return (f"l{kind}", "L", f"r{short}", "R", "x", "w", "tl", "tr", f"c{short}", f"Tl{kind}", f"Tr{kind}")


def outer(context: Context, start: int, end: int) -> tuple[str, ...]:
    """Evidence around the span."""
    padded = context.padded
    at, to = start + 3, end + 3
    left, right = padded[at - 1], padded[to]
    return (
        left,
        padded[at - 2 : at],
        right,
        padded[to : to + 2],
        padded[to - 1 : to + 1],
        padded[at - 1 : at + 1],
        _word(context.word_before(start) or "<"),
        _word(context.starting.get(end, ">")),
        _class(left) + _class(right),
        context.titles_ending.get(start, ""),
        context.titles_starting.get(end, ""),
    )
