"""Titles: heads from the lexicon, their modifiers, and the departments that they lead."""
