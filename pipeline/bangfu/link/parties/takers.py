"""Who takes money, named, counted or helped in the clauses around it: 43名村民, 改造了9所村小的食堂."""

from __future__ import annotations

from bangfu.link.parties.frame import Frame
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.nouns import may_get
from bangfu.link.parties.verbs import CLAUSE
from bangfu.recognize.items import behind as items
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.places import is_place

_HOUSEHOLD = pattern("(?:户|家庭|人家|[职员]工|工人|师生)$")
# 北坡小学|捐, 北坡小学|副校长: somebody there acts
_ACTS = pattern("[的捐]|资助|提供|援助|{han}{0,2}(?:[校院]长|主任|书记|老师)")
_BUY = pattern("{used_for}|[买购修建添]|改善|更换|解决")
# 个“砖瓦奖”, “春蕾”基金
_NAMED = pattern("^[了一]?[个项笔只]?(“[^“”，。；]{2,14}”(?:{han}{0,4}?(?:{prize}|奖|项目|计划|工程|专项))?)")


def is_human(name: str) -> bool:
    """Whether a noun phrase names people or their homes.

    >>> is_human("监测户"), is_human("学生"), is_human("设备")
    (True, True, False)
    """
    return items.is_person(name) or bool(_HOUSEHOLD.search(name))


def bare(name: str) -> str:
    """病人 of 付不起药费的病人: people without the clause that tells what they do.

    >>> bare("付不起药费的病人"), bare("南坡小学的学生")
    ('病人', '南坡小学的学生')
    """
    front, _, last = name.rpartition("的")
    if len(front) > 2 and 1 < len(last) < 7 and is_human(last) and items.tag(front)[0][1][0] == "v":
        return last
    return name


def taker(text: str, bodies: tuple[str, ...]) -> str | None:
    """The one whom the words behind 交给, 捐给 name, before what is to be done with it.

    >>> taker("南坡村幼教点买桌凳", ("南坡村幼教点",)), taker("困难学生。", ())
    ('南坡村幼教点', '困难学生')
    """
    if body := longest(text, bodies):
        return body
    text = _BUY.split(CLAUSE.split(text)[0])[0]
    noun, _ = items.after(text, 0, len(text))
    return noun if noun and noun == text and may_get(noun) else who(text)


def longest(text: str, bodies: tuple[str, ...]) -> str | None:
    """The longest of the known names with which a text begins, unless it has or gives something there.

    >>> longest("南坡小学食堂", ("南坡", "南坡小学")), longest("南坡小学的老师", ("南坡小学",))
    ('南坡小学', None)
    """
    names = [body for body in bodies if text.startswith(body)]
    if not names:
        return None
    name = max(names, key=len)
    return None if _ACTS.match(text, len(name)) else name


def site(aim: str | None, bodies: tuple[str, ...]) -> str | None:
    """The school or hospital whose premises an aim is about: 改造南坡县中学三个实验室, 用于医院血透室建设.

    >>> site("改造南坡县中学三个实验室", ("南坡县中学",)), site("医院血透室建设", ()), site("建设学校", ())
    ('南坡县中学', '医院', None)
    """
    text = _WORKS.sub("", aim or "")
    body = longest(text, tuple(name for name in bodies if len(name) > 4 and _SERVED.search(name)))
    own = None if body else _OWN_SITE.match(text)
    name = body or (own[0] if own else None)
    return name if name and len(text) > len(name) + 1 else None


def officer(text: str, bodies: tuple[str, ...]) -> str | None:
    """The body whose officer takes it: 南坡县总工会常务副主席李大山.

    >>> officer("南坡县总工会常务副主席李大山", ("南坡县总工会", "李大山"))
    '南坡县总工会'
    """
    body = max((name for name in bodies if text.startswith(name)), key=len, default="")
    man = max((name for name in bodies if text.endswith(name)), key=len, default="")
    between = text[len(body) : len(text) - len(man)]
    return body if man and 1 < len(between) < 12 else None


def named(text: str) -> str | None:
    """The prize or fund in quotation marks with which a text begins: 个“砖瓦奖”.

    >>> named("个“砖瓦奖”，奖给学生"), named("“春蕾”基金，"), named("宿舍楼")
    ('“砖瓦奖”', '“春蕾”基金', None)
    """
    match = _NAMED.match(text)
    return match[1] if match else None


_GIFT = pattern("{giving}|[募奖批]|给|补|发放|慰问")
# ，专门给困难学生买…
_FOR_THEM = pattern(
    r"(?:[^，。；！？\n]{0,16}，){0,2}?[^，。；！？\n]{0,10}?"
    r"(?:(?:只|专门|指定|定向|用于|用来|并|都|全|，)[给为帮]|(?:用于|用来|专门|重点)(?:{helps}|{grants}))(?!了)"
    r"(?:每一?{unit})?(?=([^，。；！？\n]{2,24}))"
)
_DOES = pattern("(?!了)(?:{does_for_people}|发放?|慰问|过年|解决|手术|看病|上学|读书)")
# ，改造了9所村小的食堂
_MENDED = pattern(
    r"(?:[^，。；！？\n\d]{0,16}，)?[^，。；！？\n\d]{0,6}?(?:{builds}|{fits}|改善|维修|盖)了?"
    r"((?:{number}{unit}[^，。；、的\d]{0,12}?|[^，。；、的\d]{2,14}?){served})(?:的|{han}{0,3}{premises})"
)
# 三十万元|予南坡中学作图书经费, 善款给李大山看病
_GIVEN_ON = pattern(
    r"^(?:的?[^，。；\d]{0,8}?{in_hand})?，?{handing}*(?:给予|赠予|转给|赠给|予以|给|(?<!，)[予与])了?([^，。；！？]{2,30})"
)
_STOP = pattern(r"[，。；：！？、\n]|手[中里上]")
# 走访慰问了北坡村两户监测户, 走进困难学生家中
_TOPIC = pattern("^(?:对于?|凡是?)([^，。；]{2,24})()$")
_VISITS = pattern(
    "{visits}了?(?:慰问|看望)?([^，。；]{2,30}?)(?:家[中里])?$|{goes}了?([^，。；]{2,30}?)的?家[中里]$"
)
_WORKS = pattern("^(?:用于|支持|{builds}|{fits}|改善|更新|装修|重建|在)+")
_SERVED = pattern("(?:{served}|学院|中心校)$")
_OWN_SITE = pattern("(?:该|我)?(?:医院|学校|卫生院|幼儿园)(?={han}{2})|该[校院]")
_COUNT_OF = pattern("{number}[位名个户]")
_TREATS = pattern(r"^.*(?:{helps}|{grants})了?(?=[^，。；\d]{2,20}$)")
_EACH = pattern("^(?:平均)?每{han}{1,2}(?:最高|最多|[可再还另又])?(?:{rated}|报销|救助|减免)?$")
_OURS = pattern("(?:帮助|帮扶|支持|支援|投入|援建)[到给]?(我{level})")
_CAME = pattern("(?:来到|走进|奔赴)({han}{2,6})$")
# 给当地农户每年带来
_BRINGS = pattern(
    r"[给为](?:当地|本地|周边|全[县镇村乡])?((?:{number}{unit})?[^，。；的\d]{1,12}?)(?:每[年月]|一年)?(?:带来|增加|创造|节省|节约)"
)
_INCOME = pattern("(?:收入|工资|薪|增收|减负|报酬|进项|多[挣赚])(?:中位数)?$")
_HERS = pattern("^{pronoun}(?=的)")
_HOME = pattern("^(?:[^，。；]{0,4}?[年月]|[上下]半年)?(村集体|全家|一家人?|合作社)")
_WORKERS = pattern(r"{figure}[名位户个]?([^，。；\d]{2,24})")
# 首届毕业生|218人, 接收实习生50名以上
_RAISES = pattern("^.*(?:带动|接收|招[收录用]|吸纳|共?有|帮助)")
_COUNTED_WORKERS = pattern(r"({han}{2,8}?){roughly}?{figure}{people}(?:以上|左右)?(?=[^一-鿿]|$|{han}{2,4}$)")
_PER_HEAD = pattern("(?:[年月]?[人户]均|平均|起薪|[年月]薪|工资|另发|每{han}{1,2})")


def near(f: Frame) -> str | None:
    """Whom the amount of ``f`` reaches, where its own clause does not say it.

    >>> from bangfu.link.parties.verbs import Act
    >>> act = Act("捐款", "give", "青禾公司", "")
    >>> near(Frame("青禾公司捐款", (), "，改造了9所村小的食堂。", (None,), None, act=act))
    '9所村小'
    """
    if f.act.role == "give" and _GIFT.search(f.act.verb or ""):
        return _ours(f) or _behind(f.rest) or _visited(f) or _helped(f)
    unsaid = f.act.verb is None and not f.kind
    if brings := _BRINGS.search(f.clause):
        return brings[1]
    return _holder(f) or _helped(f) or (_behind(f.rest) if unsaid else None)


def given_on(rest: str, bodies: tuple[str, ...]) -> str | None:
    """Whom the words behind an amount give it to.

    >>> given_on("予南坡中学作图书经费。", ("南坡中学",)), given_on("给学校。", ())
    ('南坡中学', '学校')
    """
    told = _GIVEN_ON.match(rest)
    whom = told and (longest(told[1], bodies) or items.after(told[1], 0, len(told[1]))[0])
    return whom if whom and told and told[1].startswith(whom) and may_get(whom) else None


def who(text: str) -> str | None:
    """The people with whom a text begins, as it describes them."""
    noun, _ = items.after(text, 0, len(text), "名")
    for phrase in (noun or "", _STOP.split(text, maxsplit=1)[0]):
        last = phrase.rpartition("的")[2]
        if len(last) > 1 and last.isalpha() and last[0] not in "多万余" and is_human(last):
            return last
    return None


def counted(text: str) -> str | None:
    """The people whom a clause counts at its end, without the counts.

    >>> counted("每年评10名支教教师、8名本地教师"), counted("购置图书300册")
    ('支教教师、本地教师', None)
    """
    told = [(part.rstrip("、和"), who(part)) for part in _COUNT_OF.split(text)[1:]]
    whole = told and all(whom and part.endswith(whom) for part, whom in told)
    return "、".join(whom for _, whom in told if whom) if whole else None


def _behind(rest: str) -> str | None:
    match = _FOR_THEM.match(rest)
    if (
        match
        and (whom := who(match[1]))
        and (match[0][-1] not in "给为帮" or _DOES.match(match[1].partition(whom)[2]))
    ):
        return whom
    mended = _MENDED.match(rest)
    return mended[1] if mended else None


def _visited(f: Frame) -> str | None:
    """走访了南坡村两户监测户，送去; 对考上大学的学生，村里奖励: the people of the clause in front."""
    told = (_VISITS.search(f.earlier[0]) or _TOPIC.match(f.earlier[0])) if f.earlier else None
    whom = told and (told[1] or told[2])
    named = max((name for name in f.bodies if whom and whom.endswith(name)), key=len, default=None)
    return named or (counted(whom) or counted("一名" + whom) if whom else None)


def _helped(f: Frame) -> str | None:
    """资助患病儿童手术，每例…; 用于县医院的5亿元，平均每家…: whom what is in front reaches."""
    if not f.earlier or not _EACH.match(f.clause):
        return None
    if f.same and f.same.payee:
        return f.same.payee
    return who(_TREATS.sub("", f.earlier[0]))


def _ours(f: Frame) -> str | None:
    """帮助我县…，发放; 来到宁夏，投入."""
    for text in (f.clause, *f.earlier):
        if ours := _OURS.search(text):
            return ours[1]
    came = _CAME.search(f.earlier[0]) if f.earlier else None
    return came[1] if came and is_place(came[1]) else None


def _holder(f: Frame) -> str | None:
    """Whose income it is: her wage, that of the people whom the clause in front counts, of the whole home."""
    kind = f.kind or ""
    if not _INCOME.search(kind or f.clause):
        return None
    if hers := _HERS.match(f.clause):
        return hers[0]
    if (home := _HOME.match(f.clause)) and not kind.startswith("村集体"):
        return home[1]
    if _PER_HEAD.search(f.clause):
        for text in f.earlier[:3]:
            if (told := _WORKERS.search(text)) and (people := who(told[1])):
                return people
            if told := _COUNTED_WORKERS.search(text):
                people = noun_at_end(_RAISES.sub("", told[1]))
                if people and is_human(people):
                    return people
    return None
