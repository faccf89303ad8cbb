"""Output formats: rows and types, and what writes them."""
