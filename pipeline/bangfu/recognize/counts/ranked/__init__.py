"""What is counted where the noun stands apart from its number: a learned choice among the nouns around."""
