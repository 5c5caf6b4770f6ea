"""Institutions in English text: runs of capitalised words around the head of a name."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.article import Document, Mention
from bangfu.lexicon import table, words
from bangfu.recognize.english.words import WORD, bare, is_stop
from bangfu.recognize.institutions.value import InstitutionValue

_LINK = frozenset(("of", "for"))
_INNER = frozenset(("and", "&"))
_ADJECTIVE = re.compile(r".+-(?:based|funded|backed|run|led|owned|born|level|wide|type)")
_POSSESSIVE = ("'s", "’s")
_LONGEST_HEAD = 4

Token = re.Match[str]


def find_institutions(document: Document) -> tuple[Mention, ...]:
    """Every mention of an institution in text order; ``value`` is an :class:`InstitutionValue`.

    Spellings that differ in case only are one name, as the article writes it first. Heads without a word of
    their own (the County Hospital), and units of the body right before them, are ``generic``.

    >>> from bangfu.article import Source, Span, Text
    >>> text = "The Qingshan Hospital of Traditional Chinese Medicine and Baishui No. 2 Middle School came."
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),), "en")
    >>> [m.text for m in find_institutions(document)]
    ['Qingshan Hospital of Traditional Chinese Medicine', 'Baishui No. 2 Middle School']
    """
    clean = document.clean
    spelled: dict[str, str] = {}
    out = []
    for span in document.sentences:
        for start, end, kind, generic in _names(clean, span.start, span.end):
            text = clean[start:end]
            name = spelled.setdefault(" ".join(text.split()).casefold(), " ".join(text.split()))
            value = InstitutionValue(name, kind, generic=generic)
            out.append(Mention(start, end, text, "institution", "english:institution", 0.9, value))
    return tuple(out)


def _names(clean: str, start: int, end: int) -> list[tuple[int, int, str, bool]]:
    tokens = list(WORD.finditer(clean, start, end))
    out: list[tuple[int, int, str, bool]] = []
    floor = i = 0
    while i < len(tokens):
        head = _head(tokens, i)
        if head is None:
            i += 1
            continue
        kind, own, last = head
        first = _left(clean, tokens, i, floor)
        owner = (
            first > 0 and tokens[first - 1][0].endswith(_POSSESSIVE) and tokens[first - 1].end() == _end(out)
        )
        kind, last = _right(clean, tokens, kind, last)
        inside = [bare(t[0]) for t in tokens[first : last + 1]]
        if (own and (last > i or inside[0] != "Ministry")) or len(inside) > 1:
            border = tokens[last].end() - (2 if tokens[last][0].endswith(_POSSESSIVE) else 0)
            generic = owner or not (own or any(_is_proper(word) for word in inside))
            out.append((tokens[first].start(), border, kind, generic))
        floor = i = last + 1
    return out


def _end(found: list[tuple[int, int, str, bool]]) -> int:
    """Where the possessive of the last name ends."""
    return found[-1][1] + 2 if found else -1


def _head(tokens: list[Token], i: int) -> tuple[str, bool, int] | None:
    """Kind, class and last token of the longest head that begins at a token."""
    known = _heads()
    if tokens[i][0].split("'")[0].split("’")[0].rstrip(".") not in known[0]:
        return None
    found = None
    for j in range(i, min(i + _LONGEST_HEAD, len(tokens))):
        phrase = " ".join(t[0] for t in tokens[i : j + 1])
        kind = known[1].get(phrase) or known[1].get(bare(phrase))
        if kind:
            found = (*kind, j)
    return found


@lru_cache(maxsize=1)
def _heads() -> tuple[frozenset[str], dict[str, tuple[str, bool]]]:
    """The first words of heads, and each head's kind and whether it is a name by itself."""
    known = {head: (kind, group == "own") for head, kind, group in table("english_heads")}
    known |= {head.upper(): found for head, found in known.items() if len(head) > 4}
    return frozenset(head.split()[0].split("'")[0].rstrip(".") for head in known), known


def _is_capital(word: str) -> bool:
    return (word[0].isupper() and not is_stop(word)) or word == "&"


def _left(clean: str, tokens: list[Token], i: int, floor: int) -> int:
    """The first token of the name whose head is token ``i``."""
    at = i
    while at > floor and _is_capital(word := tokens[at - 1][0]) and _touches(clean, tokens, at - 1):
        if _ADJECTIVE.fullmatch(word) or (word.endswith(_POSSESSIVE) and _head(tokens, at - 1)):
            break
        at -= 1
    return at


def _right(clean: str, tokens: list[Token], kind: str, last: int) -> tuple[str, int]:
    """Kind and last token of a name: further heads (University Affiliated Hospital), of and for phrases."""
    at = last
    linked = False
    while at + 1 < len(tokens):
        if tokens[at][0].endswith(_POSSESSIVE):
            break
        word = tokens[at + 1][0]
        if _is_capital(word) and _touches(clean, tokens, at):
            run, head = at, None
            while run + 1 < len(tokens) and _is_capital(tokens[run + 1][0]) and _touches(clean, tokens, run):
                run += 1
                if found := _head(tokens, run):
                    head, run = found[0], found[2]
                    at, kind = run, head
            if head is None and not linked:
                break
            at = max(at, run)
            continue
        j = at + 2
        if j < len(tokens) and tokens[j][0] == "the" and word in _LINK:
            j += 1
        follows = (
            j < len(tokens)
            and _is_capital(tokens[j][0])
            and "\n" not in clean[tokens[at].end() : tokens[j].start()]
        )
        if follows and (
            word in _LINK or (linked and word in _INNER and not _leads_to_head(clean, tokens, j))
        ):
            at, linked = j, True
            continue
        break
    return kind, at


def _touches(clean: str, tokens: list[Token], at: int) -> bool:
    """Whether nothing but a blank stands between a token and the next."""
    return clean[tokens[at].end() : tokens[at + 1].start()] in (" ", "")


def _leads_to_head(clean: str, tokens: list[Token], j: int) -> bool:
    """Whether another name begins: … of Education and Baishui Middle School."""
    while j < len(tokens) and _is_capital(tokens[j][0]):
        if _head(tokens, j):
            return True
        if j + 1 < len(tokens) and not _touches(clean, tokens, j):
            break
        j += 1
    return False


def _is_proper(word: str) -> bool:
    """Whether a word makes a name: capitalised, no head, nothing that many bodies of the kind have."""
    if not word[0].isupper() or word.startswith("No."):
        return False
    return word not in words("english_generic") and word not in _heads()[1]
