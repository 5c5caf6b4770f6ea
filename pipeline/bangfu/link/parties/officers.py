"""The bodies whose officers hand over what is not theirs: 会长李大山送去慰问金 is his association's gift."""

from __future__ import annotations

from collections.abc import Iterable

from bangfu.article import Role
from bangfu.link.parties.grammar import pattern

_BRINGS = pattern("^(?:送[去上来到]|慰问|投资|追加投?资?|发放|颁发|移交|递上|带去)$")
_BODY = pattern("(?:公司|集团|银行|[协商总]会|{short_body}|促进会|联谊会|红十字会|[队局团])$")
_CHARITY = pattern("(?:慈善总?会|基金会|红十字会|行业协会|医疗队|工作队|志愿[^，。]{0,4}[会队])$")
_OFFICER = pattern("(?:[会部队院校行局]长|书记|主席|主任|经理|董事长|秘书长|理事长|领队|总裁)$")
_FIRM = pattern("(?:公司|集团|银行|厂)$")
_HIMSELF = pattern("个人|自己|本人|自掏|自费|各[捐认出]|积蓄|工资|退休金|夫妇|一家")


def body_of(action: str | None, frame: str, clause: str, roles: Iterable[Role]) -> str | None:
    """The body of the officer with the posts ``roles`` whose gift it is; ``None`` where it may be his own.

    What is sent, and goods of a charity, are not the officer's own; ``clause`` is the text in front of the
    amount, which may say that they are.

    >>> role = Role(person="李大山", title="会长", institution="青河县慈善总会", start=0, end=1, rule="")
    >>> body_of("送去", "act", "给老人送去慰问金", (role,))
    '青河县慈善总会'
    >>> body_of("捐款", "act", "个人捐款", (role,))
    """
    if _HIMSELF.search(clause):
        return None
    held = [role.institution for role in roles if role.institution and _OFFICER.search(role.title)]
    bodies = [body for body in dict.fromkeys(held) if _BODY.search(body)]
    if len(bodies) != 1:
        return None
    if (action or "").endswith("投资") and not _FIRM.search(bodies[0]):
        return None
    goods = frame in ("worth", "helped") and _CHARITY.search(bodies[0])
    return bodies[0] if goods or _BRINGS.match(action or "") else None
