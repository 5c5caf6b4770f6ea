"""What speaks for each candidate of a post, and for nobody: values of columns with learned weights."""

from __future__ import annotations

from bangfu.link.holders.ranked.asked import Candidate
from bangfu.link.holders.ranked.before import BEFORE, before
from bangfu.link.holders.ranked.behind import BEHIND, behind
from bangfu.link.holders.ranked.context import Post, distance
from bangfu.ranker import Described, bucket

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
    "N ends",
    "N ends verb",
    "N ends kind",
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
        post.ends,
        f"{post.ends} {verb}",
        f"{post.ends} {post.kind} {post.alone}",
        post.unread,
        post.unread and f"{post.unread} {verb} {post.alone}",
        post.lead and f"{post.lead} {verb}",
        post.opening,
    )


def described(post: Post, found: list[Candidate]) -> list[Described]:
    """The features of each candidate, those of nobody last."""
    out: list[Described] = [
        ((BEHIND, behind(post, c)),) if c.behind else ((BEFORE, before(post, c)),) for c in found
    ]
    return [*out, ((NONE, none(post, found)),)]
