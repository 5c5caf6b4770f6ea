"""On which side of the assistance an institution stands, and a post."""
