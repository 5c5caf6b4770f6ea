"""What is known of an institution at one of its mentions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstitutionValue:
    """The ``value`` of a mention with the label ``institution``.

    ``name`` is the longest form that the article uses for this body: equal for all mentions of it, also
    the short ones. ``kind`` is one of the kinds in ``lexicons/institution_heads.txt``. ``province``,
    ``city``, ``county`` and ``adcode`` (six digits, GB/T 2260) say where it stands, as far as its name
    or the article tells; empty where two places share a name. ``generic`` marks a body without a name
    of its own (县医院, 市教育局, 学校): it can hold a role, it is no row. ``elliptical`` marks a member of
    a list whose head stands behind a later member (延庆区 in 延庆区、密云区教委): its mention covers what
    is written.

    >>> InstitutionValue("春晖县人民医院", "hospital").generic
    False
    """

    name: str
    kind: str
    province: str | None = None
    city: str | None = None
    county: str | None = None
    adcode: str | None = None
    generic: bool = False
    elliptical: bool = False
