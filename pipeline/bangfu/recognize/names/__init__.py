"""What could be a name: spans by their characters, their borders, and a model that scores them."""
