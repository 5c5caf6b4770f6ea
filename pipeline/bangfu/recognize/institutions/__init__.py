"""Institutions: heads from the lexicon, and how far left of a head its name reaches."""
