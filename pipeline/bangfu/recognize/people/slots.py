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
from bangfu.recognize.names.borders import ACTING, AGE, CLOSED, JOINED, LEADING, personal, speaks, surname_at
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.joined import joined_name
from bangfu.recognize.people.fillings import BODY, CALLED, DESCRIBED, TITLED, Filling, fillings
from bangfu.recognize.people.lists import behind_bracket
from bangfu.recognize.people.looks import looks_of
from bangfu.recognize.places import is_place

# The first item is a plain class or character, because the engine can then skip to it in C.
_CALLED = re.compile(
    "[名叫岁来接任免聘推委指选年百稀甲旬](?:(?<=名)(?:叫|字[叫是]|为)|(?<=[真大本原]名)(?!单|叫|字|为|额|次)|(?<=之年)的|(?<=半百|古稀|花甲|[六七八九]旬)的|(?<=叫)[做作]|(?<=[人他她师生孩者员长友工民女子夫伴亲哥姐弟妹婆公婶叔婿绍]叫)|(?<=一[个位名]叫)|(?<=岁)的|(?<=[派批同道请聘调新赶]来)的"
    "|(?<=接)替|(?<=[前继后]任)|(?<=免)去|(?<=任)命|(?<=聘)[任请]|(?<=推)选|(?<=[委指])派|(?<=选)举)"
)
_WARD = re.compile("科(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff]{2})")
_PROXY = re.compile("[（(]([\u4e00-\u9fff]{2,3})代[）)]")
_PROXY_SIGN = re.compile("代[）)]")
_SPACED = re.compile(
    "[ \u3000](?<=[\u4e00-\u9fff].)(?<![\u4e00-\u9fff]{2}.)[ \u3000]?[\u4e00-\u9fff](?![\u4e00-\u9fff])"
)
_LED_SPACED = re.compile(
    "[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff](?=[，、。；：）（等和与,]|$)", re.MULTILINE
)
_SOMEBODYS = re.compile(
    "的(?:(?<=[科室部级班院校学司村组队处局心业团社所站位]的)(?<![东西南北中]部的)|(?<=教[\u4e00-\u9fff]{2}的))"
)
_DOERS = re.compile(
    "代表(?<=[生师员众民工长者友属年户业商]代表)|的(?:(?<=来的)|(?<=[床桌身路炉灶田门窗]边的)|(?<=[念读]书的)|(?<=上学的|就读的|毕业的|工作的|打工的|务工的|经商的|创业的|任教的|执教的"
    "|支教的|援藏的|援疆的|帮扶的|挂职的|值班的|服役的|退休的|出身的|当兵的|学医的|带队的|掌勺的|同行的|现任的|前任的|新任的|住院的|坐诊的|退伍的|退役的|采访的|陪同的|搭档的|分管的|牵头的|主刀的|值守的|领头的|开车的|出头的|开外的|年轻的|旁边的|身边的|身旁的|对面的|隔壁的|打头的|在场的|同届的|同班的|同村的|同批的|同组的|同校的|同乡的))"
)
"""What somebody does or comes from who is named behind it: 念书的, 护士长出身的."""
_WHERE = frozenset("学院校县市省区村镇乡局新刚同")
_IS_SOMEBODY = re.compile(
    "是(?:(?<=一[个位名]是)|(?<=最[大小老早]的是)|(?<=[老导医]师是)|(?<=[队校院组班]长是))"
)
"""What somebody's name may stand behind, among many other things: 儿科的, 五年级的, 教英语的, 一个是."""
_QUOTED = re.compile("”(?<=[。！？，…].)")
"""What somebody's name stands behind who has said it."""
_DEPICTED = re.compile(
    "(?:^|[，。；：、\n（])([\u4e00-\u9fff]{2,3})[（(](?:[前后中一二]排)?(?:[左右中][一二三四五六起侧]?|站立者|戴口罩者)[）)]",
    re.MULTILINE,
)
_DEPICTED_SIGN = re.compile("[（(](?=[前后中一二左右站戴])")
_SAID = ("说，", "说。", "说：")
_APPOINTED = re.compile(
    "[，。；：\n中]([\u4e00-\u9fff]{2,3})(?:[担兼接升挂]任|出任|任|当选|挂职)(?=[^务何期教职意由]{2,24}(?:长|书记|主[任席]|委员|经理|校监|干事))"
)
"""Who is said to take a post at the beginning of a clause: 王小川|任某县副县长."""
_INTRODUCED = re.compile(
    "\n[ \u3000]*([\u4e00-\u9fff]{2,3})(?:[，,]|[ \u3000]{1,6})(?=[^，。；：,\\s]{2,40}[，。；,\n])"
)
"""Who begins a line and is introduced by a post that fills the next clause: 王新|，某某中学校长，."""
_RESUME = re.compile(
    "[】：:][ \u3000]*([\u4e00-\u9fff]{2,3})[，,]"
    "(?=[男女][，,]|(?:[\u4e00-\u9fff]{1,4}族[，,])?(?:生于)?[12]\\d{3}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出?生|[，,]))"
)
"""Whose life is told behind a label: 【人物简介】王小川，1978年生."""
_POSTED = re.compile(
    "[\n。！？；，](?:(?<=\n)[ \u3000]*|(?<=[。！？；])”?|(?<=[日年月]，))([\u4e00-\u9fff]{2,3}?)"
    "(?:曾经?|[现原既也还]|一直|长期|先后|目前|此前)*(?:担任|出任|就任|调任|来到|前往|接[到过]|[任是为系赴到])(?=[^，。；：\n]{2,40}[，。；\n])"
)
"""Who begins a sentence and is said to hold a post: 王新|现任某某中学校长."""
_COMES = re.compile(
    "[\n。！？；][ \u3000”]*([\u4e00-\u9fff]{2,3}?)来自(?!己|不同|各)(?=[^，。；：\n]{2,24}[，。；\n])"
)
"""Who begins a sentence and comes from a body or a place: 王新|来自某某医院，."""
_BRACKETED = re.compile("[\n。！？；，、：][ \u3000”]*([\u4e00-\u9fff]{2,3})（(?=[^（）\n]{3,40}）)")
"""Whose post stands in brackets: 王新|（某某公司经理）."""
_PRESENT = re.compile(
    "[\n。](?:[\u4e00-\u9fff]{2,3})(?=参加会[见谈]|陪同(?:会见|调研|参观|考察|前往|参加)|(?:参加|出席)(?:上述|了?会[见议谈]))"
    "|[，、；：。\n]释[\u4e00-\u9fff]{1,2}(?=法师|大师|方丈|住持|居士|和尚)"
)
"""Who was there, and monks: 。王小川|参加会见, 释某某|法师."""
_PRESENT_SIGN = re.compile("参加|陪同|出席|释")
_TOLD = re.compile(
    "[的，。；：、\n“是叫]([\u4e00-\u9fff]{2,3})"
    f"(?=[今现]年[\\d三四五六七八九]|(?:[才已刚]|已经|刚满|[，（(](?:今年)?)?{AGE}|[原曾][是为任系在]|[（(][男女][，）])"
)
"""Whose age or former post is told: 最年轻的|王小川|今年28岁."""
_TOLD_SIGN = re.compile(
    "[今现原曾岁（(](?:(?<=[今现])年[\\d三四五六七八九]|(?<=岁)|(?<=[原曾])[是为任系在]|(?<=[（(])[男女][，）])"
)
_SET_APART = re.compile(
    "[的，。；：、\n“是叫]([\u4e00-\u9fff]{2,3})(?=[去前今]年|[如而]今|当年|那年|(?<=[的“叫][\u4e00-\u9fff]{2})是[他她我]|(?<=[的“叫][\u4e00-\u9fff]{3})是[他她我]|，?\\d+(?:\\.\\d+)?[万千百]?元[，。；、！])"
    "|的(?:(?<=最[\u4e00-\u9fff]的)|(?<=最[\u4e00-\u9fff]{2}的)|(?<=最[\u4e00-\u9fff]{3}的))([\u4e00-\u9fff]{2,3})(?=是|，)"
    "|[进到访望](?<=走进|来到|走访|看望)([\u4e00-\u9fff]{2,3})(?=家|、[^，。；、]{2,8}[户家])"
)
"""Who is likely to be somebody by what stands around: 最高的|王小川|是, 走进|王小川|家."""
_SET_APART_SIGN = re.compile(
    "[年今元最进到访望是](?:(?<=[去前今当那]年)|(?<=是)[他她我]|(?<=[如而]今)|(?<=元)(?=[，。；、！])|(?<=最)[\u4e00-\u9fff]{1,3}的"
    "|(?<=走进|来到|走访|看望))"
)
_ASKED = re.compile("[ \u3000]{1,2}([一-鿿]{2,3})：")
"""Who answers in an interview behind post and blank: 教师　|王新|：."""
_FROM = re.compile("来自(?!己)[一-鿿]{2,12}?的")
"""Where somebody comes from who is named: 来自某地的|王新|。."""
_SERVING = re.compile("(?:担任|身为|出任|当|做|任)[^，。、；！？：\n的]*$")
"""What says that the title before 的 is somebody's: 当律师的王小川."""
_LONGEST_SERVICE = 16
_CLAUSE_END = re.compile("[，。；,\n]")


def slots(context: Context) -> Iterator[Filling]:
    """Each surname with a given name that fills a slot.

    >>> from bangfu.recognize.names.context import context_of
    >>> list(slots(context_of("他名叫田园，是村医", ())))
    [Filling(start=3, end=5, border=3, doubtful=False, unknown=False)]
    """
    clean = context.clean

    def word_at(offset: int) -> str:
        return context.starting.get(offset, "")

    for start, kind in context.titles_ending.items():
        if kind != "plain" and (end := joined_name(clean, start, word_at)):
            yield Filling(start, end, JOINED, doubtful=False)
        yield from fillings(context, behind_bracket(clean, start), DESCRIBED if kind == "plain" else TITLED)
        if clean[start : start + 1] == "的" and kind != "plain":
            serving = _SERVING.search(clean, max(0, start - _LONGEST_SERVICE), start)
            for filling in fillings(context, start + 1, TITLED if serving else DESCRIBED):
                if serving or personal(context, filling.start, filling.end):
                    yield filling
        if kind != "plain" and (asked := _ASKED.match(clean, start)) and surname_at(clean, asked.start(1)):
            yield Filling(*asked.span(1), CLOSED, doubtful=False)
    for match in _FROM.finditer(clean):
        for filling in fillings(context, match.end(), DESCRIBED):
            named = dictionary_tag(clean[filling.start : filling.end])[:2] in ("", "nr")
            if named and filling.border == CLOSED and personal(context, filling.start, filling.end):
                yield filling
    for start in context.bodies:
        if start not in context.titles_ending:
            yield from fillings(context, start + (clean[start : start + 1] == "的"), BODY)
    for match in _WARD.finditer(clean):
        if match.end() in context.starting and any(
            clean[at : match.end()] in words("departments")
            for at in range(max(0, match.end() - 8), match.end())
        ):
            for filling in fillings(context, match.end(), DESCRIBED):
                if filling.border > ACTING and personal(context, filling.start, filling.end):
                    yield filling
    for match in _CALLED.finditer(clean):
        yield from fillings(context, match.end(), CALLED if match.group()[-1] in "叫为做作是" else DESCRIBED)
    for match in _SOMEBODYS.finditer(clean):
        if match.end() in context.starting:
            taught = clean[match.start() - 1] in "级班"
            yield from fillings(context, match.end(), DESCRIBED if taught else BODY)
    for match in _DOERS.finditer(clean):
        if clean[match.start() - 1] == "来" and not _comes_from(clean, match.start() - 1):
            continue
        for filling in fillings(context, match.end(), DESCRIBED):
            if filling.border > ACTING and personal(context, filling.start, filling.end):
                yield filling
    for match in _IS_SOMEBODY.finditer(clean):
        yield from fillings(context, match.end(), DESCRIBED)
    for match in _QUOTED.finditer(clean):
        for filling in fillings(context, match.end(), DESCRIBED):
            if speaks(context, filling.end) and personal(context, filling.start, filling.end):
                yield filling
        start = match.end()
        if (
            clean[start + 2 : start + 4] in _SAID
            and start + 1 in context.starting
            and surname_at(clean, start)
        ):
            yield Filling(start, start + 2, JOINED, doubtful=False)  # ”彭|明说。
    yield from _depicted(context)
    for match in near(_PROXY, _PROXY_SIGN, clean, 4):
        if surname_at(clean, match.start(1)):
            yield Filling(*match.span(1), CLOSED, doubtful=False)
    for match in near(_PRESENT, _PRESENT_SIGN, clean, 4, 6):
        start, end = match.start() + 1, match.end()
        if surname_at(clean, start) and start in context.starting and end in context.starting:
            yield Filling(start, end, JOINED, doubtful=clean[start] != "释")
    appointed = "任" in clean or "当选" in clean or "挂职" in clean
    for match in _APPOINTED.finditer(clean) if appointed else ():
        start, end = match.span(1)
        if surname_at(clean, start) and start in context.starting and end in context.starting:
            yield Filling(start, end, JOINED, doubtful=True)
    told = near(_TOLD, _TOLD_SIGN, clean, 11)
    for pattern, matches in ((_TOLD, told), (_SET_APART, near(_SET_APART, _SET_APART_SIGN, clean, 24, 14))):
        for match in matches:
            start, end = match.span(match.lastindex or 0)
            bordered = start in context.starting and end in context.starting
            if bordered and clean[start] in words("surnames") and clean[start:end] not in words("not_names"):
                sure = pattern is _TOLD and personal(context, start, end)
                yield Filling(start, end, CLOSED, doubtful=not sure)
    for match in _RESUME.finditer(clean):
        start, end = match.span(1)
        if surname_at(clean, start) and not looks_of(clean[start:end]).left_over:
            yield Filling(start, end, CLOSED, doubtful=False)
    lines = "\n" + clean  # so that every line has a mark to look for in front
    for pattern in (_INTRODUCED, _POSTED):
        for match in pattern.finditer(lines):
            start, end = match.start(1) - 1, match.end(1) - 1
            if clean[start] in LEADING and end - start > 2 and surname_at(clean, start + 1):
                start += 1  # 由|王新|担任队长
            clause_end = _CLAUSE_END.search(clean, match.end() - 1)
            post = context.titles_ending.get(clause_end.start() if clause_end else -1, "plain")
            if post != "plain" and _may_be_somebody(clean, start, end):
                yield Filling(start, end, CLOSED, doubtful=False)
    for match in _COMES.finditer(lines) if "来自" in clean else ():
        start, end = match.start(1) - 1, match.end(1) - 1
        clause_end = _CLAUSE_END.search(clean, match.end() - 1)
        home = clause_end.start() if clause_end else len(clean)
        known = home in context.bodies or any(is_place(clean[home - size : home]) for size in (2, 3, 4))
        if known and _may_be_somebody(clean, start, end):
            yield Filling(start, end, CLOSED, doubtful=False)
    for match in _BRACKETED.finditer(lines) if "（" in clean else ():
        start, end = match.start(1) - 1, match.end(1) - 1
        post = context.titles_ending.get(clean.find("）", end), "plain")
        if post != "plain" and _may_be_somebody(clean, start, end):
            yield Filling(start, end, CLOSED, doubtful=False)


def _may_be_somebody(clean: str, start: int, end: int) -> bool:
    """Whether a surname and a given name stand there that are no word of the dictionary."""
    name = clean[start:end]
    return (
        bool(surname_at(clean, start))
        and dictionary_tag(name)[:2] in ("", "nr")
        and not looks_of(name).left_over
    )


def _comes_from(clean: str, at: int) -> bool:
    """Whether what stands before 来的 is a body, a place or a word for lately: 柯桥|来的."""
    return clean[at - 1] in _WHERE or is_place(clean[at - 2 : at]) or is_place(clean[at - 3 : at])


def _depicted(context: Context) -> Iterator[Filling]:
    """Whom a caption places: 侯峰（左）."""
    for match in near(_DEPICTED, _DEPICTED_SIGN, context.clean, 4, 12):
        start, end = match.span(1)
        if surname_at(context.clean, start) and dictionary_tag(match[1])[:2] in ("", "nr"):
            yield Filling(start, end, CLOSED, doubtful=True)


def spaced(context: Context) -> Iterator[tuple[int, int]]:
    """Each surname and character set apart by a blank, behind a title, a colon or 、: 校长 王 芬.

    >>> from bangfu.recognize.names.context import context_of
    >>> list(spaced(context_of("主持人：李 娜", ())))
    [(4, 7)]
    """
    for start in context.titles_ending:
        if (led := _LED_SPACED.match(context.clean, start)) and surname_at(context.clean, start):
            yield led.span()
    end = 0
    for match in _SPACED.finditer(context.clean):
        start = match.start() - 1
        if start < end:
            continue
        end = match.end()
        ahead = start
        while ahead and context.clean[ahead - 1] in " \u3000":
            ahead -= 1
        if surname_at(context.clean, start) and (
            ahead in context.titles_ending or context.clean[ahead - 1 : ahead] in ("：", ":", "、")
        ):
            yield start, end
