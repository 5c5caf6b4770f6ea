"""The gazetteer: administrative divisions of China, and where a name places a body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bangfu import lexicon


@dataclass(frozen=True, slots=True)
class Place:
    """A division with those above it; ``adcode`` is the code of GB/T 2260 of the lowest one named."""

    province: str | None = None
    city: str | None = None
    county: str | None = None
    adcode: str | None = None


NOWHERE = Place()
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``codes`` of each form, ``names`` of each code; ``words``: short forms that are common words too."""

    codes: dict[str, tuple[str, ...]]
    names: dict[str, str]
    words: frozenset[str]
    world: frozenset[str]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of lexicons/places.txt and lexicons/places_world.txt."""
    rows = lexicon.table("places")
    codes = {form: tuple(listed.split(",")) for form, _, listed in rows}
    names = {code: form for form, kind, listed in rows if kind == "full" for code in listed.split(",")}
    words = frozenset(form for form, kind, _ in rows if kind == "word")
    return Gazetteer(codes, names, words, lexicon.words("places_world"))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return gazetteer().world.union(gazetteer().codes)


def is_place(word: str) -> bool:
    """Whether a word is a division of China, under its full name or a short form, or a country or world city.

    >>> is_place("巴林左旗"), is_place("恩施州"), is_place("肯尼亚"), is_place("学校")
    (True, True, True, False)
    """
    return word in _known()


def is_shared(word: str) -> bool:
    """Whether several divisions bear a name."""
    return len(gazetteer().codes.get(word, ())) > 1


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """Every code that one of the words may bear."""
    codes = gazetteer().codes
    named = (codes.keys() & set(words)) - lexicon.words("places_nature")
    return frozenset(code for word in named for code in codes[word])


def place_of(chain: Sequence[str], context: frozenset[str] = frozenset()) -> Place:
    """Where a chain of place words lies, the highest first; ``context`` are codes that the article names.

    A form that several divisions share is settled by the rest of the chain, then by a division of the
    context that lies above one of them; what stays open stays empty.

    >>> place_of(["北京市", "朝阳区"])
    Place(province='北京市', city='北京市', county='朝阳区', adcode='110105')
    >>> place_of(["朝阳区"]), place_of(["朝阳区"], frozenset({"220000"})).adcode
    (Place(province=None, city=None, county=None, adcode=None), '220104')
    """
    known = gazetteer()
    found: tuple[str, ...] = ()
    for word in chain:
        codes = known.codes.get(word, ())
        below = tuple(c for c in codes if any(_holds(f, c) for f in found))
        found = below or found or (() if word in lexicon.words("places_nature") else codes)
    if len(found) > 1:
        found = tuple(c for c in found if any(c != top and _holds(top, c) for top in context)) or found
    if len(found) == 1:
        return _described(found[0])
    city = found[0][:4] + "00" if found else ""
    # A city and its county of one name (恩施): the city is sure.
    return _described(city) if city in found and all(code[:4] == city[:4] for code in found) else NOWHERE


def _described(code: str) -> Place:
    """The division of a code with those above it."""
    names = gazetteer().names
    province = names.get(code[:2] + "0000")
    city = names.get(code[:4] + "00") if code[2:] != "0000" else None
    county = names.get(code) if code[4:] != "00" else None
    if county and not city and code[:2] in MUNICIPALITIES:
        city = province
    return Place(province, city, county, code)


def _holds(above: str, below: str) -> bool:
    """Whether one code lies inside of another, or is it."""
    return below.startswith(above.removesuffix("00").removesuffix("00"))
