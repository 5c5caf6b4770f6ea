"""Who is named behind a title: a learned choice among spans of one beginning."""
