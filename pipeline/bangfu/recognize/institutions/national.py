"""Bodies of the whole country: a congress in its session, services of the armed forces, journals."""

from __future__ import annotations

import re

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.words import Words

# Bodies that are elected anew with every session; the congress itself is named with its meetings.
IN_SESSION = frozenset({"全国人大常委会", "全国人民代表大会常务委员会"})
_SESSION = re.compile("第?[一二三四五六七八九十]{1,3}届$")
_SESSION_LENGTH = 5
_SERVICES = frozenset({"陆军", "海军", "空军", "火箭军"})
_SERVED = ("来自", "服役于", "隶属于", "就职于")
_COMMANDERS = ("司令员", "副司令员", "政委", "副政委", "政治委员", "参谋长", "副参谋长", "原司令员", "原政委")
# 陆军某边防团|雪岭边防连: a unit that is not told by its number.
_HIDDEN = re.compile("(?:陆军|海军|空军|火箭军|武警)某[\u4e00-\u9fff]{0,4}(?:团|旅|师|部|支队|大队|基地)$")
_HIDDEN_LENGTH = 12
_PUBLISHED = ("杂志", "期刊", "周刊", "月刊", "发表", "刊发", "刊登", "编辑部")


def in_session(words: Words, found: Candidate) -> Candidate:
    """The standing committee with the number of its session: 第十四届|全国人大常委会."""
    before = _SESSION.search(words.text[max(0, found.start - _SESSION_LENGTH) : found.start])
    return _from(words, found, len(before[0])) if before else found


def of_a_unit(words: Words, found: Candidate) -> Candidate:
    """A company with the regiment without a number that it belongs to: 陆军某边防团|雪岭边防连."""
    before = _HIDDEN.search(words.text[max(0, found.start - _HIDDEN_LENGTH) : found.start])
    return _from(words, found, len(before[0])) if before else found


def _from(words: Words, found: Candidate, size: int) -> Candidate:
    """The candidate from so many characters before it."""
    start = found.start - size
    return found._replace(start=start, first=words.at(start))


def serving(words: Words, hit: Hit) -> Candidate | None:
    """A service by itself where somebody comes from it or commands it: 来自|海军, 空军|司令员."""
    if hit.head.word not in _SERVICES:
        return None
    served = words.text.endswith(_SERVED, 0, hit.start) or words.text.startswith(_COMMANDERS, hit.end)
    return _whole(hit) if served else None


def journal(words: Words, hit: Hit) -> Candidate | None:
    """A journal whose name is a word, told by its marks and what it does: 《求是》|杂志."""
    text = words.text
    marked = text.endswith("《", 0, hit.start) and text.startswith("》", hit.end)
    return _whole(hit) if marked and text.startswith(_PUBLISHED, hit.end + 1) else None


def _whole(hit: Hit) -> Candidate:
    return make(hit, Piece(hit.first, hit.start, Part.NAME, hit.head.word), "institution.known", 0.95)
