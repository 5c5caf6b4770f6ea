"""Roles in English text: what stands beside a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from bangfu.article import Document, Mention, Role, Span
from bangfu.link.english.sides import sides
from bangfu.recognize.found import Found

_NEXT = re.compile(
    r"(?:,?\s(?:who\s)?(?:(?:has\sbeen|was|is)\s(?:appointed|named|elected|hired)(?:\sas)?|has\sbeen|has\sbecome|became"
    r"|serves\sas|served\sas|acts\sas|works\sas|worked\sas|is|was)"
    r"|,)\s(?:\d+,\s)?(?:also\s)?(?:(?:the|a|an|its|their|then|then-|former|current|new|newly\sappointed)\s)*"
)
_ALSO = re.compile(r",?\s(?:and|as\swell\sas)\s(?:(?:the|a|an|its)\s)?|,\s")
_AT = re.compile(r"\s(?:of|at|for|from|in|with)\s(?:the\s)?")
_UNIT = re.compile(
    r"\s(?:of|at|in)\s(?:the\s|its\s)?(?P<unit>(?:[A-Za-z][\w-]*\s){0,4}"
    r"(?:department|Department|office|Office|section|ward|division|Division|center|Center))"
)
_OWNS = re.compile(r"(?:['’]s)?\s")
_OWNER = re.compile(r"(?:['’]s)?\s$")
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir)\s$")
_BEHIND = re.compile(r",?\s$")
_JOINED = re.compile(r"(?:,\s|\sand\s)$")


@dataclass(frozen=True, slots=True)
class _Post:
    """A title with the institution and department that its phrase names, and where the phrase ends."""

    title: Mention
    institution: str | None
    department: str | None
    end: int


@dataclass(frozen=True, slots=True)
class _Page:
    """The mentions of a document by the places where they begin and end; the starts in order."""

    clean: str
    sentences: tuple[Span, ...]
    title_starts: tuple[int, ...]
    bodies: tuple[Mention, ...]
    body_starts: tuple[int, ...]
    titles: dict[int, Mention]
    title_ends: dict[int, Mention]
    institutions: dict[int, Mention]
    institution_ends: dict[int, Mention]

    @classmethod
    def of(cls, document: Document, found: Found) -> _Page:
        """The page of a document."""
        return cls(
            document.clean,
            document.sentences,
            tuple(t.start for t in found.titles),
            found.institutions,
            tuple(i.start for i in found.institutions),
            {t.start: t for t in found.titles},
            {t.end: t for t in found.titles},
            {i.start: i for i in found.institutions},
            {i.end: i for i in found.institutions},
        )


def link_roles(document: Document, found: Found) -> tuple[Role, ...]:
    """One row for each post or profession that the text gives a named person, in text order.

    >>> from bangfu.pipeline import extract
    >>> text = "Wang Xiaoming, principal of Baishui School, met Vice President Gao Minghe of Qingshan Clinic."
    >>> [(r.person, r.title, r.institution) for r in extract(text).roles]
    [('Wang Xiaoming', 'principal', 'Baishui School'), ('Gao Minghe', 'Vice President', 'Qingshan Clinic')]
    """
    page = _Page.of(document, found)
    known = sides(document, found)
    rows: dict[tuple[str, str, str | None], Role] = {}
    for person in found.people:
        at = document.sentence_at(person.start, person.end)
        if at < 0:
            continue
        for post, rule in _posts(page, person, document.sentences[at]):
            if post.title.value.kind == "plain":
                continue
            institution = post.institution or _only(page, document.sentences[at], person, post)
            row = Role(
                start=min(person.start, post.title.start),
                end=max(person.end, post.title.end),
                rule=rule,
                score=0.8,
                person=person.value,
                title=post.title.text,
                department=post.department,
                institution=institution,
                side=None if post.title.value.kind == "press" else known.get((institution or "").casefold()),
            )
            key = (row.person, row.title.lower(), row.department)
            old = rows.get(key)
            if old is None or (old.institution is None and institution):
                rows[key] = row if old is None else replace(old, institution=institution, side=row.side)
    return tuple(sorted(rows.values(), key=lambda r: (r.start, r.end)))


def _posts(page: _Page, person: Mention, sentence: Span) -> Iterator[tuple[_Post, str]]:
    yield from ((post, "english:after") for post in _after(page, person, sentence))
    yield from ((post, "english:before") for post in _before(page, person, sentence))


def _after(page: _Page, person: Mention, sentence: Span) -> Iterator[_Post]:
    """Name, title of body and title of body; name was appointed title of body."""
    match = _NEXT.match(page.clean, person.end, sentence.end)
    while match and (post := _post_at(page, match.end(), sentence.end)):
        yield post
        match = _ALSO.match(page.clean, post.end, sentence.end)


def _post_at(page: _Page, at: int, stop: int) -> _Post | None:
    title, owner = page.titles.get(at), None
    if title is None and (body := page.institutions.get(at)) and (gap := _OWNS.match(page.clean, body.end)):
        title, owner = page.titles.get(gap.end()), body.text
    if title is None:
        return None
    end, department = title.end, None
    if unit := _UNIT.match(page.clean, end, stop):
        department, end = unit["unit"], unit.end()
    if (
        owner is None
        and (link := _AT.match(page.clean, end, stop))
        and (body := page.institutions.get(link.end()))
    ):
        owner, end = body.text, body.end
    return _Post(title, owner, department, end)


def _before(page: _Page, person: Mention, sentence: Span) -> Iterator[_Post]:
    """Body title name; body's title and title name; title name of body; title of body, name."""
    clean = page.clean
    comma = clean[person.start - 2 : person.start] == ", "
    title = page.title_ends.get(person.start - (2 if comma else 1))
    if title is None:
        gap = _BEHIND.search(clean, max(sentence.start, person.start - 2), person.start)
        body = page.institution_ends.get(gap.start()) if gap else None
        if body is None:
            return
        at = bisect_left(page.title_starts, body.start) - 1
        found = page.titles[page.title_starts[at]] if at >= 0 else None
        if found and found.start >= sentence.start and _AT.fullmatch(clean, found.end, body.start):
            yield _Post(found, body.text, None, person.start)
        return
    post = _Post(title, _owner(page, title.start), None, person.start)
    if post.institution is None and (link := _AT.match(clean, person.end, sentence.end)):
        named = page.institutions.get(link.end())
        post = replace(post, institution=named.text if named else None)
    joined = _JOINED.search(clean, max(sentence.start, title.start - 5), title.start)
    if joined and (other := page.title_ends.get(joined.start())):
        shared = _owner(page, other.start) or post.institution
        yield _Post(other, shared, None, person.start)
        post = replace(post, institution=post.institution or shared)
    yield post


def _owner(page: _Page, at: int) -> str | None:
    """The institution that ends right before a title, also with a possessive; that for which its stands."""
    if _ITS.search(page.clean, max(0, at - 7), at):
        return _subject(page, at)
    gap = _OWNER.search(page.clean, max(0, at - 3), at)
    body = page.institution_ends.get(gap.start()) if gap else None
    return body.text if body else None


def _subject(page: _Page, at: int) -> str | None:
    """For what its stands: a body before it in the sentence, else the first one of the sentence before."""
    here = bisect_right(page.sentences, at, key=attrgetter("start")) - 1
    for sentence in page.sentences[max(0, here - 1) : here + 1][::-1]:
        low = bisect_left(page.body_starts, sentence.start)
        high = bisect_left(page.body_starts, min(sentence.end, at))
        named = [body.text for body in page.bodies[low:high] if not body.value.generic]
        if named:
            return named[-1 if sentence is page.sentences[here] else 0]
    return None


def _only(page: _Page, sentence: Span, person: Mention, post: _Post) -> str | None:
    """President of the head of the group: the one institution that the sentence names before the person."""
    if post.title.value.kind != "post":
        return None
    low = bisect_left(page.body_starts, sentence.start)
    high = bisect_left(page.body_starts, person.start)
    named = {i.value.name for i in page.bodies[low:high] if not i.value.generic}
    return next(iter(named)) if len(named) == 1 else None
