"""The parts of a run: made, kept where a kill cannot hurt them, put together."""
