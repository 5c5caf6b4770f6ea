"""What stands for an article when copies are looked for: a MinHash signature and the facts that it states.

The signature is MinHash (Broder, "On the resemblance and containment of documents", 1997) over character
3-grams of clean text, without white space, punctuation and boilerplate, so that a mirror's other punctuation
or its tail of keywords does not count. Shingles are hashed with numpy, 50 million a second; the minima are
taken by ``rensa``, in Rust.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from bangfu.article import Article, Text

PERMUTATIONS = 128
"""Numbers in a signature: the estimate of a Jaccard similarity has a standard error of at most 0.044."""

MIN_SHINGLES = 40
"""A shorter text has too few shingles to be told from another by them; only its exact copies are found."""

_NUMERAL = re.compile("第?[0-9〇零一二三四五六七八九十百千]+[年月日号时届次期批]")

_ASTRAL = 0x10000
_SEED = 20240607
_MIX = 0x9E3779B97F4A7C15


def shingles(text: Text) -> npt.NDArray[np.uint64]:
    """A hash for each character 3-gram of the text proper, in order, repeats included.

    >>> from bangfu.article import Text
    >>> len(shingles(Text.untouched("支教老师，支教老师。")))
    6
    """
    import numpy as np

    data = _proper(text).encode("utf-32-le", "surrogatepass")
    code = np.frombuffer(data, np.uint32)
    code = code[_words()[np.minimum(code, _ASTRAL)]].astype(np.uint64)
    if len(code) < 3:
        return nothing()
    gram: npt.NDArray[np.uint64] = code[:-2] | (code[1:-1] << np.uint64(21)) | (code[2:] << np.uint64(42))
    gram *= np.uint64(_MIX)
    gram ^= gram >> np.uint64(32)
    return gram


def nothing() -> npt.NDArray[np.uint64]:
    """The shingles of no text."""
    import numpy as np

    return np.empty(0, np.uint64)


def signatures(grams: Sequence[npt.NDArray[np.uint64]]) -> npt.NDArray[np.uint32]:
    """One row of :data:`PERMUTATIONS` numbers for each article's shingles."""
    import numpy as np
    from rensa import RMinHash

    if not grams:
        return np.empty((0, PERMUTATIONS), np.uint32)
    ends = np.cumsum([0, *map(len, grams)]).astype(np.uint64)
    rows = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(grams), ends, PERMUTATIONS, _SEED)
    return np.array(rows.to_rows(), np.uint32)


def facts(article: Article) -> list[int]:
    """Hashes of what an article states, sorted: people, institutions, counts, sums, dates, ordinals.

    Two reports made from one template read alike and differ here. Dates and ordinals count only in lines that
    are sentences: the stamp that each site puts over its copy says nothing about the report.

    >>> from bangfu.pipeline import extract
    >>> a, b = extract("某校获捐赠3万元。"), extract("某校獲捐贈30000元。")
    >>> facts(a) == facts(b) != facts(extract("某校获捐赠5万元。"))
    True
    """
    return sorted({crc32(fact.encode("utf-8", "surrogatepass")) for fact in _statements(article)})


def _proper(text: Text) -> str:
    """The clean text without boilerplate."""
    words, at = [], 0
    for span in text.boilerplate:
        words.append(text.clean[at : span.start])
        at = max(at, span.end)
    words.append(text.clean[at:])
    return "".join(words)


def _statements(article: Article) -> Iterable[str]:
    for line in _proper(article.text).split("\n"):
        if "。" in line:
            for numeral in _NUMERAL.findall(line):
                yield f"n{numeral}"
    for person in article.people:
        yield f"p{person.name}"
    for institution in article.institutions:
        yield f"i{institution.name}"
    for count in article.counts:
        yield f"c{float(count.value):g}{count.unit or ''}"
    for sum_ in article.money:
        value = sum_.cny if sum_.cny is not None else sum_.amount
        yield f"m{'' if value is None else format(float(value), 'g')}{sum_.currency}"


@lru_cache(maxsize=1)
def _words() -> npt.NDArray[np.bool_]:
    """By code point, whether it is a Han character, a letter or a digit: all but white space and punctuation,
    by their blocks. The last entry stands for all code points beyond the first plane.
    """
    import numpy as np

    code = np.arange(_ASTRAL + 1)
    punctuation = (code >= 0x2000) & (code < 0x3400)
    form = (code >= 0xFE00) & (code < 0x10000)  # full-width ASCII and compatibility forms
    small = code < 0x80
    lower = code | 0x20
    alphanumeric = ((code >= 0x30) & (code <= 0x39)) | ((lower >= 0x61) & (lower <= 0x7A))
    rest = (code >= 0xC0) & ~punctuation & ~form
    result: npt.NDArray[np.bool_] = (small & alphanumeric) | rest
    return result
