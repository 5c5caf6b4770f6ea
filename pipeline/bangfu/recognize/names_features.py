"""The features of a candidate name, shared by the training script and the model.

Each is a short string: a letter for the kind of evidence, then the characters that it speaks of. ``own``
looks at the name alone, ``placed`` at the words that cut it, ``outer`` at what stands around it.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import mapping, table
from bangfu.recognize.names_context import Context, dictionary_tag
from bangfu.recognize.places import is_place

_DIGITS = "0123456789"
HAN, FOREIGN = "H", "F"
"""The kinds of candidate: a surname and a given name, or a transcription."""


_RARE = (0.5, 0.5)  # a character that neither names nor texts hold much


@lru_cache(maxsize=1)
def _given() -> dict[str, tuple[float, float]]:
    return {row[0]: (float(row[1]), float(row[2])) for row in table("given_name_chars")}


def shape(context: Context, start: int, end: int) -> str:
    """How dictionary words cut a span: their lengths; ``<`` or ``>`` where a word crosses its border.

    >>> from bangfu.recognize.names_context import context_of
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


def own(name: str, kind: str, surname: int) -> list[str]:
    """Evidence of the name itself; ``surname`` is the length of its surname (0 for a transcription)."""
    length = len(name)
    keys = [f"{kind}b{length}"]
    if is_place(name):
        keys.append(f"{kind}P")
    if kind == FOREIGN:
        known = mapping("foreign_name_chars")
        keys += (f"Fs{name[0]}", f"Fe{name[-1]}", f"Fz{sum(known.get(c) == '2' for c in name) * 9 // length}")
        keys += [f"Fc{c}" for c in name]
        return keys
    given = name[surname:]
    family = name[0] if surname == 1 else mapping("compound_surnames")[name[:surname]]
    short = str(min(len(given), 2) + 1)
    first, last = _given().get(given[0], _RARE), _given().get(given[-1], _RARE)
    odds = last[1] if len(given) == 1 else first[0] + last[1]
    keys += (f"s{short}{family}", f"e{short}{given[-1]}", f"q{short}{max(-7, min(7, round(odds)))}")
    keys.append(f"p{short}{name[: surname + 1]}")
    if len(given) == 2:
        keys.append(f"m{given[0]}")
    return keys


def placed(context: Context, start: int, end: int, kind: str) -> list[str]:
    """Evidence of how the words of the text cut the span."""
    cut = shape(context, start, end)
    keys = [f"{kind}k{end - start}{cut}"]
    if cut == str(end - start):
        keys.append(f"{kind}t{cut}{dictionary_tag(context.clean[start:end])}")
    if kind == FOREIGN:
        known = mapping("foreign_name_chars")
        keys.append(f"Fn{known.get(context.padded[start + 2], '')},{known.get(context.padded[end + 3], '')}")
    return keys


def _class(char: str) -> str:
    return "汉" if "\u4e00" <= char <= "\u9fff" else "0" if char.isalnum() else char


def _word(word: str) -> str:
    """A neighbouring word; the names among them are one class, so that no weight knows anybody."""
    return "人" if len(word) > 1 and dictionary_tag(word).startswith("nr") else word


def outer(context: Context, start: int, end: int, kind: str) -> list[str]:
    """Evidence around the span."""
    padded = context.padded
    at, to = start + 3, end + 3
    left, right = padded[at - 1], padded[to]
    short = f"{kind}{min(end - start, 4)}"
    keys = [
        f"l{kind}{left}",
        f"L{padded[at - 2 : at]}",
        f"r{short}{right}",
        f"R{padded[to : to + 2]}",
        f"x{padded[to - 1]}{right}",
        f"w{left}{padded[at]}",
        f"tl{_word(context.ending.get(start, '<'))}",
        f"tr{_word(context.starting.get(end, '>'))}",
        f"c{short}{_class(left)}{_class(right)}",
    ]
    title = context.titles_ending.get(start)
    if title is not None:
        keys.append(f"Tl{kind}{title}")
    title = context.titles_starting.get(end)
    if title is not None:
        keys.append(f"Tr{kind}{title}")
    return keys
