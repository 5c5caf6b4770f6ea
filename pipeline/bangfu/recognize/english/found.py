"""Every extractor of English text once over one document."""

from __future__ import annotations

from bangfu.article import Count, Document, Mention, Money
from bangfu.recognize.english.counts import find_counts
from bangfu.recognize.english.institutions import find_institutions
from bangfu.recognize.english.money import find_money
from bangfu.recognize.english.people import find_people
from bangfu.recognize.english.titles import find_titles

Mentions = tuple[Mention, ...]


def find_english(
    document: Document,
) -> tuple[Mentions, Mentions, Mentions, tuple[Count, ...], tuple[Money, ...]]:
    """People, titles, institutions, counts and money of one English document, each in text order."""
    money = find_money(document)
    institutions = find_institutions(document)
    titles = find_titles(document)
    people = find_people(document, titles, institutions)
    return people, titles, institutions, find_counts(document, money), money
