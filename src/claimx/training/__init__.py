"""From annotated text to a model."""
