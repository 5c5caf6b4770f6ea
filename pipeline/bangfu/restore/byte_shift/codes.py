"""Which characters the bytes of a shifted GBK text can stand for.

In shifted text the pair read is (trail byte of one character, lead byte of the next). Pairs that decode to
nothing vanished from the page, so at any place two unknown bytes may be missing; this module says which.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from bangfu.errors import LexiconError
from bangfu.restore.pinyin import readings

HIGH = tuple(range(0x81, 0xFF))
"""The lead bytes of GBK."""

TRAILS = tuple(b for b in range(0x40, 0xFF) if b != 0x7F)
"""The trail bytes of GBK."""

FIRST_CLASS = 256
"""A pending lead byte is known (below this), or one of a class of bytes: ``FIRST_CLASS`` plus its number."""


_NEVER = frozenset(chr(c) for c in (0x3000, *range(0xFF21, 0xFF5F)))
"""What no news text holds between its characters: the blank, and full-width letters."""


@lru_cache(maxsize=1)
def _decoded() -> dict[tuple[int, int], str]:
    """Every pair of bytes that is a character of GBK."""
    out: dict[tuple[int, int], str] = {}
    for lead in HIGH:
        for trail in TRAILS:
            character = bytes((lead, trail)).decode("gbk", "ignore")
            if len(character) == 1 and ord(character) >= 0x80:
                out[lead, trail] = character
    return out


@lru_cache(maxsize=1)
def _opencc() -> tuple[dict[str, str], dict[str, str]]:
    """Traditional to simplified, and simplified to its only traditional form, by OpenCC's tables."""
    spec = find_spec("opencc")
    if spec is None or spec.origin is None:
        raise LexiconError("opencc-python-reimplemented, whose character tables are read, is not installed")
    folder = Path(spec.origin).parent / "dictionary"
    tables: list[dict[str, str]] = []
    for name in ("TSCharacters", "STCharacters", "TWVariants", "HKVariants"):
        rows = (line.split("\t") for line in (folder / f"{name}.txt").read_text("utf-8").splitlines())
        tables.append({row[0]: row[1] for row in rows if len(row) == 2})
    to_simplified = {t: s.split()[0] for t, s in tables[0].items() if s.split()[0] != t}
    # 羣 is 群 in Taiwan: a simplified character that traditional text writes as well.
    both = {t: {t, *tables[2].get(t, "").split(), *tables[3].get(t, "").split()} for t in tables[1].values()}
    only = {s: t for s, t in tables[1].items() if " " not in t and s not in both[t]}
    return to_simplified, only


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    return {ord(t): ord(s) for t, s in _opencc()[0].items()}


def simplified(text: str) -> str:
    """Character by character, so that offsets stay.

    >>> simplified("教育領隊")
    '教育领队'
    """
    return text.translate(_table())


SIMPLIFIED, TRADITIONAL, EITHER = 0, 1, 2


def script_of(text: str) -> int:
    """Whether a page writes simplified or traditional characters, by those that only one of them uses.

    >>> script_of("教育領隊"), script_of("教育领队"), script_of("人群")
    (1, 0, 2)
    """
    to_simplified, only = _opencc()
    traditional = sum(map(to_simplified.__contains__, text))
    plain = sum(map(only.__contains__, text))
    if traditional + plain == 0 or min(traditional, plain) * 4 > max(traditional, plain):
        return EITHER
    return TRADITIONAL if traditional > plain else SIMPLIFIED


@cache
def _possible(script: int) -> dict[tuple[int, int], str]:
    """The characters of a page in this script by their bytes, written in simplified form."""
    to_simplified, only = _opencc()
    left_out = frozenset(only) if script == TRADITIONAL else frozenset[str]()
    return {
        pair: to_simplified.get(c, c)
        for pair, c in _decoded().items()
        if c not in left_out
        and pair[0] not in range(0xA4, 0xAA)
        and not (script == SIMPLIFIED and not c.encode("gb2312", "ignore"))
        and c not in _NEVER
    }


@cache
def _classes(script: int) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Bytes that vanish with the same followers, as (followers, bytes).

    The first byte of a vanished pair is some character's trail byte, the second one's lead byte.
    """
    pairs = _decoded()
    leads = sorted({lead for lead, _ in _possible(script)})
    groups: dict[tuple[int, ...], list[int]] = {}
    for first in sorted({trail for _, trail in _possible(script) if trail >= 0x80}):
        followers = tuple(second for second in leads if (first, second) not in pairs)
        if followers:
            groups.setdefault(followers, []).append(first)
    return tuple((followers, tuple(firsts)) for followers, firsts in groups.items())


@cache
def class_count(script: int) -> int:
    """How many classes of vanishing bytes there are."""
    return len(_classes(script))


def _leads(pending: int, script: int) -> tuple[int, ...]:
    return (pending,) if pending < FIRST_CLASS else _classes(script)[pending - FIRST_CLASS][0]


@cache
def with_trail(pending: int, trail: int, script: int) -> str:
    """The characters that a pending lead byte and this trail byte can make.

    >>> with_trail(0xB1, 0xB1, EITHER)
    '北'
    """
    return _distinct(((lead, trail) for lead in _leads(pending, script)), script)


@cache
def with_vanished_trail(pending: int, number: int, script: int) -> str:
    """The characters whose trail byte vanished, together with a lead byte of class ``number`` behind it."""
    trails = _classes(script)[number][1]
    return _distinct(((lead, trail) for lead in _leads(pending, script) for trail in trails), script)


@cache
def with_lost_trail(pending: int, script: int) -> str:
    """The characters that a pending lead byte can begin."""
    return _distinct(((lead, trail) for lead in _leads(pending, script) for trail in TRAILS), script)


@cache
def with_lost_lead(trail: int, script: int) -> str:
    """The characters that end in this trail byte.

    >>> "校" in with_lost_lead(0xA3, EITHER) and "。" in with_lost_lead(0xA3, EITHER)
    True
    """
    return _distinct(((lead, trail) for lead in HIGH), script)


@cache
def leads_read_as(trail: int, reading: str) -> tuple[int, ...]:
    """The lead bytes that, read together with a trail byte before them, show a character with this reading.

    >>> [hex(lead) for lead in leads_read_as(0xED, "xiang")]
    ['0x91', '0x97']
    """
    return tuple(lead for lead in HIGH if reading in _readings(_decoded().get((trail, lead), "")))


@cache
def with_trail_read_as(pending: int, reading: str, script: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The characters with this reading that a pending lead byte can begin, each with its trail bytes.

    >>> with_trail_read_as(0xB9, "jie", TRADITIONAL)
    (('节', (157,)),)
    """
    found: dict[str, list[int]] = {}
    possible = _possible(script)
    for lead in _leads(pending, script):
        for trail in TRAILS:
            character = possible.get((lead, trail), "")
            if reading in _readings(character):
                found.setdefault(character, []).append(trail)
    return tuple((character, tuple(trails)) for character, trails in found.items())


def read_as(characters: str, reading: str) -> str:
    """Those of the characters that have this reading; all of them where none has.

    >>> read_as("础初", "chu"), read_as("础校", "xiao"), read_as("础", "xiao")
    ('础初', '校', '础')
    """
    return "".join(c for c in characters if reading in _readings(c)) or characters


def _readings(character: str) -> frozenset[str]:
    return readings().get(character, frozenset())


def _distinct(pairs: Iterable[tuple[int, int]], script: int) -> str:
    """Without repetition, and without characters outside of GB 2312 where one inside of it is as possible."""
    possible = _possible(script)
    found = dict.fromkeys(possible[pair] for pair in pairs if pair in possible)
    return "".join(c for c in found if c.encode("gb2312", "ignore")) or "".join(found)


@lru_cache(maxsize=50_000)
def bytes_of(character: str) -> tuple[int, int] | None:
    """The two bytes of a character of GBK, or of the private characters with which Windows fills its gaps.

    >>> bytes_of("北"), bytes_of("a"), bytes_of("é")
    ((177, 177), None, (168, 166))
    """
    for codec in ("gbk", "gb18030"):
        coded = character.encode(codec, "ignore")
        if len(coded) == 2:
            return coded[0], coded[1]
    return None
