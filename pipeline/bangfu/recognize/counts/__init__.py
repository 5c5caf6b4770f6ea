"""Counts: which number counts what, behind it, in front of it or told before."""
