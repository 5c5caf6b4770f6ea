"""One row an institution out of all of its mentions."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from bangfu.article import Document, Institution, Mention, Role
from bangfu.link.team_bodies import of_team, team_of
from bangfu.recognize.found import Found
from bangfu.recognize.institutions.value import InstitutionValue

# 石桥村党支部|书记 is a post of the village; what 石桥村党支部 does by itself is a body's deed.
_BRANCH = re.compile("(?:村|社区)(?:党(?:支部|总支|委|总支部)|支部)$")
_POST = ("书记", "副书记", "第一书记", "委员")
_MOST = 300  # teams whose body is looked for: more is no report but hostile input


def institution_rows(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Institution, ...]:
    """One row an institution, in the longest form that the article uses.

    Unnamed bodies (县医院) and shortened members of lists (延庆区、密云区教委) have none; a body that only
    the name of its team tells (某大学研究生支教团) has one too. ``side`` is filled where all roles at the
    institution are on one side.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in found.institutions:
        if not (mention.value.generic or mention.value.elliptical):
            groups.setdefault(mention.value.name, []).append(mention)
    forms: dict[str, Mention] = {}
    for mention in found.institutions:
        forms.setdefault(mention.text, mention)
    teams = ((m.value.name, bearer) for m in forms.values() if (bearer := of_team(m)) is not None)
    for team, bearer in islice(teams, _MOST):
        if not any(bearer.text in name for name in groups if name != team):
            groups[bearer.text] = [bearer]
    for mention in found.institutions:
        team = team_of(mention, document.clean)
        if team is not None:
            groups.setdefault(team.value.name, []).append(team)
    sides = _sides(found, roles)
    return tuple(
        _row(name, mentions, sides.get(name))
        for name, mentions in groups.items()
        if not _is_post(document.clean, name, mentions)
    )


def _is_post(clean: str, name: str, mentions: list[Mention]) -> bool:
    """Whether a name only tells of what a post is: the branch of a village's party before 书记."""
    return _BRANCH.search(name) is not None and all(clean.startswith(_POST, m.end) for m in mentions)


def _row(name: str, mentions: list[Mention], side: str | None) -> Institution:
    # The row stands where the article writes the name in full, which need not be its first mention.
    best = next((m for m in mentions if m.text == name), mentions[0])
    value: InstitutionValue = best.value
    return Institution(
        start=best.start,
        end=best.end,
        rule=best.rule,
        score=best.score,
        name=name,
        kind=value.kind,
        province=value.province,
        city=value.city,
        county=value.county,
        adcode=value.adcode,
        side=side,
        mentions=len(mentions),
    )


def _sides(found: Found, roles: tuple[Role, ...]) -> dict[str, str]:
    """The side of each institution that all of its roles agree on."""
    names = {m.text: m.value.name for m in found.institutions}
    seen: dict[str, Counter[str]] = {}
    for role in roles:
        if role.institution and role.side:
            name = names.get(role.institution, role.institution)
            seen.setdefault(name, Counter())[role.side] += 1
    return {name: next(iter(sides)) for name, sides in seen.items() if len(sides) == 1}
