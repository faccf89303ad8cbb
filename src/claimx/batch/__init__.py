"""Runs over archives of any length: streamed, resumable, every claim led back to its article."""
