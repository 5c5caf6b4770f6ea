"""What speaks for somebody as the holder of a post, and for nobody: values of columns with learned weights.

Each function gives the values in the order of its columns; an empty value weighs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from bangfu.lexicon import words
from bangfu.link.holders.ranked.asked import Asked, Candidate
from bangfu.link.holders.ranked.spoils import spoils
from bangfu.link.phrases.post_verbs import verb_of
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import clause_start, first_of, in_passing
from bangfu.ranker import Described

_NEAR = (1, 2, 4, 8, 14, 24, 40, 70)
_SENTENCES = (2, 3, 4, 7)
_COUNTS = (1, 2, 3, 5, 9)
_COMMA = re.compile("[，,；]")
_HE = re.compile("[他她]")
_ANOTHER = re.compile(
    "[\\d一二两三四五六七八九十百]+[多余]?[名位个人]|专家|干部|教师|老师|医生|成员|队员|们|学生|[母父]亲|妻子|丈夫|爸爸|妈妈|儿子|女儿|哥哥"
    "|姐姐|弟弟|妹妹|爷爷|奶奶|爱人|老伴|同学|朋友|搭档|徒弟"
)
"""Nouns that may be the subject between somebody and a verb."""
_BYLINE = re.compile("(?:记者|通讯员|实习生|编辑|供稿|摄影|作者)[^，。；！？\n]{0,24}$")
_EACH = re.compile("分别|依次|均|都|同时")
_COUNTED = re.compile(
    "(?:[\\d一二两三四五六七八九十几百多余]|[各每某哪]|[这那])([名位个任届批])(?:[^，。；：！？\n、的]{0,6}的?)?$"
)
_PLURAL = re.compile("们|[等]|队伍|代表|[一-鿿]{0,2}[\\d一二三四五六七八九十]+[多余]?[名位个人]")
_NAME = re.compile("[一-鿿]{2,3}(?![一-鿿])")
_WHICH = re.compile("[前后]者")
_FILLER = re.compile("一职|职务|[就正则便也都还仍已曾现]|现在|当时|先后|一直|依旧|依然|[，,\u3000 ]|的(?=.)")


def bucket(value: float, cuts: tuple[float, ...]) -> str:
    """The number of cuts that a value reaches."""
    return str(bisect_right(cuts, value))


def _cut(text: str, n: int) -> str:
    return text if len(text) <= n else ""


class Post:
    """What is the same for all candidates of a chain, computed once."""

    __slots__ = (
        "alone",
        "asked",
        "clause",
        "clean",
        "counted",
        "end",
        "first",
        "head",
        "he",
        "he_at",
        "heading",
        "kind",
        "lead",
        "nxt",
        "nxt2",
        "prv",
        "prv2",
        "prv3",
        "opening",
        "quoted",
        "sentence",
        "start",
        "told",
        "two",
        "unread",
        "verb",
        "verb_at",
        "verb_word",
        "which",
        "words",
    )

    def __init__(self, asked: Asked) -> None:
        scene, first, last = asked.scene, asked.chain[0], asked.chain[-1]
        clean, title = scene.clean, last.title.value
        self.asked, self.clean, self.start, self.end = asked, clean, first.start, last.end
        self.two, self.head, self.kind = title.title[-2:], title.title, title.kind
        self.first = first.title.value.title[-2:]
        start, end = self.start, self.end
        self.nxt, self.nxt2 = clean[end : end + 1], clean[end : end + 2]
        self.prv, self.prv2 = clean[max(0, start - 1) : start], clean[max(0, start - 2) : start]
        self.prv3 = clean[max(0, start - 3) : start]
        self.words = clean[first.title.value.reach : first.title.start][-2:]
        held = first.held
        self.alone = (
            "a" if first.alone else "p" if first.place else "g" if held is None or held.value.generic else "b"
        )
        if first.department:
            self.alone += "d"
        self.sentence = scene.sentence_start(start)
        self.clause = clause_start(clean, start)
        hit = verb_of(clean, asked.chain)
        self.verb, self.verb_at, self.verb_word = "", start, ""
        if hit is not None:
            self.verb, self.verb_at, self.verb_word = hit[0][0] + "fn"[hit[2]], hit[1], hit[3][:2]
        he = None
        for he in _HE.finditer(clean, max(self.sentence, self.verb_at - 60), self.verb_at):
            pass
        self.he_at = he.start() if he is not None else -1
        self.he = (
            ""
            if he is None
            else "v"
            if he.end() == self.verb_at
            else "c"
            if he.start() >= self.clause
            else "s"
        ) + ("的" if he is not None and clean[he.end() : he.end() + 1] == "的" else "")
        opened = clean.rfind("“", max(0, start - 150), start)
        self.quoted = "q" if opened >= 0 and clean.find("”", opened, start) < 0 else ""
        self.told = "t" if any(u.title.value.title in asked.known.holders for u in asked.chain) else ""
        self.lead = _cut(clean[self.clause : self.verb_at], 4)
        self.opening = clean[self.sentence : self.sentence + 2]
        self.unread = ""
        if end not in scene.people_at and self.nxt in words("surnames"):
            self.unread = "u" if _NAME.match(clean, end) else "s"
        counted = _COUNTED.search(clean, max(0, start - 12), start)
        self.counted = (counted.group(1) if counted is not None else "") + (
            "p" if _PLURAL.match(clean, end) else ""
        )
        which = list(_WHICH.finditer(clean, max(self.sentence, start - 90), start))
        self.which = which[-1].group()[0] if which else ""
        line = clean.find("\n", 0, 60)
        self.heading = "h" if start < line else ""


BEFORE = (
    "D",
    "D rank",
    "D form",
    "D verb",
    "D verb form",
    "D word",
    "D two",
    "D kind",
    "D alone",
    "D nxt",
    "D verb nxt",
    "D prv",
    "D he",
    "he rank",
    "he subject rank",
    "D pre",
    "D pre2",
    "D post",
    "D post2",
    "D opens",
    "opens verb rank",
    "D subject",
    "subject verb rank",
    "D commas",
    "people D",
    "people verb",
    "people he",
    "gap",
    "gap form",
    "gap verb",
    "gap kind",
    "gap nxt",
    "gap first",
    "gap last",
    "gap last2",
    "gap last2 verb",
    "gap first2",
    "gap ends",
    "V",
    "V word",
    "V rank",
    "V last2",
    "V last",
    "V gap",
    "V subject",
    "inner",
    "inner nxt",
    "another",
    "passing",
    "passing he",
    "quoted",
    "quoted rank",
    "titled",
    "titled nxt",
    "titled D",
    "titled alone",
    "same",
    "same verb",
    "same D",
    "other",
    "other verb",
    "other D",
    "other D verb",
    "last",
    "last gap",
    "last gap nxt",
    "last verb",
    "next",
    "next gap",
    "share",
    "share verb",
    "share he",
    "lines",
    "full D",
    "byline",
    "D prv2",
    "each",
    "each size",
    "paragraph",
    "paragraph verb",
    "counted D",
    "counted form",
    "which rank form",
    "he people form",
    "gap verb nxt",
    "titled he",
    "lead D",
    "lead rank",
    "opening D",
    "opening rank",
    "top D",
    "top he",
    "top verb D",
    "unread D",
    "kin",
    "pre2 he",
    "post2 D",
    "spoils",
    "spoils D",
    "spoils verb",
)


def before(post: Post, c: Candidate) -> tuple[str, ...]:
    """What speaks for somebody named before the post."""
    clean, scene, asked = post.clean, post.asked.scene, post.asked
    m, start = c.near, post.start
    low, rank = m.end, str(c.rank)
    d = distance(post, m.start, m.end)
    gap = clean[low:start] if start - low <= 40 else ""
    short = _cut(gap, 6) if start - low <= 6 else ""
    verb = post.verb
    subject = _subject(scene, m.start)
    commas = bucket(len(_COMMA.findall(clean, low, start)), (1, 2, 3, 5)) if d[0] == "s" else "x"
    people = bucket(
        bisect_left(scene.people_starts, start) - bisect_left(scene.people_starts, low), (1, 2, 3, 5)
    )
    pre, pre2 = clean[max(0, m.start - 1) : m.start], clean[max(0, m.start - 2) : m.start]
    behind, behind2 = clean[low : low + 1], clean[low : low + 2]
    opens = "o" if scene.sentence_start(m.start) >= first_of(scene, m) - 6 else "-"
    inner = bool(verb) and m.start >= post.verb_at
    dv = "i" if inner else distance(post, m.start, m.end, post.verb_at) if verb else ""
    tail = clean[max(low, post.verb_at - 2) : post.verb_at] if verb and not inner else ""
    another = "a" if not inner and _ANOTHER.search(clean, max(low, post.verb_at - 24), post.verb_at) else ""
    passes = "p" if in_passing(scene, m, post.verb_at) else ""
    speech = post.quoted + ("i" if clean.rfind("“", m.end, start) < 0 else "o") if post.quoted else ""
    titled = ("f" if m.start in scene.phrase_starts else "") + ("b" if m.end in scene.phrase_ends else "")
    same, other = _holds(asked, c, post)
    last, last_gap = _continues(post, c)
    following, next_gap = _leads(post, c)
    share = bucket(asked.known.mentions.get(m.value, 1), _COUNTS)
    lines = bucket(clean.count("\n", low, start), (1, 2, 4))
    full = "f" if m.text == m.value else "s"
    by = "b" if _BYLINE.search(clean, max(0, m.start - 30), m.start) else ""
    spoilt = spoils(clean, (m.start, m.end), post.verb_at)
    top = "t" if m.value == asked.known.top else "-"
    kin = "k" + d[0] if _ANOTHER.search(clean, max(0, m.start - 4), m.start) else ""
    each = _EACH.search(gap)
    e = each.group() if each is not None else ""
    line = "l" if clean.rfind("\n", max(0, m.start - 10), m.start) >= 0 or m.start < 10 else ""
    return (
        d,
        f"{d} {rank}",
        f"{d} {c.form}",
        f"{d} {verb}",
        f"{d} {verb} {c.form}",
        f"{d} {post.verb_word}",
        f"{d} {post.two}",
        f"{d} {post.kind}",
        f"{d} {post.alone}",
        f"{d} {post.nxt}",
        f"{d[0]} {verb} {post.nxt}",
        f"{d} {post.prv}",
        post.he and f"{d} {post.he}",
        post.he and f"{post.he} {rank}",
        post.he and f"{post.he} {subject} {rank}",
        f"{d} {pre}",
        f"{d[0]} {pre2}",
        f"{d} {behind}",
        f"{d[0]} {behind2}",
        f"{d} {opens}",
        f"{opens} {verb} {rank}",
        f"{d} {subject}",
        f"{subject} {verb} {rank}",
        f"{d} {commas}",
        f"{people} {d}",
        f"{people} {verb}",
        post.he and f"{people} {post.he}",
        short,
        short and f"{short} {c.form}",
        short and f"{short} {verb}",
        short and f"{short} {post.kind}",
        short and f"{short} {post.nxt}",
        f"{behind} {d[0]} {commas}",
        f"{post.prv} {d[0]} {commas}",
        f"{post.prv2} {d[0]}",
        f"{post.prv2} {verb} {d[0]}",
        f"{behind2} {verb}",
        gap and f"{behind}{post.prv} {post.nxt} {commas}",
        dv,
        f"{dv} {post.verb_word}",
        f"{dv} {rank} {verb}",
        tail and f"{tail} {verb[:1]}",
        tail and f"{tail[-1:]} {verb} {d[0]}",
        clean[low : post.verb_at] if verb and not inner and post.verb_at - low <= 4 else "",
        f"{dv} {subject}",
        "i" + verb if inner else "",
        f"{verb} {post.nxt}" if inner else "",
        another and another + d,
        passes and passes + d[0] + verb,
        passes and passes + post.he,
        speech,
        speech and f"{speech} {rank}",
        titled and f"{titled} {verb}",
        titled and f"{titled} {post.nxt} {commas}",
        titled and f"{titled} {d}",
        titled and f"{titled} {post.alone} {post.kind}",
        same,
        same and f"{same} {verb}",
        same and f"{same} {d}",
        other,
        other and f"{other} {verb}",
        other and f"{other} {d}",
        other and f"{other} {d[0]} {verb} {post.alone}",
        last,
        last and f"{last} {last_gap}",
        last and f"{last} {last_gap} {post.nxt}",
        last and f"{last} {verb} {d[0]}",
        following,
        following and f"{following} {next_gap}",
        share,
        f"{share} {verb} {d[0]}",
        post.he and f"{share} {post.he}",
        lines,
        f"{full} {d}",
        by and f"{by} {d[0]}",
        f"{d} {post.prv2}",
        e and f"{e} {c.form}",
        e and f"{e} {c.form} {len(c.people) == len(asked.chain)}",
        line and f"{line} {d}",
        line and f"{line} {verb} {lines}",
        post.counted and f"{post.counted} {d}",
        post.counted and f"{post.counted} {c.form} {d[0]}",
        post.which and f"{post.which} {rank} {c.form}",
        post.he and f"{people} {d} {c.form}",
        short and f"{short} {verb} {post.nxt}",
        post.he and titled + d,
        post.lead and f"{post.lead} {d}",
        post.lead and f"{post.lead} {rank}",
        f"{post.opening} {d}" if d[0] == "b" else "",
        f"{post.opening} {rank}" if d[0] == "b" else "",
        f"{top} {d}",
        post.he and f"{top} {post.he}",
        f"{top} {verb} {d[0]}",
        post.unread and f"{post.unread} {d}",
        kin,
        post.he and f"{pre2} {d[0]}",
        f"{behind2} {d}",
        spoilt,
        spoilt and f"{spoilt} {d}",
        spoilt and f"{spoilt} {verb}",
    )


BEHIND = (
    "f D",
    "f D rank",
    "f D form",
    "f D verb",
    "f D two",
    "f D kind",
    "f D alone",
    "f D nxt",
    "f nxt2",
    "f D prv",
    "f prv2",
    "f verb word",
    "f pre",
    "f pre2",
    "f pre3",
    "f D pre",
    "f post",
    "f post2",
    "f post form",
    "f D commas",
    "f people D",
    "f gap",
    "f gap2",
    "f gap form",
    "f gap kind",
    "f gap verb",
    "f gap prv",
    "f frame",
    "f frame verb",
    "f opens",
    "f opens verb",
    "f titled",
    "f titled D",
    "f titled gap",
    "f same",
    "f other",
    "f other D",
    "f next",
    "f next gap",
    "f next gap alone",
    "f next gap kind",
    "f next gap prv",
    "f last",
    "f subject",
    "f quoted",
    "f share",
    "f full",
    "f nobody before",
    "f two gap",
    "f plain gap",
    "f plain gap titled",
    "f plain gap verb",
    "f pre prv",
    "f verb nxt titled",
    "f counted D",
    "f counted pre",
    "f plain gap after",
)


def behind(post: Post, c: Candidate) -> tuple[str, ...]:
    """What speaks for somebody named behind the post."""
    clean, scene, asked, end = post.clean, post.asked.scene, post.asked, post.end
    m, rank, verb = c.near, str(c.rank), post.verb
    begin = first_of(scene, m)
    begin = begin if begin >= end else m.start
    d = distance(post, m.start, m.end)
    gap = clean[end:begin] if begin - end <= 10 else ""
    commas = bucket(len(_COMMA.findall(clean, end, m.start)), (1, 2, 3)) if d[1] == "s" else "x"
    people = bucket(
        bisect_left(scene.people_starts, m.start) - bisect_left(scene.people_starts, end), (1, 2, 3, 5)
    )
    pre, pre2, pre3 = (clean[max(end, begin - n) : begin] for n in (1, 2, 3))
    after, after2 = clean[m.end : m.end + 1], clean[m.end : m.end + 2]
    opens = "s" if post.start == post.sentence else post.prv
    titled = "t" if begin < m.start else "-"
    same, other = _holds(asked, c, post)
    following, next_gap = _leads(post, c)
    last, _ = _continues(post, c)
    share = bucket(asked.known.mentions.get(m.value, 1), _COUNTS)
    near = asked.scene.person_before(post.start)
    nobody = "n" if near is None or near.end <= post.sentence else "-"
    short = _cut(gap, 6)
    frame = f"{post.nxt}{pre}"
    plain = _cut(_FILLER.sub("", clean[end:begin]), 4) if begin - end <= 16 else ""
    return (
        d,
        f"{d} {rank}",
        f"{d} {c.form}",
        f"{d} {verb}",
        f"{d} {post.two}",
        f"{d} {post.kind}",
        f"{d} {post.alone}",
        f"{d} {post.nxt}",
        f"{post.nxt2} {d[1]}",
        f"{d} {post.prv}",
        f"{post.prv2} {d[1]}",
        post.verb_word and f"{post.verb_word} {d}",
        f"{pre} {d[1]}",
        f"{pre2} {d[1]}",
        f"{pre3} {d[1]}",
        f"{d} {pre}",
        f"{after} {d}",
        f"{after2} {d[1]}",
        f"{after} {c.form}",
        f"{d} {commas}",
        f"{people} {d}",
        short,
        gap and gap[:2] + d,
        short and f"{short} {c.form}",
        short and f"{short} {post.kind}",
        short and f"{short} {verb}",
        short and f"{short} {post.prv}",
        f"{frame} {d[1]} {commas}",
        f"{frame} {verb} {commas}",
        f"{opens} {d[1]}",
        f"{opens} {verb} {d[1]} {post.nxt}",
        f"{titled} {d[1]}",
        f"{titled} {d}",
        f"{titled} {short}" if short else "",
        same,
        other,
        other and f"{other} {d}",
        following,
        following and f"{following} {next_gap}",
        following and f"{following} {next_gap} {post.alone}",
        following and f"{following} {next_gap} {post.kind}",
        following and f"{following} {next_gap} {post.prv}",
        last,
        f"{_subject(scene, m.start)} {d}",
        post.quoted and post.quoted + d,
        f"{share} {d[1]}",
        "" if m.text == m.value else "s" + d,
        f"{nobody} {d} {verb}",
        short and f"{short} {post.two}",
        plain,
        plain and f"{plain} {titled}",
        plain and f"{plain} {verb}",
        f"{pre} {post.prv} {d[1]}",
        f"{verb} {post.nxt} {titled} {people}",
        post.counted and f"{post.counted} {d}",
        post.counted and f"{post.counted} {pre}",
        plain and f"{plain} {after}",
    )


NONE = (
    "N",
    "N two",
    "N head",
    "N kind",
    "N alone",
    "N alone kind",
    "N verb",
    "N verb nxt",
    "N verb kind",
    "N word",
    "N nxt",
    "N nxt2",
    "N nxt3",
    "N prv",
    "N prv2",
    "N prv3",
    "N two nxt",
    "N two prv",
    "N near",
    "N near verb",
    "N ahead",
    "N ahead near",
    "N quoted",
    "N told",
    "N told verb",
    "N heading",
    "N words",
    "N opens",
    "N he",
    "N he verb",
    "N size",
    "N people",
    "N frame",
    "N frame kind",
    "N clause",
    "N first",
    "N counted",
    "N counted kind",
    "N counted verb",
    "N unread",
    "N unread verb",
    "N lead",
    "N opening",
)


def none(post: Post, found: list[Candidate]) -> tuple[str, ...]:
    """What speaks for nobody."""
    asked, clean, verb = post.asked, post.clean, post.verb
    first = next((c for c in found if not c.behind), None)
    following = next((c for c in found if c.behind), None)
    near = distance(post, first.near.start, first.near.end) if first else "x"
    ahead = distance(post, following.near.start, following.near.end) if following else "x"
    opens = "s" if post.start == post.sentence else "c" if post.start == post.clause else "-"
    people = bucket(len(asked.known.mentions), (1, 2, 3, 5, 9))
    return (
        "1",
        post.two,
        post.head,
        post.kind,
        post.alone,
        f"{post.alone} {post.kind}",
        verb,
        f"{verb} {post.nxt}",
        f"{verb} {post.kind}",
        post.verb_word,
        post.nxt,
        post.nxt2,
        clean[post.end : post.end + 3],
        post.prv,
        post.prv2,
        post.prv3,
        f"{post.two} {post.nxt}",
        f"{post.two} {post.prv}",
        near,
        f"{near} {verb}",
        ahead,
        f"{ahead} {near[0]}",
        post.quoted,
        post.told,
        post.told and f"{post.told} {verb} {post.alone}",
        post.heading,
        post.words,
        f"{opens} {post.nxt}",
        post.he,
        post.he and f"{post.he} {verb}",
        str(len(asked.chain)),
        people,
        f"{post.prv} {post.nxt}",
        f"{post.prv} {post.nxt} {post.kind}",
        clean[max(0, post.clause - 1) : post.clause + 1],
        post.first,
        post.counted,
        post.counted and f"{post.counted} {post.kind}",
        post.counted and f"{post.counted} {verb}",
        post.unread,
        post.unread and f"{post.unread} {verb} {post.alone}",
        post.lead and f"{post.lead} {verb}",
        post.opening,
    )


def distance(post: Post, low: int, high: int, at: int = -1) -> str:
    """How far a mention is: s in the sentence, b sentences before, f behind."""
    starts = post.asked.scene.sentence_starts
    if high <= post.start:
        at = post.start if at < 0 else at
        if low >= post.sentence:
            return "s" + bucket(at - high, _NEAR)
        return "b" + bucket(bisect_right(starts, post.start) - bisect_right(starts, low), _SENTENCES)
    n = bisect_right(starts, low) - bisect_right(starts, post.end)
    return "fs" + bucket(low - post.end, _NEAR) if n <= 0 else "fb" + bucket(n, (2,))


def _subject(scene: Scene, at: int) -> str:
    """How many people are named before somebody in the sentence: 0 for the first."""
    starts = scene.people_starts
    return str(min(2, bisect_left(starts, at) - bisect_left(starts, scene.sentence_start(at))))


def _holds(asked: Asked, c: Candidate, post: Post) -> tuple[str, str]:
    """Whether the text gives the person this very title beside the name; whether others, or other titles."""
    holders = asked.known.holders
    mine = asked.known.titles.get(c.near.value, ())
    told = [u.title.value.title for u in asked.chain]
    same = "s" if any(t in mine for t in told) else ""
    taken = any(t in holders for t in told) and not same
    other = ("o" if taken else "") + ("m" if mine else "")
    return same, other or "-"


def _continues(post: Post, c: Candidate) -> tuple[str, str]:
    """Whether the person holds the chain before this one, and the words between the two."""
    last = post.asked.last
    if last is None or post.start - last.chain[-1].end > 60 or not last.people:
        return "", ""
    who = {p.value for p in c.people}
    mark = "l" if who == set(last.people) else "p" if who & set(last.people) else "x"
    low, high = last.chain[-1].end, post.start
    gap = post.clean[low:high] if 0 <= high - low <= 5 else post.clean[high - 1 : high] + "…"
    return mark, gap


def _leads(post: Post, c: Candidate) -> tuple[str, str]:
    """Whether the person holds the chain behind this one, and the words between the two."""
    following = post.asked.following
    if following is None or following.chain[0].start - post.end > 40 or not following.people:
        return "", ""
    mark = "l" if c.near.value == following.people[0] else "x"
    low, high = post.end, following.chain[0].start
    gap = post.clean[low:high] if high - low <= 4 else post.clean[low : low + 1] + "…"
    return mark, gap


def described(post: Post, found: list[Candidate]) -> list[Described]:
    """The features of each candidate, those of nobody last."""
    out: list[Described] = [
        ((BEHIND, behind(post, c)),) if c.behind else ((BEFORE, before(post, c)),) for c in found
    ]
    return [*out, ((NONE, none(post, found)),)]
