"""What speaks for somebody named before a post: values of columns; an empty one weighs nothing."""

from __future__ import annotations

import re

from bangfu.link.holders.ranked.asked import Candidate
from bangfu.link.holders.ranked.context import (
    COMMA,
    COUNTS,
    Post,
    continues,
    distance,
    holds,
    leads,
    subject,
)
from bangfu.link.holders.ranked.spoils import spoils
from bangfu.link.scene.story import first_of, in_passing
from bangfu.ranker import bucket

_ANOTHER = re.compile(
    "[\\d一二两三四五六七八九十百]+[多余]?[名位个人]|专家|干部|教师|老师|医生|成员|队员|们|学生|[母父]亲|妻子|丈夫|爸爸|妈妈|儿子|女儿|哥哥"
    "|姐姐|弟弟|妹妹|爷爷|奶奶|爱人|老伴|同学|朋友|搭档|徒弟"
)
"""Nouns that may be the subject between somebody and a verb."""
_BYLINE = re.compile("(?:记者|通讯员|实习生|编辑|供稿|摄影|作者)[^，。；！？\n]{0,24}$")
_NUMBER = re.compile("[\\d一二两三四五六七八九十百]+")
_EACH = re.compile("分别|依次|均|都|同时")

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
    "form nxt2",
    "D verb clause",
    "D prv clause",
    "D titled clause",
    "spoils",
    "spoils D",
    "spoils verb",
    "spoils rank",
    "spoils he",
)


def before(post: Post, c: Candidate) -> tuple[str, ...]:
    """What speaks for somebody named before the post."""
    clean, scene, asked = post.clean, post.asked.scene, post.asked
    m, start = c.near, post.start
    low, rank = m.end, str(c.rank)
    d = distance(post, m.start, m.end)
    gap = clean[low:start] if start - low <= 40 else ""
    short = _NUMBER.sub("N", gap) or "|" if start - low <= 6 else ""
    verb = post.verb
    nth = subject(scene, m.start)
    commas = bucket(len(COMMA.findall(clean, low, start)), (1, 2, 3, 5)) if d[0] == "s" else "x"
    people = bucket(scene.people_between(low, start), (1, 2, 3, 5))
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
    same, other = holds(asked, c)
    last, last_gap = continues(post, c)
    following, next_gap = leads(post, c)
    share = bucket(asked.known.mentions.get(m.value, 1), COUNTS)
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
        post.he and f"{post.he} {nth} {rank}",
        f"{d} {pre}",
        f"{d[0]} {pre2}",
        f"{d} {behind}",
        f"{d[0]} {behind2}",
        f"{d} {opens}",
        f"{opens} {verb} {rank}",
        f"{d} {nth}",
        f"{nth} {verb} {rank}",
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
        f"{dv} {nth}",
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
        f"{c.form} {post.nxt2}" if c.form != "1" else "",
        f"{d} {verb} {post.ends}",
        f"{d} {post.prv} {post.ends}",
        f"{d} {titled} {post.ends}",
        spoilt,
        spoilt and f"{spoilt} {d}",
        spoilt and f"{spoilt} {verb}",
        spoilt and f"{spoilt} {rank}",
        spoilt and f"{spoilt} {post.he} {rank}",
    )
