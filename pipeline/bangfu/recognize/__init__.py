"""The fourth room: a document to mentions of numbers, money, people, titles and institutions."""

from bangfu.recognize.found import Found, find

__all__ = ["Found", "find"]
