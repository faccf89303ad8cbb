"""More of the same text: passages rewritten so that their labels stay true."""
