"""The claims of a table of articles, for engines that run a function over the batches of their tables."""
