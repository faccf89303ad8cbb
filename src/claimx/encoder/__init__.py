"""From text to token vectors: word pieces, windows, one transformer pass."""
