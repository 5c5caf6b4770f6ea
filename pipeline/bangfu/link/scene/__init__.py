"""One document as the patterns of roles see it: who is told, whose page it is, of whom it speaks."""
