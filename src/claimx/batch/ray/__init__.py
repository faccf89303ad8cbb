"""A run whose articles are read by Ray Data, on the cores of this machine or of a cluster."""
