"""English articles: the same mentions and rows out of English text."""

from bangfu.recognize.english.found import find_english

__all__ = ["find_english"]
