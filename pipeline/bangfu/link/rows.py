"""Mentions become the rows of one article."""

from __future__ import annotations

from bangfu.article import Article, Document
from bangfu.link.doubt import mark_doubt
from bangfu.link.english.parties import fill_money as english_money
from bangfu.link.english.roles import link_roles as english_roles
from bangfu.link.institution_rows import institution_rows
from bangfu.link.parties.fill import fill_money
from bangfu.link.person_rows import person_rows
from bangfu.link.roles import link_roles
from bangfu.link.rule_scores import with_scores
from bangfu.recognize.found import Found


def link(document: Document, found: Found) -> Article:
    """Link the mentions of one document into its rows."""
    english = document.lang == "en"
    roles = (english_roles if english else link_roles)(document, found)
    article = Article(
        document,
        people=person_rows(found),
        roles=roles,
        institutions=institution_rows(document, found, roles),
        counts=found.counts,
        money=english_money(document, found) if english else fill_money(document, found, roles),
    )
    return mark_doubt(with_scores(article))
