"""Where a post is held: the body of its phrase, or the one that the text tells before or behind."""
