"""What speaks for somebody named behind a post: values of columns; an empty one weighs nothing."""

from __future__ import annotations

import re

from bangfu.link.holders.ranked.asked import Candidate
from bangfu.link.holders.ranked.context import (
    COMMA,
    COUNTS,
    Post,
    continues,
    cut,
    distance,
    holds,
    leads,
    subject,
)
from bangfu.link.scene.story import first_of
from bangfu.ranker import bucket

_FILLER = re.compile("一职|职务|[就正则便也都还仍已曾现]|现在|当时|先后|一直|依旧|依然|[，,\u3000 ]|的(?=.)")

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
    "f ends D",
    "f ends titled D",
    "f ends verb D",
    "f ends gap alone",
)


def behind(post: Post, c: Candidate) -> tuple[str, ...]:
    """What speaks for somebody named behind the post."""
    clean, scene, asked, end = post.clean, post.asked.scene, post.asked, post.end
    m, rank, verb = c.near, str(c.rank), post.verb
    begin = first_of(scene, m)
    begin = begin if begin >= end else m.start
    d = distance(post, m.start, m.end)
    gap = clean[end:begin] if begin - end <= 10 else ""
    commas = bucket(len(COMMA.findall(clean, end, m.start)), (1, 2, 3)) if d[1] == "s" else "x"
    people = bucket(scene.people_between(end, m.start), (1, 2, 3, 5))
    pre, pre2, pre3 = (clean[max(end, begin - n) : begin] for n in (1, 2, 3))
    after, after2 = clean[m.end : m.end + 1], clean[m.end : m.end + 2]
    opens = "s" if post.start == post.sentence else post.prv
    titled = "t" if begin < m.start else "-"
    same, other = holds(asked, c)
    following, next_gap = leads(post, c)
    last, _ = continues(post, c)
    share = bucket(asked.known.mentions.get(m.value, 1), COUNTS)
    near = asked.scene.person_before(post.start)
    nobody = "n" if near is None or near.end <= post.sentence else "-"
    short = cut(gap, 6) or ("|" if begin == end else "")
    frame = f"{post.nxt}{pre}"
    plain = cut(_FILLER.sub("", clean[end:begin]), 4) if begin - end <= 16 else ""
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
        f"{subject(scene, m.start)} {d}",
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
        f"{post.ends} {d}",
        f"{post.ends} {titled} {d}",
        f"{post.ends} {verb} {d}",
        short and f"{post.ends} {short} {post.alone}",
    )
