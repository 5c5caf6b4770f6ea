"""On which side of the assistance a post stands: a learned choice between its two sides and none."""
