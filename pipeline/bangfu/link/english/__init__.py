"""Roles, sides and parties of English text."""
