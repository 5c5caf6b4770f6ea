"""A language model over lattices of candidates: which reading of a damaged stretch is Chinese."""
