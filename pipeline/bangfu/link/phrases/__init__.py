"""Title phrases: a title with the body, place or unit written right before it."""
