"""Who holds a post where no name stands right beside it: a learned choice among the people of the text."""
