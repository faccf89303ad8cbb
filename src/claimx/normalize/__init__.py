"""From words to values: counts, times, the publication date."""
