"""Whose post it is where the phrase itself does not say: a learned choice among the bodies of the text."""
