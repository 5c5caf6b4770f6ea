"""Every extractor once over one document."""

from __future__ import annotations

from dataclasses import dataclass

from bangfu.article import Count, Document, Mention, Money
from bangfu.recognize.counts.find import find_counts
from bangfu.recognize.english import find_english
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.money import find_money
from bangfu.recognize.numbers import find_numbers
from bangfu.recognize.people.find import find_people
from bangfu.recognize.tagger import proposals, tagger_of, with_institutions, with_people
from bangfu.recognize.titles.find import find_titles
from bangfu.settings import Settings


@dataclass(frozen=True, slots=True)
class Found:
    """All mentions of one document, each tuple in text order.

    ``people``: label ``person``, ``value`` the full name. ``titles``: label ``title``. ``institutions``:
    label ``institution``. ``counts`` and ``money`` are rows whose parties :mod:`bangfu.link` fills in.
    """

    people: tuple[Mention, ...] = ()
    titles: tuple[Mention, ...] = ()
    institutions: tuple[Mention, ...] = ()
    counts: tuple[Count, ...] = ()
    money: tuple[Money, ...] = ()


def find(document: Document, settings: Settings) -> Found:
    """Run every extractor over one document. Raises :class:`UsageError` where the tagger can't be loaded."""
    if document.lang == "en":
        return Found(*find_english(document))
    clean = document.clean
    proposed = proposals(document, tagger_of(settings.tagger))
    numbers = find_numbers(clean)
    money = find_money(document, numbers)
    institutions = with_institutions(clean, find_institutions(document), proposed)
    titles = find_titles(document, institutions)
    people = find_people(document, titles, institutions)
    return Found(
        people=with_people(clean, people, proposed, titles, institutions),
        titles=titles,
        institutions=institutions,
        counts=find_counts(document, numbers, money, institutions),
        money=money,
    )
