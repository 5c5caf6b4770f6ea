"""The ways to say who paid whom for what, each a small rule; the first that knows an amount fills it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bangfu.link import parties_aims as aims
from bangfu.link import parties_by as passive
from bangfu.link import parties_carry as carry
from bangfu.link import parties_gifts as gifts
from bangfu.link import parties_sources as sources
from bangfu.link import parties_spent as spent
from bangfu.link import parties_words as said
from bangfu.link.parties_acts import act, figure, grown, relative
from bangfu.link.parties_frame import Fields, Frame
from bangfu.link.parties_receivers import near

_FISCAL = re.compile("(?<=财政)(?:专项|扶贫)*资金$")

FRAMES: tuple[tuple[str, Callable[[Frame], Fields | None]], ...] = (
    ("again", carry.again),
    ("sum", carry.summed),
    ("signed", sources.signed),
    ("compared", sources.compared),
    ("by", passive.by),
    ("cleft", passive.cleft),
    ("aid", sources.aid_fund),
    ("listed", gifts.listed),
    ("parted", carry.parted),
    ("a-head", carry.a_head),
    ("worth", gifts.worth),
    ("borne", passive.borne),
    ("totalled", gifts.totalled),
    ("repeated", carry.repeated),
    ("done", spent.done_with),
    ("spent", spent.spent),
    ("named", sources.named_giver),
    ("helped", carry.helped_each),
    ("each", carry.each),
    ("rate", passive.rate),
    ("granted", gifts.granted),
    ("among", carry.among),
    ("share", gifts.share),
    ("relative", relative),
    ("handed", gifts.handed),
    ("grown", grown),
    ("act", act),
    ("figure", figure),
)
"""The rules in the order in which they are asked."""


_OPEN = frozenset(("act", "figure", "worth", "listed", "handed", "by", "spent", "each", "rate"))
"""The rules after which the rest of the sentence may tell who is paid."""


def fields(frame: Frame) -> Fields:
    """The cells of one amount by the first rule that knows it, without values that cannot be right."""
    for name, rule in FRAMES:
        found = rule(frame)
        if found is not None:
            found = replace(_sound(found, frame), frame=name)
            payee = near(frame) if found.payee is None and name in _OPEN else None
            return _received(found, payee, frame.rest) if payee else found
    return Fields()


def _received(found: Fields, payee: str, rest: str) -> Fields:
    """The cells with whom the rest of the sentence tells; 9所村小的食堂: the purpose is what they have."""
    purpose = found.purpose
    if purpose and payee.endswith(purpose):
        purpose = aims.things(rest.partition(payee)[2].removeprefix("的"))
    elif purpose and purpose.startswith(payee) and len(purpose) > len(payee) + 1:
        purpose = purpose[len(payee) :].removeprefix("的")
    return replace(found, payee=payee, purpose=purpose, way="near")


def _sound(found: Fields, frame: Frame) -> Fields:
    known = (
        found.payer in (*frame.leads, frame.lister)
        or found.payer == frame.agent
        or f"“{found.payer}”" in frame.said
    )
    found = replace(found, payer=_FISCAL.sub("", found.payer)) if found.payer else found
    payer = found.payer if found.payer and (known or said.may_pay(found.payer)) else None
    payee = found.payee if found.payee and said.may_get(found.payee) else None
    purpose = aims.sound(found.purpose)
    if purpose and payee and purpose.startswith(payee) and len(purpose) > len(payee) + 1:
        # 拨给北坡县周转房专项资金: whom it reaches is told already.
        purpose = purpose[len(payee) :].removeprefix("的")
    return Fields(found.action, payer, payee, None if purpose in (payee, None) else purpose)
