"""What a number counts: the noun phrases beside it."""
