"""What is read off the token vectors: mentions and anchors."""
