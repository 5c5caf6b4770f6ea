"""Frames: words around a span that hold nothing but somebody: 对|王新|而言, 以|王新|为领队, 图为|王新|（左）.

Both ends are given, so that any surname with a given name is one, and any known element of minority names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.lexicon import mapping, words
from bangfu.patterns import near
from bangfu.recognize.names.borders import AGE, FUNCTION, commonplace, personal, seldom, surname_at
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.people.looks import looks_of
from bangfu.recognize.places import is_place

_SOME = "([\u4e00-\u9fff]{2,4}?)"
# The first item is a plain class, because the engine can then skip to it in C.
_FRAMED = re.compile(
    "[对在据让令以听到与上为：派是了把将谢给替欢价识起得见望问访述记叫任请命选举聘](?:"
    f"(?<=对){_SOME}(?:而言|来说|来讲)"
    f"|(?<=在){_SOME}(?:看来|(?:的?(?:心[里中目]|眼[里中]))|的(?:带领|指导|帮助|影响|倡议)下)"
    f"|(?<=据){_SOME}(?:介绍|讲|说|回忆|透露|告诉)"
    f"|(?<=[让令]){_SOME}(?:没(?:有)?想到|最?高兴|最?感动|感到|最?难忘|最?欣慰|印象最?深|惊[讶喜]|意外|着急|犯难|深受|倍感|记忆犹新|揪心|心疼|放心不下)"
    f"|(?<=以){_SOME}(?:同志|老师|医生)?(?:为(?:领队|组长|团长|队长|班长|首的|代表的|核心的|带头人))"
    f"|(?<=听){_SOME}[说讲]，"
    f"|(?<=[见遇找碰]到){_SOME}时"
    f"|(?<=[）人长员]与){_SOME}(?:握手|交谈|座谈|合影)"
    f"|(?<=系上){_SOME}[。，]"
    f"|(?<=的是){_SOME}(?=[。，；])"
    f"|(?<=人是){_SOME}(?=[。，；])"
    f"|(?<=[他她]是){_SOME}(?=的)"
    f"|(?<=[把将]){_SOME}(?=[送接抱扶背转请带领派][到往进去回至起])"
    f"|(?<=感谢){_SOME}(?=的|[，。！])"
    f"|(?<=听){_SOME}(?=讲完|讲起|说起|介绍|这么说|一说)"
    f"|(?<=[为给替]){_SOME}(?=做了?[^，。]{{0,4}}手术|治病|看病|补课|送[来去上]|戴上|披上|颁)"
    f"|(?<=喜欢|评价|认识|想起|记得|遇见|碰见|看望|探望|慰问|采访|讲述|追记){_SOME}(?=[，。！？])"
    f"|(?<=换成了){_SOME}(?=[。，；])"
    f"|(?<=派){_SOME}(?=[到赴任去驻]|前往|担任|进驻|带队)"
    f"|(?<=图为){_SOME}(?=（|正在|在)"
    f"|(?<=聘任|聘请|特聘|任命|委任|推选|选举|推举|增选|选聘){_SOME}(?=(?:同志|先生|女士|老师)?为)"
    f"|(?<=[我名]叫){_SOME}(?=[，。]|是)"
    f"|(?<=[人员长师任问宾者记授医队]：){_SOME}(?=[\\s，。；）]|$)"
    ")",
    re.MULTILINE,
)
_AMONG = re.compile(
    f"(?:[选彰望问对向和与给为授]|派出?){_SOME}等(?:\\d+|[两二三四五六七八九十]+)[多余]?[名位人]",
    re.MULTILINE,
)
"""Who stands for so many: 看望|王新|等5名教师."""
_AMONG_SIGN = re.compile("等(?:\\d+|[两二三四五六七八九十]+)[多余]?[名位人]")
_GIVING = re.compile(
    f"[，、；。：\n]{_SOME}(?=(?:夫妇|伉俪|先生|女士|老师|医生|校友|同学)?各?(?:捐款?|认捐|捐赠|捐资|乐捐|赞助|资助)\\d)"
)
"""Who gives so much: ，|王新|捐5万元."""
_GIVING_SIGN = re.compile("[捐助款赠资](?=\\d)")
_BORN = re.compile(
    f"来自[\u4e00-\u9fff]{{2,12}}?的{_SOME}(?=是|[，、]?(?:今年)?{AGE}|说[，：。]|告诉|介绍|表示)"
)
"""Who is said to come from somewhere: 来自某地的|王新|是."""
_MARRIED = re.compile(
    "(?:^|(?<=[，。、：；（\\s和及与由家长员席授]))([一-鿿]{4})(?=女士|太平绅士)", re.MULTILINE
)
"""A woman with the surname of her husband before her own: 陈方安生|女士."""
_MADE = re.compile(f"[，、；和]{_SOME}(?=(?:同志|先生|女士|老师)?为)")
_APPOINTING = re.compile("任命|聘|选举|推选|选为|增补|委任")
"""Who is made something beside others, and what has made them: 聘任甲某为校长，|王方|为副校长."""
_REACH = 60
_AS_FOR = re.compile("对[^，。；！？\n]{4,40}?(来说|来讲|而言)")
"""Of whom a sentence speaks behind the post: 对某某医院主任|王新|来说."""
_LIVING = "(?:毕业于|就读于|考上了?|考取了?|考[入进]|出生[于在]|生于|供职于|就职于|任教于|师从|退休[前后])"
_LIVED = re.compile(rf"(?:^|[，。；！？”\n]){_SOME}(?=(?:\d{{4}}年)?[曾也则原还]?{_LIVING})", re.MULTILINE)
"""Who begins a clause and was born, has learned or works somewhere: 王新|毕业于某大学."""
_LIVED_SIGN = re.compile(_LIVING)
_ALL_COME = re.compile(
    "[，。；：\n]([\u4e00-\u9fff]{2,4}(?:[、和][\u4e00-\u9fff]{2,4}){1,5})(?=[都均]?(?:分别)?来自)"
)
"""Several who come from somewhere: 王新、李明|来自某学院."""
_JOINTS = re.compile("[^、和]+")
_SENT = re.compile("受(?=[一-鿿]{4,9}(?:委托|指派|嘱托|托付|之托|邀请))")
"""At whose request somebody comes: 受|王新|董事长委托."""
_ENTITLED = re.compile("(?:女士|先生|太太|伉俪|夫妇)(?!们)")
"""What words are called by behind a mark or a noun of people only as names: 爱心人士|夏天|女士."""
_TAKES = re.compile(
    "同志(?=不再[兼担]?任|[兼担挂]任|任(?!务|何|由|凭|意|劳)|为[^，。；：！？\\n]{2,20}[长员任记席事师授][，。；\\n])"
)
"""What somebody takes or leaves: 高原|同志任某校校长."""
_IS_OF = re.compile("(?<=[一-鿿])(?=是[一-鿿]{3,24}[，。；\n])")
"""Whose body and post a clause tells: 高原|是某校的教师."""
_MADE_WORD = re.compile("(?:聘任|任命|委任|推选|选举|推举|增选|选聘)([一-鿿]{2})(?:同志|先生|女士|老师)?为")
_CLAUSE = re.compile("[^，。；：！？\n]{2,30}")
_ENTITLED_WORDS = ("n", "t", "a")
_OF_PEOPLE = frozenset("亲友人员生师长者工民兵")
"""What ends a noun of people: 母亲, 单身|女士."""
_NOT_CALLED = frozenset(
    [
        "党员",
        "党政",
        "单位",
        "机关",
        "单身",
        "时尚",
        "高龄",
        "高知",
        "高端",
        "金领",
        "商界",
        "华裔",
        "东方",
        "乡村",
        "农村",
    ]
)
_NICKNAMED = re.compile("^“[^”\n]{2,10}”([一-鿿]{2,3})$", re.MULTILINE)
"""Whom a heading names: “管得宽”|王新."""
_SERVED = re.compile("(?:任|当|身为)[^，。；：的\n]{2,20}的([一-鿿]{2,4}?)(?=，|,|说|是|介绍|告诉|表示)")
"""Who has held the post before 的: 曾任某县副县长的|次旦."""
_CLAUSE_BEGINS = "，。、：；“（ \u3000\n"
_DONATING = re.compile("[向给为][^，。；、\n]{2,24}(?:捐|赠)")
"""What somebody of a firm does who is named behind it: 公司|路李明|向某校捐赠."""
_NO_START = frozenset("来有由真者全占通能时过随别同")
"""Surnames that are rather words behind the name of a body: 学校|来了新|老师."""
_ROOMS = frozenset("科室部处院馆局所队会组办系班党派军团盟庭")
_BEFORE_POSTS = frozenset("任当兼为原现前副")
"""With which the parts of a body end, and what stands before a post: 外国语学院王玥|任|副团长."""


def framed(context: Context) -> Iterator[tuple[int, int]]:
    """Each span in a frame that its characters let be a name.

    >>> from bangfu.recognize.names.context import context_of
    >>> list(framed(context_of("对田静而言，对学校而言", ())))
    [(1, 3)]
    """
    clean = context.clean
    for matches in (
        _FRAMED.finditer(clean),
        near(_AMONG, _AMONG_SIGN, clean, 6),
        near(_GIVING, _GIVING_SIGN, clean, 12, 1),
        _BORN.finditer(clean),
        near(_LIVED, _LIVED_SIGN, clean, 12),
    ):
        for match in matches:
            if somebody(context, *match.span(match.lastindex or 0)):
                yield match.span(match.lastindex or 0)
    married = "女士" in context.clean or "绅士" in context.clean
    for match in _MARRIED.finditer(context.clean) if married else ():
        start = match.start(1)
        common = mapping("surnames")
        single = {start, start + 1} <= context.starting.keys() and start + 2 in context.starting
        if single and "1" not in [common.get(char, "1") for char in match[1][:2]]:
            yield match.span(1)
    for match in _SERVED.finditer(context.clean):
        if match[1] in words("minority_names") and match.start(1) - 1 in context.titles_ending:
            yield match.span(1)
    for match in _AS_FOR.finditer(clean) if "对" in clean else ():
        for start in range(match.start(1) - 4, match.start(1) - 1):
            if context.titles_ending.get(start, "plain") != "plain" and somebody(
                context, start, match.start(1)
            ):
                yield start, match.start(1)
    for match in _ALL_COME.finditer(clean) if "来自" in clean else ():
        for each in _JOINTS.finditer(clean, *match.span(1)):
            if somebody(context, *each.span()):
                yield each.span()
    for match in _MADE.finditer(clean) if _APPOINTING.search(clean) else ():
        made = clean.index("为", match.end()) + 1 in context.titles_starting
        before = clean[max(0, match.start() - _REACH) : match.start()].rpartition("。")[2]
        if made and _APPOINTING.search(before) and somebody(context, *match.span(1)):
            yield match.span(1)
    for match in _SENT.finditer(clean):
        for end in (match.end() + 2, match.end() + 3):
            if end in context.titles_starting and somebody(context, match.end(), end):
                yield match.end(), end
    for match in (*_ENTITLED.finditer(clean), *_TAKES.finditer(clean), *_IS_OF.finditer(clean)):
        start = match.start() - 2
        begun = start == 0 or clean[start - 1] in _CLAUSE_BEGINS or start in context.titles_ending
        told = match.re is not _IS_OF or _is_posted(context, match.end())
        if begun and told and _is_word_of_name(context, start):
            yield start, start + 2
    for match in _MADE_WORD.finditer(clean):
        if _is_word_of_name(context, match.start(1)) and _titled_soon(context, match.end()):
            yield match.span(1)
    for match in _NICKNAMED.finditer(clean):
        if somebody(context, *match.span(1)):
            yield match.span(1)
    for start in context.bodies:
        if context.clean[start : start + 1] not in _NO_START and start not in context.titled:
            for post in (start + 4, start + 3, start + 2):
                end = post - (context.clean[post - 1 : post] in ("任", "当"))
                if (
                    post in context.titles_starting
                    and start + 1 < end < start + 4
                    and context.clean[end - 1] not in _ROOMS | _BEFORE_POSTS
                    and not context.clean.startswith("客户端", end)
                    and somebody(context, start, end)
                ):
                    yield start, end
            donor = _DONATING.match(context.clean, start + 3)
            if donor and somebody(context, start, start + 3) and personal(context, start, start + 3):
                yield start, start + 3


def _is_word_of_name(context: Context, start: int) -> bool:
    """Whether a word of two characters there may be somebody's name: 高原, 方圆; not 农村."""
    name = context.clean[max(start, 0) : start + 2]
    return (
        context.starting.get(start) == name
        and mapping("surnames").get(name[0], "1") > "1"
        and dictionary_tag(name).startswith(_ENTITLED_WORDS)
        and name not in _NOT_CALLED | words("people_nouns")
        and name[1] not in _OF_PEOPLE
    )


def _is_posted(context: Context, at: int) -> bool:
    """Whether a body stands there with a post that ends the clause: 是|某校的教师，."""
    clause = _CLAUSE.match(context.clean, at)
    for body in context.bodies:
        if clause is not None and at + 1 < body < clause.end():
            title = body + (context.clean[body] == "的")
            if title in context.titles_starting and clause.end() in context.titles_ending:
                return True
    return False


def _titled_soon(context: Context, at: int) -> bool:
    clause = _CLAUSE.match(context.clean, at)
    return clause is not None and clause.end() in context.titles_ending


_GOES = frozenset("来去到")
_CROSSED = frozenset("等任")
"""With which a word may begin inside of a name: 派出李宝|均等|三名, 选派冯文|胜任|校长."""


def somebody(context: Context, start: int, end: int) -> bool:
    """Whether a span is a known element, or a surname with a given name and no word of the dictionary."""
    name = context.clean[start:end]
    if name in words("minority_names"):
        return True
    surname = surname_at(name, 0)
    if (
        name[0] in FUNCTION
        or name[-1] in _GOES
        or not in_given_name(name[-1])
        or name[surname:] in mapping("titles")
    ):
        return False  # 记者：王院长，
    if not 0 < surname < end - start < surname + 3 or looks_of(name).left_over:
        return False
    crossed = end not in context.starting and end < len(context.clean)
    if start not in context.starting or (crossed and context.clean[end] not in _CROSSED):
        return False
    tag = dictionary_tag(name)
    return (
        (tag[:2] in ("", "nr") or (tag == "ns" and seldom(name)))
        and not (commonplace(name) or is_place(name) or name in words("not_names"))
        and name not in words("counted_nouns")
        and dictionary_tag(name[surname:])[:1] not in ("v", "d", "p", "c", "r", "u", "f", "s", "t")
    )
