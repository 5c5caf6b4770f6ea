"""Which words end the walk leftwards from a head."""

from __future__ import annotations

from bangfu import lexicon
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import NUMERALS, Part, part_of
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.institutions.shapes import BATCH_TAG, PLACE_TAG
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.places import is_place

PREPOSITIONS = frozenset("以但咱替跟帮由在向从对与为给把被将到于据经使让是继至及并赴像前任受报系除有")
_DATED = frozenset("年月日")
_TIMES = frozenset("次趟名位个家")
# Ways to a body: 去|县医院, 回|乡中学.
GOING = frozenset("当交去回到进来出离访赴往找经跑请帮替问催求陪送接调报叫见看住守管走建办开上下过")
# What somebody does with a body, in front of its head: 王小明|去|医院. The others
# end names, too: 福|来|小学.
_VISITING = frozenset("去回离访赴往找跑帮请替求陪送调叫见管")
_VISITING_OR_NAME = frozenset("来到进出接报住守走办建开过下上看教")
_SAID_OF_SORT = frozenset({Part.GENERIC, Part.ADMIN, Part.ORDINAL, Part.NUMBER, Part.PEOPLE})
_LEADING = frozenset("带领率派请叫帮找送见")
_MOST_SORTS = 3
_LEVELS = frozenset("省市县区旗州乡镇村")
_FUNCTION = frozenset("vpcdruf")
_OFFICE = frozenset("任为在是")
_CUT_BEHIND = _OFFICE | frozenset("企")
# No place is called by these and a level: 副部长兼|县|文联, 成员有|区|委.
_BEFORE_LEVELS = frozenset("兼应朝助且想靠因凭按自只能可需令或而要会就又才同有还再已都并才只更先随和")
# 云岭大学|定点|帮扶|石坝县|工作队
_PAIRED = frozenset({"定点", "对口"})
BEFORE_PLACES = PREPOSITIONS | frozenset("如像比系同请让接派除")
# Units that bear numbers: 二二四|团|医院.
_NUMBERED = frozenset(
    {"团", "师", "连", "营", "旅", "军", "局", "队", "大队", "支队", "团场", "农场", "道", "路"}
)
# 云岭|组织|帮扶|工作队: a verb in front of a team.
_SENDING = frozenset({"组织", "派出", "选派", "派遣", "组成", "成立"})
# 云岭县|乡镇|卫生院 is any of them.
SORTS = frozenset(
    {
        "乡镇",
        "农村",
        "乡村",
        "城乡",
        "基层",
        "公立",
        "私立",
        "民办",
        "公办",
        "民营",
        "普通",
        "薄弱",
        "偏远",
        "边远",
    }
)
# 她|发展|种植|合作社: what is done with what has no name.
GROWING = frozenset({"发展", "壮大", "兴办", "领办", "扶持"})
_UNITS = frozenset("局司团处院")  # 三局|一公司
# Offices whose name says nothing yet of what they do: 对口|支援|办公室.
_BARE = frozenset({"局", "厅", "委", "委员会", "办公室", "办公厅"})
_SOCIETIES = frozenset({"association", "foundation", "research"})
_GOOD_WORKS = frozenset({"志愿", "服务", "救援", "支教", "帮扶", "扶贫", "公益", "慈善"})
# Their registered names may hold words of any grammar (上海真爱…基金会), if they begin with a place.
_REGISTERED = frozenset({"foundation", "association", "research"})
_GOING_ON = "着"
# What one body does to another, in a word that no dictionary holds: 学校|获|青禾基金会, 准备|接|叠山中学.
_DOING = frozenset("获接送邀谢捐助访请联聘帮携率赴")
_BODY_ENDS = frozenset("院校会局司团学队站厂厅委处所社店部府")
_INSIDE = frozenset("上下内外中里")
_SINCE = frozenset("年月日号份季天时")
_LED_TO = GOING | _BEFORE_LEVELS
# What may begin a word that the segmenter has cut wrongly.
_CUT = (
    PREPOSITIONS
    | GOING
    | BEFORE_PLACES
    | _LEVELS
    | _TIMES
    | _DATED
    | _BEFORE_LEVELS
    | frozenset("企和同起原")
)


def stops(words: Words, piece: Piece, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a word ends the walk."""
    head, part = hit.head, piece.part
    if piece.word == "起" and words.text[piece.start - 1 : piece.start] in _SINCE:
        return True  # 从10月份|起|海岚湾医院
    if piece.word.endswith("企业") and any(p.part in (Part.NAME, Part.CHAR) for p in pieces):
        return True  # 云岭|医药企业|康峰|集团
    registered = head.kind in _REGISTERED or (head.kind == "company" and len(head.word) > 3)
    if piece.word in _SENDING and (head.kind == "team" or _sends(words, piece)):
        return True
    if head.word == "政协" and part is Part.NAME and words.text.startswith("第", hit.end):
        return True  # 委员|李明|政协|第十四届|全国委员会
    if piece.word in _INSIDE and part is Part.VERB and head.kind == "government":
        return True  # 历史|上|众议院
    if piece.word in GROWING and head.word.endswith("合作社"):
        return True
    if piece.word in _PAIRED and head.kind == "team" and pieces and pieces[-1].part is Part.SOFT:
        return False
    if piece.word in GOING and pieces and pieces[-1].part is Part.ADMIN:
        return True
    if pieces and pieces[-1].word in _LEVELS and _is_no_place(words, piece, pieces[-1].word):
        return True
    if _is_visit(words, piece, pieces):
        return True
    if piece.word in _LEADING and pieces and pieces[-1].word[0] == "“":
        return True  # 带|“青禾”|实践队
    if part is Part.SOFT:
        domain = head.word in _BARE or (head.kind in _SOCIETIES and piece.word in _GOOD_WORKS)
        return head.group != "weak" and not domain
    if part is Part.TITLE:
        if head.kind == "workshop":
            return bool(pieces) and pieces[-1].part in (Part.NAME, Part.CHAR)  # 学科带头人|孙云霞|工作室
        return bool(pieces) or not (head.kind == "association" or registered)  # 企业管理|顾问|有限公司
    if part is Part.PEOPLE:
        return not _of_people(piece.word, hit, pieces)
    if len(piece.word) > 1 and piece.word[-1] == _GOING_ON and part in (Part.VERB, Part.WORD):
        return True  # 紧握着|驻村|工作队
    if part is Part.VERB:
        sort = head.kind in ("school", "hospital") and piece.word in SORTS
        idiom = len(piece.word) > 3 and words.tag(piece.number) == "i"  # 中国|坚定不移|支持|跨国公司
        return sort or idiom or (not registered and (len(head.word) < 3 or head.kind == "other"))
    if part is Part.NUMBER:
        if not pieces:
            # 岭南|一|学校 is any school, 岭南|八一|学校 has a name.
            alone = words.text[piece.start - 1 : piece.start] not in NUMERALS
            unit = head.word == "公司" and words.text[piece.start - 1 : piece.start] in _UNITS
            return piece.word == "一" and alone and not unit
        number = pieces[-1].part in (Part.NUMBER, Part.ORDINAL) or pieces[-1].word in _NUMBERED
        return not registered and not number
    if part is Part.ORDINAL and piece.word == "第":
        return not pieces or pieces[-1].part is not Part.NUMBER
    return part is Part.STOP


def _is_no_place(words: Words, piece: Piece, level: str) -> bool:
    """Whether a character before a bare level is no name of a place: 副部长兼|县|文联."""
    function = words.tag(piece.number)[0] in _FUNCTION or piece.word in _BEFORE_LEVELS
    return len(piece.word) == 1 and function and not is_place(piece.word + level)


def before_level(text: str, start: int) -> bool:
    """Whether a word stands at an offset that is no name of a place, and a bare level behind it: 朝|县教育局.

    >>> before_level("朝县教育局走", 0), before_level("原任区长", 0), before_level("应县教育局", 0)
    (True, True, False)
    """
    if text[start + 1 : start + 2] in _LEVELS and text[start] in _BEFORE_LEVELS:
        return not is_place(text[start : start + 2])
    return text[start + 1 : start + 2] in _OFFICE and text[start + 2 : start + 3] in _LEVELS


def _is_visit(words: Words, piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a character is a verb whose object is a body without a name: 王小明|去|中心|小学."""
    word = piece.word
    if word[-1] not in _VISITING | _VISITING_OR_NAME or piece.start != words.starts[piece.number]:
        return False
    if any(p.part not in _SAID_OF_SORT for p in pieces):
        return False
    if len(word) > 1:  # 张敏来|学校, which the tagger takes for one name
        person = len(word) == 3 and not is_word(word) and word[0] in lexicon.words("surnames")
        return person and not (piece.number and cut_of(words, piece.number - 1).part is Part.PLACE)
    if word in _VISITING or piece.number == 0:
        return True
    before = cut_of(words, piece.number - 1)
    return before.word == "们" or (len(before.word) > 1 and before.part is not Part.PLACE)


def visited(words: Words, hit: Hit) -> bool:
    """Whether a head stands behind a verb, with words of its sort between at most: 来|县|医院."""
    if words.starts[hit.first] < hit.start:
        return False
    for i in range(hit.first - 1, max(-1, hit.first - 1 - _MOST_SORTS), -1):
        cut = cut_of(words, i)
        if _is_visit(words, cut, []):
            return True
        if cut.part is Part.STOP and len(cut.word) > 1 and cut.word[-1] in "进入给":
            return True  # 存进|基金会
        if cut.part not in _SAID_OF_SORT or cut.start > words.starts[i]:
            return cut.start > words.starts[i] and words.text[words.starts[i]] in GOING
    return False


def _sends(words: Words, verb: Piece) -> bool:
    """Whether a place stands right before a verb: 陕西|组织|实践中心."""
    return verb.number > 0 and cut_of(words, verb.number - 1).part is Part.PLACE


def _of_people(word: str, hit: Hit, pieces: list[Piece]) -> bool:
    """Whether a class of people or bodies can stand here: 教师|进修学校, 女性|企业|协会."""
    if hit.head.kind in ("workshop", "association", "foundation"):
        return True
    if hit.head.kind == "company":
        return len(hit.head.word) > 3 and word == "企业"
    return hit.head.kind not in ("bank", "media", "court") and not any(
        p.part in (Part.WORD, Part.NAME, Part.ORDINAL) for p in pieces
    )


def cut_of(words: Words, i: int) -> Piece:
    """The word as a piece, without a preposition that the segmenter took into it (由云山|市教育局)."""
    word, start = words.words[i], words.starts[i]
    if len(word) > 1 and (word[0] in _CUT or word[0] in _DOING or word[1] in _CUT_BEHIND):
        before = words.text[start - 1 : start]
        if _is_before_place(word, words.tag(i)):
            return Piece(i, start + 1, Part.PLACE, word[1:])  # 如|广州, 接|滨州
        taken = _taken(word, before, words.tag(i)) or _is_preposition(word, words.tag(i)) or _does(words, i)
        if taken:
            return Piece(i, start + taken, part_of(word[taken:], "x"), word[taken:])
    return Piece(i, start, part_of(word, words.tag(i)), word)


def _does(words: Words, i: int) -> bool:
    """Whether an unknown word begins with a verb, behind a body or another verb: 学校|获|青禾|基金会."""
    word, tag, before = words.words[i], words.tag(i), words.words[i - 1] if i else ""
    if len(word) < 3 or word[0] not in _DOING or tag == PLACE_TAG or is_word(word) or is_place(word):
        return False
    behind = before[-1:] in _BODY_ENDS and part_of(before, words.tag(i - 1)) in (Part.WORD, Part.GENERIC)
    return behind or (len(before) > 1 and words.tag(i - 1) in ("v", "d"))


def _is_before_place(word: str, tag: str) -> bool:
    """Whether a word is a preposition and a place."""
    if len(word) < 3 or word[0] not in BEFORE_PLACES or tag == PLACE_TAG:
        return False
    return is_place(word[1:]) and not (is_word(word) or is_place(word))


def _taken(word: str, before: str, tag: str) -> int:
    """How many characters at the beginning of a word belong to what stands before it; 0 for none."""
    if word[0] in _DATED and before.isdigit() and not is_place(word):
        return 1  # 9|月宁江|中学
    if is_word(word) or is_place(word):
        return 0
    if (word[0] in _TIMES and before in NUMERALS) or (word[0] == "起" and before in _SINCE):
        return 1  # 4次|县教育局, 10月|起澄湖|医院
    if word[0] == "原" and is_place(word[1:]):
        return 1  # 原|岷县|小学
    if len(word) == 2 and (word[0] in _LEVELS or (word[0] in _LED_TO and word[1] in _LEVELS)):
        return 1  # 县陈|江口|医院, 去县|医院, 兼县|文联主席
    if len(word) == 3 and word[1] in _OFFICE and word[2] in _LEVELS:
        return 2  # 原任市|科技局
    firm = word.find("企", 0, 2) + 1
    if 0 < firm < len(word):
        return firm  # 瓷企|云峰
    joined = len(word) == 3 and word[0] in "和同" and "\u4e00" <= word[2] <= "\u9fff"
    return int(joined and tag != PLACE_TAG and not is_word(word[:2]))  # 同|澄湖|医院


def _is_preposition(word: str, tag: str) -> bool:
    """Whether an unknown word begins with a preposition, or with a 原 that says what somebody was."""
    if tag in (PLACE_TAG, BATCH_TAG) or is_place(word) or part_of(word, tag) is Part.ADMIN:  # 经开区
        return False
    if word[0] == "前" and len(word) == 2 and word[1] not in _LEVELS:
        return False  # 前河|小学: a village
    name = tag == "nr" and len(word) == 3 and is_word(word[1:])
    former = word[0] == "原" and len(word) == 3 and tag == "nr"
    like = len(word) > 3 and word[0] in BEFORE_PLACES and word[-1] in "县市区镇乡村旗"
    return (former or like or word[0] in PREPOSITIONS) and (name or not is_word(word))
