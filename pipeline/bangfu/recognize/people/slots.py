"""Slots: places in a sentence that hold a name whatever its characters are.

Behind a title, a word of kinship, ``名叫`` or a name of the same list, and before a mark or a word that names
stand before, a surname with a given name is a person also where the dictionary knows the pair as a word:
``副市长田园，``. What titles stand before otherwise (教师培训, 学生成绩) is a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.lexicon import words
from bangfu.patterns import near
from bangfu.recognize.names.borders import (
    ACTING,
    AGE,
    CLOSED,
    FUNCTION,
    JOINED,
    OPEN,
    cut_free,
    personal,
    surname_at,
)
from bangfu.recognize.names.context import Context
from bangfu.recognize.names.joined import joined_name
from bangfu.recognize.people.fillings import BODY, CALLED, DESCRIBED, TITLED, Filling, fillings
from bangfu.recognize.people.lists import behind_bracket
from bangfu.recognize.people.looks import is_word

# The first item is a plain class or character, because the engine can then skip to it in C.
_CALLED = re.compile(
    "[名叫岁来任](?:(?<=名)为|(?<=[真大本原]名)(?!单|额|次)|(?<=[个位名人他她师生孩者员长友工民女子夫伴亲哥姐弟妹婆公婶叔婿绍]叫)[做作]?"
    "|(?<=岁)的|(?<=[派批同道请聘调新赶]来)的|(?<=[前继后]任)|命)"
)
_WARD = re.compile("科(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff]{2})")
_LONGEST_WARD = 8
_SOMEBODYS = re.compile(
    "的(?:(?<=[科室部级班院校学司村组队处局心业团社所站位]的)(?<![东西南北中]部的)|(?<=教..的))"
)
"""What somebody's name may stand behind, among many other things: 儿科的, 五年级的, 教英语的."""
_DOERS = re.compile("代表(?<=[生师员众民工长者友属年户业商]代表)|的(?:(?<=之年的)|(?<=[百头轻伍休身职来]的))")
"""What somebody is or does who is named behind it: 学生代表, 不惑之年的, 退伍的."""
_INTRODUCED = re.compile(
    "[\n。！？；][ \u3000]*([\u4e00-\u9fff]{2,3}?)(?:[，,]|[ \u3000]{1,6}|(?:曾经?|[现原既也还])?[任是为])"
    "(?=[^，。；：,\\s]{2,40}([，。；,\n]))"
)
"""Who begins a sentence and is introduced by a post that fills the clause: 王新|，某某中学校长，; 王新|是."""
_TOLD = re.compile(
    f"(?:[的，。；：、\n“是叫对在据为]|\\A)([\u4e00-\u9fff]{{2,3}})(?=[今现]年\\d|[去前今]年(?!以?来)|[才已刚]?[，（(]?(?:今年)?{AGE}"
    "|[原曾][是为任系在]|是[他她我]的|而言|来[说讲]|看来|[（(][左右中前后])"
)
"""Whose age, former post, opinion or place in a picture is told: 最年轻的|王小川|今年28岁."""
_TOLD_SIGN = re.compile(
    "[岁年而来看（(是原曾](?:(?<=岁)|(?<=[今现去前]年)|[言说讲来]|[左右中前后]|[他她我]的|[是为任系在])"
)


def slots(context: Context) -> Iterator[Filling]:
    """Each surname with a given name that fills a slot.

    >>> from bangfu.recognize.names.context import context_of
    >>> list(slots(context_of("他名叫田园，是村医", ())))
    [Filling(start=3, end=5, border=3, doubtful=False, unknown=False)]
    """
    clean = context.clean
    for start, kind in context.titles_ending.items():
        post = kind != "plain"
        if post and (end := joined_name(clean, start, lambda at: context.starting.get(at, ""))):
            yield Filling(start, end, JOINED, doubtful=False)
        yield from fillings(context, behind_bracket(clean, start), TITLED if post else DESCRIBED)
        if post and clean[start : start + 1] == "的":
            yield from _personal(context, start + 1, OPEN)
        if post and clean[start : start + 1] == "：":
            yield from _personal(context, start + 1, JOINED)  # 队长：於婉清，
    for start in context.bodies:
        if start not in context.titles_ending:
            yield from fillings(context, start + (clean[start : start + 1] == "的"), BODY)
        for end in sorted({start + 2, start + 3} & context.titles_starting.keys()):
            named = surname_at(clean, start) and not is_word(clean[start:end])
            if named and cut_free(context, start, end) and clean[end - 1] not in "任当":
                yield Filling(start, end, JOINED, doubtful=True)  # 某大学|陈险峰|副教授
    for match in _WARD.finditer(clean):
        end = match.end()
        wards = (clean[at:end] for at in range(max(0, end - _LONGEST_WARD), end))
        if end in context.starting and any(ward in words("departments") for ward in wards):
            yield from _personal(context, end, ACTING)
    for match in _DOERS.finditer(clean):
        yield from _personal(context, match.end(), ACTING)
    for match in _CALLED.finditer(clean):
        yield from fillings(context, match.end(), DESCRIBED if match.group()[-1] == "的" else CALLED)
    for match in _SOMEBODYS.finditer(clean):
        if match.end() in context.starting:
            taught = clean[match.start() - 1] in "级班"
            yield from fillings(context, match.end(), DESCRIBED if taught else BODY)
    yield from _told(context)


def _personal(context: Context, start: int, border: int) -> Iterator[Filling]:
    """What fills an offset with no word in it, and ends better than at a border."""
    for filling in fillings(context, start, DESCRIBED):
        if filling.border > border and personal(context, filling.start, filling.end):
            yield filling


def _told(context: Context) -> Iterator[Filling]:
    """Who stands between marks with an age, a former post, or a post that fills the line."""
    clean = context.clean
    for match in near(_TOLD, _TOLD_SIGN, clean, 11, 2):
        start, end = match.span(1)
        if end in context.starting and clean[start] in words("surnames") and not is_word(match[1]):
            yield Filling(start, end, CLOSED, doubtful=not personal(context, start, end))
    for match in _INTRODUCED.finditer("\n" + clean):  # so that every line has a mark to look for in front
        post = context.titles_ending.get(match.start(2) - 1, "plain")
        if post != "plain" and surname_at(clean, match.start(1) - 1) and not is_word(match[1]):
            start, end = match.start(1) - 1, match.end(1) - 1
            sure = clean[start] not in FUNCTION and cut_free(context, start, end)
            yield Filling(start, end, CLOSED, doubtful=not sure)
