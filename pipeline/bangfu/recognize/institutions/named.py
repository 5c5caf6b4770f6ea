"""Whether places and modifiers in front of a head make a name, or only tell what sort a body is of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.places import MUNICIPALITIES, gazetteer

_SERVICES = frozenset({"school", "hospital", "university", "bank"})
# Forces whose units are named by their place: 武警云岭总队.
_FORCES = frozenset({"武警", "解放军", "海警", "公安", "消防"})
WIDE = frozenset({"全国", "国家", "国际", "世界"})
# 全国|旅行社, 国家|电视台: any of them; 国家|图书馆 is one.
_COUNTRYWIDE = frozenset({"school", "hospital", "company", "court", "bank", "media"})
# Of these a city has many; of others one, which its name tells: 云阜市|医院, not 云阜市|小学.
_MANY_A_CITY = frozenset(
    {
        "小学",
        "中学",
        "学校",
        "幼儿园",
        "高中",
        "初中",
        "大学",
        "学院",
        "银行",
        "支行",
        "分行",
        "卫生院",
        "卫生室",
        "卫生所",
        "卫生站",
        "诊所",
        "门诊部",
        "职业学校",
        "职业院校",
        "中等专业学校",
        "职业高中",
        "职高",
        "职中",
        "技校",
        "私塾",
        "学堂",
        "书院",
        "托儿所",
        "初级中学",
        "完小",
        "附属医院",
        "附属小学",
        "附属中学",
        "药房",
    }
)
_SMALL_SCHOOLS = frozenset({"幼儿园", "小学", "卫生院", "卫生室", "完小", "初级中学", "诊所", "药房"})
# Who founded a body stands in front of its name, and makes none: 私立|云峰|中学, not 私立|中学.
_FOUNDED = frozenset({"私立", "国立", "省立", "市立", "县立"})
# Short heads that with a country make a name: 泰国|海军.
_OF_A_COUNTRY = frozenset(
    {"议会", "国会", "央行", "海军", "陆军", "空军"} | {"男排", "女排", "男篮", "女篮", "男足", "女足"}
)
_AUTONOMOUS = frozenset({"自治县", "自治州", "自治旗", "自治区"})
_SIZES = frozenset({"大型", "中小型", "主要", "最大", "大", "小"})
_RURAL_SCHOOLS = frozenset({"山村小学", "乡村小学", "农村小学"})
_STATE = frozenset({"中央", "国家", "全国", "国务院"})
_LEVELS = frozenset("省市县区旗州盟乡镇村")
_COUNTIES = frozenset("县市区旗")
_CENTRE = WIDE | {"中央", "联邦"}


def is_named(hit: Hit, pieces: Sequence[Piece], core: Sequence[Piece], chain: Sequence[str]) -> bool:
    """Whether places and modifiers in front of a head make a name: not 北京市|学校, 上海|公司, 美国|政府."""
    head, known = hit.head, gazetteer()
    place = pieces[0].word
    if place in _FOUNDED:
        return len(pieces) > 1 and place != "私立"  # 山东|省立|医院
    if head.word == "办公室" and pieces[-1].word in _STATE and len(core) > 1:
        return True  # 中央|精神文明|建设|办公室
    level = len(core) == len(pieces) == 2 and core[0].part is Part.ADMIN
    level = level or (len(core) == 1 and core[0].word in _AUTONOMOUS)  # 云阜|自治县|政府
    if head.word == "政府" and ((core and not level) or len(place) == 1 or place in known.world | _CENTRE):
        return False
    if head.kind == "association" and head.word[-1] == "联" and place == "全国":
        return True  # 全国|侨联
    if pieces[-1].word in _CENTRE and (
        (head.group == "weak" and all(p.part in (Part.GENERIC, Part.WORD, Part.ACT) for p in core))
        or (head.group == "organ" and not core and len(chain) == 1)
    ):
        return False
    if pieces[-1].body is not None and head.group == "weak" and core:
        return True  # 第一医院|新区|分院
    if head.group == "weak" and core and all(p.part is Part.ADMIN for p in core):
        # 北京市|区|中心 has no name; 石桥|村|村委会 has the name of a place that no gazetteer lists.
        unlisted = bool(chain) and (chain[-1] not in known.codes or _is_county(chain[-1]))
        return len(core) == 1 and core[0].word == "村" and unlisted
    if _is_kind(hit, pieces, core):
        return False
    if head.group == "weak" and _is_built(pieces):
        return False
    if head.word == "批发市场" and _is_any_market(pieces, core):
        return False
    if core or any(piece.body is not None for piece in pieces):
        return True
    if head.kind == "university" and place == "中国" and head.word not in ("大学", "学院"):
        return True  # 中国|医科大学
    if len(chain) > 1 and pieces[0].part is Part.REGION and pieces[0].body is None:
        return True
    if head.kind == "company":
        return len(head.word) > 3 or place not in known.codes.keys() | known.world or _is_called(chain)
    if head.word == "学校":
        if place not in known.codes.keys() | known.world:
            own = len(chain) > 1 and chain[-2][-1] in _COUNTIES and place[-1] in "乡镇村"
            own = own and len(place) > 2 and not place.endswith("乡镇") and place[0] not in "各全每多几两三"
            return own or place[-1] not in _LEVELS  # 东沟|学校: a village; 云岭县|河坡乡|学校
        return _is_called(chain) or any(not code.endswith("00") for code in known.codes.get(place, ()))
    # A city has one 疾控中心 or 中医院, and many 小学 and 医院.
    many = head.kind in _SERVICES and not head.word.endswith(("中心", "保健院", "中医院"))
    many = (
        many
        and (head.word in _MANY_A_CITY or head.group != "name" or not _is_city(place, head.word))
        and not _is_town(place)
    )
    abroad = place in known.world and len(chain) == 1  # 岭北盟|蒙古|中学 stands in no other country
    if head.word == "医院" and len(chain) == 1 and _is_province(place):
        return False  # 上海|医院
    if (many or head.word == "基金会") and (abroad or place.endswith(("省", "市", "自治区"))):
        return False
    if head.group == "weak":
        if len(head.word) > 5 and head.word.endswith(("中心", "站")):
            return place not in known.world | _CENTRE  # 新时代文明实践中心, one of a kind
        if head.word in _RURAL_SCHOOLS:
            return place not in known.codes  # 云岭|山村小学
        force = head.kind == "team" and len(chain) > 1 and pieces[-1].word in _FORCES
        branch = head.kind == "party" and place.endswith("村")
        if head.word == "实验室":  # 岭江|实验室 is called by a river, 北京|实验室 by nothing
            return place not in known.world | _CENTRE and place not in known.codes and len(chain) == 1
        own = head.kind in ("government", "school", "media") or head.word == "教研室"
        return force or branch or own
    if head.group == "organ":
        return place not in known.world or len(head.word) > 2 or head.word in _OF_A_COUNTRY
    if head.word in _SMALL_SCHOOLS and len(chain) == 1 and len(pieces) == 1 and _is_only_province(place):
        return False  # 新疆|幼儿园, in lists of what is there
    if head.kind == "culture" and head.word[-1] != "团" and place in known.world and place != "中国":
        return False  # 意大利|博物馆
    return not (len(chain) == 1 and place in WIDE) or (head.kind == "culture" and place == "国家")


def _is_any_market(pieces: Sequence[Piece], core: Sequence[Piece]) -> bool:
    """Whether a market is one of many: 全国|大型|农产品|批发市场, 云阜市|专业|批发市场."""
    return pieces[-1].word in _CENTRE or all(p.part is Part.GENERIC or p.word in _SIZES for p in core)


def _is_built(pieces: Sequence[Piece]) -> bool:
    """Whether a country or a region follows 建设, which is a verb then: 香港|建设|国际|创新|中心."""
    return any(
        left.word == "建设" and right.part in (Part.REGION, Part.PLACE) for right, left in pairwise(pieces)
    )


def _is_city(place: str, head_word: str) -> bool:
    """Whether a place is a city below a province, under its full name."""
    codes = gazetteer().codes.get(place, ())
    listed = bool(codes) or head_word != "医院"  # 又从|市医院 may look like one
    return listed and place.endswith("市") and not any(code.endswith("0000") for code in codes)


def _is_province(place: str) -> bool:
    """Whether a place is a province or a city of that level, under any of its names."""
    return any(code.endswith("0000") for code in gazetteer().codes.get(place, ()))


def _is_only_province(place: str) -> bool:
    """Whether a place is a province alone, no city of its name: 新疆, not 吉林, 北京."""
    codes = gazetteer().codes.get(place, ())
    return bool(codes) and all(code.endswith("0000") and code[:2] not in MUNICIPALITIES for code in codes)


def _is_town(place: str) -> bool:
    """Whether a place is a city of the level of a county, under its full name: like one it has one 中学."""
    codes = gazetteer().codes.get(place, ())
    return place.endswith("市") and bool(codes) and not any(code.endswith("00") for code in codes)


def _is_county(place: str) -> bool:
    """Whether a short form is one of counties only, so that a village may bear it: 果洛|村."""
    return len(place) == 2 and not any(code.endswith("0000") for code in gazetteer().codes[place])


def _is_called(chain: Sequence[str]) -> bool:
    """Whether the last place of a chain lies in none before it: 云岭市|永昌|集团 is called 永昌."""
    codes = gazetteer().codes
    if len(chain) < 2:
        return False
    above = [
        code.removesuffix("00").removesuffix("00") for word in chain[:-1] for code in codes.get(word, ())
    ]
    own = codes.get(chain[-1], ()) if len(chain[-1]) == 2 else ()
    return bool(own) and not any(code.startswith(tuple(above)) for code in own)


def _is_kind(hit: Hit, pieces: Sequence[Piece], core: Sequence[Piece]) -> bool:
    """Whether a country, or the whole of it, and common words only tell what sort a body is of."""
    head, first = hit.head, pieces[-1]
    if first.body is not None:
        return False
    if head.word == "部队":
        return first.word not in _FORCES | gazetteer().world and "驻" not in [p.word for p in pieces]
    common = all(p.part in (Part.GENERIC, Part.WORD, Part.ACT, Part.ADMIN) for p in core)
    plain = head.group == "name" and head.kind in _COUNTRYWIDE
    return common and plain and first.word in WIDE and not head.word.endswith(("中心", "有限公司"))
