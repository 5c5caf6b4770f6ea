"""What speaks for a noun as what is counted, and for none: facts of a count and a candidate, conjoined."""

from __future__ import annotations

import re

from bangfu.ranker import Described, Facts, bucket, conjoined, plan
from bangfu.recognize.counts.ranked.asked import BEHIND, TOLD, Asked, Candidate
from bangfu.recognize.items.words import ANYBODY, is_person

AROUND = plan(
    """
    clause; far; tag; far tag; between; between tag; between group; next; next tag; far unit; far group
    kind; head; head unit; head group; person group clause; person far group; numbers far; of far group;
    of side next; far left; far right; far rightmost group; sides group; words; words tag; beyond tag;
    beyond far; nouns tag group; people person group
    """
)
"""Facts of a phrase of the sentence that are conjoined."""
BEFORE = plan(
    """
    row; row near; row unit near; row gap; row left; row right; row rightmost near; row group other near;
    row head unit; row person group near; row same; row other unit
    """
)
"""Those of the item of a count before."""
NONE = plan("none; none unit; none left; none right; none sides; none text")
_FAR = (1, 2, 3, 4, 6, 9, 14)
_NEAR = (2, 5, 12, 25, 60)
_NUMBER = re.compile(r"[\d两三四五六七八九十百]")
_LOOSE = frozenset(("个", "家", "所", "项", "种", "件", "条"))
_SHORT = 4


def described(asked: Asked, found: list[Candidate]) -> list[Described]:
    """The features of each candidate, those of none last."""
    count = _count(asked)
    out: list[Described] = []
    nouns: dict[str, list[Candidate]] = {}
    for c in found:
        if c.side == TOLD:
            out.append(((BEFORE.columns, conjoined(BEFORE, {**count, **_row(asked, c)})),))
            continue
        nearer = nouns.setdefault(c.side, [])
        out.append(((AROUND.columns, conjoined(AROUND, {**count, **_around(asked, c, nearer)})),))
        if c.tag[0] == "n":
            nearer.append(c)
    return [*out, ((NONE.columns, conjoined(NONE, {**count, "none": "1"})),)]


def _count(asked: Asked) -> Facts:
    """What is the same for all candidates."""
    where = asked.where
    clean, unit = where.clean, where.unit or "-"
    left, right = asked.left[-1][1] if asked.left else "^", asked.right[0][1] if asked.right else "$"
    text = clean[where.start : where.end]
    return {
        "unit": unit,
        "group": _group(unit),
        "left": clean[max(0, where.start - 1) : where.start],
        "right": clean[where.end : where.end + 1],
        "rightmost": right,
        "sides": f"{left} {right}",
        "text": text if len(text) < _SHORT else "",
    }


def _group(unit: str) -> str:
    """The sort of a unit: of people, of anything, no unit, a thing's own."""
    if unit in ANYBODY or unit == "口":
        return "p"
    return unit if unit == "-" else "a" if unit in _LOOSE else "t"


def _around(asked: Asked, c: Candidate, nearer: list[Candidate]) -> Facts:
    """Where a phrase stands, what it is, and what stands between it and the count."""
    clean = asked.where.clean
    tags = "".join("N" if flag == "vn" else flag[0] for _, flag in c.between)
    words = [word for word, _ in c.between]
    far = c.side + bucket(c.far, _FAR)
    between = tags[:5] if c.side == BEHIND else tags[-5:]
    near = (words[:1] if c.side == BEHIND else words[-1:]) or [""]
    return {
        "side": c.side,
        "clause": c.side + str(c.clauses),
        "far": far,
        "tag": c.tag,
        "kind": c.tag[0],
        "between": c.side + between,
        "next": c.side + clean[c.end : c.end + 1],
        "head": c.head[-2:],
        "person": "p" if is_person(c.text) else "-",
        "numbers": "1" if any(map(_NUMBER.search, words)) else "0",
        "of": "1" if "的" in words else "0",
        "words": c.side + near[0],
        "beyond": c.side + c.beyond[0],
        "nouns": c.side + str(min(len(nearer), 3)),
        "people": c.side + str(min(sum(is_person(n.head) for n in nearer), 2)),
    }


def _row(asked: Asked, c: Candidate) -> Facts:
    """How a count before stands to this one."""
    where = asked.where
    row = where.rows[-1 - c.far]
    gap = where.clean[row.end : where.start]
    same = "=" if row.unit == where.unit else "-"
    return {
        "row": f"{c.far}{same}" + ("s" if row.start >= where.first else "b"),
        "near": same + bucket(len(gap), _NEAR),
        "gap": same + (gap if len(gap) < _SHORT else gap[-2:]),
        "other": row.unit or "-",
        "head": c.head[-2:],
        "person": "p" if is_person(c.text) else "-",
        "same": same + str(where.clean.startswith(c.text, where.end)),
    }
