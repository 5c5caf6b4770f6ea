"""Lines broken inside a sentence.

Titles, captions and bylines end without a mark too, so a missing full stop alone joins nothing: the line
must be running text itself (a sentence ends inside of it, or it fills the width at which the page was
wrapped), and so must the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise

from bangfu import dictionary
from bangfu.alignment import Edit
from bangfu.restore.signs import Signs

KIND = "broken_line"

LONG = 40
"""A line of running text has at least this many characters, unless the page was wrapped at fewer."""

SHORTEST = 22
"""Where a word lies across the break, the first line need only be longer than most titles."""

NO_TITLE = 60
"""A line of sentences that is longer than any title, and ends without a mark, was broken off."""

SHORT = 5
"""A last clause of at most so many characters is a part of one."""

_NEEDS_MORE = "，、（《“‘的和与及或并在为将对向把被以从由于使让给是"
_RUNNING = re.compile("[，。！？；]")
_CLAUSE = re.compile("[，。！？；：、]")
_AROUND = (
    r"(?:(?<=[^\n]{21}[\u3400-\u9fff0-9A-Za-z，、（《“‘ \t\u3000]\n)|(?=[ \u3000]*[，。、；！？”’）》]))"
)
_LIST_OR_CREDIT = re.compile(
    r"(?:[、：:][^，。！？；、：:]*|(?:摄|报道|供图|记者|通讯员|图|文|来源|编辑|整理)[^，。！？；]{0,12})\Z"
)
_OPEN_END = re.compile(rf"\n{_AROUND}")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．是]|[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳■●◆▲★□○◇△※—–·•\-*#【\[<>|]"
    r"|(?:图|记者|通讯员|来源|作者|编辑|责任编辑|摄影|文/)[:：\s/为]|(?:上|下)一[篇页]|版权|相关|分享|关键词"
)


def signs() -> Signs:
    """The characters without which there is nothing to do, and what stands around them."""
    return {"\n": _AROUND}


def detect(text: str) -> bool:
    """Whether a line that is not short, nor the last, ends without a mark; or a line begins with one.

    >>> detect("标题\\n第一句。\\n第二句。"), detect("提高了心衰、呼衰、急性脑血管病等危重症的救治能\\n力。")
    (False, True)
    """
    return _OPEN_END.search(text) is not None


def edits(text: str) -> list[Edit]:
    """Join what belongs together.

        >>> from bangfu.alignment import apply_edits
    >>> line = "昨天上午，仪式在村小学举行。校长介绍，这批设备将用于改善学校的教学条件，提高孩子们的学习能"
    >>> text = f"捐赠仪式\\n{line}\\n\\n力，意义重大。"
    >>> apply_edits(text, edits(text))[0] == f"捐赠仪式\\n{line}力，意义重大。"
    True
    """
    lines = [(hit.start(), hit.end()) for hit in _LINE.finditer(text)]
    width = _wrapped_at([text[start:end] for start, end in lines])
    found = []
    for (start, end), (after, after_end) in pairwise(lines):
        line, following = text[start:end], text[after:after_end]
        if _continues(line, following, width):
            latin = (line[-1] + following[0]).isascii() and (line[-1] + following[0]).isalnum()
            found.append(Edit(end, after, " " if latin else "", KIND, 0.9))
    return found


# A line without the white space around it; the runs are bounded by what they may hold, so each character is
# looked at twice at most.
_LINE = re.compile(r"[^\s\u3000](?:[^\n]*[^\s\u3000])?")


def _continues(line: str, following: str, width: int | None) -> bool:
    """Whether the sentence at the end of ``line`` goes on in ``following``."""
    last, first = line[-1], following[0]
    if last in "。！？；：…”’）》】」』!?;:)]>—-~|/*_," or _ITEM.match(following):
        return False
    if first in "，。、；！？”’）》":
        return True
    if width is not None and _columns(line) >= width - 3:
        return True
    if len(line) < SHORTEST or not _RUNNING.search(line) or not _RUNNING.search(following):
        return False
    words = list(dictionary.tag(line[-8:] + following[:8]))
    ends = list(accumulate(len(word) for word, _ in words))
    if 8 not in ends:
        return True  # a word of the joined text lies across
    if len(line) < LONG:
        return False
    if (
        len(line) >= NO_TITLE
        and "。" in line
        and len(following) >= SHORTEST
        and not _LIST_OR_CREDIT.search(line)
    ):
        return True
    if last in _NEEDS_MORE or len(_CLAUSE.split(line)[-1]) <= SHORT:
        return True
    before, (word, tag) = words[ends.index(8)][1], words[ends.index(8) + 1]
    return before in _ENDS_NO_LINE or (tag[0] in _BEGINS_NO_LINE and word not in _BEGINS_LINE)


_BEGINS_NO_LINE = "vdukyf"
"""Tags (of ICTCLAS, first letters): verb, adverb, particle, suffix, mood, direction."""
_BEGINS_LINE = frozenset(
    ["受", "应", "据", "经", "作为", "走进", "来到", "坐落", "位于", "不仅", "正在", "正是"]
)
"""Words of those classes that do begin paragraphs."""
_ENDS_NO_LINE = ("p", "c", "uj", "ul", "uz", "ud", "uv", "m", "q", "b", "r", "d", "f", "a", "ns")


def _wrapped_at(lines: list[str]) -> int | None:
    """The width in columns at which a page was wrapped, if most of its lines stop there in mid-sentence."""
    if len(lines) < 5:
        return None
    widths = [_columns(line) for line in lines]
    usual = Counter(widths).most_common(1)[0][0]
    top = max((w for w in widths if w <= usual + 3), default=0)
    full = [line for line, w in zip(lines, widths, strict=True) if top - 3 <= w <= top]
    open_ended = sum(line[-1] not in "。！？；：…”" for line in full)
    if top < 44 or max(widths) > top + 3 or len(full) * 2 < len(lines) or open_ended * 3 < len(full) * 2:
        return None
    return top


def _columns(line: str) -> int:
    """Columns on a screen: two for a Han character, one for an ASCII one."""
    return 2 * len(line) - len(_ASCII.findall(line))


_ASCII = re.compile(r"[\x00-\x7f]")
