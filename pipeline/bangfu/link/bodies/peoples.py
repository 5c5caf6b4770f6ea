"""Names of the peoples of the west: Tibetan, Turkic, Mongolian, Yi."""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import mapping

_LONGEST = 12


@lru_cache(maxsize=4096)
def of_a_people(name: str) -> bool:
    """Whether a name is made of the elements of Tibetan, Turkic, Mongolian or Yi names.

    >>> of_a_people("扎西多吉"), of_a_people("古丽娜尔·买买提"), of_a_people("王建国"), of_a_people("白玛")
    (True, True, False, True)
    """
    known = mapping("minority_names")
    if "·" in name:
        return any(part in known for part in name.split("·"))
    if len(name) > _LONGEST:
        return False
    ends = {0}
    for at in range(len(name)):
        if at in ends:
            ends.update(at + n for n in range(2, len(name) - at + 1) if name[at : at + n] in known)
    return len(name) in ends
