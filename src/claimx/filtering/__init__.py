"""The filter before the encoder: a linear model over words says which sentences of a text may tell a casualty."""
