"""People: readings of candidate names in their places, and one best reading of the article."""
