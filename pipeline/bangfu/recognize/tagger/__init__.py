"""Taggers: models that propose people and institutions beside the rules."""

from bangfu.recognize.tagger.names import check_tagger, tagger_of
from bangfu.recognize.tagger.proposals import Proposal, Tagger, proposals, with_institutions, with_people

__all__ = [
    "Proposal",
    "Tagger",
    "check_tagger",
    "proposals",
    "tagger_of",
    "with_institutions",
    "with_people",
]
