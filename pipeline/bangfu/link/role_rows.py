"""Rows of roles made one: of the same post told twice, and without those that only address somebody."""

from __future__ import annotations

from bangfu.article import Role

SHORT_NAME = 8
"""Names of fewer characters may be told by their level only: 县委."""
MOST = 50  # rows of one person and title that are compared: more is no report but hostile input
_SIDE_BY_SIDE = 10


def unaddressed(rows: list[Role]) -> list[Role]:
    """Rows without those that only address someone by the end of a title: 王书记 of a 党总支书记."""
    told: dict[str, dict[str, str | None]] = {}
    for row in rows:
        titles = told.setdefault(row.person, {})
        if len(titles) < MOST:
            titles.setdefault(row.title, row.institution)
    return [row for row in rows if not _addresses(row, told[row.person])]


def _addresses(row: Role, told: dict[str, str | None]) -> bool:
    """Whether a title behind a name is only the end of another one, of no other body."""
    if row.rule.partition("+")[0] != "role:name_title" or row.department is not None:
        return False
    whole = (body for title, body in told.items() if title != row.title and title.endswith(row.title))
    return any(row.institution is None or row.institution == body for body in whole)


def merged(rows: list[Role]) -> tuple[Role, ...]:
    """Rows of the same person and title become one where one says no other institution than the other."""
    kept: list[Role] = []
    places: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        same = places.setdefault((row.person, row.title), [])
        for i in same[:MOST]:
            if _agree(kept[i].institution, row.institution) and not _beside(kept[i], row):
                if len(kept[i].institution or "") < len(row.institution or "") and _level(
                    kept[i].institution
                ):
                    kept[i] = row
                break
        else:
            same.append(len(kept))
            kept.append(row)
    return tuple(kept)


def _beside(first: Role, second: Role) -> bool:
    """Whether two posts of one name are told side by side: 宣传部部长、统战部部长."""
    both = first.department and second.department and first.department != second.department
    return bool(both) and 0 < second.start - first.end < _SIDE_BY_SIDE


def _level(body: str | None) -> bool:
    """Whether a row says no body, or one told by its level only: 县委, where 青河县委 is told too."""
    return body is None or (body[0] in "省市县区州旗盟镇乡" and len(body) < SHORT_NAME)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)
