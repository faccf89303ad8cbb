"""Which words fill which role of which claim."""
