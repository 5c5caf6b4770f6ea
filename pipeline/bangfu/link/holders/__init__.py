"""Who holds a post: one pattern a way of telling it."""
