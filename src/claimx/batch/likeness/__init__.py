"""Which texts are the same, or nearly."""
